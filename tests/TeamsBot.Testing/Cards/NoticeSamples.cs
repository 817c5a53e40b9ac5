using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Features.Handoffs.Cards;

namespace TeamsBot.Testing.Cards;

/// <summary>Every notice of a clock as its reader meets it, on the lead of <see cref="Samples"/>.</summary>
public static class NoticeSamples
{
    private static readonly PersonRef Omar = new(new("u-omar"), "Omar Haddad");

    private static readonly Reach Everybody = new([Samples.Tomasz, Samples.Lena], ["19:sales@thread.tacv2", "19:nordics"], Omar, Samples.Anna);

    private static readonly Reach OneRep = Everybody with { Reps = [Samples.Tomasz] };

    /// <summary>Which notice of which handoff is looked at in which minute after the request.</summary>
    private static readonly Dictionary<string, (Handoff Handoff, int Minute, Reach Reach, int Number)> Told = new()
    {
        ["reminder"] = (Samples.Waiting, 15, Everybody, 1),
        ["last-reminder"] = (Samples.Waiting, 24, Everybody, 2),
        ["missed"] = (Samples.Waiting, 31, Everybody, 3),
        ["head"] = (Samples.Waiting, 45, Everybody, 4),
        ["offer"] = (Samples.Waiting, 60, Everybody, 5),
        ["offer-to-channel"] = (Samples.Waiting, 90, OneRep, 6),
        ["catch-all"] = (Samples.Waiting, 150, Everybody, 7),
        ["first-offer"] = (Samples.Offered, 5, Everybody, 1),
        ["first-offer-over"] = (Samples.Offered, 22, Everybody, 1),
        ["owner-reminder"] = (Samples.Accepted, 108, Everybody, 2),
        ["owner-missed"] = (Samples.Accepted, 132, Everybody, 3),
        ["owner-head"] = (Samples.Accepted, 147, Everybody, 4),
        ["take-over"] = (Samples.Accepted, 162, Everybody, 5),
    };

    public static IEnumerable<string> Names => Told.Keys;

    public static HandoffView View(string name, Language language = Language.English)
    {
        var (handoff, minute, reach, number) = Told[name];
        handoff = Ticked(handoff, Samples.At(minute), reach);
        var view = Samples.View(handoff, minute, Audience.Notice, language);
        return view with
        {
            Notice = handoff.Notices.Find(number),
            Next = handoff.NextTold(Samples.Terms, reach) is { Notice: { To: { } person } next, At: var at } ? new(at, person, next.Kind == NoticeKind.Offer) : null,
        };
    }

    /// <summary>The same notice after somebody accepted the lead.</summary>
    public static HandoffView Settled(Language language = Language.English)
    {
        var told = View("head", language);
        var accepted = (Decision.Applied)told.Handoff.Accept(new(Samples.Tomasz, Roles.Rep), Samples.At(46), Samples.Terms);
        return told with { Handoff = accepted.After, Now = Samples.At(50) };
    }

    // As the timers do it: each step in its time.
    private static Handoff Ticked(Handoff handoff, Instant until, Reach reach)
    {
        while (handoff.NextStep(Samples.Terms) is { } due && due <= until)
        {
            handoff = ((Decision.Applied)handoff.Tick(due, Samples.Terms, reach)).After;
        }

        return handoff;
    }
}
