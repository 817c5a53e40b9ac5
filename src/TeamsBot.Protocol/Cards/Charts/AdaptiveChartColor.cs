using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

[JsonConverter(typeof(CamelCaseEnumConverter<AdaptiveChartColor>))]
public enum AdaptiveChartColor
{
    Good,
    Warning,
    Attention,
    Neutral,
    CategoricalRed,
    CategoricalPurple,
    CategoricalLavender,
    CategoricalBlue,
    CategoricalLightBlue,
    CategoricalTeal,
    CategoricalGreen,
    CategoricalLime,
    CategoricalMarigold,
    Sequential1,
    Sequential2,
    Sequential3,
    Sequential4,
    Sequential5,
    Sequential6,
    Sequential7,
    Sequential8,
    DivergingBlue,
    DivergingLightBlue,
    DivergingCyan,
    DivergingTeal,
    DivergingYellow,
    DivergingPeach,
    DivergingLightRed,
    DivergingRed,
    DivergingMaroon,
    DivergingGray,
}

[JsonConverter(typeof(LowerCaseEnumConverter<AdaptiveChartColorSet>))]
public enum AdaptiveChartColorSet { Categorical, Sequential, SequentialRed, SequentialGreen, SequentialYellow, Diverging }
