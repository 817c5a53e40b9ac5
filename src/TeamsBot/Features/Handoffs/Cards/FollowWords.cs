using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>What follows a rejection, and what came before a handoff.</summary>
internal static class FollowWords
{
    /// <summary>Said of a reason before it is chosen: "back in 90 days".</summary>
    public static string Ahead(HandoffView view, RejectionTerms terms) => (terms.Do, view.OtherChannels) switch
    {
        (Consequence.Reroute, []) => view.Say.Text("follow.mend"),
        (Consequence.Reroute, [var only]) => view.Say.Text("follow.passedTo", ("channel", only.Name)),
        _ => ReasonWords.Of(terms, view.Say),
    };

    /// <summary>What follows from a rejection as it was stored: "Back on Mon 1 Mar".</summary>
    public static string Of(HandoffView view, Rejection rejection) => ReasonWords.Alone(rejection switch
    {
        { Until: { } day } => view.Say.Text("follow.backOn", ("date", view.Moments.Date(day))),
        { To: { } to } => view.Say.Text("follow.passedTo", ("channel", NameOf(view, to))),
        { Follows: Consequence.Disqualify } => view.Say.Text("follow.disqualify"),
        _ => view.Say.Text("follow.mend"),
    });

    /// <summary>How the lead's last handoff before this one ended: "Returned: rejected by Ben on 3 Mar: bad timing". Null for a first one.</summary>
    public static AdaptiveElement? Before(HandoffView view)
    {
        if (view.Earlier is not [.., var last] || Ended(view, last) is not { } ended)
        {
            return null;
        }

        var label = view.Say.Text(view.Handoff.Cause switch
        {
            HandoffCause.Returned => "label.returned",
            HandoffCause.Rerouted => "label.passedOn",
            HandoffCause.Overruled => "label.overruled",
            _ => "label.before",
        });
        return Anatomy.Line(AdaptiveSpacing.Small, Anatomy.Labelled(label, ended));
    }

    /// <summary>All that came before, for the history: when, and what.</summary>
    public static IEnumerable<(NodaTime.Instant? At, string? What)> History(HandoffView view) => view.Earlier.SelectMany(earlier => new (NodaTime.Instant?, string?)[]
    {
        (earlier.RequestedAt, NameOf(view, earlier.Channel) is { Length: > 0 } channel ? view.Say.Text("notice.handedTo", ("channel", channel)) : view.Say.Text("notice.handed")),
        (earlier.AcceptedAt, earlier.Owner is { } owner ? view.Say.Text("notice.acceptedBy", ("person", owner.Name)) : null),
        ((earlier.Rejection?.At ?? earlier.Recycling?.At), Ended(view, earlier) is { } ended ? ReasonWords.Alone(ended) : null),
    });

    private static string? Ended(HandoffView view, Handoff earlier)
    {
        var (key, by, at, reason, note) = earlier switch
        {
            { Rejection: { } rejection } => ("earlier.rejected", rejection.By, rejection.At, ReasonWords.Of(rejection.Reason, view.Say), rejection.Note),
            { Recycling: { } recycling } => ("earlier.recycled", recycling.By, recycling.At, ReasonWords.Of(recycling.Reason, view.Say), null),
            _ => default,
        };
        if (key is null)
        {
            return null;
        }

        var what = view.Say.Text(key, ("person", by.Name), ("date", view.Moments.Date(at)), ("reason", new Phrase(reason)));
        return view.Say.Given(note) is { } words ? view.Say.Text("earlier.noted", ("what", new Phrase(what)), ("note", new Phrase(words))) : what;
    }

    private static string NameOf(HandoffView view, string channel) => view.Channels.FirstOrDefault(known => known.Id == channel)?.Name ?? "";
}
