using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>The buttons that make sense for this audience in this state; the server decides again whether they are allowed.</summary>
internal static class HandoffButtons
{
    /// <summary>In characters, for notes, questions and answers.</summary>
    private const int LongestNote = 500;

    // A lead that is sent back returns after at least this long, on the first of a month, unless another day is chosen.
    private const int DaysAway = 60;

    public static IReadOnlyList<AdaptiveAction> Of(HandoffView view) => (view.Audience, view.Handoff.State) switch
    {
        _ when view.CanAnswer => [Answer(view), Details(view, inMenu: true)],
        (Audience.Channel or Audience.Asker, HandoffState.Waiting) => [Accept(view), Reject(view), .. Ask(view), Details(view, inMenu: true), .. Why(view, inMenu: true)],
        (Audience.Owner, HandoffState.Accepted) => [Contacted(view), Qualified(view), Recycle(view), .. Reassign(view), .. Ask(view), Details(view, inMenu: true)],
        (Audience.Owner, HandoffState.Contacted) => [Primary(Qualified(view)), .. FeedbackBlocks.Form(view), Recycle(view), .. Reassign(view), Details(view, inMenu: true)],
        (Audience.Owner, HandoffState.Qualified) => [.. FeedbackBlocks.Form(view), Recycle(view), .. Reassign(view), Details(view, inMenu: true)],
        (Audience.Requester or Audience.Marketing, HandoffState.Rejected) => [.. AfterRejection(view), Details(view, inMenu: view.Handoff.Dispute is null)],
        _ when view.CanRule =>
        [
            Button(view, "handoff-stands", "button.stands", HandoffVerbs.Stands),
            Button(view, "handoff-overrule", "button.again", HandoffVerbs.Overrule),
            Details(view, inMenu: true),
        ],
        _ => [Details(view, inMenu: false)],
    };

    /// <summary>None where there is no score.</summary>
    public static IEnumerable<AdaptiveAction> Why(HandoffView view, bool inMenu) => view.Score.Points is null ? [] :
        [Button(view, "handoff-why", "button.why", HandoffVerbs.Why) with { Mode = inMenu ? AdaptiveActionMode.Secondary : AdaptiveActionMode.Primary }];

    public static AdaptiveAction Back(HandoffView view) => Button(view, "handoff-back", "button.back", HandoffVerbs.View);

    /// <summary>Null when nobody has a view of their own.</summary>
    public static AdaptiveRefresh? Refresh(HandoffView view) => view.RefreshFor.Count == 0 ? null : new()
    {
        Action = new() { Title = view.Say.Text("button.refresh"), Verb = HandoffVerbs.View, Data = Data(view) },
        UserIds = [.. view.RefreshFor.Take(AdaptiveRefresh.MaxUserIds)],
    };

    internal static AdaptiveAction Accept(HandoffView view) => Primary(Button(view, "handoff-accept", "button.accept", HandoffVerbs.Accept));

    internal static AdaptiveAction Contacted(HandoffView view) => Primary(Button(view, "handoff-contacted", "button.contacted", HandoffVerbs.Contacted));

    private static AdaptiveExecuteAction Qualified(HandoffView view) => Button(view, "handoff-qualified", "button.qualified", HandoffVerbs.Qualified);

    internal static AdaptiveAction Details(HandoffView view, bool inMenu) =>
        Button(view, "handoff-details", "button.details", HandoffVerbs.Details) with { Mode = inMenu ? AdaptiveActionMode.Secondary : AdaptiveActionMode.Primary };

    private static AdaptiveAction Answer(HandoffView view) => Primary(Send(view, "handoff-answer", "button.sendAnswer", HandoffVerbs.Answer));

    internal static AdaptiveAction Reject(HandoffView view) => RejectForm.Of(view);

    // What came back to be mended is to be handed off again; with any rejection marketing may not agree, once.
    private static IEnumerable<AdaptiveAction> AfterRejection(HandoffView view) =>
    [
        .. view.Handoff.Rejection!.Follows == Consequence.Mend ? [Primary(Button(view, "handoff-again", "button.again", HandoffVerbs.Again))] : Array.Empty<AdaptiveAction>(),
        .. view.Handoff.Dispute is not null ? [] : new[]
        {
            Anatomy.Form(
                view.Say,
                "dispute-form",
                view.Say.Text("button.dispute"),
                Send(view, "handoff-dispute", "button.sendDispute", HandoffVerbs.Dispute),
                Note(view, "why", "dispute.label") with { IsRequired = true, ErrorMessage = view.Say.Text("dispute.missing") }),
        },
    ];

