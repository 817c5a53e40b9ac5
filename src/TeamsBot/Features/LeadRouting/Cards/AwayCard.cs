using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.LeadRouting.Cards;

/// <summary>On which days no leads are routed to somebody, and a form to say so.</summary>
public static class AwayCard
{
    private const int MostPeople = 100;

    /// <param name="shown">Whose days are shown; null where the reader takes no leads and has chosen nobody.</param>
    /// <param name="others">Those whom the reader may speak for; none but a manager's.</param>
    public static AdaptiveCard Render(Moments moments, Person? shown, PersonId reader, IReadOnlyList<Person> others)
    {
        var say = moments.Say;
        var away = shown?.Away is { } days && days.End >= moments.Today ? days : null;
        var title = Title(shown, away, reader, moments);
        AdaptiveElement?[] body =
        [
            Anatomy.State(say.Text("away.state")),
            Anatomy.Title(title),
            Anatomy.Text(say.Text("away.what"), AdaptiveSpacing.Small),
            others.Count == 0 ? null : Who(say, shown, others),
            new AdaptiveDateInput { Id = "from", Label = say.Text("away.from"), Value = (away?.Start ?? moments.Today).ToDateOnly() },
            new AdaptiveDateInput { Id = "to", Label = say.Text("away.to"), Min = moments.Today.ToDateOnly(), Value = away?.End.ToDateOnly() },
        ];
        return Anatomy.Card(say, title, title, body, [.. Buttons(say, shown, away, isManager: others.Count > 0)]);
    }

    private static string Title(Person? shown, DateInterval? away, PersonId reader, Moments moments) => (shown, away) switch
    {
        (null, _) => moments.Say.Text("away.whose"),
        ({ } person, { } days) when person.Id == reader => moments.Say.Text("away.you", ("from", moments.Date(days.Start)), ("to", moments.Date(days.End))),
        ({ } person, { } days) => moments.Say.Text("away.person", ("person", person.Name), ("from", moments.Date(days.Start)), ("to", moments.Date(days.End))),
        ({ } person, null) when person.Id == reader => moments.Say.Text("away.youNot"),
        ({ } person, null) => moments.Say.Text("away.personNot", ("person", person.Name)),
    };

    private static AdaptiveChoiceSetInput Who(Say say, Person? shown, IReadOnlyList<Person> others) => new()
    {
        Id = "who",
        Label = say.Text("away.who"),
        Style = AdaptiveChoiceInputStyle.Compact,
        Value = shown?.Id.Value,
        Choices = [.. others.OrderBy(person => person.Name, StringComparer.InvariantCultureIgnoreCase).Take(MostPeople).Select(person => new AdaptiveChoice(say.Value(person.Name), person.Id.Value))],
    };

    private static IEnumerable<AdaptiveAction> Buttons(Say say, Person? shown, DateInterval? away, bool isManager)
    {
        var whose = shown is null || isManager ? CardData.Empty : CardData.Of(("who", shown.Id.Value));
        yield return Anatomy.Button("away-save", say.Text("away.save"), RouteVerbs.Away, whose) with { AssociatedInputs = AdaptiveAssociatedInputs.Auto };
        if (away is not null)
        {
            yield return Anatomy.Button("away-back", say.Text("away.back"), RouteVerbs.Back, CardData.Of(("who", shown!.Id.Value)));
        }
    }
}
