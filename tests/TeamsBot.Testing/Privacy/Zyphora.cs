using System.Text;
using NodaTime;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Testing.Privacy;

/// <summary>A person like no other: no word of hers is in any text of ours, so whatever is found of it is a trace of her.</summary>
public static class Zyphora
{
    public const string FirstStep = "Bring the sapphire folder";
    public const string Note = "Her dog Fluffernutter objects";
    public const string Question = "Is Zyphora allergic to pineapples?";
    public const string Quote = "Only if the marmalade is blessed";
    public const string Answer = "Quillensworth loathes artichokes 奎林沃斯";

    public static Lead Lead { get; } = new(new("Z-77"))
    {
        Name = "Zyphora Quillensworth زيفورا 奎林沃斯 🦩",
        Company = "Umbraxis Öffenholt 暗轴物流",
        Title = "Grandmaster of Vexillology",
        Email = "Zyphora.Quill@umbraxis.example",
        Phone = "+48 600 555 987",
        Country = "Poland",
        Speaks = "Klingonese",
        Employees = 42_424,
        Source = "webinar",
        Campaign = "Dock Delays 2026",
        Product = "Dock planner",
        CreatedAt = Instant.FromUtc(2026, 2, 20, 12, 0),
        Score = 86,
        ScoreLines = [new(34, "asked thrice about xylophones")],
        LastActivity = "read the kumquat page",
        LastActivityAt = Instant.FromUtc(2026, 3, 2, 8, 58),
        FirstStep = "Mention her brother Baldomero",
        Attributes = new Dictionary<string, string> { ["profile"] = "in/zyphoraq" },
    };

    public static Deal Deal { get; } = new("D-77")
    {
        Lead = Lead.Id,
        Account = Lead.Company,
        Rep = "Ben Ortiz",
        Product = "Dock planner",
        Status = DealStatus.Won,
        Value = 1200,
        Currency = "EUR",
        OpenedAt = Instant.FromUtc(2026, 2, 21, 12, 0),
        ClosedAt = Instant.FromUtc(2026, 2, 28, 12, 0),
        Attributes = new Dictionary<string, string> { ["contact"] = "Zyphora in person" },
    };

    /// <summary>All that an import may say of her, so that it is declared.</summary>
    public static IReadOnlyList<AttributeDefinition> Declared { get; } =
        [new("leads", "profile", new Dictionary<Domain.People.Language, string>()), new("deals", "contact", new Dictionary<Domain.People.Language, string>())];

    /// <summary>What may be nowhere once she is forgotten: in any case, and as names are searched for. Parts of Chinese names too.</summary>
    public static IReadOnlyList<string> Traces { get; } =
    [
        "zyphora", "quillensworth", "زيفورا", "奎林沃斯", "林沃斯", "🦩", "umbraxis", "öffenholt", "offenholt", "ÖFFENHOLT", "暗轴物流", "轴物流", "vexillology", "600 555 987", "klingonese",
        "42424", "xylophones", "kumquat", "baldomero", "sapphire", "fluffernutter", "pineapples", "artichokes", "marmalade",
    ];

    public static Coverage Everything<T>(params IReadOnlyCollection<string> attributes) => new([.. typeof(T).GetProperties().Select(property => property.Name)], attributes);

    /// <summary>The traces in a text.</summary>
    public static IEnumerable<string> In(string text) => Traces.Where(trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase));

    /// <summary>The traces in every row of every table, each with the row.</summary>
    public static async Task<IReadOnlyList<string>> InTablesAsync(ITables tables)
    {
        List<string> found = [];
        foreach (var table in TableNames.All)
        {
            await foreach (var row in tables.QueryAsync(table, TableRange.Everything, take: null, CancellationToken.None))
            {
                var text = string.Join('\n', row.Select(property => $"{property.Key}={property.Value}").Prepend(row.RowKey).Prepend(row.PartitionKey).Prepend(Unescaped(row)));
                found.AddRange(In(text).Select(trace => $"{trace} in {table} {row.PartitionKey} {row.RowKey}"));
            }
        }

        return found;
    }

    /// <summary>The traces in the bytes of every file of a folder, in UTF-8 and UTF-16.</summary>
    public static IReadOnlyList<string> InFiles(string folder) =>
    [
        .. from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
           let bytes = Encoding.Latin1.GetString(ReadShared(file))
           from trace in Traces
           from encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode]
           where bytes.Contains(Encoding.Latin1.GetString(encoding.GetBytes(trace)), StringComparison.OrdinalIgnoreCase)
           select $"{trace} as {encoding.WebName} in {Path.GetFileName(file)}",
    ];

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Unescaped(TableEntity row) => string.Join(' ', TrySplit(row.PartitionKey).Concat(TrySplit(row.RowKey)));

    private static string[] TrySplit(string key)
    {
        try
        {
            return Keys.Split(key);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
