using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.ReadModel;

/// <summary>
/// What leads and deals know from each other. A deal has its lead's source, campaign, segment and country where its own are
/// missing, and opens when its lead was created; a lead with a won deal is at Won, since its creation. The deals of a lead that is joined to another are the other's.
/// </summary>
internal static class DealSettling
{
    private const string Inherit = """
        UPDATE deal SET
            source = coalesce(own_source, (SELECT source FROM lead WHERE id = coalesce((SELECT into_lead FROM joined WHERE id = deal.lead), deal.lead))),
            campaign = coalesce(own_campaign, (SELECT campaign FROM lead WHERE id = coalesce((SELECT into_lead FROM joined WHERE id = deal.lead), deal.lead))),
            segment = coalesce(own_segment, (SELECT segment FROM lead WHERE id = coalesce((SELECT into_lead FROM joined WHERE id = deal.lead), deal.lead))),
            country = coalesce(own_country, (SELECT country FROM lead WHERE id = coalesce((SELECT into_lead FROM joined WHERE id = deal.lead), deal.lead))),
            opened_at = coalesce(own_opened_at, (SELECT created_at FROM lead WHERE id = coalesce((SELECT into_lead FROM joined WHERE id = deal.lead), deal.lead)))
        WHERE lead IS NOT NULL
        """;

    private const string Win = """
        UPDATE lead SET
            won = 1,
            won_at = (SELECT min(closed_at) FROM deal WHERE state = 1 AND (deal.lead = lead.id OR deal.lead IN (SELECT id FROM joined WHERE into_lead = lead.id))),
            stage = CASE WHEN stage_number = {0} THEN stage ELSE {1} END,
            stage_number = CASE WHEN stage_number = {0} THEN {0} ELSE {2} END,
            reached = max(reached, {2}),
            mql_at = CASE WHEN is_mql = 1 THEN mql_at ELSE created_at END,
            is_mql = 1
        WHERE id IN (SELECT lead FROM deal WHERE state = 1 UNION SELECT into_lead FROM joined JOIN deal ON deal.lead = joined.id WHERE state = 1)
        """;

    /// <summary>For all that is there.</summary>
    public static void All(SqliteConnection connection, ValueKeys values)
    {
        ModelFile.Execute(connection, Inherit);
        ModelFile.Execute(connection, Won(values));
    }

    /// <summary>For the deals of these leads, and for these leads as they were just written.</summary>
    public static void Some(SqliteConnection connection, ValueKeys values, IReadOnlyCollection<string> leads)
    {
        const string Touched = " IN (SELECT value FROM json_each(?1))";
        var ids = JsonSerializer.Serialize([.. leads], NoteIdsJson.Default.StringArray);
        using var inherit = new Statement(connection, Inherit + " AND lead" + Touched);
        inherit.BindText(1, ids).Run();
        using var win = new Statement(connection, Won(values) + " AND id" + Touched);
        win.BindText(1, ids).Run();
    }

    private static string Won(ValueKeys values) => string.Format(
        CultureInfo.InvariantCulture, Win, (int)FunnelStage.Retained, values.Of(nameof(FunnelStage.Won)), (int)FunnelStage.Won);
}
