using System.Runtime.InteropServices;

namespace TeamsBot.Storage.ReadModel;

/// <summary>Which group a row belongs to: a stretch of time by its first day, or a value by its key; 0 where there is no such group.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GroupKey(long First, long Second);

/// <summary>A figure of one group, and how many records it rests on.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Cell(double? Value, long Records);

/// <summary>Adds up the rows of one group.</summary>
internal sealed class Tally(Fold fold)
{
    private readonly List<double>? values = fold == Fold.Median ? [] : null;
    private readonly HashSet<double>? different = fold == Fold.Distinct ? [] : null;
    private double sum;
    private double over;

    public long Records { get; private set; }

    public Cell Cell => new(Value(), Records);

    public void Add(double? value, double? divisor)
    {
        Records++;
        if (value is not { } known)
        {
            return;
        }

        sum += known;
        over += divisor ?? 0;
        values?.Add(known);
        different?.Add(known);
    }

    /// <summary>Counts without a value.</summary>
    public void Add() => Records++;

    /// <summary>The one in the middle, or the mean of the two in the middle.</summary>
    public static double? Median(List<double> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }

    private double? Value() => fold switch
    {
        Fold.Count => Records,
        Fold.Sum => sum,
        Fold.Average => Records == 0 ? null : sum / Records,
        Fold.Median => Median(values!),
        Fold.Distinct => different!.Count,
        _ => over == 0 ? null : sum / over,
    };
}
