using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Storage.Work;

/// <summary>Who of sales has another lead of the same company.</summary>
public sealed class CompanyReps(LeadStore leads, HandoffStore handoffs)
{
    // More leads of one company are not looked at: its rep shows among the first.
    private const int MostLeads = 20;

    /// <summary>The rep who accepted one last and still has it; null where nobody has.</summary>
    public async Task<PersonRef?> FindAsync(Lead lead, CancellationToken cancel)
    {
        if (CompanyName.Key(lead.Company) is not { } company)
        {
            return null;
        }

        Handoff? last = null;
        foreach (var other in await leads.FindAsync(lead.Company!, MostLeads, cancel))
        {
            if (other.Id != lead.Id
                && CompanyName.Key(other.Company) == company
                && await handoffs.LatestAsync(other.Id, cancel) is { IsOwned: true } owned
                && (last is null || owned.AcceptedAt > last.AcceptedAt))
            {
                last = owned;
            }
        }

        return last?.Owner;
    }
}
