using TeamsBot.Domain;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs;

/// <summary>Gathers what a card of a handoff shows beyond the handoff itself: the reader's language and time, the channel, the colleagues.</summary>
public sealed class HandoffViews(PeopleStore people, ConversationStore conversations, OwnerIndex owners, TimeProvider time)
{
    private const int MostCounted = 100;

    private const int MostColleagues = 25;

    // Teams refreshes a card by itself for so many people at the most.
    private const int MostRefreshed = 60;

    /// <summary>What the sender of a turn sees.</summary>
    public async Task<HandoffView> ForAsync(Turn turn, Handoff handoff, Lead lead, Audience audience, CancellationToken cancel)
    {
        var view = new HandoffView(handoff, lead, audience, turn.Say, turn.TimeZone, turn.Now);
        return await FilledAsync(view, turn.Organisation, cancel);
    }

    /// <summary>What a copy shows that stands in a chat or channel: in the language of its person, else of the organisation.</summary>
    public async Task<HandoffView> ForAsync(Copy copy, Handoff handoff, Lead lead, string tenant, CancellationToken cancel)
    {
        var organisation = (await people.OrganisationAsync(tenant, cancel)).Value;
        var person = copy.Person is { } reader ? (await people.PersonAsync(tenant, reader.Id, cancel))?.Value : null;
        var audience = copy.Audience == Audience.Owner && !Owns(handoff, copy.Person?.Id) ? Audience.Channel : copy.Audience;
        var view = new HandoffView(
            handoff, lead, audience, Say.In(person?.Language ?? organisation.Language), person?.TimeZone ?? organisation.TimeZone, time.Now);
        return await FilledAsync(view, organisation, cancel);
    }

    /// <summary>Whether the lead is this person's now; only then may they see its personal details.</summary>
    public static bool Owns(Handoff handoff, PersonId? person) => handoff.IsOwned && handoff.Owner?.Id == person;

    private async Task<HandoffView> FilledAsync(HandoffView view, Organisation organisation, CancellationToken cancel)
    {
        var channel = organisation.FindChannel(view.Handoff.Channel);
        var members = channel is null || view.Audience is Audience.Requester or Audience.Marketing
            ? []
            : await conversations.MembersAsync(channel.Team, MostRefreshed, cancel);
        return view with
        {
            ChannelName = channel?.Name ?? "",
            ShowZone = view.Audience is Audience.Channel or Audience.Marketing,
            RefreshFor = view.Audience == Audience.Channel ? [.. members.Select(member => member.TeamsId)] : [],
            Colleagues = view.Audience == Audience.Owner ? await ColleaguesAsync(view.Handoff, members, cancel) : [],
        };
    }

    private async Task<IReadOnlyList<Colleague>> ColleaguesAsync(Handoff handoff, IReadOnlyList<Member> members, CancellationToken cancel) =>
        await Task.WhenAll(members
            .Select(member => member.Person)
            .Where(person => person.Id != handoff.Owner?.Id)
            .OrderBy(person => person.Name, StringComparer.InvariantCultureIgnoreCase)
            .Take(MostColleagues)
            .Select(async person => new Colleague(person.Id, person.Name, (await owners.OfAsync(person.Id, MostCounted, cancel)).Count)));
}
