using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Privacy;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Privacy;

/// <summary>The card on which an admin confirms that a lead is forgotten, and which says afterwards that it was, without its name.</summary>
public static class ForgetCard
{
    private const int LongestSummary = 99;

    /// <param name="by">Who asked for it.</param>
    /// <param name="joined">How many other leads are one with it.</param>
    public static AdaptiveCard Ask(Say say, Lead lead, HeldRecords held, PersonRef by, int joined = 0)
    {
        var title = say.Text("privacy.title", ("who", lead.Who(say)));
        AdaptiveElement?[] body =
        [
            Anatomy.State(say.Text("privacy.ask")),
            Anatomy.Title(title),
            Anatomy.Facts([Anatomy.Fact(say.Text("privacy.id"), say.Value(lead.Id.Value)), .. Counts(say, held)]),
            Anatomy.Text(say.Text("privacy.goes")),
            joined > 0 ? Anatomy.Text(say.Text("privacy.joined", ("n", joined))) : null,
            Anatomy.Note(say.Text("privacy.stays"), AdaptiveSpacing.Medium),
            Tells(lead) ? Anatomy.Note(say.Text("privacy.idTells")) : null,
            Anatomy.Note(say.Text("privacy.askedBy", ("person", by.Name))),
        ];
        var button = Anatomy.Button("forget", say.Text("button.forget"), PrivacyVerbs.Forget, CardData.Of((PrivacyVerbs.Lead, lead.Id.Value)));
        return Anatomy.Card(say, LeadWords.Cut(title, LongestSummary), title, body, button);
    }

    /// <summary>It is confirmed and under way.</summary>
    public static AdaptiveCard Begun(Say say, LeadId lead)
    {
        var text = say.Text("privacy.begun", ("lead", lead.Value));
        return Anatomy.Card(say, LeadWords.Cut(text, LongestSummary), text, [Anatomy.State(say.Text("privacy.beingErased")), Title(say, lead), Anatomy.Text(text)]);
    }

    /// <summary>It is done: what there was, in numbers.</summary>
    public static AdaptiveCard Done(Moments moments, LeadId lead, PrivacyDeed deed)
    {
        var say = moments.Say;
        var text = say.Text("privacy.done", ("time", moments.At(deed.DoneAt!.Value)), ("person", deed.By.Name));
        AdaptiveElement?[] body =
        [
            Anatomy.DoneState(say.Text("state.erased")),
            Title(say, lead),
            Anatomy.Facts(Counts(say, deed.Held)),
            Anatomy.Text(text),
            Anatomy.Note(say.Text("privacy.stays"), AdaptiveSpacing.Medium),
        ];
        return Anatomy.Card(say, LeadWords.Cut(say.Text("privacy.already", ("lead", lead.Value), ("time", moments.At(deed.DoneAt.Value))), LongestSummary), text, body);
    }

    private static AdaptiveTextBlock Title(Say say, LeadId lead) => Anatomy.Title(say.Text("privacy.lead", ("lead", lead.Value)));

    private static AdaptiveFact?[] Counts(Say say, HeldRecords held) =>
    [
        Anatomy.Fact(say.Text("privacy.handoffs"), say.Number(held.Handoffs)),
        Anatomy.Fact(say.Text("privacy.cards"), say.Number(held.Cards)),
        Anatomy.Fact(say.Text("privacy.deals"), say.Number(held.Deals)),
        Anatomy.Fact(say.Text("privacy.terms"), say.Number(held.Terms)),
    ];

    // An address, or a part of the name: the id stays in the ledger.
    private static bool Tells(Lead lead) => lead.Id.Value.Contains('@', StringComparison.Ordinal)
        || (lead.Name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(part => part.Length > 2 && lead.Id.Value.Contains(part, StringComparison.OrdinalIgnoreCase));
}
