using NodaTime.Text;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Cards;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Handoffs;

/// <summary>The buttons of a handoff's card. Each is a decision, one write, and the card as the one who clicked may see it.</summary>
public sealed class HandoffClicks(HandoffChanges changes, HandoffStore handoffs, CopyStore copies, PeopleStore people, HandoffViews views, WorkRunner work)
{
    public Task<AdaptiveCardInvokeResponse> AcceptAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        DecideAsync(turn, input, HandoffVerbs.Accept, (handoff, terms) => handoff.Accept(turn.Actor, turn.Now, terms), cancel);

    public Task<AdaptiveCardInvokeResponse> AskAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        DecideAsync(turn, input, HandoffVerbs.Ask, (handoff, terms) => handoff.Ask(turn.Actor, turn.Now, input.Text("question"), terms), cancel);

    public Task<AdaptiveCardInvokeResponse> AnswerAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        DecideAsync(turn, input, HandoffVerbs.Answer, (handoff, terms) => handoff.Reply(turn.Actor, turn.Now, input.Text("answer"), terms), cancel, alsoInMarketing: true);

    public Task<AdaptiveCardInvokeResponse> ContactedAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        DecideAsync(turn, input, HandoffVerbs.Contacted, (handoff, terms) => handoff.Contact(turn.Actor, turn.Now, terms), cancel);

    public Task<AdaptiveCardInvokeResponse> QualifiedAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        DecideAsync(turn, input, HandoffVerbs.Qualified, (handoff, terms) => handoff.Qualify(turn.Actor, turn.Now, terms), cancel);

    public Task<AdaptiveCardInvokeResponse> RecycleAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (input.Choice<RecycleReason>("reason") is not { } reason)
        {
            return Task.FromResult(Answer.Bad(turn, "error.chooseReason"));
        }

        if (!LocalDatePattern.Iso.Parse(input.Text("until") ?? "").TryGetValue(default, out var until))
        {
            return Task.FromResult(Answer.Bad(turn, "error.chooseDate"));
        }

