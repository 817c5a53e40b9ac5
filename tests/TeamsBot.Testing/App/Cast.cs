using NodaTime;
using TeamsBot.Domain.Leads;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Testing.App;

/// <summary>Those who act in the tests of the bot, beside the people of <see cref="FakeTeam"/>.</summary>
public static class Cast
{
    /// <summary>A text that would do harm wherever it is taken for more than text.</summary>
    public const string Hostile = """[click](https://evil.example) **x** <at>everyone</at> =HYPERLINK("x")""";

    /// <summary>A marketer who reads English.</summary>
    public static Person Mia { get; } = new("Mia Marsh", "11111111-2222-4333-8444-555555555506");

    /// <summary>Somebody without any role.</summary>
    public static Person Rita { get; } = new("Rita Reed", "11111111-2222-4333-8444-555555555507");

    public static Lead Nadia { get; } = new(new("L-1"))
    {
        Name = "Nadia Brandt",
        Company = "Kestrel Cold Chain",
        Title = "Head of Operations",
        Email = "nadia.brandt@kestrel.example",
        Phone = "+49 30 23125 042",
        Country = "Germany",
        Source = "webinar",
        Campaign = "Dock Delays 2026",
        CreatedAt = Instant.FromUtc(2026, 2, 20, 12, 0),
        Score = 86,
        ScoreLines = [new(34, "asked for a demo"), new(27, "cold chain, 200 to 1,000 people")],
        LastActivity = "pricing page",
        LastActivityAt = Instant.FromUtc(2026, 3, 2, 8, 58),
        FirstStep = "Offer the Rostock case.",
    };

    public static Lead OtherNadia { get; } = new(new("L-2")) { Name = "Nadia Brandauer", Company = "Brandauer Söhne", Source = "trade fair" };

    public static Lead HostileLead { get; } = Nadia with
    {
        Id = new("L-3"),
        Name = Hostile,
        Company = Hostile,
        Title = Hostile,
        Source = Hostile,
        Campaign = Hostile,
        LastActivity = Hostile,
        FirstStep = Hostile,
        ScoreLines = [new(34, Hostile)],
    };

    /// <summary>Teams with all of them in the team.</summary>
    public static async Task<FakeConnector> InTeamsAsync()
    {
        var teams = await FakeConnector.StartAsync();
        teams.Conversations.AddPeople([Mia, Rita]);
        return teams;
    }
}
