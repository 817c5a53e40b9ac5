using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(TeamsSubmitData))]
internal sealed partial class CardJsonContext : JsonSerializerContext;
