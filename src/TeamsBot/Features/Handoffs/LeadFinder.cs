using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Handoffs;

/// <summary>
/// Finds leads from the box where people write messages, anywhere in Teams, to put one into the message. Before anything is typed: the leads that
/// the person has.
/// </summary>
public sealed class LeadFinder(LeadStore leads, HandoffStore handoffs, HandoffChanges changes, OwnerIndex owners)
{
    /// <summary>The command's id in the manifest.</summary>
    public const string Command = "findLead";

    /// <summary>Its parameter.</summary>
    public const string Words = "words";

    private const Roles SeeAll = Roles.Marketer | Roles.Manager | Roles.Admin;

    // What Teams shows at once; a longer name finds the lead sooner than a longer list.
    private const int Most = 25;

    public async Task<InvokeResponse> FindAsync(Turn turn, CancellationToken cancel)
    {
        if (MessagingExtensionQuery.From(turn.Activity) is not { } query)
        {
            return InvokeResponse.BadRequest;
        }

        if (query.CommandId != Command)
        {
            return Sentence(turn.Say.Text("error.unknownCard"));
        }

        if (turn.Roles == Roles.Reader)
        {
            return Sentence(turn.Say.Text("refused.find"));
        }

        var words = query.Typed(Words).Trim();
        var found = words.Length == 0 ? await OwnAsync(turn, cancel) : await FindAsync(turn, words, cancel);
        return (found.Count, words) switch
        {
            (0, "") => Sentence(turn.Say.Text("find.type")),
            (0, _) => Sentence(turn.Say.Text("handOff.unknown", ("lead", words))),
            _ => MessagingExtensionResponse.Results([.. found.Skip(query.QueryOptions?.Skip ?? 0).Select(one => FoundLeadCard.Result(turn.Moments, one))]).ToInvokeResponse(),
        };
    }

    private static InvokeResponse Sentence(string text) => MessagingExtensionResponse.Message(text).ToInvokeResponse();

    private async Task<IReadOnlyList<LeadChoice>> FindAsync(Turn turn, string words, CancellationToken cancel)
    {
        var found = await leads.FindAsync(words, Most, cancel);
        var shown = await Task.WhenAll(found.Select(lead => ShownAsync(turn, lead, cancel)));
        return [.. shown.OfType<LeadChoice>().DistinctBy(one => one.Lead.Id)];
    }

    private async Task<IReadOnlyList<LeadChoice>> OwnAsync(Turn turn, CancellationToken cancel) =>
        await owners.OwnedAsync(turn.Person.Id, Most, handoffs, cancel)
            .Where(own => own.Handoff.Tenant == turn.Organisation.TenantId).Select(own => new LeadChoice(own.Lead, own.Handoff)).ToListAsync(cancel);

    // Reps see what was handed over; what marketing has beside that is not theirs yet.
    private async Task<LeadChoice?> ShownAsync(Turn turn, Lead lead, CancellationToken cancel)
    {
        var standing = await changes.StandsForAsync(lead, cancel);
        var latest = await handoffs.LatestAsync(standing.Id, cancel);
        var isOurs = latest?.Tenant == turn.Organisation.TenantId;
        return standing.ErasedAt is null && (isOurs || (turn.Roles & SeeAll) != Roles.Reader) ? new(standing, isOurs ? latest : null) : null;
    }
}
