using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;

namespace TeamsBot.Tests.Simulation;

/// <summary>A city with a sales channel of its own and three reps.</summary>
internal sealed record Office(string City)
{
    public string Channel => $"19:{City.ToLowerInvariant()}@thread.tacv2";

    public string Team => $"team-{City.ToLowerInvariant()}";

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<PersonRef> Reps => field ??= [.. new[] { "Ann", "Bo", "Cy" }.Select(name => new PersonRef(new PersonId($"{name}-{City}"), $"{name} of {City}"))];
}

/// <summary>The organisation of the simulation, and when it is looked at.</summary>
internal static class Company
{
    public const string Tenant = "contoso";

    public static readonly Instant Start = Instant.FromUtc(2026, 9, 1, 0, 0);

    public static readonly Duration Period = Duration.FromDays(90);

    public static readonly PersonRef Marketer = new(new PersonId("mia"), "Mia");
    public static readonly PersonRef Manager = new(new PersonId("mona"), "Mona");
    public static readonly PersonRef HeadOfSales = new(new PersonId("hans"), "Hans");
    public static readonly PersonRef HeadOfMarketing = new(new PersonId("hera"), "Hera");
    public static readonly PersonRef CatchAll = new(new PersonId("last"), "Last Resort");

    /// <summary>In the order of the set-up.</summary>
    public static IReadOnlyList<Office> Offices { get; } = [new("Warsaw"), new("NewYork"), new("Riyadh"), new("Shanghai"), new("Sydney"), new("Kolkata")];

    public static Actor ActorOf(PersonRef person) => new(person, person == Marketer ? Roles.Marketer : person == Manager ? Roles.Manager : Roles.Rep);
}

/// <summary>What somebody means to do, and when.</summary>
/// <param name="At">By a clock that never errs.</param>
/// <param name="To">The new owner, where there is one.</param>
/// <param name="Counts">False for a click that changes nothing: a second one, or one that comes after another's.</param>
internal sealed record Click(Instant At, HandoffAction Do, PersonRef By, PersonRef? To = null, bool Counts = true);

/// <summary>The life of one handoff, drawn before it begins. The first click is the request.</summary>
/// <param name="Number">Which one of the lead's it is.</param>
/// <param name="Tier">Set by the requester; null leaves it to the score.</param>
internal sealed record PlannedHandoff(string Lead, int Number, Office Office, int? Score, Domain.Sla.Tier? Tier, IReadOnlyList<Click> Clicks)
{
    public HandoffId Id => new(new(Lead), Number);
}
