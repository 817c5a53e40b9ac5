using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Testing.Cards;

/// <summary>Every card that there is: each state for each audience in each language, with leads known well, badly and from a foe.</summary>
public static class CardMatrix
{
    private static readonly (string Name, Lead Lead)[] Leads =
        [("nadia", Samples.Nadia), ("unknown", Samples.Unknown), ("longest", Samples.Longest), ("hostile", Samples.HostileLead)];

    public static IEnumerable<(string Name, HandoffView View)> Views() =>
        from language in Languages.All
        from state in Samples.States.Keys
        from audience in Enum.GetValues<Audience>().Where(audience => audience != Audience.Notice)
        from lead in Leads
        select ($"{language} {state} {audience} {lead.Name}", Samples.View(state, audience, language) with { Lead = lead.Lead });

    public static IEnumerable<(string Name, HandoffView View)> Notices() =>
        from language in Languages.All
        from notice in NoticeSamples.Names.Append("settled")
        from lead in Leads
        let view = notice == "settled" ? NoticeSamples.Settled(language) : NoticeSamples.View(notice, language)
        select ($"{language} {notice} {lead.Name}", view with { Lead = lead.Lead });

    public static IEnumerable<(string Name, AdaptiveCard Card)> Cards() =>
    [
        .. Views().SelectMany(view => new[] { (view.Name, HandoffCard.Render(view.View)), ($"{view.Name} details", HandoffCard.Details(view.View)) }),
        .. Views().Where(view => view.View.Audience is Audience.Channel).Select(view => ($"{view.Name} why", HandoffCard.Why(view.View))),
        .. from language in Languages.All select ($"{language} score by rubric", HandoffCard.Why(ScoreSamples.View(language))),
        .. from language in Languages.All select ($"{language} waiting with a score by rubric", HandoffCard.Render(ScoreSamples.View(language))),
        .. Notices().Select(notice => (notice.Name, HandoffCard.Render(notice.View))),
        .. from language in Languages.All from other in OtherSamples.All select ($"{language} {other.Key}", other.Value(Say.In(language))),
    ];
}
