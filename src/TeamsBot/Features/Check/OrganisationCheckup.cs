using System.Globalization;
using TeamsBot.Domain;
using TeamsBot.Domain.People;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Connector;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Check;

/// <summary>
/// What each organisation has set up: its time, who is told of breaches, and whether each channel takes messages from Baton. Names of people
/// are not written, those of channels are.
/// </summary>
/// <param name="reach">Null where Teams cannot be asked: what is on record is checked then.</param>
internal sealed class OrganisationCheckup(ITables tables, TeamsReach? reach, TimeProvider clock, TextWriter output)
{
    private readonly ConversationStore conversations = new(tables);

    /// <summary>True when nothing is wrong.</summary>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var (people, good, any) = (new PeopleStore(tables), true, false);
        await foreach (var tenant in people.TenantsAsync(cancel))
        {
            any = true;
            good &= await LookAsync((await people.OrganisationAsync(tenant, cancel)).Value, cancel);
        }

        if (!any)
        {
            await output.WriteLineAsync("Organisation: none yet. Add Baton to the team of the sales channel, and answer its set-up card.");
        }

        return good;
    }

    private async Task<bool> LookAsync(Organisation organisation, CancellationToken cancel)
    {
        var now = clock.Now.InZone(organisation.TimeZone);
        string[] missing =
        [
            .. organisation.SalesChannels.Count == 0 ? ["no channel for leads"] : Array.Empty<string>(),
            .. organisation.MarketingChannel is null ? ["no channel of marketing"] : Array.Empty<string>(),
            .. organisation.HeadOfSales is null ? ["no head of sales"] : Array.Empty<string>(),
            .. organisation.HeadOfMarketing is null ? ["no head of marketing"] : Array.Empty<string>(),
        ];
        var lack = missing.Length == 0 ? "" : $" There is {string.Join(", ", missing)}: say \"setup\" in its team.";
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"Organisation {organisation.TenantId}: {organisation.Language}, {organisation.TimeZone.Id} (now {now:HH:mm}), {organisation.SalesChannels.Count} channels for leads.{lack}"));

        var good = true;
        foreach (var (id, name) in organisation.SalesChannels.Select(channel => (channel.Id, channel.Name)).Append((organisation.MarketingChannel ?? "", "marketing's")).Where(channel => channel.Item1.Length > 0))
        {
            var problem = await ProblemAsync(id, cancel);
            good &= problem is null;
            await output.WriteLineAsync($"Channel {name}: {problem ?? (reach is null ? "on record." : "fine.")}");
        }

        return good;
    }

    private async Task<string?> ProblemAsync(string channel, CancellationToken cancel)
    {
        if ((await conversations.FindAsync(ConversationStore.Channel(channel), cancel))?.Value is not { } known)
        {
            return "nothing was ever heard from it. Say \"setup\" in its team and save.";
        }

        if (known.ClosedBecause is { } why)
        {
            return $"it takes nothing from Baton: {why}. Install Baton in its team again.";
        }

        try
        {
            await (reach is null ? Task.CompletedTask : reach.Connector.GetPagedMembersAsync(TeamsPost.At(known), pageSize: 1, cancellationToken: cancel));
            return null;
        }
        catch (ConnectorException refusal)
        {
            return refusal.IsTransient ? $"Teams could not be asked: {refusal.Error}. Try again." : $"Teams refuses it: {refusal.Error}. Install Baton in its team again.";
        }
    }
}
