using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <param name="Latest">The lead's latest handoff; null when it was never handed over.</param>
public sealed record LeadChoice(Lead Lead, Handoff? Latest);

/// <summary>Which of several leads is meant: one line and one equal button each.</summary>
public static class LeadChoiceCard
{
    /// <summary>More than this are not shown: a longer name finds the lead sooner than a longer list.</summary>
    public const int MaxLeads = 8;

    /// <param name="asked">What the marketer wrote.</param>
    /// <param name="found">How many match in all, shown or not.</param>
    /// <param name="wish">Travels with the choice.</param>
    public static AdaptiveCard Render(Moments moments, string asked, IReadOnlyList<LeadChoice> leads, int found, RequestWish wish)
    {
        var say = moments.Say;
        var title = say.Text("leadChoice.title", ("n", found));
        AdaptiveElement?[] body =
        [
            Anatomy.State(say.Text("leadChoice.asked", ("text", LeadWords.Cut(asked, 60)))),
            Anatomy.Title(title),
            .. leads.Take(MaxLeads).Select((lead, index) => Row(moments, lead, index, wish)),
            found > Math.Min(leads.Count, MaxLeads) ? Anatomy.Note(say.Text("leadChoice.more", ("n", found - Math.Min(leads.Count, MaxLeads))), AdaptiveSpacing.Medium) : null,
        ];
        return Anatomy.Card(say, title, say.Text("leadChoice.spoken", ("n", found)), body);
    }

    private static AdaptiveColumnSet Row(Moments moments, LeadChoice choice, int index, RequestWish wish)
    {
        var (say, lead) = (moments.Say, choice.Lead);
        var known = Anatomy.Dotted(State(moments, choice.Latest), say.Given(lead.Source), lead.CreatedAt is { } at ? moments.Date(at).Text : null);
        return Anatomy.Row(lead.Who(say).Text, known, Button(say, choice, index, wish));
    }

    private static AdaptiveExecuteAction Button(Say say, LeadChoice choice, int index, RequestWish wish) => choice.Latest is { IsClosed: false } open
        ? Anatomy.Button($"lead-{index}", say.Text("button.show"), HandoffVerbs.View, CardData.Of(("handoff", open.Id.ToString()), ("v", open.Version)))
        : Anatomy.Button($"lead-{index}", say.Text("button.handOver"), HandoffVerbs.Request, RequestData.Of(choice.Lead.Id, channel: null, wish));

    /// <summary>Where its latest handoff stands, in few words; null where nothing is said of it.</summary>
    internal static string? State(Moments moments, Handoff? latest) => latest switch
    {
        null => null,
        { State: HandoffState.Waiting } => moments.Say.Text("leadChoice.waiting"),
        { IsOwned: true, Owner: { } owner } => moments.Say.Text("summary.owner", ("person", owner.Name)),
        { Rejection.Until: { } day } => moments.Say.Text("state.recycled", ("date", moments.Date(day))),
        { Rejection: { } rejection } => moments.Say.Text("state.rejected", ("reason", new Phrase(ReasonWords.Of(rejection.Reason, moments.Say)))),
        { Recycling: { } recycling } => moments.Say.Text("state.recycled", ("date", moments.Date(recycling.Until))),
        _ => null,
    };
}
