using NodaTime;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.Stores;

namespace TeamsBot.EndToEnd.Tests.Chaos;

/// <summary>What must be true of all handoffs when nothing is left to do.</summary>
internal sealed class Verdict(IReadOnlyList<Account> accounts, UnreliableTeams teams, IReadOnlyList<Kill> kills)
{
    // Of a bot that is killed, each worker may be between an answer and the note of it.
    private const int Workers = 8;

    private readonly List<StandingMessage> surplus = Surplus(accounts, teams);

    public string Summary =>
        $"{accounts.Count} handoffs: {Ends(ClockEnd.Met)} clocks met, {Ends(ClockEnd.Breached)} breached, {accounts.Sum(account => account.Handoff.Notices.Count)} notices, "
        + $"{teams.Messages.Count()} messages of which {surplus.Count} stand twice: {surplus.Count(teams.WasUnheard)} of them not answered, {surplus.Count(message => KillOf(message) is not null)} of a bot killed before it took note.";

    /// <summary>Every clock that started has ended once, and no other.</summary>
    public void ClocksShouldHaveEndedOnce()
    {
        foreach (var (handoff, _, ledger, _) in accounts)
        {
            foreach (var (kind, clock) in new[] { (ClockKind.Accept, handoff.AcceptClock), (ClockKind.Contact, handoff.ContactClock) })
            {
                ledger.Where(row => row.Clock == kind && row.End is not null).Select(row => row.End).ShouldBe(clock is null ? [] : [clock.End], $"{handoff.Id}, {kind}");
            }

            handoff.AcceptClock.End.ShouldNotBeNull();
            (handoff.ContactClock is { End: null }).ShouldBeFalse(handoff.Id.ToString());
        }

        Ends(ClockEnd.Breached).ShouldBeGreaterThan(accounts.Count / 2);
        Ends(ClockEnd.Met).ShouldBePositive();
    }

    /// <summary>The rows are counted without a gap, and each holds the hash of the one before.</summary>
    public void LedgersShouldBeWhole()
    {
        foreach (var (handoff, _, ledger, _) in accounts)
        {
            ledger.Select(row => row.Number).ShouldBe(Enumerable.Range(1, handoff.LedgerRows), handoff.Id.ToString());
            ledger.Select(row => row.Before).Append(handoff.LedgerHash).ShouldBe(ledger.Select(row => row.Hash).Prepend(""), handoff.Id.ToString());
        }
    }

    /// <summary>The journal has a row for each request and each row of a ledger, once.</summary>
    public async Task JournalShouldHoldAllAsync(JournalStore journal)
    {
        var from = accounts.Min(account => account.Handoff.RequestedAt) - Duration.FromHours(1);
        var rows = await journal.ReadAsync(from, from + Duration.FromHours(5), CancellationToken.None).ToListAsync();
        var expected = accounts.SelectMany(account => Enumerable.Range(0, account.Handoff.LedgerRows + 1).Select(number => $"{account.Handoff.Id} {number}"));
        rows.Select(row => $"{row.Handoff} {row.Number}").Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal));
    }

    /// <summary>Every copy, and so every announcement of a breach, stands where it belongs and shows the handoff as it is.</summary>
    public void TeamsShouldShowEveryCopy()
    {
        foreach (var (handoff, _, _, copies) in accounts)
        {
            copies.Where(copy => copy.Version != handoff.Version || copy.ClaimedUntil is not null).ShouldBeEmpty(handoff.Id.ToString());
            copies.Select(copy => copy.Copy.Notice).OfType<int>().Where(number => handoff.Notices.Find(number)!.Kind == NoticeKind.RunOut).Count()
                .ShouldBe(handoff.Notices.All.Count(notice => notice.Kind == NoticeKind.RunOut), handoff.Id.ToString());
            foreach (var copy in copies.Where(copy => copy.ActivityId is not null || MustStand(handoff, copy)))
            {
                var message = teams.Find(copy.ActivityId ?? "").ShouldNotBeNull($"{handoff.Id} {copy.Copy}");
                (message.Conversation, message.Place, message.Handoff, message.Notice, message.Version)
                    .ShouldBe((copy.Conversation, PlaceOf(handoff, copy), handoff.Id.ToString(), message.Notice is null ? null : copy.Copy.Notice, handoff.Version), $"{handoff.Id} {copy.Copy}");
            }
        }
    }

    /// <summary>A message that stands twice had to: nobody could know of the first one.</summary>
    public void SurplusShouldBeExplained()
    {
        surplus.Where(message => !teams.WasUnheard(message) && KillOf(message) is null).ShouldBeEmpty();
        surplus.Where(message => !teams.WasUnheard(message)).GroupBy(KillOf).ShouldAllBe(killed => killed.Count() <= Workers);
        kills.Count.ShouldBePositive();
    }

    private int Ends(ClockEnd end) => accounts.Sum(account => account.Ledger.Count(row => row.End == end));

    // A reminder of what is done meanwhile may be left out; the card and the announcement of a breach may not.
    private static bool MustStand(Handoff handoff, PostedCopy copy) =>
        copy.Copy.Audience != Audience.Notice || handoff.Notices.Find(copy.Copy.Notice!.Value)!.Kind == NoticeKind.RunOut;

    private static string PlaceOf(Handoff handoff, PostedCopy copy) => copy.Copy switch
    {
        { Person.Id: var person } => ChaosTenant.ChatOfPerson(person.Value),
        { Notice: { } number } => handoff.Notices.Find(number)!.Channel ?? handoff.Channel,
        _ => handoff.Channel,
    };

    private Kill? KillOf(StandingMessage message) => teams.EndOfConnection(message) is { } end
        ? kills.FirstOrDefault(kill => end >= kill.From && end <= kill.To)
        : null;

    private static List<StandingMessage> Surplus(IReadOnlyList<Account> accounts, UnreliableTeams teams)
    {
        var known = accounts.SelectMany(account => account.Copies).Select(copy => copy.ActivityId).ToHashSet(StringComparer.Ordinal);
        return [.. teams.Messages.Where(message => !known.Contains(message.Id))];
    }
}
