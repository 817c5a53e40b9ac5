using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Campaigns;

public enum AnnouncementFaultKind
{
    Missing,
    TooLong,
    TooMany,

    /// <summary>A date, time, amount or address that cannot be read as one.</summary>
    NotReadable,

    /// <summary>The last day is before the first.</summary>
    EndBeforeStart,

    /// <summary>The last day is over.</summary>
    EndInPast,

    /// <summary>In every channel that it would be posted to, the time is over.</summary>
    PostInPast,

    /// <summary>It would be posted after the last day.</summary>
    PostAfterEnd,

    /// <summary>A channel or person that Baton does not know (any more).</summary>
    Unknown,
}

/// <summary>Something that has to be mended before it is announced.</summary>
/// <param name="Field">One of <see cref="AnnouncementForm.Fields"/>, also in a further language.</param>
/// <param name="Found">The part of the field that is wrong; null where the whole is.</param>
/// <param name="Most">How much is allowed, where it is too much.</param>
public sealed record AnnouncementFault(string Field, AnnouncementFaultKind Kind, string? Found = null, int? Most = null);

/// <summary>What an announcement is checked against.</summary>
/// <param name="CalendarOf">The working time of a sales channel, with its zone.</param>
public sealed record AnnouncementContext(Organisation Organisation, Instant Now, Func<string, WorkingCalendar> CalendarOf, Func<PersonId, bool> IsKnown)
{
    public LocalDate Today => Organisation.TimeZone.DayOf(Now);
}

/// <summary>Whether an announcement can be posted as it was typed.</summary>
public static class AnnouncementCheck
{
    public const int LongestName = 80;
    public const int LongestText = 300;
    public const int LongestPoint = 200;
    public const int MostPoints = 20;
    public const int MostLinks = 10;

    /// <summary>In the order of the form; none when it can be posted.</summary>
    /// <param name="before">What is posted already: a time of posting that stays is not in the past.</param>
    public static IReadOnlyList<AnnouncementFault> Faults(AnnouncementForm form, AnnouncementContext context, AnnouncementForm? before = null)
    {
        var content = AnnouncementContent.Of(form);
        return
        [
            .. Text(form, AnnouncementForm.Name, LongestName, isRequired: true),
            .. Dates(content, context),
            .. Text(form, AnnouncementForm.Audience, LongestText),
            .. Text(form, AnnouncementForm.Offer, LongestText),
            .. Text(form, AnnouncementForm.Goal, LongestText),
            .. Unreadable(form, AnnouncementForm.Budget, content.Budget is not null),
            .. content.Owner is { } owner && !context.IsKnown(owner) ? [new AnnouncementFault(AnnouncementForm.Owner, AnnouncementFaultKind.Unknown)] : Array.Empty<AnnouncementFault>(),
            .. Points(form, AnnouncementForm.TalkingPoints),
            .. Links(form),
            .. Channels(content, context),
            .. Posting(content, context, before),
            .. Enum.GetValues<Language>().SelectMany(language => Further(form, language)),
        ];
    }

    private static IEnumerable<AnnouncementFault> Text(AnnouncementForm form, string field, int most, bool isRequired = false)
    {
        if (form[field].Length > most)
        {
            yield return new(field, AnnouncementFaultKind.TooLong, Most: most);
        }
        else if (isRequired && form[field].Length == 0)
        {
            yield return new(field, AnnouncementFaultKind.Missing);
        }
    }

    private static IEnumerable<AnnouncementFault> Unreadable(AnnouncementForm form, string field, bool isRead)
    {
        if (form[field].Length > 0 && !isRead)
        {
            yield return new(field, AnnouncementFaultKind.NotReadable, form[field]);
        }
    }

