using TeamsBot.Domain;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs;

/// <summary>Gathers what a card of a handoff shows beyond the handoff itself: the reader's language and time, the channel, the colleagues.</summary>
public sealed class HandoffViews(PeopleStore people, ConversationStore conversations, AgreementStore agreements, AnnouncementStore announcements, HandoffStore handoffs, Crew crew, TimeProvider time)
{
    // Teams refreshes a card by itself for so many people at the most.
    private const int MostRefreshed = 60;

    /// <summary>What the sender of a turn sees.</summary>
    public async Task<HandoffView> ForAsync(Turn turn, Handoff handoff, Lead lead, Audience audience, Notice? notice, CancellationToken cancel)
    {
        var view = new HandoffView(handoff, lead, audience, turn.Say, turn.TimeZone, turn.Now) { Notice = notice };
        return await FilledAsync(view, await SceneAsync(turn.Organisation, handoff, lead, cancel));
    }

    /// <summary>What all copies of a handoff have in common; for as long as they are shown.</summary>
    public async Task<HandoffScene> SceneAsync(Handoff handoff, Lead lead, CancellationToken cancel) =>
        await SceneAsync((await people.OrganisationAsync(handoff.Tenant, cancel)).Value, handoff, lead, cancel);

    /// <summary>What a copy shows that stands in a chat or channel: in the language of its person, else of the organisation.</summary>
    public async Task<HandoffView> ForAsync(Copy copy, Handoff handoff, Lead lead, HandoffScene scene, CancellationToken cancel)
    {
        var organisation = scene.Organisation;
        var person = copy.Person is { } reader ? (await people.PersonAsync(handoff.Tenant, reader.Id, cancel))?.Value : null;
        var audience = copy.Audience == Audience.Owner && !Owns(handoff, copy.Person?.Id) ? Audience.Channel : copy.Audience;
        var view = new HandoffView(
            handoff, lead, audience, Say.In(person?.Language ?? organisation.Language), person?.TimeZone ?? organisation.TimeZone, time.Now)
        {
            Notice = copy.Notice is { } number ? handoff.Notices.Find(number) : null,
        };
        return await FilledAsync(view, scene);
    }

    /// <summary>Whether the lead is this person's now; only then may they see its personal details.</summary>
    public static bool Owns(Handoff handoff, PersonId? person) => handoff.IsOwned && handoff.Owner?.Id == person;

    private async Task<HandoffScene> SceneAsync(Organisation organisation, Handoff handoff, Lead lead, CancellationToken cancel)
    {
        var announced = handoff.IsClosed || string.IsNullOrWhiteSpace(lead.Campaign) ? null : await announcements.OfCampaignAsync(organisation.TenantId, lead.Campaign, cancel);
        return new(
            organisation,
            await agreements.TermsAsync(handoff, cancel),
            new(() => MembersAsync(organisation, handoff.Channel, cancel)),
            new(() => crew.SeenAsync(organisation, handoff.Channel, handoff.Owner?.Id, cancel)))
        {
            Earlier = handoff.ErasedAt is null ? await handoffs.EarlierAsync(handoff.Id, cancel) : [],
            Campaign = announced?.PhaseAt(time.Now, organisation.TimeZone) == CampaignPhase.Live ? announced : null,
            Content = HelpfulContent.Offered(announced),
        };
    }

    private async Task<IReadOnlyList<Member>> MembersAsync(Organisation organisation, string channel, CancellationToken cancel) =>
        organisation.FindChannel(channel) is { Team: var team } ? await conversations.MembersAsync(team, MostRefreshed, cancel) : [];

    private static async Task<HandoffView> FilledAsync(HandoffView view, HandoffScene scene)
    {
        var handoff = view.Handoff;
        var refreshFor = view.Audience == Audience.Channel ? await scene.Members.Value : [];
        var colleagues = view.Audience == Audience.Owner || view.Notice is { Kind: not NoticeKind.Reminder } ? await scene.Colleagues.Value : [];
        return view with
        {
            Earlier = scene.Earlier,
            Channels = scene.Organisation.SalesChannels,
            Rejections = scene.Terms.InForce.Rejections,
            Content = scene.Content,
            CampaignName = scene.Campaign?.Content.Name,
            TalkingPoints = scene.Campaign?.Content.TextIn(view.Say.Language).TalkingPoints ?? [],
            ChannelName = scene.Organisation.FindChannel(handoff.Channel)?.Name ?? "",
            ShowZone = view.Audience is Audience.Channel or Audience.Marketing || view.Notice is { To: null },
            Agreement = scene.Terms.Of(handoff.AcceptClock),
            Calendar = scene.Terms.CalendarOf(handoff.ContactClock ?? handoff.AcceptClock, handoff.Channel),
            RefreshFor = [.. refreshFor.Select(member => member.TeamsId)],
            Colleagues = view.Audience == Audience.Owner || view.Notice is { Kind: NoticeKind.Head or NoticeKind.CatchAll } ? colleagues : [],
            Next = view.Notice is null ? null : NextOf(handoff, scene.Terms, Crew.Reach(scene.Organisation, colleagues)),
        };
    }

    // Told as it stands now; who is next may change until then.
    private static NextStep? NextOf(Handoff handoff, Terms terms, Reach reach) => handoff.NextTold(terms, reach) is { Notice: { To: { } person } notice, At: var at }
        ? new(at, person, notice.Kind is NoticeKind.Offer)
        : null;
}
