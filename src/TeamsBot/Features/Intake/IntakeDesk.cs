using System.Text.Json;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Intake;

/// <summary>Stores posted leads and hands each to the sales channel that it names. One bad lead does not stop the others.</summary>
public sealed class IntakeDesk(
    LeadStore leads, HandoffStore handoffs, HandoffChanges changes, UnknownCampaigns unknown, KnownLeads known, PeopleStore people, WorkRunner work, TimeProvider time)
{
    /// <summary>One receipt for each document, in order.</summary>
    public async Task<IReadOnlyList<LeadReceipt>> TakeAsync(string tenant, IReadOnlyList<JsonElement> documents, CancellationToken cancel)
    {
        var channels = tenant.Length == 0 ? [] : (await people.OrganisationAsync(tenant, cancel)).Value.SalesChannels;
        List<LeadReceipt> receipts = [];
        foreach (var document in documents)
        {
            receipts.Add(await TakeAsync(tenant, channels, document, cancel));
        }

        return receipts;
    }

    private async Task<LeadReceipt> TakeAsync(string tenant, IReadOnlyList<SalesChannel> channels, JsonElement json, CancellationToken cancel)
    {
        if (Parse(json) is not { } document)
        {
            return Refused(null, "A lead is a JSON object whose fields have the types that the documentation gives.");
        }

        var (lead, wrong) = document.Read(time.Now);
        if (lead is null)
        {
            return Refused(document.Id, wrong == "id" ? "id is missing: give each lead an id of your own." : $"{wrong} is not a time such as 2026-03-05T14:30:00Z.");
        }

        if (!Keys.Fits(lead.Id.Value))
        {
            return Refused(document.Id, "id is too long: give each lead an id of 100 characters at the most.");
        }

        if (!document.TryTier(out var tier))
        {
            return Refused(document.Id, "tier is none of hot, warm and cold: write one of them, or leave it out.");
        }

        if (ChannelOf(channels, document.Channel) is not { } channel)
        {
            return Refused(document.Id, channels.Count == 0
                ? "No sales channel is set up yet: an admin says \"setup\" to Baton in the team."
                : $"There is no sales channel of that name. There are: {string.Join(", ", channels.Select(known => known.Name))}.");
        }

        var saved = await leads.SaveAsync([lead], document.Coverage(), cancel);
        if (saved[0].Outcome == SaveOutcome.Refused)
        {
            return Refused(document.Id, saved[0].Why!);
        }

        await unknown.SeenAsync(tenant, lead.Campaign, cancel);
        var standsFor = await known.FindAsync(lead.Id, cancel);
        return new(document.Id, State(await HandOverAsync(new(standsFor.Lead, tenant, channel.Id, PersonRef.Intake) { Tier = tier, IsRouted = string.IsNullOrWhiteSpace(document.Channel) }, standsFor.Since, cancel)));
    }

    // A sender that did not hear our answer posts again, maybe much later: a lead that was ever handed over stays so. Somebody who is known from before, and comes
    // anew under another id, is handed over anew where sales is through with them.
    private async Task<Handoff> HandOverAsync(HandoffRequest request, Instant? since, CancellationToken cancel)
    {
        if (await handoffs.LatestAsync(request.Lead, cancel) is { } earlier && (since is null || !earlier.IsClosed || earlier.RequestedAt >= since))
        {
            return earlier;
        }

        var requested = await changes.RequestAsync(request, "POST /api/leads", work.Run, cancel);
        return requested!.Handoff;
    }

    private static SalesChannel? ChannelOf(IReadOnlyList<SalesChannel> channels, string? named) => string.IsNullOrWhiteSpace(named)
        ? channels.FirstOrDefault()
        : channels.FirstOrDefault(channel => Same(channel.Name, named) || Same(channel.For, named) || channel.Id == named);

    private static bool Same(string a, string b) => string.Equals(a, b.Trim(), StringComparison.OrdinalIgnoreCase);

    private static LeadDocument? Parse(JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object ? json.Deserialize(IntakeJson.Default.LeadDocument) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static LeadReceipt Refused(string? id, string error) => new(id, "refused", error);

    private static string State(Handoff handoff) => JsonNamingPolicy.CamelCase.ConvertName(handoff.State.ToString());
}
