using NodaTime;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>A clock as columns of its handoff's row, each named for the clock: AcceptDueAt, ContactDueAt.</summary>
internal static class ClockColumns
{
    public static void Write(TableEntity row, SlaClock? clock)
    {
        if (clock is null)
        {
            return;
        }

        var name = clock.Kind.ToString();
        row[name + "StartedAt"] = clock.StartedAt.ToDateTimeOffset();
        row[name + "TargetTicks"] = clock.Target.BclCompatibleTicks;
        row[name + "Agreement"] = clock.Agreement;
        row[name + "DueAt"] = clock.DueAt.ToDateTimeOffset();
        row[name + "CountsFrom"] = clock.CountsFrom?.ToDateTimeOffset();
        row[name + "CountedTicks"] = clock.Counted.BclCompatibleTicks;
        row[name + "End"] = clock.End?.ToString();
        row[name + "StoppedAt"] = clock.StoppedAt?.ToDateTimeOffset();
        row[name + "Steps"] = clock.Steps;
    }

    public static SlaClock? Read(TableEntity row, ClockKind kind)
    {
        var name = kind.ToString();
        return HandoffRow.At(row, name + "StartedAt") is not { } startedAt ? null : new(
            kind,
            startedAt,
            Duration.FromTicks(row.GetInt64(name + "TargetTicks")!.Value),
            row.GetInt32(name + "Agreement")!.Value,
            HandoffRow.At(row, name + "DueAt")!.Value)
        {
            CountsFrom = HandoffRow.At(row, name + "CountsFrom"),
            Counted = Duration.FromTicks(row.GetInt64(name + "CountedTicks")!.Value),
            End = row.GetString(name + "End") is { } end ? Enum.Parse<ClockEnd>(end) : null,
            StoppedAt = HandoffRow.At(row, name + "StoppedAt"),
            Steps = row.GetInt32(name + "Steps")!.Value,
        };
    }
}