    private static IEnumerable<AnnouncementFault> Dates(AnnouncementContent content, AnnouncementContext context)
    {
        foreach (var (field, day) in new[] { (AnnouncementForm.StartsOn, content.StartsOn), (AnnouncementForm.EndsOn, content.EndsOn) })
        {
            if (day is null)
            {
                var typed = content.Form[field];
                yield return new(field, typed.Length == 0 ? AnnouncementFaultKind.Missing : AnnouncementFaultKind.NotReadable, typed.Length == 0 ? null : typed);
            }
        }

        if (content.EndsOn < content.StartsOn)
        {
            yield return new(AnnouncementForm.EndsOn, AnnouncementFaultKind.EndBeforeStart);
        }
        else if (content.EndsOn < context.Today)
        {
            yield return new(AnnouncementForm.EndsOn, AnnouncementFaultKind.EndInPast);
        }
    }

    private static IEnumerable<AnnouncementFault> Points(AnnouncementForm form, string field)
    {
        var points = AnnouncementContent.Lines(form[field]);
        if (points.Count > MostPoints)
        {
            yield return new(field, AnnouncementFaultKind.TooMany, Most: MostPoints);
        }

        foreach (var point in points.Where(point => point.Length > LongestPoint))
        {
            yield return new(field, AnnouncementFaultKind.TooLong, point, LongestPoint);
        }
    }

    private static IEnumerable<AnnouncementFault> Links(AnnouncementForm form)
    {
        var lines = AnnouncementContent.Lines(form[AnnouncementForm.Links]);
        if (lines.Count > MostLinks)
        {
            yield return new(AnnouncementForm.Links, AnnouncementFaultKind.TooMany, Most: MostLinks);
        }

        foreach (var line in lines)
        {
            if (AnnouncementContent.Link(line) is not { } link)
            {
                yield return new(AnnouncementForm.Links, AnnouncementFaultKind.NotReadable, line);
            }
            else if (link.Title.Length > LongestName)
            {
                yield return new(AnnouncementForm.Links, AnnouncementFaultKind.TooLong, line, LongestName);
            }
        }
    }

    private static IEnumerable<AnnouncementFault> Channels(AnnouncementContent content, AnnouncementContext context)
    {
        if (content.SalesChannels.Count == 0)
        {
            yield return new(AnnouncementForm.SalesChannels, AnnouncementFaultKind.Missing);
        }

        foreach (var channel in content.SalesChannels.Where(id => context.Organisation.FindChannel(id) is null))
        {
            yield return new(AnnouncementForm.SalesChannels, AnnouncementFaultKind.Unknown, channel);
        }
    }

    private static IEnumerable<AnnouncementFault> Posting(AnnouncementContent content, AnnouncementContext context, AnnouncementForm? before)
    {
        var (date, time) = (content.Form[AnnouncementForm.PostDate], content.Form[AnnouncementForm.PostTime]);
        if (date.Length == 0 && time.Length == 0)
        {
            yield break;
        }

        if (content.PostAt is not { } at)
        {
            var field = AnnouncementContent.Day(date) is null ? AnnouncementForm.PostDate : AnnouncementForm.PostTime;
            var typed = content.Form[field];
            yield return new(field, typed.Length == 0 ? AnnouncementFaultKind.Missing : AnnouncementFaultKind.NotReadable, typed.Length == 0 ? null : typed);
        }
        else if (at.Date > content.EndsOn)
        {
            yield return new(AnnouncementForm.PostDate, AnnouncementFaultKind.PostAfterEnd);
        }
        else if (!IsAsBefore(before, date, time) && content.SalesChannels.Select(context.CalendarOf).All(calendar => calendar.Zone.MomentOf(at) <= context.Now))
        {
            yield return new(AnnouncementForm.PostDate, AnnouncementFaultKind.PostInPast);
        }
    }

    private static bool IsAsBefore(AnnouncementForm? before, string date, string time) =>
        before is not null && before[AnnouncementForm.PostDate] == date && before[AnnouncementForm.PostTime] == time;

    private static IEnumerable<AnnouncementFault> Further(AnnouncementForm form, Language language) =>
    [
        .. Text(form, AnnouncementForm.In(AnnouncementForm.Audience, language), LongestText),
        .. Text(form, AnnouncementForm.In(AnnouncementForm.Offer, language), LongestText),
        .. Points(form, AnnouncementForm.In(AnnouncementForm.TalkingPoints, language)),
    ];
}
