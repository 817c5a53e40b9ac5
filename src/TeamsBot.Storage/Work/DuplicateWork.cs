using System.Text.Json;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Storage.Work;

/// <summary>Plans that leads are compared with those that may be the same, before they are saved: due when the save has ended one way or the other.</summary>
public sealed class DuplicateWork(WorkQueue queue, DuplicateNewsStore news, TimeProvider time)
{
    /// <summary>The kind of work that compares leads. Key: their ids.</summary>
    public const string WorkKind = "lead.match";

    /// <summary>The kind of work that tells marketing of what was joined by itself, and that pairs wait.</summary>
    public const string NewsKind = "lead.news";

    // What comes in together is told together.
    private static readonly Duration Gathering = Duration.FromMinutes(10);

    // What one worker does well within a lease, also where all of them are joined, and one property of a row holds.
    private const int MostLeads = 200;
    private const int MostLetters = 20_000;

    public async Task PlanAsync(IReadOnlyList<LeadId> leads, CancellationToken cancel)
    {
        foreach (var some in Split(leads))
        {
            await queue.PlanAsync(WorkKind, JsonSerializer.Serialize([.. some], NoteIdsJson.Default.StringArray), time.Now + WorkQueue.Lease, cancel);
        }
    }

    /// <summary>Plans that what is new is told; once, however much there is.</summary>
    public async Task PlanNewsAsync(CancellationToken cancel)
    {
        if (!await news.IsPlannedAsync(cancel))
        {
            await queue.PlanAsync(NewsKind, "news", time.Now + Gathering, cancel);
            await news.PlannedAsync(cancel);
        }
    }

    /// <summary>The leads that a key of the work names.</summary>
    public static IReadOnlyList<LeadId> Read(string key) => [.. JsonSerializer.Deserialize(key, NoteIdsJson.Default.StringArray)!.Select(id => new LeadId(id))];

    private static IEnumerable<List<string>> Split(IReadOnlyList<LeadId> leads)
    {
        var (some, letters) = (new List<string>(), 0);
        foreach (var lead in leads)
        {
            // A letter may become six in JSON.
            letters += lead.Value.All(char.IsAsciiLetterOrDigit) ? lead.Value.Length + 3 : (6 * lead.Value.Length) + 3;
            if (some.Count == MostLeads || (letters > MostLetters && some.Count > 0))
            {
                yield return some;
                (some, letters) = ([], 0);
            }

            some.Add(lead.Value);
        }

        if (some.Count > 0)
        {
            yield return some;
        }
    }
}
