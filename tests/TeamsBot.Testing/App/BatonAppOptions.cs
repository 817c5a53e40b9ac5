using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Features.Questions;
using TeamsBot.Protocol.Connector;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Testing.App;

/// <summary>What a test wants otherwise than most do.</summary>
public sealed record BatonAppOptions
{
    public const string IntakeSecret = "an intake secret of forty characters....";

    public const string PreviousIntakeSecret = "the secret that senders still have......";

    /// <summary>The clock of the bot and its tokens. A clock that stands still does all work that is planned for now.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>The folder of the store, for a second bot on the same file; one of its own by default, which goes with the bot.</summary>
    public string? Folder { get; init; }

    /// <summary>A connection string of Azure Tables in place of the folder.</summary>
    public string AzureTables { get; init; } = "";

    /// <summary>What questions are answered with, in place of the bot's own.</summary>
    public QuestionSource? Questions { get; init; }

    /// <summary>Configuration beside that of all tests.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Changes what the bot is made of, after all of it is registered.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    public IReadOnlyList<string> AllowedTenants { get; init; } = [FakeTeam.TenantId];

    /// <summary>A failing call is not tried again within the call: the queue does that, by the clock.</summary>
    public ConnectorOptions Connector { get; init; } = new() { AllowLoopback = true, Retries = 0 };
}
