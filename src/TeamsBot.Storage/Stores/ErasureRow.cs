using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Privacy;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>That and why a lead was forgotten, as a row of its partition: written in the transaction that forgets it.</summary>
internal static class ErasureRow
{
    public const string Key = "erasure";

    public static TableEntity Write(PrivacyDeed deed, LeadId lead) => new(LeadRow.PartitionKey(lead), Key)
    {
        ["Cause"] = deed.Cause.ToString(),
        ["By"] = deed.By.Id.Value,
        ["ByName"] = deed.By.Name,
        ["At"] = deed.At.ToDateTimeOffset(),
        ["DoneAt"] = deed.DoneAt!.Value.ToDateTimeOffset(),
        ["Handoffs"] = deed.Held.Handoffs,
        ["Cards"] = deed.Held.Cards,
        ["Deals"] = deed.Held.Deals,
        ["Terms"] = deed.Held.Terms,
    };

    public static PrivacyDeed Read(TableEntity row, LeadId lead) => new(
        PrivacyAction.Erased,
        PrivacyDeed.HashOf(lead),
        new PersonRef(new PersonId(row.GetString("By")!), row.GetString("ByName") ?? ""),
        row.GetInstant("At")!.Value,
        new(row.GetInt32("Handoffs")!.Value, row.GetInt32("Cards")!.Value, row.GetInt32("Deals")!.Value, row.GetInt32("Terms")!.Value))
    {
        Cause = Enum.Parse<ErasureCause>(row.GetString("Cause")!),
        DoneAt = row.GetInstant("DoneAt"),
    };
}
