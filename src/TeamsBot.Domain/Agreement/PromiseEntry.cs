using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace TeamsBot.Domain.Agreement;

/// <summary>The two things that marketing promises.</summary>
public enum PromiseKind
{
    /// <summary>Leads handed over.</summary>
    Leads,

    /// <summary>Of a hundred leads that sales answered, those that it accepted.</summary>
    Acceptance,
}

/// <summary>
/// What became of one promise of one month, in a ledger of the organisation. Each row holds the hash of the row before it, as
/// in the ledger of a handoff.
/// </summary>
/// <param name="Number">Counted from 1 within the organisation.</param>
/// <param name="At">The end of the month.</param>
public sealed record PromiseEntry(string Tenant, int Number, YearMonth Month, PromiseKind Kind, Instant At)
{
    /// <summary>Null where there was nothing to measure: sales answered no lead.</summary>
    public required int? Value { get; init; }

    public required int Promised { get; init; }

    /// <summary>The version of the agreement that the month ended under.</summary>
    public required int Agreement { get; init; }

    /// <summary>The hash of the row before; empty for the first.</summary>
    public string Before { get; init; } = "";

    /// <summary>Null where there was nothing to measure.</summary>
    public bool? Kept => Value is { } value ? value >= Promised : null;

    /// <summary>Of all of the above.</summary>
    public string Hash => HashChain.Hash(
        Tenant, Text(Number), PromiseMonth.Write(Month), Kind.ToString(), InstantPattern.ExtendedIso.Format(At), Value is { } value ? Text(value) : null, Text(Promised), Text(Agreement), Before);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Where the ledger of promises ends.</summary>
/// <param name="Hash">Of its last row; empty before the first.</param>
public sealed record PromiseChain(int Rows, string Hash)
{
    public static PromiseChain Empty { get; } = new(0, "");
}
