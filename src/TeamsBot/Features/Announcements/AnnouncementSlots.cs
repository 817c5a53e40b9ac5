using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Announcements;

/// <summary>The messages that an announcement brings about, each by its slot.</summary>
internal static class AnnouncementSlots
{
    /// <summary>The cards of all channels.</summary>
    public const string Cards = "card|";

    /// <summary>The cards of those who follow how far it is.</summary>
    public const string Statuses = "status|";

    /// <summary>Set once the reminders of those who have not acknowledged it are planned.</summary>
    public const string Reminders = "reminders";

    public static string Card(string channel) => Cards + Keys.Join(channel);

    /// <summary>The channel of a card's slot.</summary>
    public static string ChannelOf(string slot) => Keys.Split(slot[Cards.Length..])[0];

    public static string Status(PersonId person) => Statuses + Keys.Join(person.Value);

    /// <summary>The person of a status card's slot.</summary>
    public static PersonId ReaderOf(string slot) => new(Keys.Split(slot[Statuses.Length..])[0]);

    public static string Note(string channel, AnnouncementNote note) => Keys.Join("note", channel, note.ToString());

    /// <summary>The results, for the author.</summary>
    public static string ResultsOf(PersonId author) => Keys.Join("results", author.Value);

    public static string QuestionInThread(int number) => Keys.Join("question", Keys.Number(number), "thread");

    public static string QuestionToOwner(int number) => Keys.Join("question", Keys.Number(number), "owner");

    public static string Reminder(PersonId person) => Keys.Join("remind", person.Value);
}
