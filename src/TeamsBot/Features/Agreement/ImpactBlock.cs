using TeamsBot.Domain.Scoring;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Agreement;

/// <summary>What a change of the scoring would have meant for the leads of the last 90 days.</summary>
internal static class ImpactBlock
{
    public static IEnumerable<AdaptiveElement?> Of(RubricImpact impact, Say say) =>
    [
        Anatomy.Text(say.Text("impact.tried", ("n", impact.Leads))),
        Anatomy.Facts(
        [
            Anatomy.Fact(say.Text("impact.moved"), say.Number(impact.Moved)),
            .. impact.Moves.Select(move => Anatomy.Fact(BeforeAfter(TierWords.Of(move.From, say), TierWords.Of(move.To, say), say), say.Number(move.Leads))),
            Anatomy.Fact(say.Text("term.mql"), BeforeAfter(say.Number(impact.MqlsBefore), say.Number(impact.MqlsAfter), say)),
        ]),
        Table(impact, say),
        Anatomy.Note(say.Text("impact.hint"), AdaptiveSpacing.Medium),
    ];

    private static AdaptiveTable Table(RubricImpact impact, Say say)
    {
        string[] head = [say.Text("label.tier"), say.Text("impact.leads"), say.Text("impact.accepted"), say.Text("impact.won")];
        return new()
        {
            Spacing = AdaptiveSpacing.Medium,
            ShowGridLines = false,
            Columns = [.. new[] { 3, 4, 5, 5 }.Select(width => new AdaptiveTableColumnDefinition(AdaptiveWidth.Weight(width)))],
            Rows =
            [
                Row(head, AdaptiveTextWeight.Bolder),
                .. impact.Before.Zip(impact.After).Select(pair => Row(Cells(pair.First, pair.Second, say), AdaptiveTextWeight.Default)),
            ],
        };
    }

    private static string[] Cells(TierRecord before, TierRecord after, Say say) =>
    [
        TierWords.Of(before.Tier, say),
        BeforeAfter(say.Number(before.Leads), say.Number(after.Leads), say),
        BeforeAfter(Rate(before.AcceptanceRate, say), Rate(after.AcceptanceRate, say), say),
        BeforeAfter(Rate(before.WinRate, say), Rate(after.WinRate, say), say),
    ];

    private static AdaptiveTableRow Row(IEnumerable<string> cells, AdaptiveTextWeight weight) => new()
    {
        Cells = [.. cells.Select(text => new AdaptiveTableCell { Items = [new AdaptiveTextBlock(CardText.Plain(text)) { Size = AdaptiveTextSize.Small, Weight = weight }] })],
    };

    private static string Rate(double? rate, Say say) => rate is { } known ? say.Percent(known) : say.Text("impact.none");

    private static string BeforeAfter(string before, string after, Say say) =>
        before == after ? before : say.Text("impact.change", ("before", new Phrase(before)), ("after", new Phrase(after)));
}
