using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>For the enums of the card schema whose values are one lower-case word.</summary>
internal sealed class LowerCaseEnumConverter<T>() : JsonStringEnumConverter<T>(new LowerCase())
    where T : struct, Enum
{
    private sealed class LowerCase : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name.ToLowerInvariant();
    }
}
