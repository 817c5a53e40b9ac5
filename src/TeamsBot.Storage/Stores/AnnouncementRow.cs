using System.Globalization;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>
/// An announcement and what people say to it, as rows of its campaign's partition: <c>announcement</c>, <c>ack|person</c>,
/// <c>question|0001</c>, <c>vote|person|link</c>.
/// </summary>
internal static class AnnouncementRow
{
    public const string RowKey = "announcement";
    public const string AckPrefix = "ack|";
    public const string QuestionPrefix = "question|";
    public const string VotePrefix = "vote|";

    public static string PartitionKey(string id) => CampaignRow.PartitionKey(id);

    public static TableEntity Write(Announcement announcement) => new(PartitionKey(announcement.Id), RowKey)
    {
        ["Id"] = announcement.Id,
        ["Tenant"] = announcement.Tenant,
        ["Author"] = announcement.Author.Id.Value,
        ["AuthorName"] = announcement.Author.Name,
        ["Version"] = announcement.Version,
        ["Status"] = announcement.Status.ToString(),
        ["Draft"] = Write(announcement.Draft),
        ["Published"] = Write(announcement.Published),
        ["OwnerName"] = announcement.OwnerName,
        ["CreatedAt"] = announcement.CreatedAt.ToDateTimeOffset(),
        ["AnnouncedAt"] = announcement.AnnouncedAt?.ToDateTimeOffset(),
        ["WithdrawnBy"] = announcement.WithdrawnBy?.Id.Value,
        ["WithdrawnByName"] = announcement.WithdrawnBy?.Name,
        ["EndedOn"] = RowValues.Write(announcement.EndedOn),
        ["RemindedAt"] = announcement.RemindedAt?.ToDateTimeOffset(),
    };

    public static Announcement Read(TableEntity row) => new(row.GetString("Id")!, row.GetString("Tenant")!, Person(row, "Author")!)
    {
        Version = row.GetInt32("Version")!.Value,
        Status = Enum.Parse<AnnouncementStatus>(row.GetString("Status")!),
        Draft = ReadForm(row.GetString("Draft")),
        Published = ReadForm(row.GetString("Published")),
        OwnerName = row.GetString("OwnerName"),
        CreatedAt = row.GetInstant("CreatedAt")!.Value,
        AnnouncedAt = row.GetInstant("AnnouncedAt"),
        WithdrawnBy = Person(row, "WithdrawnBy"),
        EndedOn = row.GetDay("EndedOn"),
        RemindedAt = row.GetInstant("RemindedAt"),
    };

    public static TableEntity Write(string id, Acknowledgement ack) => new(PartitionKey(id), AckPrefix + Keys.Join(ack.Person.Id.Value))
    {
        ["By"] = ack.Person.Id.Value,
        ["ByName"] = ack.Person.Name,
        ["Channel"] = ack.Channel,
        ["At"] = ack.At.ToDateTimeOffset(),
    };

    public static Acknowledgement ReadAck(TableEntity row) => new(Person(row, "By")!, row.GetString("Channel")!, row.GetInstant("At")!.Value);

    public static TableEntity Write(string id, AnnouncementQuestion question) => new(PartitionKey(id), QuestionPrefix + Keys.Number(question.Number))
    {
        ["Number"] = question.Number,
        ["By"] = question.By.Id.Value,
        ["ByName"] = question.By.Name,
        ["Channel"] = question.Channel,
        ["Text"] = question.Text,
        ["At"] = question.At.ToDateTimeOffset(),
        ["Answer"] = question.Answer,
        ["AnsweredBy"] = question.AnsweredBy?.Id.Value,
        ["AnsweredByName"] = question.AnsweredBy?.Name,
    };

    public static AnnouncementQuestion ReadQuestion(TableEntity row) =>
        new(row.GetInt32("Number")!.Value, Person(row, "By")!, row.GetString("Channel")!, row.GetString("Text")!, row.GetInstant("At")!.Value)
        {
            Answer = row.GetString("Answer"),
            AnsweredBy = Person(row, "AnsweredBy"),
        };

    public static TableEntity Write(string id, ContentVote vote) => new(PartitionKey(id), VotePrefix + Keys.Join(vote.Person.Value, vote.Link))
    {
        ["Person"] = vote.Person.Value,
        ["Link"] = vote.Link,
        ["IsHelpful"] = vote.IsHelpful,
    };

    public static ContentVote ReadVote(TableEntity row) => new(new PersonId(row.GetString("Person")!), row.GetString("Link")!, row.GetBoolean("IsHelpful")!.Value);

    private static PersonRef? Person(TableEntity row, string name) =>
        row.GetString(name) is { } id ? new(new PersonId(id), row.GetString(string.Create(CultureInfo.InvariantCulture, $"{name}Name")) ?? "") : null;

    private static string? Write(AnnouncementForm? form) => form is null ? null : RowJson.WriteAll(form.Given);

    private static AnnouncementForm? ReadForm(string? json) =>
        json is null ? null : RowJson.ReadAttributes(json).Aggregate(AnnouncementForm.Empty, (form, field) => form.With(field.Key, field.Value));
}
