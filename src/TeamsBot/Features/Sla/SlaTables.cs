using TeamsBot.Domain.Sla;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Sla;

/// <summary>
/// The clocks that ended, by what they have in common: kind, tier, team, person. A table of one row would say the sum again; only
/// who it was is news.
/// </summary>
internal static class SlaTables
{
    private const int MostRows = 6;

    public static IEnumerable<AdaptiveElement> Of(SlaStatusView view)
    {
        var (say, report) = (view.Say, view.Report);
        (string Header, IReadOnlyList<(string Name, SlaFigures Figures)> Rows)[] tables =
        [
            (say.Text("sla.clock"), [.. report.Clocks.OrderBy(clock => clock.Key).Select(clock => (SlaWords.Clock(clock.Key, say), clock.Value))]),
            (say.Text("label.tier"), [.. report.Tiers.OrderBy(tier => tier.Key).Select(tier => (TierWords.Of(tier.Key, say), tier.Value))]),
            (say.Text("sla.team"), [.. report.Channels.Select(channel => (view.ChannelName(channel.Of), channel.Figures))]),
            (say.Text("sla.person"), [.. report.People.Select(person => (person.Of is { } known ? view.PersonName(known) : say.Text("sla.nobody"), person.Figures))]),
        ];
        return tables.Where((table, index) => table.Rows.Count > (index == tables.Length - 1 ? 0 : 1)).SelectMany(table => Table(say, table.Header, table.Rows));
    }

    private static IEnumerable<AdaptiveElement> Table(Say say, string header, IReadOnlyList<(string Name, SlaFigures Figures)> rows)
    {
        yield return new AdaptiveTable
        {
            Columns = [new(AdaptiveWidth.Weight(4)), new(AdaptiveWidth.Weight(2)), new(AdaptiveWidth.Weight(2)), new(AdaptiveWidth.Weight(2))],
            ShowGridLines = false,
            Spacing = AdaptiveSpacing.Medium,
            Rows =
            [
                Row(say, [header, say.Text("sla.ended"), say.Text("sla.missed"), say.Text("sla.rate")], isHeader: true),
                .. rows.Take(MostRows).Select(row => Row(say, [row.Name, say.Number(row.Figures.Ended), say.Number(row.Figures.Breached), say.Percent(row.Figures.MetRate!.Value)])),
            ],
        };
        if (rows.Count > MostRows)
        {
            yield return Anatomy.Note(say.Text("sla.more", ("count", rows.Count - MostRows)));
        }
    }

    // Units stand below units. From right to left the name would touch a number that stands on the right: it is in the middle there.
    private static AdaptiveTableRow Row(Say say, IReadOnlyList<string> cells, bool isHeader = false) => new()
    {
        Cells = [.. cells.Select((cell, column) => new AdaptiveTableCell { Items = [Text(cell, isHeader, column == 0 ? null : say.IsRightToLeft ? AdaptiveHorizontalAlignment.Center : AdaptiveHorizontalAlignment.Right)] })],
    };

    private static AdaptiveTextBlock Text(string text, bool isHeader, AdaptiveHorizontalAlignment? alignment) => new(CardText.Plain(text))
    {
        Size = isHeader ? AdaptiveTextSize.Small : AdaptiveTextSize.Default,
        IsSubtle = isHeader,
        HorizontalAlignment = alignment,
    };
}
