using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>Some enums of the card schema are PascalCase on the wire and some camelCase; this is for the second kind.</summary>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
