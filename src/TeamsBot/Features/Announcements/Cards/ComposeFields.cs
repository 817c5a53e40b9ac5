using NodaTime.Text;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>The inputs of the form, filled with what was typed, whatever that is.</summary>
internal static class ComposeFields
{
    private const int MostChannels = 60;
    private const int MostPeople = 100;

    // Beyond this a person types to find a name. A shorter list opens, since some clients show an id where one can type.
    private const int LongestList = 40;

    private const int LongestTitle = 50;
    private const int LongestLines = 4_000;

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    public static AdaptiveTextInput Text(ComposeView view, string field, int most) => new()
    {
        Id = field,
        Label = Label(field, view.Say),
        Value = Typed(view, field),
        MaxLength = Math.Max(most, view.Form[field].Length),
    };

    public static AdaptiveTextInput Lines(ComposeView view, string field) => Text(view, field, LongestLines) with { IsMultiline = true };

    // What cannot be read as a date would be lost in a field for dates.
    public static AdaptiveInput Date(ComposeView view, string field) => (view.Form[field], LocalDatePattern.Iso.Parse(view.Form[field])) switch
    {
        ({ Length: > 0 }, { Success: false }) => Text(view, field, AnnouncementCheck.LongestName) with { Placeholder = "2026-11-23" },
        var (_, read) => new AdaptiveDateInput { Id = field, Label = FaultSentence.Label(field, view.Say), Value = read.Success ? read.Value.ToDateOnly() : null },
    };

    public static AdaptiveInput Time(ComposeView view, string field) => (view.Form[field], Clock.Parse(view.Form[field])) switch
    {
        ({ Length: > 0 }, { Success: false }) => Text(view, field, AnnouncementCheck.LongestName) with { Placeholder = "09:30" },
        var (_, read) => new AdaptiveTimeInput { Id = field, Label = FaultSentence.Label(field, view.Say), Value = read.Success ? read.Value.ToTimeOnly() : null },
    };

    public static AdaptiveInput Kinds(ComposeView view) => new AdaptiveChoiceSetInput
    {
        Id = AnnouncementForm.Kinds,
        Label = FaultSentence.Label(AnnouncementForm.Kinds, view.Say),
        IsMultiSelect = true,
        Style = AdaptiveChoiceInputStyle.Compact,
        Placeholder = view.Say.Text("announcement.chooseKinds"),
        Choices = [.. Enum.GetValues<CampaignKind>().Select(kind => new AdaptiveChoice(AnnouncementWords.Kind(kind, view.Say), kind.ToString()))],
        Value = Joined(AnnouncementContent.Of(view.Form).Kinds.Select(kind => kind.ToString())),
    };

    public static AdaptiveInput Owner(ComposeView view)
    {
        var author = view.Announcement.Author;
        var chosen = AnnouncementContent.Of(view.Form).Owner;
        PersonRef[] people = [.. view.People.Prepend(view.Announcement.Owner).Append(author).Where(person => person.Name.Length > 0).DistinctBy(person => person.Id)];
        PersonRef[] offered = [.. people.Where(person => person.Id == chosen || person.Id == author.Id), .. people.Where(person => person.Id != chosen && person.Id != author.Id).Take(MostPeople)];
        return new AdaptiveChoiceSetInput
        {
            Id = AnnouncementForm.Owner,
            Label = FaultSentence.Label(AnnouncementForm.Owner, view.Say),
            Style = offered.Length > LongestList ? AdaptiveChoiceInputStyle.Filtered : AdaptiveChoiceInputStyle.Compact,
            Choices = [.. offered.Select(person => new AdaptiveChoice(AnnouncementWords.Cut(person.Name, LongestTitle, view.Say), person.Id.Value))],
            Value = (offered.FirstOrDefault(person => person.Id == chosen) ?? author).Id.Value,
        };
    }

    /// <summary>All of them are chosen until somebody chose, chose none, or posted.</summary>
    public static AdaptiveInput Channels(ComposeView view)
    {
        var channels = view.Organisation.SalesChannels.Take(MostChannels).ToArray();
        var chosen = AnnouncementContent.Of(view.Form).SalesChannels;
        return new AdaptiveChoiceSetInput
        {
            Id = AnnouncementForm.SalesChannels,
            Label = FaultSentence.Label(AnnouncementForm.SalesChannels, view.Say),
            IsMultiSelect = true,
            Wrap = true,
            Style = AdaptiveChoiceInputStyle.Expanded,
            Choices = [.. channels.Select(channel => new AdaptiveChoice(Title(channel, view.Say), channel.Id))],
            Value = chosen.Count == 0 && view.Announcement.Published is null && view.Faults.All(fault => fault.Field != AnnouncementForm.SalesChannels)
                ? Joined(channels.Select(channel => channel.Id))
                : Joined(channels.Select(channel => channel.Id).Where(chosen.Contains)),
        };
    }

    /// <summary>How many channels the form has no room for.</summary>
    public static int NotShown(ComposeView view) => Math.Max(0, view.Organisation.SalesChannels.Count - MostChannels);

    // These need a word on how to write them, or who sees it.
    private static string Label(string field, Say say) => field switch
    {
        AnnouncementForm.Budget => say.Text("announcement.budget"),
        AnnouncementForm.TalkingPoints => say.Text("announcement.talkingPoints"),
        AnnouncementForm.Links => say.Text("announcement.links"),
        _ => FaultSentence.Label(field, say),
    };

    private static string Title(SalesChannel channel, Say say) =>
        Anatomy.Dotted(AnnouncementWords.Cut(channel.Name, LongestTitle, say), say.Given(LeadWords.Cut(channel.For, LongestTitle)));

    private static string? Typed(ComposeView view, string field) => view.Form[field] is { Length: > 0 } text ? text : null;

    private static string? Joined(IEnumerable<string> values) => string.Join(',', values) is { Length: > 0 } text ? text : null;
}
