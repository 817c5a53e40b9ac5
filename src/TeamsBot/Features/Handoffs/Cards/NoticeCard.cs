using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Sla;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>
/// What a clock made Baton say: a reminder, that the time ran out, or an offer to take the lead. Once the lead has moved on the
/// card says what became of it instead.
/// </summary>
internal static class NoticeCard
{
    public static AdaptiveCard Render(HandoffView view)
    {
        var notice = view.Notice!;
        if (!notice.IsOpen(view.Handoff))
        {
            return HandoffCard.Settled(view);
        }

        var clock = view.Handoff.Clock!;

        var state = NoticeWords.State(view, notice, clock);
        var title = NoticeWords.Title(view, notice);
        AdaptiveElement?[] head =
        [
            Anatomy.State(state.Text, state.Color),
            Anatomy.Title(title),
            Anatomy.Subtle(Under(view, notice)),
            NoticeWords.Deadline(view, notice, clock) is { } due ? Anatomy.Deadline(due) : null,
        ];
        return Anatomy.Card(view.Say, Summary(view, notice, clock), Spoken(view, state.Text, title), [.. head, .. Middle(view, notice, clock)], NoticeButtons.Of(view, notice));
    }

    /// <summary>What the notification says: what happened, about whom, and what is expected.</summary>
    public static string Summary(HandoffView view)
    {
        var notice = view.Notice!;
        return notice.IsOpen(view.Handoff) ? Summary(view, notice, view.Handoff.Clock!) : HandoffCard.Summary(view with { Audience = Audience.Channel, Notice = null });
    }

    private static string Summary(HandoffView view, Notice notice, SlaClock clock) => LeadWords.Cut(
        view.Say.Text("summary.state", ("state", new Phrase(NoticeWords.State(view, notice, clock).Text)), ("who", view.Lead.Who(view.Say))), HandoffCard.LongestSummary);

    private static string?[] Under(HandoffView view, Notice notice)
    {
        var (lead, say) = (view.Lead, view.Say);
        return NoticeWords.NamesLead(notice)
            ? [lead.Name is null ? null : say.Given(lead.Company), view.Score.Points is { } score ? say.Text("notice.score", ("score", score)) : null]
            : [.. lead.Traits(say)];
    }

    private static IEnumerable<AdaptiveElement?> Middle(HandoffView view, Notice notice, SlaClock clock) => notice.Kind switch
    {
        NoticeKind.Reminder => [],
        NoticeKind.Offer => [LeadBlocks.Score(view), LeadBlocks.Origin(view), LeadBlocks.FirstStep(view), LeadBlocks.Way(view), .. LeadBlocks.Question(view)],
        _ =>
        [
            Anatomy.Facts(NoticeWords.Timeline(view, clock)),
            notice.Kind == NoticeKind.RunOut && notice.To is not null ? Anatomy.Note(NoticeWords.Why(view, clock), AdaptiveSpacing.Medium) : null,
            NoticeWords.Next(view, notice) is { } next ? Anatomy.Text(next) : null,
        ],
    };

    private static string Spoken(HandoffView view, string state, string title)
    {
        var end = view.Say.Text("sentence.end");
        return string.Join(end, new[] { state, title, DeadlineWords.Bare(view) }.OfType<string>()) + end.TrimEnd();
    }
}
