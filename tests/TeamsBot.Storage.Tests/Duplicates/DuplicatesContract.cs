using NodaTime;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tests.Engines;
using TeamsBot.Storage.Work;

namespace TeamsBot.Storage.Tests.Duplicates;

/// <summary>Leads and what joins them, on tables of a test's own.</summary>
public abstract class DuplicatesContract(Func<Engine> open) : StoresContract(open)
{
    protected static readonly Coverage Covered = new(
        [nameof(Lead.Name), nameof(Lead.Company), nameof(Lead.Email), nameof(Lead.Phone), nameof(Lead.Country), nameof(Lead.CreatedAt), nameof(Lead.Source), nameof(Lead.Stage)], []);

    protected static PersonRef Marta { get; } = new(new("marta"), "Marta");

    protected JoinStore Joins => new(Tables);

    protected PairStore Pairs => new(Tables);

    protected LeadStore Leads => new(Tables, Clock);

    protected LeadJoins Joining => new(Tables, Joins, Pairs, Handoffs, Queue, Clock);

    protected DuplicateSearch Search => new(Tables, Leads, Joins, Pairs, Joining, Clock);

    /// <summary>A lead that is earlier the lower its number is.</summary>
    protected static Lead Numbered(int number) => new(new($"L-{number}")) { Name = "Anna Nowak", Company = "Nowa Stal", CreatedAt = Instant.FromUtc(2026, 1, number % 28 + 1, 0, 0), Source = "web" };

    protected Task SaveAsync(params Lead[] leads) => Leads.SaveAsync(leads, Covered, None);

    protected Task<JoinResult> JoinAsync(Lead one, Lead other, PersonRef? by = null) => Joining.JoinAsync(new(one.Id, other.Id), [MatchReason.SameEmail], by ?? PersonRef.Baton, None);

    protected async Task<LeadId?> JoinedToAsync(Lead lead) => (await Leads.GetAsync(lead.Id, None))!.JoinedTo;
}
