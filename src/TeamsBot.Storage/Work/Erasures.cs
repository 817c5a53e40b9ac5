using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Privacy;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Storage.Work;

/// <summary>An erasure on its way.</summary>
/// <param name="Tenant">The organisation of the one who asked; null where no person in Teams did.</param>
/// <param name="Card">The message on which they confirmed it, which is to say what became of it.</param>
public sealed record ErasureIntent(ErasureRequest Request, string? Tenant = null, string? Card = null);

/// <summary>Plans that leads are forgotten. The work itself holds ids and who asked, nothing of the lead.</summary>
public sealed class Erasures(WorkQueue queue, TimeProvider time)
{
    /// <summary>The kind of work that erases a lead, and looks once more for what came to it meanwhile.</summary>
    public const string WorkKind = "privacy.erase";

    /// <summary>The kind of work that sees to it that nothing erased is left in files.</summary>
    public const string ScrubKind = "privacy.scrub";

    /// <summary>The kind of work that looks for leads which were kept for long enough. Key: the day, in UTC.</summary>
    public const string RetentionKind = "privacy.retention";

    /// <summary>Plans and claims it, for somebody who begins at once.</summary>
    public Task<WorkItem> IntendAsync(ErasureIntent intent, CancellationToken cancel) => queue.IntendAsync(WorkKind, Key(intent), cancel);

    /// <summary>Plans it for whoever comes first.</summary>
    public Task<WorkItem> PlanAsync(ErasureIntent intent, CancellationToken cancel) => queue.PlanAsync(WorkKind, Key(intent), time.Now, cancel);

    /// <summary>Plans the look after the files.</summary>
    public Task<WorkItem> PlanScrubAsync(CancellationToken cancel) => queue.PlanAsync(ScrubKind, "store", time.Now, cancel);

    /// <summary>Plans that the copies of a forgotten lead's cards say so, and that cards of a week which quote it do so no more.</summary>
    public async Task PlanShowAsync(LeadDossier dossier, CancellationToken cancel)
    {
        foreach (var handoff in dossier.Handoffs)
        {
            await queue.PlanAsync(HandoffChanges.ShowKind, handoff.Id.ToString(), time.Now, cancel);
        }

        foreach (var card in dossier.QuotedOn)
        {
            await queue.PlanAsync(FeedbackPlan.CardKind, card.ToString(), time.Now, cancel);
        }
    }

    /// <summary>What was planned; null for a key that is none of ours.</summary>
    public static ErasureIntent? Read(string key)
    {
        try
        {
            return JsonSerializer.Deserialize(key, ErasureJson.Default.ErasureKey) is { } read
                ? new(new(new LeadId(read.Lead), read.Cause, new PersonRef(new PersonId(read.By), read.Name), Instant.FromUnixTimeTicks(read.At)), read.Tenant, read.Card)
                : null;
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static string Key(ErasureIntent intent)
    {
        var request = intent.Request;
        return JsonSerializer.Serialize(
            new ErasureKey(request.Lead.Value, request.Cause, request.By.Id.Value, request.By.Name, request.At.ToUnixTimeTicks(), intent.Tenant, intent.Card), ErasureJson.Default.ErasureKey);
    }
}

internal sealed record ErasureKey(string Lead, ErasureCause Cause, string By, string Name, long At, string? Tenant, string? Card);

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(ErasureKey))]
internal sealed partial class ErasureJson : JsonSerializerContext;
