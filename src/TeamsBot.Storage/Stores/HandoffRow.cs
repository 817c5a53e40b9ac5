using System.Globalization;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>A handoff as a row of its lead's partition, one property a fact.</summary>
internal static class HandoffRow
{
    public const string Prefix = "handoff|";

    public static string Key(int number) => Keys.Join("handoff", Keys.Number(number));

    public static TableEntity Write(Handoff handoff)
    {
        var row = new TableEntity(Keys.Join(handoff.Id.Lead.Value), Key(handoff.Id.Number))
        {
            ["LeadId"] = handoff.Id.Lead.Value,
            ["Number"] = handoff.Id.Number,
            ["Channel"] = handoff.Channel,
            ["Tier"] = handoff.Tier.ToString(),
            ["State"] = handoff.State.ToString(),
            ["Version"] = handoff.Version,
            ["Acknowledgements"] = handoff.Acknowledgements,
            ["FirstStep"] = handoff.FirstStep,
            ["RequestedAt"] = handoff.RequestedAt.ToDateTimeOffset(),
            ["AcceptBy"] = handoff.AcceptBy.ToDateTimeOffset(),
            ["AcceptedAt"] = handoff.AcceptedAt?.ToDateTimeOffset(),
            ["ContactBy"] = handoff.ContactBy?.ToDateTimeOffset(),
            ["ContactedAt"] = handoff.ContactedAt?.ToDateTimeOffset(),
            ["QualifiedAt"] = handoff.QualifiedAt?.ToDateTimeOffset(),
            ["RejectReason"] = handoff.Rejection?.Reason.ToString(),
            ["RejectNote"] = handoff.Rejection?.Note,
            ["RejectedAt"] = handoff.Rejection?.At.ToDateTimeOffset(),
            ["RecycleReason"] = handoff.Recycling?.Reason.ToString(),
            ["RecycleUntil"] = handoff.Recycling is { } recycling ? LocalDatePattern.Iso.Format(recycling.Until) : null,
            ["RecycledAt"] = handoff.Recycling?.At.ToDateTimeOffset(),
            ["Question"] = handoff.Question?.Text,
            ["AskedAt"] = handoff.Question?.At.ToDateTimeOffset(),
            ["Answer"] = handoff.Answer?.Text,
            ["AnsweredAt"] = handoff.Answer?.At.ToDateTimeOffset(),
        };
        WritePerson(row, "RequestedBy", handoff.RequestedBy);
        WritePerson(row, "Owner", handoff.Owner);
        WritePerson(row, "RejectedBy", handoff.Rejection?.By);
        WritePerson(row, "RecycledBy", handoff.Recycling?.By);
        WritePerson(row, "AskedBy", handoff.Question?.By);
        WritePerson(row, "AnsweredBy", handoff.Answer?.By);
        return row;
    }

    public static Handoff Read(TableEntity row) => new(
        new HandoffId(new LeadId(row.GetString("LeadId")!), row.GetInt32("Number")!.Value),
        row.GetString("Channel")!,
        Enum.Parse<Tier>(row.GetString("Tier")!),
        ReadPerson(row, "RequestedBy")!,
        At(row, "RequestedAt")!.Value)
    {
        State = Enum.Parse<HandoffState>(row.GetString("State")!),
        Version = row.GetInt32("Version")!.Value,
        Acknowledgements = row.GetInt32("Acknowledgements")!.Value,
        FirstStep = row.GetString("FirstStep"),
        AcceptBy = At(row, "AcceptBy")!.Value,
        Owner = ReadPerson(row, "Owner"),
        AcceptedAt = At(row, "AcceptedAt"),
        ContactBy = At(row, "ContactBy"),
        ContactedAt = At(row, "ContactedAt"),
        QualifiedAt = At(row, "QualifiedAt"),
        Rejection = row.GetString("RejectReason") is { } reason
            ? new(ReadPerson(row, "RejectedBy")!, At(row, "RejectedAt")!.Value, Enum.Parse<RejectionReason>(reason), row.GetString("RejectNote"))
            : null,
        Recycling = row.GetString("RecycleReason") is { } recycled
            ? new(ReadPerson(row, "RecycledBy")!, At(row, "RecycledAt")!.Value, Enum.Parse<RecycleReason>(recycled), LocalDatePattern.Iso.Parse(row.GetString("RecycleUntil")!).Value)
            : null,
        Question = ReadNote(row, "Question", "AskedBy", "AskedAt"),
        Answer = ReadNote(row, "Answer", "AnsweredBy", "AnsweredAt"),
    };

    /// <summary>The ledger's row of an acknowledgement; added once and never changed.</summary>
    public static TableEntity Write(Acknowledgement entry, Tier tier)
    {
        var row = new TableEntity(Keys.Join(entry.Handoff.Lead.Value), Keys.Join("ack", Keys.Number(entry.Handoff.Number), Keys.Number(entry.Number)))
        {
            ["LeadId"] = entry.Handoff.Lead.Value,
            ["Action"] = entry.Action.ToString(),
            ["Tier"] = tier.ToString(),
            ["At"] = entry.At.ToDateTimeOffset(),
            ["ElapsedSeconds"] = entry.Elapsed.TotalSeconds,
            ["TargetSeconds"] = (long?)entry.Target?.TotalSeconds,
            ["Met"] = entry.Met,
        };
        WritePerson(row, "By", entry.By);
        return row;
    }

    public static Acknowledgement ReadAcknowledgement(TableEntity row)
    {
        var key = Keys.Split(row.RowKey);
        var handoff = new HandoffId(new LeadId(row.GetString("LeadId")!), int.Parse(key[1], CultureInfo.InvariantCulture));
        return new(
            handoff,
            int.Parse(key[2], CultureInfo.InvariantCulture),
            Enum.Parse<HandoffAction>(row.GetString("Action")!),
            ReadPerson(row, "By")!,
            At(row, "At")!.Value,
            Duration.FromSeconds(row.GetDouble("ElapsedSeconds")!.Value),
            row.GetInt64("TargetSeconds") is { } seconds ? Duration.FromSeconds(seconds) : null);
    }

    /// <summary>The audit's row of a change: numbered by the version that it made, and naming the activity that asked for it.</summary>
    public static TableEntity Write(Handoff after, Change change, string origin)
    {
        var row = new TableEntity(Keys.Join(after.Id.Lead.Value), Keys.Join("audit", Keys.Number(after.Id.Number), Keys.Number(after.Version)))
        {
            ["Action"] = change.Action.ToString(),
            ["From"] = change.From.ToString(),
            ["To"] = change.To.ToString(),
            ["At"] = change.At.ToDateTimeOffset(),
            ["Origin"] = origin,
        };
        WritePerson(row, "By", change.By);
        return row;
    }

    private static Instant? At(TableEntity row, string name) =>
        row.GetDateTimeOffset(name) is { } at ? Instant.FromDateTimeOffset(at) : null;

    private static Note? ReadNote(TableEntity row, string text, string by, string at) =>
        row.GetString(text) is { } written ? new(ReadPerson(row, by)!, At(row, at)!.Value, written) : null;

    private static void WritePerson(TableEntity row, string name, PersonRef? person)
    {
        row[name] = person?.Id.Value;
        row[name + "Name"] = person?.Name;
    }

    private static PersonRef? ReadPerson(TableEntity row, string name) =>
        row.GetString(name) is { } id ? new(new PersonId(id), row.GetString(name + "Name") ?? "") : null;
}
