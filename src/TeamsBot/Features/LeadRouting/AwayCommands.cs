using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.People;
using TeamsBot.Features.LeadRouting.Cards;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.LeadRouting;

/// <summary><c>away</c>: on which days no leads are routed to a rep; a manager says it for others too.</summary>
public sealed class AwayCommands(PeopleStore people)
{
    // Longer is a slip of the hand.
    private const int MostDays = 366;

    public async Task<Reply> ShowAsync(Turn turn, CancellationToken cancel) => WhyNot(turn) ?? Reply.Card(await CardAsync(turn, turn.Person.Id, cancel));

    public async Task<AdaptiveCardInvokeResponse> SaveAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (WhyNot(turn) is { } refusal)
        {
            return refusal.ToInvoke();
        }

        if (Date(input, "from") is not { } from || Date(input, "to") is not { } to)
        {
            return Answer.Bad(turn, "error.chooseDate");
        }

        var today = turn.Now.InZone(turn.TimeZone).Date;
        return to < from || to < today || Period.DaysBetween(from, to) >= MostDays
            ? Answer.Bad(turn, "away.wrongDays")
            : await ChangeAsync(turn, input, new DateInterval(from, to), cancel);
    }

    public async Task<AdaptiveCardInvokeResponse> BackAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        WhyNot(turn) is { } refusal ? refusal.ToInvoke() : await ChangeAsync(turn, input, away: null, cancel);

    private static Reply? WhyNot(Turn turn) =>
        turn.Actor.Is(Roles.Rep) || turn.Actor.Is(Roles.Manager) ? null : Reply.Text(turn.Say.Text("refused.away"));

    private static LocalDate? Date(CardInput input, string name) => LocalDatePattern.Iso.Parse(input.Text(name) ?? "").TryGetValue(default, out var date) ? date : null;

    // Whom it is about comes from the client: others than oneself only a manager speaks for.
    private async Task<AdaptiveCardInvokeResponse> ChangeAsync(Turn turn, CardInput input, DateInterval? away, CancellationToken cancel)
    {
        var tenant = turn.Organisation.TenantId;
        var who = input.Text("who") is { } id ? new PersonId(id) : turn.Person.Id;
        if (who != turn.Person.Id && !turn.Actor.Is(Roles.Manager))
        {
            return Answer.Say(turn.Say.Text("refused.away"));
        }

        if (await people.PersonAsync(tenant, who, cancel) is not { Value: var known } || !turn.Organisation.RolesOf(known).HasFlag(Roles.Rep))
        {
            return Answer.Bad(turn, "error.choosePerson");
        }

        await people.ChangeAsync(tenant, who, person => person! with { Away = away }, cancel);
        return Answer.Card(await CardAsync(turn, who, cancel));
    }

    private async Task<Protocol.Cards.AdaptiveCard> CardAsync(Turn turn, PersonId who, CancellationToken cancel)
    {
        var reps = (await people.AllAsync(turn.Organisation.TenantId, cancel)).Where(person => turn.Organisation.RolesOf(person).HasFlag(Roles.Rep)).ToList();
        var shown = reps.FirstOrDefault(person => person.Id == who);
        return AwayCard.Render(turn.Moments, shown, turn.Person.Id, turn.Actor.Is(Roles.Manager) ? reps : []);
    }
}
