using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsBot.Domain.Sla;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Connector;
using TeamsBot.Routing;

namespace TeamsBot.Features.Sla;

/// <summary>Asks somebody in their chat whether they want the ledger of some days as a file.</summary>
public sealed class SlaOffer(SlaFile file, ConnectorClient connector)
{
    private const string Days = "sla";

    /// <returns>A sentence about what was offered; some clients show no question about files, and then it is all that is seen.</returns>
    public async Task<string> MakeAsync(Turn turn, SlaScope scope, DaySpan days, CancellationToken cancel)
    {
        var (say, period) = (turn.Say, SlaWords.Of(days, turn.Moments));
        var (bytes, rows) = await file.MakeAsync(turn.Organisation, scope, days, cancel);
        if (rows is 0 or > SlaFile.MostRows)
        {
            return say.Text(rows == 0 ? "sla.nothing" : "sla.tooMuch", ("period", period));
        }

        var summary = say.Text("sla.file", ("period", period), ("rows", rows));
        var context = new RawJson(JsonSerializer.SerializeToUtf8Bytes(new JsonObject { [Days] = days.ToString() }));
        var card = new FileConsentCard { Description = summary, SizeInBytes = bytes.Length, AcceptContext = context, DeclineContext = context };
        await connector.SendToConversationAsync(turn.Activity.GetConversationReference(), MessageFactory.FileConsent(SlaFile.NameOf(days), card, summary), cancel);
        return say.Text("sla.offered", ("period", period), ("rows", rows));
    }

    /// <summary>The days that an offer was for, from what came back with its answer; null where it is no offer of this kind.</summary>
    public static DaySpan? DaysOf(JsonElement? context) =>
        context is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty(Days, out var days) && days.ValueKind == JsonValueKind.String
            ? DaySpan.Parse(days.GetString())
            : null;
}
