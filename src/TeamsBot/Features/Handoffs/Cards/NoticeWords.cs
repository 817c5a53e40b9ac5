using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Sla;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>The sentences of a notice: what is the matter, since when, why, and what Baton does next.</summary>
internal static class NoticeWords
{
    // From here on a reminder is the last call.
    private const int LastCall = 75;

    /// <summary>The first line, and its colour, which only repeats it.</summary>
    public static (string Text, AdaptiveTextColor Color) State(HandoffView view, Notice notice, SlaClock clock) => notice.Kind switch
    {
        NoticeKind.Offer when notice.Channel is not null => (view.Say.Text("notice.offeredHere"), AdaptiveTextColor.Default),
        NoticeKind.Offer when IsFirst(view, notice) => (First(view), AdaptiveTextColor.Default),
        NoticeKind.Offer => (view.Say.Text("notice.offered"), AdaptiveTextColor.Default),
        NoticeKind.Reminder when !view.IsLate(clock) => (
            view.Say.Text("notice.reminder", ("left", DeadlineWords.Left(view, clock))),
            notice.Percent >= LastCall ? AdaptiveTextColor.Warning : AdaptiveTextColor.Default),
        _ => (view.Say.Text("notice.missed", ("late", DeadlineWords.Late(view, view.Elapsed(clock), clock))), AdaptiveTextColor.Attention),
    };

    /// <summary>Whether it offers the lead to the rep whom it was routed to.</summary>
    public static bool IsFirst(HandoffView view, Notice notice) => notice.Kind == NoticeKind.Offer && notice.Clock == ClockKind.Accept && notice.To is { } rep && rep.Id == view.Handoff.Route?.Rep?.Id;

    private static string First(HandoffView view) => view.Handoff.OfferEndsAt is { } end
        ? view.Say.Text("notice.offeredAlone", ("time", view.Moments.At(end)))
        : view.Say.Text("notice.offeredToAll", ("channel", view.ChannelName));

    /// <summary>Whether the title is a sentence with the lead's name, not the name alone.</summary>
    public static bool NamesLead(Notice notice) => notice.Kind is not (NoticeKind.Reminder or NoticeKind.Offer);

    public static string Title(HandoffView view, Notice notice) => !NamesLead(notice)
        ? view.Lead.Who(view.Say).Text
        : view.Say.Text(notice.Clock == ClockKind.Accept ? "notice.notAnswered" : "notice.notContacted", ("lead", LeadWords.Cut(view.Lead.DisplayName, 28)));

    /// <summary>What is to be done and by when; the first line of a reminder says already how much time is left.</summary>
    public static string? Deadline(HandoffView view, Notice notice, SlaClock clock) => notice.Kind switch
    {
        NoticeKind.Reminder when !view.IsLate(clock) => DeadlineWords.Bare(view),
        _ => NamesLead(notice) ? null : DeadlineWords.Of(view),
    };

    /// <summary>What happened so far, oldest first.</summary>
    public static IEnumerable<AdaptiveFact?> Timeline(HandoffView view, SlaClock clock)
    {
        var (handoff, say) = (view.Handoff, view.Say);
        var began = handoff.Owner is { } owner && clock.Kind == ClockKind.Contact
            ? say.Text("notice.acceptedBy", ("person", owner.Name))
            : view.ChannelName is "" ? say.Text("notice.handed") : say.Text("notice.handedTo", ("channel", view.ChannelName));
        var told = handoff.Notices.All
            .Where(notice => notice.Clock == clock.Kind && notice.Kind is not (NoticeKind.RunOut or NoticeKind.Again) && notice.Number != view.Notice?.Number)
            .Select(notice => (notice.At, What: Told(view, notice)));
        return told.Prepend((clock.StartedAt, began))
            .Append((clock.DueAt, Missed(say, clock.Kind)))
            .OrderBy(step => step.Item1)
            .Select(step => Anatomy.Fact(view.Moments.At(step.Item1).Text, step.Item2));
    }

    /// <summary>How the time was counted, for the one whose clock it was.</summary>
    public static string Why(HandoffView view, SlaClock clock)
    {
        var target = ("target", (object?)view.Length(clock.Target));
        return view.Calendar is { IsAlways: false } calendar
            ? view.Say.Text("notice.whyWorking", target, ("hours", CalendarWords.Hours(calendar.Week, view.Say)), ("zone", calendar.Zone.Id))
            : view.Say.Text("notice.why", target);
    }

    /// <summary>What happens if nobody does anything; null when nothing does.</summary>
    public static string? Next(HandoffView view, Notice notice)
    {
        if (view.Next is not { } next)
        {
            return null;
        }

        var decides = notice.Kind is NoticeKind.Head or NoticeKind.CatchAll;
        var time = view.Moments.At(next.At);
        return next switch
        {
            { Person: { } person, Offers: true } => view.Say.Text(decides ? "notice.unlessOffers" : "notice.nextOffers", ("person", person.Name), ("time", time)),
            { Person: { } person } => view.Say.Text("notice.nextTells", ("person", person.Name), ("time", time)),
            _ => null,
        };
    }

    /// <summary>What a notice told, for the history; that a time ran out is dated by that time.</summary>
    public static (Instant? At, string? What) InHistory(HandoffView view, Notice notice) => notice.Kind == NoticeKind.RunOut
        ? (notice.Clock == ClockKind.Accept ? view.Handoff.AcceptBy : view.Handoff.ContactBy, Missed(view.Say, notice.Clock))
        : (notice.At, Told(view, notice));

    private static string Missed(Say say, ClockKind clock) => say.Text(clock == ClockKind.Accept ? "notice.deadlineNoAnswer" : "notice.deadlineNoContact");

    private static string Told(HandoffView view, Notice notice) => notice switch
    {
        { Kind: NoticeKind.Reminder } => view.Say.Text("notice.reminded"),
        { Kind: NoticeKind.Offer, To: { } person } => view.Say.Text("notice.offeredTo", ("person", person.Name)),
        { Kind: NoticeKind.Offer } => view.Say.Text("notice.offeredToChannel"),
        { To: { } person } => view.Say.Text("notice.told", ("person", person.Name)),
        _ => "",
    };
}
