using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Intake;

/// <summary>A lead as a sender posts it; the names are those of the import. Only <c>id</c> is required.</summary>
public sealed record LeadDocument
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Company { get; init; }

    public string? Title { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Country { get; init; }

    public string? Speaks { get; init; }

    public int? Employees { get; init; }

    public string? Source { get; init; }

    public string? Campaign { get; init; }

    public string? Product { get; init; }

    public string? Segment { get; init; }

    /// <summary>ISO 8601 with an offset or Z; the time of arrival when missing.</summary>
    public string? CreatedAt { get; init; }

    public int? Score { get; init; }

    public IReadOnlyList<ScoreLine>? ScoreLines { get; init; }

    public string? LastActivity { get; init; }

    public string? LastActivityAt { get; init; }

    public string? FirstStep { get; init; }

    /// <summary>The name or what it is for of the sales channel; the first one when missing.</summary>
    public string? Channel { get; init; }

    /// <summary>How urgent it is: hot, warm or cold; by its score when missing.</summary>
    public string? Tier { get; init; }

    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    /// <summary>The properties that this document speaks for: those that it gives. What it leaves out stays as it is known.</summary>
    public Coverage Coverage() => new(
        [
            nameof(Lead.Stage),
            .. Given().Where(field => field.Value is not null).Select(field => field.Name),
        ],
        [.. Attributes?.Keys ?? []]);

    /// <summary>The lead, or the name of the field that cannot be read.</summary>
    public (Lead? Lead, string? Wrong) Read(Instant now)
    {
        if (string.IsNullOrWhiteSpace(Id))
        {
            return (null, "id");
        }

        if (!TryTime(CreatedAt, out var createdAt))
        {
            return (null, "createdAt");
        }

        if (!TryTime(LastActivityAt, out var lastActivityAt))
        {
            return (null, "lastActivityAt");
        }

        return (ToLead(createdAt ?? now, lastActivityAt), null);
    }

    /// <summary>False when the tier is none of the three.</summary>
    public bool TryTier(out Tier? tier)
    {
        var named = Clean(Tier);
        tier = Enum.GetValues<Tier>().Where(known => string.Equals(known.ToString(), named, StringComparison.OrdinalIgnoreCase)).Select(known => (Tier?)known).FirstOrDefault();
        return named is null || tier is not null;
    }

    private Lead ToLead(Instant createdAt, Instant? lastActivityAt) => new(new LeadId(Id!.Trim()))
    {
        Name = Clean(Name),
        Company = Clean(Company),
        Title = Clean(Title),
        Email = Clean(Email),
        Phone = Clean(Phone),
        Country = Clean(Country),
        Speaks = Clean(Speaks),
        Employees = Employees,
        Source = Clean(Source),
        Campaign = Clean(Campaign),
        Product = Clean(Product),
        Segment = Clean(Segment),
        CreatedAt = createdAt,
        Stage = FunnelStage.Intent,
        Score = Score,
        ScoreLines = ScoreLines ?? [],
        LastActivity = Clean(LastActivity),
        LastActivityAt = lastActivityAt,
        FirstStep = Clean(FirstStep),
        Attributes = Attributes ?? new Dictionary<string, string>(),
    };

    private IEnumerable<(string Name, object? Value)> Given() =>
    [
        (nameof(Name), Name), (nameof(Company), Company), (nameof(Title), Title), (nameof(Email), Email), (nameof(Phone), Phone),
        (nameof(Country), Country), (nameof(Speaks), Speaks), (nameof(Employees), Employees), (nameof(Source), Source),
        (nameof(Campaign), Campaign), (nameof(Product), Product), (nameof(Segment), Segment), (nameof(CreatedAt), CreatedAt),
        (nameof(Score), Score), (nameof(ScoreLines), ScoreLines), (nameof(LastActivity), LastActivity),
        (nameof(LastActivityAt), LastActivityAt), (nameof(FirstStep), FirstStep),
    ];

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool TryTime(string? text, out Instant? time)
    {
        time = null;
        if (text is null)
        {
            return true;
        }

        var parsed = OffsetDateTimePattern.ExtendedIso.Parse(text);
        time = parsed.Success ? parsed.Value.ToInstant() : null;
        return parsed.Success;
    }
}

/// <summary>What became of one lead that was posted.</summary>
/// <param name="State">The state of its handoff, or <c>refused</c>.</param>
/// <param name="Error">Why it was refused and how to mend it.</param>
public sealed record LeadReceipt(string? Id, string State, string? Error = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LeadDocument))]
[JsonSerializable(typeof(LeadReceipt))]
[JsonSerializable(typeof(IReadOnlyList<LeadReceipt>))]
internal sealed partial class IntakeJson : JsonSerializerContext;
