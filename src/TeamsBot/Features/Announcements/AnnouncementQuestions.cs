using System.Globalization;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Announcements;

/// <summary>Brings a question to the owner of a campaign, and the answer below the card on which it was asked; the cards of all channels follow.</summary>
public sealed class AnnouncementQuestions(
    AnnouncementPlaces places, AnnouncementStore announcements, AnnouncementPostStore posts, AnnouncementViews views, AnnouncementMessages messages, AnnouncementReaders readers,
    AnnouncementChanges changes) : IWorkHandler
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
        if (await announcements.QuestionAsync(id, number, cancel) is not { Value: var question }
            || await places.FindAsync(id, question.Channel, cancel) is not { } place)
        {
            return WorkOutcome.Nothing;
        }

        var shared = await views.SharedAsync(place.Announcement, place.Organisation, place.Channel, cancel);
        var card = await posts.FindAsync(id, AnnouncementSlots.Card(place.Channel.Id), cancel);
        var (_, inThread) = await messages.ShowAsync(
            id, AnnouncementSlots.QuestionInThread(number), known, place.Conversation, QuestionCard.Render(shared, question, mayAnswer: false), card?.Conversation, item.Due, cancel);
        var owner = await readers.FindAsync(place.Announcement.Owner, place.Organisation, cancel);
        var (_, toOwner) = await messages.ShowAsync(
            id, AnnouncementSlots.QuestionToOwner(number), knownToOwner, owner.Chat, QuestionCard.Render(shared with { Moments = owner.Moments }, question, mayAnswer: true), thread: null, item.Due, cancel);
        if (inThread == MessageOutcome.Busy || toOwner == MessageOutcome.Busy)
        {
            return WorkOutcome.Later;
        }

        return question.Answer is null ? WorkOutcome.Done : WorkOutcome.DoneThen(await changes.SpreadIntentAsync(id, cancel));
    }
}
