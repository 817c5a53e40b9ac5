using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Storage.Stores;

/// <summary>The notices of a handoff as one column of its row.</summary>
internal static partial class NoticeJson
{
    public static string Write(Notices notices) =>
        notices.Count == 0 ? "[]" : JsonSerializer.Serialize([.. notices.All.Select(Stored.Of)], Wire.Default.StoredArray);

    public static Notices Read(string json) =>
        json == "[]" ? Notices.None : Notices.Of(JsonSerializer.Deserialize(json, Wire.Default.StoredArray)!.Select((stored, index) => stored.Read(index + 1)));

    internal sealed record Stored(NoticeKind Kind, ClockKind Clock, long At, string? To, string? ToName, string? Channel, int? Percent)
    {
        public static Stored Of(Notice notice) =>
            new(notice.Kind, notice.Clock, notice.At.ToUnixTimeTicks(), notice.To?.Id.Value, notice.To?.Name, notice.Channel, notice.Percent);

        public Notice Read(int number) =>
            new(number, Kind, Clock, Instant.FromUnixTimeTicks(At), To is null ? null : new PersonRef(new PersonId(To), ToName ?? ""), Channel, Percent);
    }

    [JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Stored[]))]
    internal sealed partial class Wire : JsonSerializerContext;
}
