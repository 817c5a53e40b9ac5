using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>A version of the agreement as a row: its text, in which channels and people stand by their ids, and who made it when.</summary>
internal static class AgreementRow
{
    // Each calendar of a stored text names its zone.
    private static readonly AgreementNames Ids = new(DateTimeZone.Utc);

    public static SlaAgreement Read(TableEntity row) => AgreementDocument.Read(row.GetString("Document")!, Ids) is AgreementReading.Valid(var agreement)
        ? agreement with
        {
            Version = row.GetInt32("Version")!.Value,
            ChangedBy = HandoffRow.ReadPerson(row, "ChangedBy"),
            ChangedAt = HandoffRow.At(row, "ChangedAt"),
        }
        : throw new TableException(TableError.Invalid, $"The row {row.PartitionKey} {row.RowKey} of the agreement cannot be read: somebody changed it.");

    /// <summary>Whether the text is longer than a property may be.</summary>
    public static bool IsTooLarge(TableEntity row) => row.GetString("Document")!.Length > EntityLimits.StringLength;

    public static TableEntity Write(string partition, string key, SlaAgreement agreement)
    {
        var row = new TableEntity(partition, key)
        {
            ["Version"] = agreement.Version,
            ["Document"] = AgreementDocument.Write(agreement, Ids),
            ["ChangedAt"] = agreement.ChangedAt?.ToDateTimeOffset(),
        };
        HandoffRow.WritePerson(row, "ChangedBy", agreement.ChangedBy);
        return row;
    }
}
