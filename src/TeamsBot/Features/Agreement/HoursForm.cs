using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Protocol.Cards;
using TeamsBot.Routing;
using TeamsBot.Text;

namespace TeamsBot.Features.Agreement;

/// <summary>The working time of one channel, or of all others, as it was typed.</summary>
/// <param name="Closed">Dates and regions, one a line.</param>
public sealed record TypedHours(string? Week, string? TimeZone, string? Closed);

/// <summary>The working time as a form: first whose it is, where there are several channels.</summary>
public static class HoursForm
{
    private const int LongestWeek = 500;
    private const int LongestZone = 80;
    private const int LongestClosed = 6_000;

    /// <summary>Asks whose working time is to change.</summary>
    public static AdaptiveCard Choose(AgreementFormView view, IReadOnlyList<SalesChannel> channels)
    {
        var (say, title) = (view.Say, view.Say.Text("agreement.whoseHours"));
        var list = new AdaptiveChoiceSetInput
        {
            Id = AgreementVerbs.Channel,
            Label = say.Text("channelChoice.label"),
            Style = AdaptiveChoiceInputStyle.Compact,
            Value = AgreementVerbs.AllChannels,
            Choices =
            [
                new(say.Text("agreement.allChannels"), AgreementVerbs.AllChannels),
                .. channels.Select(channel => new AdaptiveChoice(say.Value(channel.Name), channel.Id)),
            ],
        };
        var next = Anatomy.Button(AgreementVerbs.Hours, say.Text("agreement.continue"), AgreementVerbs.Hours, CardData.Empty) with { AssociatedInputs = AdaptiveAssociatedInputs.Auto };
        var back = Anatomy.Button(AgreementVerbs.View, say.Text("button.back"), AgreementVerbs.View, CardData.Empty);
        return Anatomy.Card(say, title, title, [Anatomy.State(say.Text("agreement.state", ("version", view.Current.Version))), Anatomy.Title(title), list], next, back);
    }

    /// <param name="channel">Null for all channels that have none of their own.</param>
    /// <param name="typed">Null fills in what is in force.</param>
    public static AdaptiveCard Render(AgreementFormView view, SalesChannel? channel, TypedHours? typed = null)
    {
        var say = view.Say;
        typed ??= Of(channel is null ? view.Current.WorkingTimes[SlaAgreement.DefaultWorkingTime] : view.Current.CalendarOf(channel.Id), say);
        IEnumerable<AdaptiveElement> inputs =
        [
            AgreementFormCard.Text(AgreementVerbs.Week, say.Text("agreement.week"), typed.Week) with { Placeholder = say.Text("agreement.weekExample"), MaxLength = LongestWeek, IsMultiline = true, Spacing = AdaptiveSpacing.Medium },
            AgreementFormCard.Text(AgreementVerbs.TimeZone, say.Text("setup.timeZone"), typed.TimeZone) with { Placeholder = "Europe/Warsaw", MaxLength = LongestZone },
            AgreementFormCard.Text(AgreementVerbs.Closed, say.Text("agreement.closedLines"), typed.Closed) with { Placeholder = "05-01\n2026-12-24..2026-12-26", MaxLength = LongestClosed, IsMultiline = true },
        ];
        return AgreementFormCard.Render(
            view,
            channel is null ? say.Text("agreement.hoursOfAll") : say.Text("agreement.hoursOf", ("channel", channel.Name)),
            path => Place(path, say),
            inputs,
            AgreementFormCard.Save(view, AgreementVerbs.SaveHours, (AgreementVerbs.Channel, channel?.Id ?? AgreementVerbs.AllChannels)));
    }

    public static TypedHours Read(CardInput input) => new(
        input.Text(AgreementVerbs.Week, LongestWeek), input.Text(AgreementVerbs.TimeZone, LongestZone), input.Text(AgreementVerbs.Closed, LongestClosed));

    /// <summary>The same in the words of the document.</summary>
    public static TypedWorkingTime InDocument(TypedHours typed, SalesChannel? channel) =>
        new(channel?.Id, TypedTime.Week(typed.Week), typed.TimeZone, TypedTime.Lines(typed.Closed));

    private static TypedHours Of(WorkingCalendar calendar, Say say) =>
        new(Bidi.Strip(CalendarWords.Hours(calendar.Week, say).Text), calendar.Zone.Id, string.Join('\n', TypedWorkingTime.ClosedOf(calendar)));

    private static string? Place(string path, Say say) => path.Split('.', 4) switch
    {
        [_, _, "timeZone"] => say.Text("setup.timeZone"),
        [_, _, "week", ..] or ["workingTime", SlaAgreement.DefaultWorkingTime] => say.Text("agreement.week"),
        [_, _, var dates, ..] when dates.StartsWith("closed", StringComparison.Ordinal) => say.Text("agreement.closed"),
        _ => null,
    };
}
