using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Handoffs;

/// <summary>A ledger of four rows: a late acceptance, a contact and a qualification; and what was done to it behind Baton's back.</summary>
public sealed class LedgerCheckTests
{
    private static readonly (LedgerEntry[] Rows, LedgerEnd End) Whole = Ledger();

    [Fact]
    public void A_ledger_as_it_was_written_has_no_fault() => Check(Whole.End, Whole.Rows).ShouldBeEmpty();

    [Fact]
    public void A_ledger_that_has_not_begun_has_no_fault() => Check(new(0, ""), []).ShouldBeEmpty();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_row_taken_away_is_missing_whichever_it_is(int number) =>
        Check(Whole.End, [.. Whole.Rows.Where(row => row.Number != number)]).ShouldBe([new(number, LedgerFault.Missing)]);

    [Fact]
    public void A_ledger_taken_away_is_missing_row_by_row() =>
        Check(Whole.End, []).ShouldBe(Enumerable.Range(1, 4).Select(number => new LedgerFinding(number, LedgerFault.Missing)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_row_written_anew_with_its_hash_is_not_the_one_that_was_stored(int number) =>
        Check(Whole.End, [.. Whole.Rows.Select(row => row.Number == number ? row with { Met = true, By = Cast.Omar.Person } : row)])
            .ShouldBe([new(number, LedgerFault.Replaced)]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_row_that_is_not_as_it_was_written_is_altered_and_blames_no_other(int number) =>
        LedgerCheck.Check(Cast.Id, Whole.End, Whole.Rows.Select(row => new FoundEntry(row.Number, row.Number == number ? null : row)))
            .ShouldBe([new(number, LedgerFault.Altered)]);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(1, 4)]
    public void Rows_that_changed_places_are_both_found(int one, int other)
    {
        var places = Whole.Rows.Select(row => new FoundEntry(row.Number == one ? other : row.Number == other ? one : row.Number, row));
        LedgerCheck.Check(Cast.Id, Whole.End, places).ShouldBe([new(one, LedgerFault.Replaced), new(other, LedgerFault.Replaced)]);
    }

    [Fact]
    public void A_row_of_another_handoff_is_not_the_one_that_was_stored() =>
        Check(Whole.End, [.. Whole.Rows.Select(row => row.Number == 2 ? row with { Handoff = new(row.Handoff.Lead, 2) } : row)])
            .ShouldBe([new(2, LedgerFault.Replaced)]);

    [Fact]
    public void A_row_put_after_the_last_is_one_too_many() =>
        Check(Whole.End, [.. Whole.Rows, Whole.Rows[^1] with { Number = 5, Before = Whole.End.Hash }]).ShouldBe([new(5, LedgerFault.Added)]);

    [Fact]
    public void A_row_before_the_first_is_one_too_many() =>
        Check(Whole.End, [Whole.Rows[0] with { Number = 0 }, .. Whole.Rows]).ShouldBe([new(0, LedgerFault.Added)]);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_count_that_the_chain_disagrees_with_is_the_handoffs_fault(int rows) =>
        Check(Whole.End with { Rows = rows }, Whole.Rows).ShouldBe([new(null, LedgerFault.Altered)]);

    [Fact]
    public void A_handoff_that_names_another_hash_casts_doubt_on_the_last_row() =>
        Check(Whole.End with { Hash = "0" }, Whole.Rows).ShouldBe([new(4, LedgerFault.Replaced)]);

    [Fact]
    public void A_handoff_that_cannot_be_read_leaves_the_chain_to_be_checked() =>
        Check(null, [Whole.Rows[0], Whole.Rows[1] with { Met = true }, Whole.Rows[2], Whole.Rows[3]])
            .ShouldBe([new(null, LedgerFault.Altered), new(2, LedgerFault.Replaced)]);

    private static IReadOnlyList<LedgerFinding> Check(LedgerEnd? end, LedgerEntry[] rows) =>
        LedgerCheck.Check(Cast.Id, end, rows.Select(row => new FoundEntry(row.Number, row)));

    private static (LedgerEntry[] Rows, LedgerEnd End) Ledger()
    {
        var accepted = Cast.Requested(Tier.Hot).Accept(Cast.Rita, Cast.After(45)).ShouldApply();
        var contacted = accepted.After.Contact(Cast.Rita, Cast.After(60)).ShouldApply();
        var qualified = contacted.After.Qualify(Cast.Rita, Cast.After(90)).ShouldApply();
        return ([.. accepted.Entries, .. contacted.Entries, .. qualified.Entries], new(qualified.After.LedgerRows, qualified.After.LedgerHash));
    }
}
