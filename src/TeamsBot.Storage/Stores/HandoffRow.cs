using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Agreement;
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
            ["Tenant"] = handoff.Tenant,
            ["Channel"] = handoff.Channel,
            ["Tier"] = handoff.Tier.ToString(),
            ["State"] = handoff.State.ToString(),
            ["Version"] = handoff.Version,
            ["CalledVersion"] = handoff.CalledVersion,
            ["LedgerRows"] = handoff.LedgerRows,
            ["LedgerHash"] = handoff.LedgerHash,
            ["Notices"] = NoticeJson.Write(handoff.Notices),
            ["Cause"] = handoff.Cause?.ToString(),
            ["FirstStep"] = handoff.FirstStep,
            ["Score"] = handoff.Score?.Points,
            ["ScoreLines"] = handoff.Score is { } score ? ScoreJson.Write(score.Lines) : null,
            ["RequestedAt"] = handoff.RequestedAt.ToDateTimeOffset(),
            ["AcceptedAt"] = handoff.AcceptedAt?.ToDateTimeOffset(),
            ["ContactedAt"] = handoff.ContactedAt?.ToDateTimeOffset(),
            ["QualifiedAt"] = handoff.QualifiedAt?.ToDateTimeOffset(),
            ["RejectReason"] = handoff.Rejection?.Reason.ToString(),
            ["RejectNote"] = handoff.Rejection?.Note,
            ["RejectedAt"] = handoff.Rejection?.At.ToDateTimeOffset(),
            ["RejectFollows"] = handoff.Rejection?.Follows.ToString(),
            ["RejectUntil"] = handoff.Rejection?.Until is { } until ? LocalDatePattern.Iso.Format(until) : null,
            ["RejectTo"] = handoff.Rejection?.To,
            ["Dispute"] = handoff.Dispute?.Text,
            ["DisputedAt"] = handoff.Dispute?.At.ToDateTimeOffset(),
            ["RuledAt"] = handoff.Dispute?.Ruling?.At.ToDateTimeOffset(),
            ["RulingStands"] = handoff.Dispute?.Ruling?.Stands,
            ["RecycleReason"] = handoff.Recycling?.Reason.ToString(),
            ["RecycleUntil"] = handoff.Recycling is { } recycling ? LocalDatePattern.Iso.Format(recycling.Until) : null,
            ["RecycledAt"] = handoff.Recycling?.At.ToDateTimeOffset(),
            ["Question"] = handoff.Question?.Text,
            ["AskedAt"] = handoff.Question?.At.ToDateTimeOffset(),
            ["Answer"] = handoff.Answer?.Text,
            ["AnsweredAt"] = handoff.Answer?.At.ToDateTimeOffset(),
            ["Feedback"] = FeedbackJson.Write(handoff.Feedback),
            ["ErasedAt"] = handoff.ErasedAt?.ToDateTimeOffset(),
        };
        RoutingRow.WriteRoute(row, handoff.Route);
        ClockColumns.Write(row, handoff.AcceptClock);
        ClockColumns.Write(row, handoff.ContactClock);
        WritePerson(row, "RequestedBy", handoff.RequestedBy);
        WritePerson(row, "Owner", handoff.Owner);
        WritePerson(row, "RejectedBy", handoff.Rejection?.By);
        WritePerson(row, "DisputedBy", handoff.Dispute?.By);
        WritePerson(row, "AskedHeadOfMarketing", handoff.Dispute?.HeadOfMarketing);
        WritePerson(row, "AskedHeadOfSales", handoff.Dispute?.HeadOfSales);
        WritePerson(row, "RuledBy", handoff.Dispute?.Ruling?.By);
        WritePerson(row, "RecycledBy", handoff.Recycling?.By);
        WritePerson(row, "AskedBy", handoff.Question?.By);
        WritePerson(row, "AnsweredBy", handoff.Answer?.By);
        return row;
    }

    public static Handoff Read(TableEntity row) => new(
        new HandoffId(new LeadId(row.GetString("LeadId")!), row.GetInt32("Number")!.Value),
        row.GetString("Tenant")!,
        row.GetString("Channel")!,
        Enum.Parse<Tier>(row.GetString("Tier")!),
        ReadPerson(row, "RequestedBy")!,
        At(row, "RequestedAt")!.Value)
    {
        State = Enum.Parse<HandoffState>(row.GetString("State")!),
        Version = row.GetInt32("Version")!.Value,
        CalledVersion = row.GetInt32("CalledVersion")!.Value,
        LedgerRows = row.GetInt32("LedgerRows")!.Value,
        LedgerHash = row.GetString("LedgerHash")!,
        Notices = NoticeJson.Read(row.GetString("Notices")!),
        Cause = row.GetString("Cause") is { } cause ? Enum.Parse<HandoffCause>(cause) : null,
        Route = RoutingRow.ReadRoute(row),
        FirstStep = row.GetString("FirstStep"),
        Score = row.GetString("ScoreLines") is { } lines ? new(row.GetInt32("Score"), ScoreJson.Read(lines)) : null,
        AcceptClock = ClockColumns.Read(row, ClockKind.Accept)!,
        ContactClock = ClockColumns.Read(row, ClockKind.Contact),
        Owner = ReadPerson(row, "Owner"),
        AcceptedAt = At(row, "AcceptedAt"),
        ContactedAt = At(row, "ContactedAt"),
        QualifiedAt = At(row, "QualifiedAt"),
        Rejection = row.GetString("RejectReason") is { } reason ? ReadRejection(row, Enum.Parse<RejectionReason>(reason)) : null,
        Dispute = At(row, "DisputedAt") is { } disputed ? ReadDispute(row, disputed) : null,
        Recycling = row.GetString("RecycleReason") is { } recycled
            ? new(ReadPerson(row, "RecycledBy")!, At(row, "RecycledAt")!.Value, Enum.Parse<RecycleReason>(recycled), LocalDatePattern.Iso.Parse(row.GetString("RecycleUntil")!).Value)
            : null,
        Question = ReadNote(row, "Question", "AskedBy", "AskedAt"),
        Answer = ReadNote(row, "Answer", "AnsweredBy", "AnsweredAt"),
        Feedback = FeedbackJson.Read(row.GetString("Feedback")),
        ErasedAt = At(row, "ErasedAt"),
    };

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

    // Before consequences were agreed on every rejection was the end of a lead.
    private static Rejection ReadRejection(TableEntity row, RejectionReason reason) =>
        new(ReadPerson(row, "RejectedBy")!, At(row, "RejectedAt")!.Value, reason, row.GetString("RejectNote"))
        {
            Follows = row.GetString("RejectFollows") is { } follows ? Enum.Parse<Consequence>(follows) : Consequence.Disqualify,
            Until = row.GetString("RejectUntil") is { } until ? LocalDatePattern.Iso.Parse(until).Value : null,
            To = row.GetString("RejectTo"),
        };

    private static Dispute ReadDispute(TableEntity row, Instant at) =>
        new(ReadPerson(row, "DisputedBy")!, at, row.GetString("Dispute") ?? "", ReadPerson(row, "AskedHeadOfMarketing"), ReadPerson(row, "AskedHeadOfSales"))
        {
            Ruling = At(row, "RuledAt") is { } ruled ? new(ReadPerson(row, "RuledBy")!, ruled, row.GetBoolean("RulingStands") == true) : null,
        };

    internal static Instant? At(TableEntity row, string name) =>
        row.GetDateTimeOffset(name) is { } at ? Instant.FromDateTimeOffset(at) : null;

    private static Note? ReadNote(TableEntity row, string text, string by, string at) =>
        row.GetString(text) is { } written ? new(ReadPerson(row, by)!, At(row, at)!.Value, written) : null;

    internal static void WritePerson(TableEntity row, string name, PersonRef? person)
    {
        row[name] = person?.Id.Value;
        row[name + "Name"] = person?.Name;
    }

    internal static PersonRef? ReadPerson(TableEntity row, string name) =>
        row.GetString(name) is { } id ? new(new PersonId(id), row.GetString(name + "Name") ?? "") : null;
}
