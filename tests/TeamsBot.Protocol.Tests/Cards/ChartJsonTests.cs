using Shouldly;
using TeamsBot.Protocol.Cards;
using Xunit;

namespace TeamsBot.Protocol.Tests.Cards;

public sealed class ChartJsonTests
{
    public static TheoryData<AdaptiveChart, string> Charts => new()
    {
        {
            new AdaptiveDonutChart { Title = "T", Fallback = AdaptiveFallback.Drop, Data = [new("Web", 0)], Value = "0", ColorSet = AdaptiveChartColorSet.SequentialRed },
            """{"type":"Chart.Donut","title":"T","data":[{"legend":"Web","value":0}],"value":"0","colorSet":"sequentialred","fallback":"drop"}"""
        },
        {
            new AdaptivePieChart { Title = "T", Fallback = AdaptiveFallback.Drop, Data = [new("Web", 12, AdaptiveChartColor.Sequential8)] },
            """{"type":"Chart.Pie","title":"T","data":[{"legend":"Web","value":12,"color":"sequential8"}],"fallback":"drop"}"""
        },
        {
            new AdaptiveVerticalBarChart { Title = "T", Fallback = AdaptiveFallback.Drop, Data = [new(1, 0)], YMin = 0, ShowBarValues = true },
            """{"type":"Chart.VerticalBar","title":"T","data":[{"x":1,"y":0}],"showBarValues":true,"yMin":0,"fallback":"drop"}"""
        },
        {
            new AdaptiveGroupedVerticalBarChart { Title = "T", Fallback = AdaptiveFallback.Drop, Stacked = true, Data = [new("A", [new("Q1", 2)])] },
            """{"type":"Chart.VerticalBar.Grouped","title":"T","data":[{"legend":"A","values":[{"x":"Q1","y":2}]}],"stacked":true,"fallback":"drop"}"""
        },
        {
            new AdaptiveHorizontalBarChart { Title = "T", ShowTitle = true, Fallback = AdaptiveFallback.Drop, Data = [new("Q1", 2.5)], DisplayMode = AdaptiveBarDisplayMode.AbsoluteNoAxis, Color = AdaptiveChartColor.CategoricalBlue },
            """{"type":"Chart.HorizontalBar","title":"T","showTitle":true,"data":[{"x":"Q1","y":2.5}],"displayMode":"AbsoluteNoAxis","color":"categoricalBlue","fallback":"drop"}"""
        },
        {
            new AdaptiveStackedHorizontalBarChart { Title = "T", Fallback = AdaptiveFallback.Drop, Data = [new("A", [new("Won", 3, AdaptiveChartColor.Good)])] },
            """{"type":"Chart.HorizontalBar.Stacked","title":"T","data":[{"title":"A","data":[{"legend":"Won","value":3,"color":"good"}]}],"fallback":"drop"}"""
        },
        {
            new AdaptiveLineChart { Title = "T", Fallback = AdaptiveFallback.Drop, XAxisTitle = "Day", Data = [new("A", [new("2026-11-23", 3)])] },
            """{"type":"Chart.Line","title":"T","data":[{"legend":"A","values":[{"x":"2026-11-23","y":3}]}],"xAxisTitle":"Day","fallback":"drop"}"""
        },
        {
            new AdaptiveGaugeChart { Title = "T", Fallback = AdaptiveFallback.Drop, Value = 0, Max = 10, ValueFormat = AdaptiveGaugeValueFormat.Fraction, Segments = [new("Low", 4)] },
            """{"type":"Chart.Gauge","title":"T","value":0,"max":10,"valueFormat":"Fraction","segments":[{"legend":"Low","size":4}],"fallback":"drop"}"""
        },
    };

    [Theory]
    [MemberData(nameof(Charts))]
    public void Each_chart_has_its_own_form(AdaptiveChart chart, string json) => Wire.Of(chart).ShouldBe(json);

    [Fact]
    public void A_chart_without_a_fallback_cannot_be_made() =>
        Should.Throw<ArgumentNullException>(() => new AdaptivePieChart { Title = "T", Data = [], Fallback = null });

    [Fact]
    public void A_fallback_is_an_element_with_its_type()
    {
        var numbers = new AdaptiveFactSet(new AdaptiveFact(CardText.Plain("Web"), CardText.Plain("12")));

        Wire.Of(new AdaptivePieChart { Title = "T", Data = [], Fallback = numbers })
            .ShouldEndWith(""" "fallback":{"type":"FactSet","facts":[{"title":"Web","value":"12"}]}}""".TrimStart());
    }

    [Fact]
    public void No_chart_takes_a_number_that_json_has_not() =>
        Should.Throw<ArgumentOutOfRangeException>(() => CardValue.FromNumber(double.NaN));
}
