using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>Everything that is known of a lead and its handoff, for the one who asked for it.</summary>
internal static class HandoffDetails
{
    public static AdaptiveCard Render(HandoffView view)
    {
        var (lead, say) = (view.Lead, view.Say);
        AdaptiveElement?[] body =
        [
            StateWords.Of(view).Element,
            Anatomy.Title(lead.FullWho(say).Text),
            DeadlineWords.Of(view) is { } due ? Anatomy.Deadline(due) : null,
            Anatomy.Facts(Contact(view)), // By themselves: a long label below would leave too little room for a mail address.
            Anatomy.Facts(Known(view)),
            .. Score(view),
            LeadBlocks.FirstStep(view, AdaptiveSpacing.Medium),
            LeadBlocks.WhatToSay(view, most: int.MaxValue),
            LeadBlocks.Way(view),
            .. LeadBlocks.Question(view),
            Anatomy.Facts(FeedbackBlocks.Facts(view)),
            Heading(say.Text("details.history")),
            Anatomy.Facts(History(view)) is { } history ? history with { Spacing = AdaptiveSpacing.Small } : null,
        ];
        return Anatomy.Card(say, HandoffCard.Summary(view), say.Text("details.spoken", ("who", lead.FullWho(say))), body, [.. HandoffButtons.Why(view, inMenu: false), HandoffButtons.Back(view)]);
    }

    private static IEnumerable<AdaptiveFact?> Contact(HandoffView view) => view.IsOwners
        ? ContactFacts.Of(view.Lead, view.Say)
        : [Anatomy.Fact(view.Say.Text("label.speaks"), view.Say.Given(view.Lead.Speaks))];

    private static IEnumerable<AdaptiveFact?> Known(HandoffView view)
    {
        var (lead, say) = (view.Lead, view.Say);
        return
        [
            Anatomy.Fact(say.Text("label.tier"), TierWords.Of(view.Handoff.Tier, say)),
            Anatomy.Fact(say.Text("label.jobTitle"), say.Given(lead.Title)),
            Anatomy.Fact(say.Text("label.employees"), lead.Employees is { } n ? say.Number(n) : null),
            Anatomy.Fact(say.Text("label.country"), say.Given(lead.Country)),
            Anatomy.Fact(say.Text("label.source"), say.Given(lead.Source)),
            Anatomy.Fact(say.Text("label.campaign"), say.Given(view.Campaign)),
            Anatomy.Fact(say.Text("label.product"), say.Given(lead.Product)),
            Anatomy.Fact(say.Text("label.segment"), say.Given(lead.Segment)),
            Anatomy.Fact(say.Text("label.created"), lead.CreatedAt is { } created ? view.Moments.On(created).Text : null),
            Anatomy.Fact(say.Text("label.lastActivity"), LeadBlocks.LastActivity(view)),
            .. lead.Attributes.Select(attribute => Anatomy.Fact(say.Value(attribute.Key), say.Given(attribute.Value))),
            Anatomy.Fact(say.Text("label.id"), say.Value(lead.Id.Value)),
        ];
    }

    private static IEnumerable<AdaptiveElement> Score(HandoffView view) => view.Score.Points is not { } score ? [] :
    [
        Heading(view.Say.Text("details.score", ("score", score))),
        .. view.Score.Lines.Select(line => LeadBlocks.ScoreLine(line, view)),
    ];

    private static IEnumerable<AdaptiveFact?> History(HandoffView view)
    {
        var (handoff, say) = (view.Handoff, view.Say);
        return new (NodaTime.Instant? At, string? What)[]
        {
            (handoff.RequestedAt, handoff.RequestedBy.IsIntake ? say.Text("history.intake") : By(say, "history.requested", handoff.RequestedBy)),
            (handoff.Question?.At, By(say, "history.asked", handoff.Question?.By)),
            (handoff.Answer?.At, By(say, "history.answered", handoff.Answer?.By)),
            (handoff.Route?.EndedAt, say.Text("history.opened")),
            (handoff.AcceptedAt, say.Text("history.accepted")),
            (handoff.ContactedAt, say.Text("history.contacted")),
            (handoff.QualifiedAt, say.Text("history.qualified")),
            (handoff.Rejection?.At, By(say, "history.rejected", handoff.Rejection?.By)),
            (handoff.Recycling?.At, By(say, "history.recycled", handoff.Recycling?.By)),
        }
        .Concat(FollowWords.History(view))
        .Concat(handoff.Notices.All.Where(notice => notice.Kind is not (NoticeKind.Reminder or NoticeKind.Again)).Select(notice => NoticeWords.InHistory(view, notice)))
        .Where(step => step.At is not null)
        .OrderBy(step => step.At)
        .Select(step => Anatomy.Fact(view.Moments.At(step.At!.Value).Text, step.What))
        .Append(handoff.Owner is { } owner ? Anatomy.Fact(say.Text("label.owner"), say.Value(owner.Name)) : null);
    }

    private static string? By(Say say, string key, PersonRef? person) => person is null ? null : say.Text(key, ("person", person.Name));

    private static AdaptiveTextBlock Heading(string text) => new(CardText.Plain(text)) { Weight = AdaptiveTextWeight.Bolder, Spacing = AdaptiveSpacing.Medium };
}
