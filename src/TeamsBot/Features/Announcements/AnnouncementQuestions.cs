using System.Globalization;
using TeamsBot.Domain;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements;

/// <summary>Brings a question to the owner of a campaign, and the answer below the card on which it was asked; the cards of all channels follow.</summary>
public sealed class AnnouncementQuestions(
    AnnouncementStore announcements, AnnouncementPostStore posts, AnnouncementViews views, AnnouncementMessages messages, TeamsPost teams, ConversationStore conversations,
    PeopleStore people, AnnouncementChanges changes, TimeProvider time) : IWorkHandler
{
    public const string WorkKind = "announced.question";

    public string Kind => WorkKind;

    public static string Key(string id, int number) => Keys.Join(id, Keys.Number(number));

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (Keys.Split(item.Key) is not [var id, var digits]
            || !int.TryParse(digits, CultureInfo.InvariantCulture, out var number))
        {
            return WorkOutcome.Nothing;
        }

        var known = await posts.FindAsync(id, AnnouncementSlots.QuestionInThread(number), cancel);
        var knownToOwner = await posts.FindAsync(id, AnnouncementSlots.QuestionToOwner(number), cancel);
        if (await announcements.FindAsync(id, cancel) is not { Value: var announcement }
            || await announcements.QuestionAsync(id, number, cancel) is not { Value: var question })
        {
            return WorkOutcome.Nothing;
        }

        var organisation = (await people.OrganisationAsync(announcement.Tenant, cancel)).Value;
        var channel = organisation.FindChannel(question.Channel) ?? new SalesChannel(question.Channel, "", "", "");
        var shared = await views.SharedAsync(announcement, organisation, channel, cancel);
        var card = await posts.FindAsync(id, AnnouncementSlots.Card(channel.Id), cancel);
        var conversation = (await conversations.FindAsync(ConversationStore.Channel(channel.Id), cancel))?.Value;
        var (_, inThread) = await messages.ShowAsync(
            id, AnnouncementSlots.QuestionInThread(number), known, conversation, QuestionCard.Render(shared, question, mayAnswer: false), card?.Conversation, item.Due, cancel);
        var toOwner = await TellOwnerAsync(announcement, organisation, shared, question, knownToOwner, item, cancel);
        if (inThread == MessageOutcome.Busy || toOwner == MessageOutcome.Busy)
        {
            return WorkOutcome.Later;
        }

        return question.Answer is null ? WorkOutcome.Done : WorkOutcome.DoneThen(await changes.SpreadIntentAsync(id, cancel));
    }

    private async Task<MessageOutcome> TellOwnerAsync(
        Announcement announcement, Organisation organisation, AnnouncementView shared, AnnouncementQuestion question, AnnouncementPost? known, WorkItem item, CancellationToken cancel)
    {
        var owner = (await people.PersonAsync(announcement.Tenant, announcement.Owner.Id, cancel))?.Value;
        var moments = new Moments(Say.In(owner?.Language ?? organisation.Language), owner?.TimeZone ?? organisation.TimeZone, time.Now);
        var chat = await teams.FindAsync(announcement.Owner, organisation, cancel);
        var card = QuestionCard.Render(shared with { Moments = moments }, question, mayAnswer: true);
        return (await messages.ShowAsync(announcement.Id, AnnouncementSlots.QuestionToOwner(question.Number), known, chat, card, thread: null, item.Due, cancel)).Outcome;
    }
}
