using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Operations;
using TeamsBot.Protocol.Connector;

namespace TeamsBot.Hosting;

/// <summary>How the calls of this instance to Teams went. Notes what failed and when, never what was sent to whom.</summary>
public sealed class TeamsHealth
{
    private static readonly Duration s_window = Duration.FromHours(1);

    // Beyond so many in an hour the number says nothing more.
    private const int MostCounted = 10_000;

    private readonly Lock gate = new();
    private readonly Queue<Instant> failures = new();
    private readonly Dictionary<ConnectorError, Sighting> refused = [];
    private readonly OutageLog teams;
    private readonly OutageLog token;
    private readonly TimeProvider time;
    private Instant? lastAnswer;

    public TeamsHealth(ConnectorClient connector, TimeProvider time)
    {
        this.time = time;
        (teams, token) = (new(TroubleKind.TeamsDown, time), new(TroubleKind.NoToken, time));
        connector.Ended = Note;
    }

    /// <summary>When Teams last did what it was asked; null where it has not since the start.</summary>
    public Instant? LastAnswer
    {
        get
        {
            lock (gate)
            {
                return lastAnswer;
            }
        }
    }

    /// <summary>Calls that failed in the last hour, after all retries.</summary>
    public int Failures
    {
        get
        {
            lock (gate)
            {
                Trim();
                return failures.Count;
            }
        }
    }

    /// <summary>What went wrong and is not on record yet, or lasts.</summary>
    public IReadOnlyList<Sighting> Troubles()
    {
        lock (gate)
        {
            return [.. teams.Outages(), .. token.Outages(), .. refused.Values];
        }
    }

    /// <summary>A trouble is on record.</summary>
    public void Forget(Sighting told)
    {
        lock (gate)
        {
            teams.Forget(told);
            token.Forget(told);
            foreach (var (error, known) in refused.Where(one => one.Value.Subject == told.Subject).ToArray())
            {
                _ = known == told ? refused.Remove(error) : (refused[error] = known with { Count = known.Count - told.Count }) is not null;
            }
        }
    }

    private void Note(ConnectorException? failure)
    {
        lock (gate)
        {
            switch (failure?.Error)
            {
                case null:
                    lastAnswer = time.Now;
                    teams.Answered();
                    token.Answered();
                    return;
                case ConnectorError.CredentialUnavailable:
                    token.Failed();
                    break;
                case ConnectorError.Unreachable or ConnectorError.Unavailable or ConnectorError.ServiceError:
                    token.Answered();
                    teams.Failed();
                    break;
                case ConnectorError.HostNotAllowed:
                    break; // Nothing was called.
                default:
                    token.Answered();
                    teams.Answered();
                    break;
            }

            Count(failure.Error);
        }
    }

    private void Count(ConnectorError error)
    {
        failures.Enqueue(time.Now);
        Trim();
        if (IsRefused(error))
        {
            var known = refused.GetValueOrDefault(error) ?? new(TroubleKind.SendsRefused, error.ToString(), time.Now);
            refused[error] = known with { Count = known.Count + 1 };
        }
    }

    // A channel or person that closed its door is known where the message was to go; what is gone is dealt with there as well.
    private static bool IsRefused(ConnectorError error) => error is ConnectorError.BadRequest or ConnectorError.BotNotRegistered
        or ConnectorError.NotEnoughPermissions or ConnectorError.InvalidBotApiHost or ConnectorError.ConversationNotFound
        or ConnectorError.MessageSizeTooBig or ConnectorError.HostNotAllowed;

    private void Trim()
    {
        while (failures.TryPeek(out var first) && (time.Now - first > s_window || failures.Count > MostCounted))
        {
            failures.Dequeue();
        }
    }
}
