using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>The card of a handoff: one for the channel, and a view of their own for those who have more to do or to see.</summary>
public static class HandoffCard
{
    internal const int LongestSummary = 99;

    /// <summary>The card as this audience should see it now. Phone and email are on the owner's alone.</summary>
    public static AdaptiveCard Render(HandoffView view) => view switch
    {
        { Handoff.ErasedAt: not null } => ErasedCard.Render(view),
        { Notice: null } => Standing(view),
        _ => NoticeCard.Render(view),
    };

    /// <summary>What became of the lead of a notice, for the one who was told of it.</summary>
    internal static AdaptiveCard Settled(HandoffView view)
    {
        var settled = view with { Audience = Audience.Channel };
        return Standing(settled) with { Actions = [HandoffButtons.Details(settled, inMenu: false)] };
    }

    private static AdaptiveCard Standing(HandoffView view)
    {
        var state = StateWords.Of(view);
        AdaptiveElement?[] head =
        [
            state.Element,
            Anatomy.Title(view.Lead.Who(view.Say).Text),
            Anatomy.Subtle(view.Lead.Traits(view.Say)),
            view is { IsMarketings: true, Handoff.Rejection.Follows: Consequence.Mend } ? Anatomy.Deadline(view.Say.Text("due.mend")) : null,
            view.CanRule ? Anatomy.Deadline(view.Say.Text("due.rule")) : null,
            DeadlineWords.Of(view) is { } due && ShowsDeadline(view) ? Anatomy.Deadline(due) : null,
        ];
        return Anatomy.Card(view.Say, Summary(view), Spoken(view, state), [.. head, .. Middle(view)], HandoffButtons.Of(view)) with
        {
            Refresh = HandoffButtons.Refresh(view),
        };
    }

    /// <summary>The whole story: names in full, every line of the score, the history. Contact details for the owner alone.</summary>
    public static AdaptiveCard Details(HandoffView view) => view.Handoff.ErasedAt is null ? HandoffDetails.Render(view) : ErasedCard.Render(view);

    /// <summary>Why the lead has its score, line by line.</summary>
    public static AdaptiveCard Why(HandoffView view) => view.Handoff.ErasedAt is null ? ScoreCard.Render(view) : ErasedCard.Render(view);

    /// <summary>What the notification says: what it is, who, by when. Plain text below 100 characters.</summary>
    public static string Summary(HandoffView view) => view switch
    {
        { Handoff.ErasedAt: not null } => ErasedCard.Summary(view),
        { Notice: null } => StandingSummary(view),
        _ => NoticeCard.Summary(view),
    };

    private static string StandingSummary(HandoffView view)
    {
        var state = new Phrase(StateWords.Of(view).Text);
        var who = view.Lead.Who(view.Say);
        var tail = DeadlineWords.Bare(view) ?? (view.Handoff.Owner is { } owner ? view.Say.Text("summary.owner", ("person", owner.Name)) : null);
        var whole = tail is null ? null : view.Say.Text("summary.withNext", ("state", state), ("who", who), ("next", new Phrase(tail)));
        return whole is { Length: <= LongestSummary } ? whole : LeadWords.Cut(view.Say.Text("summary.state", ("state", state), ("who", who)), LongestSummary);
    }

    // In the channel the facts name the next deadline; the deadline itself is for those who can act on it.
    private static bool ShowsDeadline(HandoffView view) => view.IsOwners || view.Handoff.State == HandoffState.Waiting || view.IsContactOverdue;

    private static IEnumerable<AdaptiveElement?> Middle(HandoffView view) => view switch
    {
        { IsOwners: true } => ForOwner(view),
        { IsMarketings: true, Handoff: { State: HandoffState.Waiting, Question: null } } => [FollowWords.Before(view), LeadBlocks.Way(view), LeadBlocks.FirstStep(view, AdaptiveSpacing.Medium)],
        { IsMarketings: true, Handoff.State: HandoffState.Waiting } => Conversation(view),
        { IsMarketings: true } => [HandoffFacts.Of(view), LeadBlocks.Way(view), .. Conversation(view)],
        { Handoff.State: HandoffState.Waiting } => [FollowWords.Before(view), LeadBlocks.Score(view), LeadBlocks.Origin(view), LeadBlocks.FirstStep(view), LeadBlocks.WhatToSay(view), LeadBlocks.Way(view), .. LeadBlocks.Question(view)],
        { Audience: Audience.Head } => [HandoffFacts.Of(view), FollowWords.Before(view)],
        _ => [HandoffFacts.Of(view), LeadBlocks.Way(view)],
    };

    private static IEnumerable<AdaptiveElement?> ForOwner(HandoffView view) =>
    [
        Anatomy.Facts(ContactFacts.Of(view.Lead, view.Say)),
        FollowWords.Before(view),
        LeadBlocks.FirstStep(view, AdaptiveSpacing.Medium),
        LeadBlocks.WhatToSay(view),
        LeadBlocks.ScoreInOneLine(view),
        LeadBlocks.Way(view),
        .. LeadBlocks.Question(view),
        .. FeedbackBlocks.Of(view),
    ];

    // In place of "not answered yet" stands the field to answer in.
    private static AdaptiveElement[] Conversation(HandoffView view) => view.CanAnswer
        ? [LeadBlocks.Question(view).First(), HandoffButtons.AnswerField(view)]
        : [.. LeadBlocks.Question(view)];

    private static string Spoken(HandoffView view, StateWords state)
    {
        string?[] parts =
        [
            state.Text,
            view.Lead.FullWho(view.Say).Text,
            DeadlineWords.Of(view),
            view.Handoff.Owner is { } owner && !view.IsOwners ? view.Say.Text("summary.owner", ("person", owner.Name)) : null,
            view is { Handoff.State: HandoffState.Waiting, Score.Points: { } score } ? view.Say.Text("spoken.score", ("score", score)) : null,
        ];
        var end = view.Say.Text("sentence.end");
        return string.Join(end, parts.OfType<string>()) + end.TrimEnd();
    }
}
