using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Privacy;
using TeamsBot.Hosting;
using TeamsBot.Hosting.Files;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;
using TeamsBot.Text;

namespace TeamsBot.Features.Privacy;

/// <summary><c>forget LEAD</c> and <c>export lead LEAD</c>: what a person may ask of those who hold data of theirs. For admins, in their own chat.</summary>
public sealed class PrivacyCommands(LeadStore leads, DossierStore dossiers, Erasures erasures, FileOffer offer, WorkRunner work)
{
    private const int MostNamed = 5;

    /// <summary>Shows what would be forgotten, with the button that confirms it.</summary>
    public Task<Reply> ForgetAsync(Turn turn, string named, CancellationToken cancel) => WithLeadAsync(turn, named, lead => AskAsync(turn, lead, cancel), cancel);

    /// <summary>Offers all that is held as a file.</summary>
    public Task<Reply> ExportAsync(Turn turn, string named, CancellationToken cancel) =>
        WithLeadAsync(turn, named, async lead => Reply.Text(await offer.MakeAsync(turn, LeadFile.Of(lead.Id), cancel)), cancel);

    /// <summary>The confirmation. A second one finds the lead forgotten, or the work on its way, which does no harm twice.</summary>
    public async Task<AdaptiveCardInvokeResponse> ConfirmAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (WhyNot(turn) is { } refusal)
        {
            return refusal.ToInvoke();
        }

        if (input.Text(PrivacyVerbs.Lead) is not { } id || await leads.GetAsync(new LeadId(id), cancel) is not { } lead)
        {
            return Answer.Unknown(turn);
        }

        if (lead.ErasedAt is not null)
        {
            return (await AskAsync(turn, lead, cancel)).ToInvoke();
        }

        var request = new ErasureRequest(lead.Id, ErasureCause.Asked, turn.Person.Ref, turn.Now);
        work.Run(await erasures.IntendAsync(new(request, turn.Organisation.TenantId, turn.Activity.ReplyToId), cancel));
        return Answer.Card(ForgetCard.Begun(turn.Say, lead.Id));
    }

    private async Task<Reply> AskAsync(Turn turn, Lead lead, CancellationToken cancel) => await dossiers.FindAsync(lead.Id, cancel) switch
    {
        null => Unknown(turn, lead.Id.Value),
        { Erased: { } deed } => Reply.Card(ForgetCard.Done(turn.Moments, lead.Id, deed)),
        var dossier => Reply.Card(ForgetCard.Ask(turn.Say, lead, dossier.Held, turn.Person.Ref, dossier.Joined.Count)),
    };

    // By id, or by a name that one lead alone has; else the ids to choose from.
    private async Task<Reply> WithLeadAsync(Turn turn, string named, Func<Lead, Task<Reply>> answer, CancellationToken cancel)
    {
        if (WhyNot(turn) is { } refusal)
        {
            return refusal;
        }

        if (named.Length == 0)
        {
            return Reply.Text(turn.Say.Text("privacy.which"));
        }

        var found = await leads.FindAsync(named, MostNamed, cancel);
        return found switch
        {
            [] => Unknown(turn, named),
            [var one] => await answer(one),
            [var first, ..] when first.Id.Value == named => await answer(first),
            _ => Reply.Text(turn.Say.Text("privacy.several", ("lead", named), ("ids", new Phrase(string.Join(turn.Say.Text("list.comma"), found.Select(lead => Named(turn.Say, lead))))))),
        };
    }

    private static Reply? WhyNot(Turn turn) =>
        !turn.Actor.Is(Roles.Admin) ? Reply.Text(turn.Say.Text("refused.privacy"))
        : !turn.IsPersonal ? Reply.Text(turn.Say.Text("privacy.ownChat"))
        : null;

    private static Reply Unknown(Turn turn, string named) => Reply.Text(turn.Say.Text("handOff.unknown", ("lead", named)));

    private static string Named(Say say, Lead lead) => $"{say.Value(lead.Id.Value)} ({lead.Who(say).Text})";
}