        var today = turn.Now.InZone(turn.TimeZone).Date;
        return DecideAsync(turn, input, HandoffVerbs.Recycle, (handoff, terms) => handoff.Recycle(turn.Actor, turn.Now, reason, until, today, terms), cancel);
    }

    public async Task<AdaptiveCardInvokeResponse> ReassignAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (input.Text("to") is not { } to || await people.PersonAsync(turn.Organisation.TenantId, new PersonId(to), cancel) is not { Value: var person })
        {
            return Answer.Bad(turn, "error.choosePerson");
        }

        var owner = new Actor(person.Ref, turn.Organisation.RolesOf(person));
        return await DecideAsync(turn, input, HandoffVerbs.Reassign, (handoff, terms) => handoff.Reassign(turn.Actor, turn.Now, owner, terms), cancel);
    }

    /// <summary>For the one whom Baton offered the lead to when its time had run out, and for managers.</summary>
    public Task<AdaptiveCardInvokeResponse> TakeAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        DecideAsync(turn, input, HandoffVerbs.Take, (handoff, terms) => handoff.Take(turn.Actor, turn.Now, terms), cancel);

    /// <summary>For the rep who is asked alone: the channel is asked at once.</summary>
    public Task<AdaptiveCardInvokeResponse> PassAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        DecideAsync(turn, input, HandoffVerbs.Pass, (handoff, terms) => handoff.Pass(turn.Actor, turn.Now, terms), cancel);

    /// <summary>The card as it is now for the one who looks: a refresh by Teams, or the way back from the details.</summary>
    public Task<AdaptiveCardInvokeResponse> ViewAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        LookAsync(turn, input, HandoffCard.Render, cancel);

    public Task<AdaptiveCardInvokeResponse> DetailsAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        LookAsync(turn, input, HandoffCard.Details, cancel);

    public Task<AdaptiveCardInvokeResponse> WhyAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        LookAsync(turn, input, HandoffCard.Why, cancel);

    private async Task<AdaptiveCardInvokeResponse> LookAsync(
        Turn turn, CardInput input, Func<HandoffView, AdaptiveCard> render, CancellationToken cancel)
    {
        if (await FindAsync(turn, input, turn.Actor.Is(Roles.Marketer), cancel) is not { } id
            || await handoffs.LoadAsync(id, cancel) is not { } stored
            || !BelongsHere(turn, stored.Handoff, alsoInMarketing: true))
        {
            return Answer.Unknown(turn);
        }

        return Answer.Card(render(await ViewAsync(turn, input, stored.Handoff, stored.Lead, cancel)));
    }

    /// <summary>Takes a decision on the handoff of a card, where the one who clicked may see it, and answers with the card as it is then.</summary>
    internal async Task<AdaptiveCardInvokeResponse> DecideAsync(
        Turn turn, CardInput input, string verb, Func<Handoff, Terms, Decision> decide, CancellationToken cancel, bool alsoInMarketing = false)
    {
        if (await FindAsync(turn, input, mayLookAnywhere: false, cancel) is not { } id)
        {
            return Answer.Unknown(turn);
        }

        var decided = await changes.DecideAsync(
            id,
            (stored, terms) => WhyNot(turn, stored.Handoff, alsoInMarketing) is { } why ? new Decision.Refused(why, stored.Handoff) : decide(stored.Handoff, terms),
            turn.Origin,
            work.Run,
            cancel);
        HandoffMeter.Decided(verb, decided?.Decision);
        return decided is null ? Answer.Unknown(turn) : await AnswerAsync(turn, input, decided, cancel);
    }

    // The ids on a card come from the client. In a personal chat a handoff is there for those who were sent a copy of it,
    // and for marketers to look at, who find any lead.
    private async Task<HandoffId?> FindAsync(Turn turn, CardInput input, bool mayLookAnywhere, CancellationToken cancel)
    {
        if (!HandoffId.TryParse(input.Text("handoff"), out var id))
        {
            return null;
        }

        return !turn.IsPersonal || mayLookAnywhere || (await copies.AllAsync(id, cancel)).Any(copy => copy.Copy.Person?.Id == turn.Person.Id) ? id : null;
    }

    private static Refusal? WhyNot(Turn turn, Handoff handoff, bool alsoInMarketing) =>
        !BelongsHere(turn, handoff, alsoInMarketing) ? Refusal.NotHere
        : handoff.ErasedAt is not null ? Refusal.Erased
        : null;

    // Elsewhere it is there in its own channel, and in marketing's to look at and to answer questions; whether it exists
    // is not told to anybody else.
    private static bool BelongsHere(Turn turn, Handoff handoff, bool alsoInMarketing) =>
        turn.IsPersonal
        || turn.ConversationId == handoff.Channel
        || handoff.Notices.HasAsked(turn.ConversationId)
        || (alsoInMarketing && turn.ConversationId == turn.Organisation.MarketingChannel);

    private async Task<AdaptiveCardInvokeResponse> AnswerAsync(Turn turn, CardInput input, Decided decided, CancellationToken cancel) => decided.Decision switch
    {
        Decision.Applied applied => Answer.Card(HandoffCard.Render(await ViewAsync(turn, input, applied.After, decided.Lead, cancel))),
        Decision.Repeated repeated => Answer.Card(HandoffCard.Render(await ViewAsync(turn, input, repeated.Current, decided.Lead, cancel))),
        Decision.Refused { Why: Refusal.NotHere } => Answer.Unknown(turn),
        Decision.Refused refused => Answer.Say(Refusals.Sentence(refused.Why, refused.Current, turn.Moments)),
        _ => throw new InvalidOperationException("A decision is one of three."),
    };

    private Task<HandoffView> ViewAsync(Turn turn, CardInput input, Handoff handoff, Lead lead, CancellationToken cancel)
    {
        var notice = handoff.Notices.Find(input.Number("notice") ?? 0) is { } told && IsFor(turn, handoff, told) ? told : null;
        var audience = AudienceOf(turn, handoff, notice);
        return views.ForAsync(turn, handoff, lead, audience, audience == Audience.Notice ? notice : null, cancel);
    }

    private static bool IsFor(Turn turn, Handoff handoff, Notice notice) => notice.To is { } person
        ? turn.IsPersonal && person.Id == turn.Person.Id
        : turn.ConversationId == (notice.Channel ?? handoff.Channel);

    private static Audience AudienceOf(Turn turn, Handoff handoff, Notice? notice) => handoff switch
    {
        _ when HandoffViews.Owns(handoff, turn.Person.Id) && notice?.Kind is not (NoticeKind.Reminder or NoticeKind.RunOut or NoticeKind.Again) => Audience.Owner,
        _ when notice is not null => Audience.Notice,
        { Dispute: { } dispute } when turn.IsPersonal && dispute.Heads.Any(head => head.Id == turn.Person.Id) => Audience.Head,
        _ when turn.IsPersonal && turn.Person.Id == handoff.RequestedBy.Id => Audience.Requester,
        _ when turn.ConversationId == turn.Organisation.MarketingChannel && turn.ConversationId != handoff.Channel => Audience.Marketing,
        _ => Audience.Channel,
    };
}
