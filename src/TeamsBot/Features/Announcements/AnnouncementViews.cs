using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Storage.Stores;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements;

/// <summary>Gathers what the cards of announcements show: who has acknowledged one, of whom, and how far it is in each channel.</summary>
public sealed class AnnouncementViews(
    AnnouncementStore announcements, AnnouncementPostStore posts, ConversationStore conversations, AgreementStore agreements, PeopleStore people, TimeProvider time)
{
    // Teams refreshes a card by itself for so many people at the most.
    private const int MostRefreshed = 60;

    // Of a larger team the first ones are counted.
    private const int MostMembers = 1_000;

    /// <summary>The card that all of a channel see: in the organisation's language and the channel's zone.</summary>
    public async Task<AnnouncementView> SharedAsync(Announcement announcement, Organisation organisation, SalesChannel channel, CancellationToken cancel)
    {
        var zone = (await agreements.InForceAsync(organisation.TenantId, cancel)).CalendarOf(channel.Id).Zone;
        return await ViewAsync(announcement, channel, reader: null, new(Say.In(organisation.Language), zone, time.Now), cancel);
    }

    /// <summary>The same for one reader.</summary>
    public async Task<AnnouncementView> OwnAsync(Announcement announcement, SalesChannel channel, Person reader, Moments moments, CancellationToken cancel) =>
        await ViewAsync(announcement, channel, reader.Id, moments, cancel) with { Votes = await announcements.VotesAsync(announcement.Id, cancel) };

    /// <summary>For those who may change it.</summary>
    public async Task<AuthorView> StatusAsync(Announcement announcement, Organisation organisation, Person reader, CancellationToken cancel)
    {
        var moments = new Moments(Say.In(reader.Language ?? organisation.Language), reader.TimeZone ?? organisation.TimeZone, time.Now);
        return new(announcement, moments, announcement.IsAnnounced ? await ProgressAsync(announcement, organisation, announcement.Content.SalesChannels, cancel) : [])
        {
            Questions = await announcements.QuestionsAsync(announcement.Id, cancel),
            Votes = await announcements.VotesAsync(announcement.Id, cancel),
            MaySeeBudget = (organisation.RolesOf(reader) & (Roles.Manager | Roles.Admin)) != Roles.Reader,
        };
    }

    /// <summary>What the channels will see of a draft that can be posted, and when.</summary>
    /// <param name="moments">Of the reader.</param>
    public async Task<PreviewView> PreviewAsync(
        Announcement announcement, AnnouncementForm form, Organisation organisation, Moments moments, AnnouncementContext context, CancellationToken cancel)
    {
        var next = announcement with { Published = form, Status = AnnouncementStatus.Announced, AnnouncedAt = announcement.AnnouncedAt ?? moments.Now };
        var cards = await posts.AllAsync(announcement.Id, AnnouncementSlots.Cards, cancel);
        var channels = next.Content.SalesChannels.Select(organisation.FindChannel).OfType<SalesChannel>().Select(channel =>
        {
            var calendar = context.CalendarOf(channel.Id);
            var isThere = cards.Any(card => card.IsPosted && AnnouncementSlots.ChannelOf(card.Slot) == channel.Id);
            return (channel, isThere ? (Instant?)null : AnnouncementSchedule.PostAt(next, calendar), calendar.Zone);
        });
        var card = await SharedAsync(next, organisation, organisation.FindChannel(next.Content.SalesChannels[0])!, cancel);
        return new(card with { Moments = card.Moments with { Say = moments.Say }, RefreshFor = [] }, [.. channels]);
    }

    /// <summary>What became of the card in each of these channels, and who has acknowledged it there.</summary>
    public async Task<IReadOnlyList<ChannelProgress>> ProgressAsync(
        Announcement announcement, Organisation organisation, IReadOnlyList<string> channels, CancellationToken cancel)
    {
        var agreement = await agreements.InForceAsync(organisation.TenantId, cancel);
        var cards = (await posts.AllAsync(announcement.Id, AnnouncementSlots.Cards, cancel)).ToDictionary(post => AnnouncementSlots.ChannelOf(post.Slot), StringComparer.Ordinal);
        var gotIt = (await announcements.AcknowledgementsAsync(announcement.Id, cancel)).Select(ack => ack.Person.Id).ToHashSet();
        Dictionary<string, IReadOnlyList<Member>> teams = new(StringComparer.Ordinal); // Many channels may be of one.
        List<ChannelProgress> progress = [];
        foreach (var id in channels)
        {
            var channel = organisation.FindChannel(id) ?? new SalesChannel(id, "", id, "");
            var due = AnnouncementSchedule.PostAt(announcement, agreement.CalendarOf(id));
            var members = teams.TryGetValue(channel.Team, out var known) ? known : teams[channel.Team] = await MembersAsync(channel, cancel);
            progress.Add(Progress(channel, cards.GetValueOrDefault(id), due, members, gotIt));
        }

        return progress;
    }

    /// <summary>The sales channel of an announcement that somebody reads it in: the one where they are, else the first of whose team they are a member.</summary>
    public static SalesChannel? ChannelOf(Announcement announcement, Organisation organisation, string? conversation, Person reader)
    {
        var channels = announcement.Content.SalesChannels.Select(organisation.FindChannel).OfType<SalesChannel>().ToArray();
        return conversation is null
            ? channels.FirstOrDefault(channel => reader.Teams.Contains(channel.Team))
            : channels.FirstOrDefault(channel => channel.Id == conversation);
    }

    /// <summary>What an announcement is checked against at this moment.</summary>
    public async Task<AnnouncementContext> ContextAsync(Organisation organisation, CancellationToken cancel)
    {
        var agreement = await agreements.InForceAsync(organisation.TenantId, cancel);
        var known = (await people.AllAsync(organisation.TenantId, cancel)).Select(person => person.Id).ToHashSet();
        return new(organisation, time.Now, agreement.CalendarOf, known.Contains);
    }

    private async Task<AnnouncementView> ViewAsync(Announcement announcement, SalesChannel channel, PersonId? reader, Moments moments, CancellationToken cancel)
    {
        var members = await MembersAsync(channel, cancel);
        var gotIt = (await announcements.AcknowledgementsAsync(announcement.Id, cancel)).Select(ack => ack.Person.Id).ToHashSet();
        return new(announcement, moments)
        {
            Reader = reader,
            HasGotIt = reader is { } own && gotIt.Contains(own),
            GotIt = members.Count(member => gotIt.Contains(member.Person.Id)),
            Members = members.Count,
            Questions = await announcements.QuestionsAsync(announcement.Id, cancel),
            RefreshFor = [.. members.Take(MostRefreshed).Select(member => member.TeamsId)],
        };
    }

    private ChannelProgress Progress(SalesChannel channel, AnnouncementPost? card, Instant due, IReadOnlyList<Member> members, HashSet<PersonId> gotIt)
    {
        PersonRef[] missing = [.. members.Where(member => !gotIt.Contains(member.Person.Id)).Select(member => member.Person)];
        var state = card switch
        {
            { IsPosted: true } => ChannelState.Posted,
            { Refused: not null } => ChannelState.Refused,
            { IsUncertain: true } => ChannelState.Uncertain,
            _ => ChannelState.Waiting,
        };
        return new(channel, state, due > time.Now && state == ChannelState.Waiting ? due : null, card?.Refused, members.Count - missing.Length, members.Count, missing);
    }

    /// <summary>Those for whom a channel is, as far as Baton knows them.</summary>
    public async Task<IReadOnlyList<Member>> MembersAsync(SalesChannel channel, CancellationToken cancel) =>
        channel.Team.Length == 0 ? [] : await conversations.MembersAsync(channel.Team, MostMembers, cancel);
}
