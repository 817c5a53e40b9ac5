using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Sla;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Agreement;

/// <summary>The parts of an agreement in plain words.</summary>
internal static class AgreementWords
{
    public static string Hours(WorkingCalendar calendar, Say say) =>
        say.Text("agreement.hours", ("hours", CalendarWords.Hours(calendar.Week, say)), ("zone", calendar.Zone.Id));

    public static string Reminders(SlaAgreement agreement, Say say) => agreement.Reminders.Count == 0
        ? say.Text("agreement.none")
        : say.Text("agreement.remindersAt", ("percents", new Phrase(string.Join(say.Text("list.comma"), agreement.Reminders.Select(percent => say.Value($"{percent}%"))))));

    public static string Quiet(SlaAgreement agreement, Say say) => agreement.Quiet is not { } quiet || quiet.From == quiet.To
        ? say.Text("agreement.none")
        : say.Text("agreement.quietHours", ("times", new Phrase(say.Value($"{Time(quiet.From)}–{(quiet.To == LocalTime.Midnight ? "24:00" : Time(quiet.To))}"))));

    /// <summary>Null where marketing promised nothing.</summary>
    public static string? Promise(SlaAgreement agreement, Say say) => agreement.Promise is not { } promise
        ? null
        : say.Text("agreement.promised", ("leads", promise.LeadsPerMonth), ("percent", new Phrase(say.Value($"{promise.AcceptancePercent}%"))));

    /// <summary>How late it is, and what happens then.</summary>
    public static IEnumerable<AdaptiveFact?> Escalation(AgreementView view) => view.Agreement.Escalation.Select(step => Anatomy.Fact(
        view.Say.Text("time.late", ("duration", view.Moments.InHours(step.After))),
        Step(step, view)));

    /// <summary>The reasons for which sales rejects a lead, by what follows from them.</summary>
    public static IEnumerable<AdaptiveFact?> Rejections(AgreementView view) => view.Agreement.Rejections.OrderBy(one => one.Key).GroupBy(one => one.Value).Select(same => Anatomy.Fact(
        ReasonWords.Alone(ReasonWords.Of(same.Key, view.Say)),
        string.Join(view.Say.Text("list.comma"), same.Select(one => ReasonWords.Of(one.Key, view.Say)))));

    private static string Step(EscalationStep step, AgreementView view) => step.Do switch
    {
        EscalationAction.Remind => view.Say.Text("agreement.remind"),
        EscalationAction.Head => view.Say.Text("agreement.head"),
        EscalationAction.Next => view.Say.Text("agreement.next"),
        EscalationAction.NextChannel => view.Say.Text("agreement.nextChannel"),
        EscalationAction.CatchAll when view.Agreement.CatchAll is { } person => view.Say.Text("agreement.asked", ("person", person.Name)),
        EscalationAction.CatchAll => view.Say.Text("agreement.headAsked"),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Do, "No such step."),
    };

    private static string Time(LocalTime time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
