using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>The rows of a tenant's routing: <c>pool|name</c> has its turns, <c>load|person</c> what is on their hands, <c>seat|handoff</c> on whose hands one is.</summary>
internal static partial class RoutingRow
{
    public static string PoolKey(string pool) => Keys.Join("pool", pool.ToUpperInvariant());

    public static string LoadKey(PersonId rep) => Keys.Join("load", rep.Value);

    public static string SeatKey(HandoffId handoff) => Keys.Join("seat", handoff.ToString());

    public static TableEntity WriteTurns(string tenant, string pool, PoolTurns turns) => new(Keys.Join(tenant), PoolKey(pool))
    {
        ["Turns"] = JsonSerializer.Serialize(turns.Members.ToDictionary(one => one.Key.Value, one => Member.Of(one.Value)), TurnsWire.Default.DictionaryStringMember),
    };

    public static PoolTurns ReadTurns(TableEntity row) =>
        new(JsonSerializer.Deserialize(row.GetString("Turns")!, TurnsWire.Default.DictionaryStringMember)!.ToDictionary(one => new PersonId(one.Key), one => one.Value.Read()));

    public static TableEntity WriteLoad(string tenant, PersonId rep, Workload load) => new(Keys.Join(tenant), LoadKey(rep))
    {
        ["Open"] = load.Open,
        ["Day"] = LocalDatePattern.Iso.Format(load.Day),
        ["OnDay"] = load.OnDay,
        ["IsCounted"] = load.IsCounted,
    };

    public static Workload ReadLoad(TableEntity row) =>
        new(row.GetInt32("Open")!.Value, LocalDatePattern.Iso.Parse(row.GetString("Day")!).Value, row.GetInt32("OnDay")!.Value) { IsCounted = row.GetBoolean("IsCounted") == true };

    public static TableEntity WriteSeat(string tenant, HandoffId handoff, PersonId rep, LeadRoute? route, LocalDate? day)
    {
        var row = new TableEntity(Keys.Join(tenant), SeatKey(handoff))
        {
            ["SeatOf"] = rep.Value,
            ["Day"] = day is { } date ? LocalDatePattern.Iso.Format(date) : null,
        };
        WriteRoute(row, route is null ? null : route with { By = null }); // What is the lead's own stays with the lead.
        return row;
    }

    public static Seat ReadSeat(TableEntity row) =>
        new(new PersonId(row.GetString("SeatOf")!), ReadRoute(row), row.GetString("Day") is { } day ? LocalDatePattern.Iso.Parse(day).Value : null, row.ETag);

    /// <summary>A route as columns of a row.</summary>
    public static void WriteRoute(TableEntity row, LeadRoute? route)
    {
        row["RouteRule"] = route?.Rule;
        row["RouteBy"] = route?.By;
        row["RoutePool"] = route?.Pool;
        row["RouteBasis"] = route?.Basis.ToString();
        row["RouteUntil"] = route?.Until?.ToDateTimeOffset();
        row["RouteEndedAt"] = route?.EndedAt?.ToDateTimeOffset();
        HandoffRow.WritePerson(row, "RouteRep", route?.Rep);
    }

    /// <summary>Null where there is none.</summary>
    public static LeadRoute? ReadRoute(TableEntity row) => row.GetString("RouteBasis") is not { } basis ? null
        : new(row.GetString("RouteRule")!, row.GetString("RoutePool")!, Enum.Parse<RouteBasis>(basis), HandoffRow.ReadPerson(row, "RouteRep"))
        {
            By = row.GetString("RouteBy"),
            Until = HandoffRow.At(row, "RouteUntil"),
            EndedAt = HandoffRow.At(row, "RouteEndedAt"),
        };

    internal sealed record Member(long Credit, Dictionary<string, long[]> Days)
    {
        public static Member Of(MemberTurns turns) =>
            new(turns.Credit, turns.Days.ToDictionary(day => LocalDatePattern.Iso.Format(day.Key), day => new[] { day.Value.Due, day.Value.Taken }));

        public MemberTurns Read() => new(Credit, Days.ToDictionary(day => LocalDatePattern.Iso.Parse(day.Key).Value, day => new DayTurns(day.Value[0], (int)day.Value[1])));
    }

    [JsonSerializable(typeof(Dictionary<string, Member>))]
    internal sealed partial class TurnsWire : JsonSerializerContext;
}
