using TeamsBot.Domain.Funnel;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>A target as a row. Partition: its metric; row: period, dimension and member, which together with the metric are its identity.</summary>
public static class TargetRow
{
    public static TableEntity Write(Target target) => new(
        Keys.Join(target.Metric),
        Keys.Join(target.Period, target.Dimension ?? "", target.Member ?? ""))
    {
        { nameof(Target.Metric), target.Metric },
        { nameof(Target.Period), target.Period },
        { nameof(Target.Dimension), target.Dimension },
        { nameof(Target.Member), target.Member },
        { nameof(Target.Value), RowValues.Write(target.Value) },
    };

    public static Target Read(TableEntity row) =>
        new(row.GetString(nameof(Target.Metric))!, row.GetString(nameof(Target.Period))!, row.GetDecimal(nameof(Target.Value))!.Value)
        {
            Dimension = row.GetString(nameof(Target.Dimension)),
            Member = row.GetString(nameof(Target.Member)),
        };
}