    // While a question is open the same button would only be refused.
    private static IEnumerable<AdaptiveAction> Ask(HandoffView view) => view.HasOpenQuestion ? [] :
    [
        Anatomy.Form(
            view.Say,
            "ask-form",
            view.Say.Text("button.ask"),
            Send(view, "handoff-ask", "button.sendQuestion", HandoffVerbs.Ask),
            Note(view, "question", "ask.label") with { IsRequired = true, ErrorMessage = view.Say.Text("ask.missing") }),
    ];

    private static AdaptiveAction Recycle(HandoffView view)
    {
        var today = view.Moments.Today;
        var away = today.PlusDays(DaysAway);
        var until = new AdaptiveDateInput
        {
            Id = "until",
            Label = view.Say.Text("recycle.until"),
            IsRequired = true,
            ErrorMessage = view.Say.Text("recycle.untilMissing"),
            Min = today.PlusDays(1).ToDateOnly(),
            Value = new LocalDate(away.Year, away.Month, 1).PlusMonths(1).ToDateOnly(),
        };
        var reasons = Enum.GetValues<RecycleReason>().Select(reason => new AdaptiveChoice(ReasonWords.Alone(ReasonWords.Of(reason, view.Say)), reason.ToString()));
        return Anatomy.Form(
            view.Say,
            "recycle-form",
            view.Say.Text("button.notNow"),
            Send(view, "handoff-recycle", "button.sendBack", HandoffVerbs.Recycle),
            Choice(view, "reason", "recycle.label", "recycle.choose", "recycle.missing", reasons),
            until);
    }

    private static IEnumerable<AdaptiveAction> Reassign(HandoffView view) => view.Colleagues.Count == 0 ? [] : [ReassignForm(view, "button.reassign", "button.reassignLead")];

    internal static AdaptiveAction ReassignForm(HandoffView view, string title, string send) => Anatomy.Form(
        view.Say,
        "reassign-form",
        view.Say.Text(title),
        Send(view, "handoff-reassign", send, HandoffVerbs.Reassign),
        Choice(view, "to", "reassign.label", "reassign.choose", "reassign.missing", view.Colleagues.Select(colleague => Choice(colleague, view.Say))));

    private static AdaptiveChoice Choice(Colleague colleague, Say say) =>
        new(say.Text("reassign.colleague", ("person", colleague.Name), ("leads", colleague.OpenLeads)), colleague.Id.Value);

    internal static AdaptiveChoiceSetInput Choice(HandoffView view, string id, string label, string choose, string missing, IEnumerable<AdaptiveChoice> choices) => new()
    {
        Id = id,
        Label = view.Say.Text(label),
        Placeholder = view.Say.Text(choose),
        IsRequired = true,
        ErrorMessage = view.Say.Text(missing),
        Style = AdaptiveChoiceInputStyle.Compact,
        Choices = [.. choices],
    };

    public static AdaptiveTextInput AnswerField(HandoffView view) =>
        Note(view, "answer", "answer.label") with { IsRequired = true, ErrorMessage = view.Say.Text("answer.missing"), Spacing = AdaptiveSpacing.Medium };

    internal static AdaptiveTextInput Note(HandoffView view, string id, string label) => new()
    {
        Id = id,
        Label = view.Say.Text(label),
        IsMultiline = true,
        MaxLength = LongestNote,
    };

    internal static AdaptiveExecuteAction Primary(AdaptiveExecuteAction button) => button with { Style = AdaptiveActionStyle.Positive };

    internal static AdaptiveExecuteAction Send(HandoffView view, string id, string title, string verb) =>
        Button(view, id, title, verb) with { AssociatedInputs = AdaptiveAssociatedInputs.Auto };

    internal static AdaptiveExecuteAction Button(HandoffView view, string id, string title, string verb) =>
        Anatomy.Button(id, view.Say.Text(title), verb, Data(view));

    internal static CardData Data(HandoffView view, params IEnumerable<(string, CardValue)> further) => CardData.Of(
    [
        ("handoff", view.Handoff.Id.ToString()),
        ("v", view.Handoff.Version),
        .. view.Notice is { } notice ? [("notice", notice.Number)] : Array.Empty<(string, CardValue)>(),
        .. further,
    ]);
}
