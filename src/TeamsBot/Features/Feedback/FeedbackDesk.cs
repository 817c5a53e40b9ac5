using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Features.Feedback.Cards;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Text;

namespace TeamsBot.Features.Feedback;

/// <summary>
/// <c>feedback CAMPAIGN</c>, and the buttons around it. For those who run campaigns and those who manage; a campaign's owner sees it in
/// any case. Reps see on a lead's card what was noted of it; what others noted is not for them to be compared by.
/// </summary>
public sealed class FeedbackDesk(FeedbackReports reports, FeedbackWeek weeks)
{
    public async Task<Reply> ShowAsync(Turn turn, string name, CancellationToken cancel)
    {
        var all = await AllAsync(turn, SpanOfList(turn), cancel);
        if (all.Count == 0 && !MaySeeAll(turn))
        {
            return Refused(turn);
        }

        if (name.Length == 0)
        {
            return List(turn, asked: null, [.. all.Where(of => of.Now.Said > 0)]);
        }

        return Named(all, name) switch
        {
            [] => Reply.Text(turn.Say.Text("feedback.unknown", ("name", name), ("command", turn.Say.Phrase("feedback.say")))),
            [var one] => Reply.Card(await CardAsync(turn, one.Campaign.Id, FeedbackSpan.LastWeek(Today(turn)), week: null, cancel) ?? throw new InvalidOperationException("A campaign that was found is there.")),
            var several => List(turn, name, several),
        };
    }

    public async Task<AdaptiveCardInvokeResponse> ShowAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        input.Text(FeedbackVerbs.Campaign) is { } id && Span(input) is { } span && await CardAsync(turn, id, span, Monday(input), cancel) is { } card
            ? Answer.Card(card)
            : Answer.Unknown(turn);

    public async Task<AdaptiveCardInvokeResponse> ListAsync(Turn turn, CancellationToken cancel) => (await ShowAsync(turn, name: "", cancel)).ToInvoke();

    /// <summary>The card of a week again, for the one whose it is.</summary>
    public async Task<AdaptiveCardInvokeResponse> BackAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        var place = turn.IsPersonal ? turn.Person.Id.Value : turn.ConversationId;
        return Monday(input) is { } monday && monday <= Today(turn) && await weeks.OfAsync(turn.Organisation, monday, place, cancel) is { } of
            ? Answer.Card(WeekCard.Render(new(turn.Moments, monday, of.Campaigns)))
            : Answer.Unknown(turn);
    }

    private async Task<Protocol.Cards.AdaptiveCard?> CardAsync(Turn turn, string id, FeedbackSpan span, LocalDate? week, CancellationToken cancel)
    {
        if ((await AllAsync(turn, span, cancel)).FirstOrDefault(of => of.Campaign.Id == id) is not { } found)
        {
            return null;
        }

        var of = await reports.WithExamplesAsync(found, turn.Organisation, span, cancel);

        // Lines are drawn for a week; who asks is told what is beyond them, whether it was pointed out before or not.
        return FeedbackCard.Render(new(turn.Moments, span, of with { Trends = span.Stretches == Trend.WeeksBefore ? Trend.Found(of.Now, of.Before) : [] }) { Week = week });
    }

    private async Task<IReadOnlyList<CampaignFeedback>> AllAsync(Turn turn, FeedbackSpan span, CancellationToken cancel) =>
        [.. (await reports.AllAsync(turn.Organisation, span, cancel)).Where(of => MaySeeAll(turn) || of.Campaign.Owner?.Id == turn.Person.Id)];

    private static bool MaySeeAll(Turn turn) => turn.Actor.Is(Roles.Marketer) || turn.Actor.Is(Roles.Manager) || turn.Actor.Is(Roles.Admin);

    // The one that is called so; else all in whose name it is.
    private static IReadOnlyList<CampaignFeedback> Named(IReadOnlyList<CampaignFeedback> all, string name)
    {
        var wanted = FoldedText.Of(name);
        CampaignFeedback[] exact = [.. all.Where(of => of.Campaign.Id == name || FoldedText.Of(of.Campaign.Name) == wanted)];
        return exact.Length > 0 ? exact : [.. all.Where(of => FoldedText.Of(of.Campaign.Name).Contains(wanted, StringComparison.Ordinal)).OrderByDescending(of => of.Now.Said)];
    }

    private static Reply List(Turn turn, string? asked, IReadOnlyList<CampaignFeedback> campaigns) =>
        Reply.Card(FeedbackListCard.Render(new(turn.Moments, SpanOfList(turn), asked, [.. campaigns.OrderByDescending(of => of.Now.Said)])));

    private static FeedbackSpan SpanOfList(Turn turn) => FeedbackSpan.LastFourWeeks(Today(turn));

    // Only stretches that can be held against the four weeks before; all else comes from outside.
    private static FeedbackSpan? Span(CardInput input) =>
        DaySpan.Parse(input.Text(FeedbackVerbs.Days)) is { From: { } from, To: var to } && Period.DaysBetween(from, to) is 7 or 28 ? new(from, to) : null;

    private static LocalDate? Monday(CardInput input) =>
        LocalDatePattern.Iso.Parse(input.Text(FeedbackVerbs.Week) ?? "") is { Success: true, Value: { DayOfWeek: IsoDayOfWeek.Monday, Year: > 2000 and < 9000 } monday } ? monday : null;

    private static LocalDate Today(Turn turn) => turn.Now.InZone(turn.Organisation.TimeZone).Date;

    private static Reply Refused(Turn turn) => Reply.Text(turn.Say.Text("refused.feedback"));
}
