using System.Globalization;
using NodaTime;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Benchmarks.Load;

/// <summary>Leads and deals of three years, spread as those of a company are: few sources, some hundred campaigns, many accounts.</summary>
internal sealed class GeneratedRecords(ITables tables)
{
    private const int Batch = 5_000;
    private static readonly Instant Start = Instant.FromUtc(2016, 1, 1, 0, 0);
    private static readonly string[] Sources = ["paid search", "organic search", "social", "email", "referral", "event", "direct traffic", "display"];
    private static readonly string[] Countries = ["PL", "DE", "FR", "AE", "CN", "US", "BR", "ES", "IT", "GB"];
    private static readonly string[] Types = ["online big", "online medium", "online small", "offline", "industry"];
    private static readonly string[] Regions = ["North", "South", "East", "West"];
    private static readonly FunnelStage[] Stages = [FunnelStage.Interest, FunnelStage.Consideration, FunnelStage.Intent, FunnelStage.Intent, FunnelStage.Proposal, FunnelStage.Lost];

    private readonly Random random = new(7);

    public async Task WriteAsync(int leads, CancellationToken cancel)
    {
        await tables.CreateAsync(TableNames.All, cancel);
        await new AttributeStore(tables, TimeProvider.System).SaveAsync([new("leads", "lead_type", new Dictionary<Language, string> { [Language.English] = "lead type" })], cancel);
        await WriteAsync(TableNames.Leads, Enumerable.Range(0, leads).Select(number => LeadRow.Write(Lead(number))), cancel);
        await WriteAsync(TableNames.Deals, Enumerable.Range(0, leads / 5).Select(number => DealRow.Write(Deal(number, leads))), cancel);
    }

    // As identifiers of real systems, and unlike numbers in order, these scatter over the keys.
    private static string Id(int number) => (number * 2654435761u).ToString("x8", CultureInfo.InvariantCulture);

    private async Task WriteAsync(string table, IEnumerable<TableEntity> rows, CancellationToken cancel)
    {
        foreach (var some in rows.Chunk(Batch))
        {
            await tables.SubmitManyAsync([.. some.Select(row => new TableTransaction(table, [new(TableTransactionActionType.Add, row)]))], cancel);
        }
    }

    private T Pick<T>(T[] some) => some[random.Next(some.Length)];

    private Instant Moment() => Start + Duration.FromSeconds(random.Next(3 * 365 * 86_400));

    private Lead Lead(int number) => new(new LeadId(Id(number)))
    {
        Name = "Nadia Brandt " + number.ToString(CultureInfo.InvariantCulture),
        Company = "Company " + random.Next(100_000).ToString(CultureInfo.InvariantCulture),
        Title = "Head of Operations",
        Email = Id(number) + "@example.com",
        Country = Pick(Countries),
        Source = random.Next(20) == 0 ? null : Pick(Sources),
        Campaign = "campaign " + random.Next(300).ToString(CultureInfo.InvariantCulture),
        Product = "product " + random.Next(12).ToString(CultureInfo.InvariantCulture),
        Segment = random.Next(3) == 0 ? "enterprise" : "small business",
        CreatedAt = Moment(),
        Stage = Pick(Stages),
        Score = random.Next(101),
        Owner = "rep " + random.Next(200).ToString(CultureInfo.InvariantCulture),
        Attributes = new Dictionary<string, string> { ["lead_type"] = Pick(Types) },
    };

    private Deal Deal(int number, int leads) => new("D" + Id(number))
    {
        Lead = new LeadId(Id(random.Next(leads))),
        Account = "Company " + random.Next(100_000).ToString(CultureInfo.InvariantCulture),
        Product = "product " + random.Next(12).ToString(CultureInfo.InvariantCulture),
        Rep = "rep " + random.Next(200).ToString(CultureInfo.InvariantCulture),
        Manager = "manager " + random.Next(20).ToString(CultureInfo.InvariantCulture),
        Region = Pick(Regions),
        ClosedAt = Moment() + Duration.FromDays(60),
        Status = (DealStatus)random.Next(3),
        Stage = random.Next(2) == 0 ? "Engaging" : "Prospecting",
        Value = random.Next(100, 100_000) / 4m,
        Currency = "EUR",
    };
}
