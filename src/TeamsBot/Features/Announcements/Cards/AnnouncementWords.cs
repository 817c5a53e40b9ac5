using NodaTime;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>How cards speak of an announcement.</summary>
internal static class AnnouncementWords
{
    /// <summary>In characters, for a name in a title.</summary>
    public const int LongestTitle = 60;

    private const int LongestPerson = 40;
    private const int LongestSummary = 99;

    // For the colon of a summary, its space and the marks that keep directions apart.
    private const int RoomForMarks = 6;

    // A weekday alone is clear for so many days.
    private const int DaysNamed = 6;

    /// <summary>"Campaign starts Monday", "Live until 18 Dec", "Ended 18 Dec".</summary>
    public static string State(Announcement announcement, Moments moments)
    {
        var say = moments.Say;
        return announcement.PhaseAt(moments.Now, moments.Zone) switch
        {
            CampaignPhase.Withdrawn => say.Text("announcement.withdrawn"),
            CampaignPhase.Coming => Starts(announcement.Content.StartsOn!.Value, moments),
            CampaignPhase.Over => say.Text("announcement.ended", ("date", moments.Day(announcement.LastDay!.Value))),
            _ when announcement.LastDay is { } last => say.Text("announcement.liveUntil", ("date", moments.Day(last))),
            _ => say.Text("announcement.live"),
        };
    }

    private static string Starts(LocalDate first, Moments moments) => Period.DaysBetween(moments.Today, first) <= DaysNamed
        ? moments.Say.Text("announcement.startsOnDay", ("day", new Phrase(moments.Say.Text("announcement.onWeekdays").Split(' ')[(int)first.DayOfWeek - 1])))
        : moments.Say.Text("announcement.starts", ("date", moments.Day(first)));

    /// <summary>The name, cut where it is long; "Untitled" before it has one.</summary>
    public static string Name(AnnouncementContent content, Say say, int longest = LongestTitle) =>
        content.Name.Length == 0 ? say.Text("announcement.untitled") : Cut(content.Name, longest, say);

    /// <summary>"23 Nov to 18 Dec"; null while both days are unknown.</summary>
    public static string? Dates(LocalDate? first, LocalDate? last, Moments moments) => (first, last) switch
    {
        ({ } from, { } to) when from == to => moments.Date(from).Text,
        ({ } from, { } to) when from.Year == to.Year && to.Year != moments.Today.Year => moments.Say.Text(
            "announcement.datesOfYear", ("from", moments.DayAndMonth(from)), ("to", moments.DayAndMonth(to)), ("year", Moments.Year(to.Year))),
        ({ } from, { } to) => moments.Say.Text("announcement.dates", ("from", moments.Day(from)), ("to", moments.Day(to))),
        ({ } from, null) => moments.Say.Text("announcement.from", ("date", moments.Day(from))),
        (null, { } to) => moments.Say.Text("announcement.until", ("date", moments.Day(to))),
        _ => null,
    };

    public static string? Dates(Announcement announcement, Moments moments) => Dates(announcement.Content.StartsOn, announcement.LastDay, moments);

    /// <summary>"by Priya Raman"; null where no name is known.</summary>
    public static string? Owner(Announcement announcement, Say say) =>
        announcement.Owner.Name.Length == 0 ? null : say.Text("announcement.by", ("person", LeadWords.Cut(announcement.Owner.Name, LongestPerson)));

    /// <summary>"Email, Event", the first ones of them; null where none was given.</summary>
    public static string? Kinds(AnnouncementContent content, Say say, int most = int.MaxValue) =>
        content.Kinds.Count == 0 ? null : string.Join(say.Text("list.comma"), content.Kinds.Take(most).Select(kind => Kind(kind, say)));

    public static string Kind(CampaignKind kind, Say say) => say.Text(kind switch
    {
        CampaignKind.Paid => "announcement.kind.paid",
        CampaignKind.Social => "announcement.kind.social",
        CampaignKind.Email => "announcement.kind.email",
        CampaignKind.Event => "announcement.kind.event",
        CampaignKind.Web => "announcement.kind.web",
        CampaignKind.Partner => "announcement.kind.partner",
        CampaignKind.Other => "announcement.kind.other",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    });

    /// <summary>"12,500.50 EUR".</summary>
    public static string Money(decimal amount, string? currency, Say say)
    {
        var isWhole = amount == decimal.Truncate(amount);
        var number = say.Decimal((double)amount, isWhole ? 0 : 2, allDecimals: true);
        return currency is null ? number : say.Text("announcement.money", ("amount", new Phrase(number)), ("currency", currency));
    }

    /// <summary>Text that people typed, on one line and cut between words.</summary>
    public static string Cut(string text, int longest, Say say) => say.Value(LeadWords.Cut(Outside.OneLine(text), longest));

    /// <summary>Sentences for a screen reader, one after another.</summary>
    public static string Spoken(Say say, params IEnumerable<string?> parts)
    {
        var end = say.Text("sentence.end");
        return string.Join(end, parts.OfType<string>()) + end.TrimEnd();
    }

    /// <summary>"State: name" for a notification, in which the name gives way.</summary>
    public static string Summary(string state, AnnouncementContent content, Say say)
    {
        var room = Math.Max(LongestSummary - state.Length - RoomForMarks, RoomForMarks);
        return LeadWords.Cut(say.Text("summary.state", ("state", new Phrase(state)), ("who", new Phrase(Name(content, say, room)))), LongestSummary);
    }
}
