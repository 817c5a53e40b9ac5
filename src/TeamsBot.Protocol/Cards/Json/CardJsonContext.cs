using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(TeamsSubmitData))]
[JsonSerializable(typeof(AdaptiveTextBlock))]
[JsonSerializable(typeof(AdaptiveRichTextBlock))]
[JsonSerializable(typeof(AdaptiveImage))]
[JsonSerializable(typeof(AdaptiveContainer))]
[JsonSerializable(typeof(AdaptiveColumnSet))]
[JsonSerializable(typeof(AdaptiveFactSet))]
[JsonSerializable(typeof(AdaptiveTable))]
[JsonSerializable(typeof(AdaptiveActionSet))]
[JsonSerializable(typeof(AdaptiveTextInput))]
[JsonSerializable(typeof(AdaptiveDateInput))]
[JsonSerializable(typeof(AdaptiveTimeInput))]
[JsonSerializable(typeof(AdaptiveNumberInput))]
[JsonSerializable(typeof(AdaptiveToggleInput))]
[JsonSerializable(typeof(AdaptiveChoiceSetInput))]
[JsonSerializable(typeof(AdaptiveDonutChart))]
[JsonSerializable(typeof(AdaptivePieChart))]
[JsonSerializable(typeof(AdaptiveVerticalBarChart))]
[JsonSerializable(typeof(AdaptiveGroupedVerticalBarChart))]
[JsonSerializable(typeof(AdaptiveHorizontalBarChart))]
[JsonSerializable(typeof(AdaptiveStackedHorizontalBarChart))]
[JsonSerializable(typeof(AdaptiveLineChart))]
[JsonSerializable(typeof(AdaptiveGaugeChart))]
[JsonSerializable(typeof(AdaptiveExecuteAction))]
[JsonSerializable(typeof(AdaptiveSubmitAction))]
[JsonSerializable(typeof(AdaptiveOpenUrlAction))]
[JsonSerializable(typeof(AdaptiveShowCardAction))]
[JsonSerializable(typeof(AdaptiveToggleVisibilityAction))]
internal sealed partial class CardJsonContext : JsonSerializerContext;
