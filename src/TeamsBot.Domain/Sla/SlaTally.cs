using System.Runtime.InteropServices;
using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Sla;

/// <summary>Counts rows of the ledger one by one, in any order, so that a report of many needs none of them kept.</summary>
public sealed class SlaTally
{
    private readonly Dictionary<ClockKind, SlaFigures> clocks = [];
    private readonly Dictionary<Tier, SlaFigures> tiers = [];
    private readonly Dictionary<string, SlaFigures> channels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (PersonRef? Person, Instant NamedAt, SlaFigures Figures)> people = new(StringComparer.Ordinal);
    private readonly List<Duration> accepting = [];
    private readonly List<Duration> contacting = [];
    private readonly List<LedgerEntry> latest = [];

    public void Add(LedgerEntry entry)
    {
        if (entry is { Clock: { } clock, End: ClockEnd.Met or ClockEnd.Breached })
        {
            var end = entry.End.Value;
            Count(clocks, clock, end);
            Count(tiers, entry.Tier, end);
            Count(channels, entry.Channel, end);
            CountPerson(entry, end);
        }

        if (Measured(entry) is { } times)
        {
            times.Add(entry.Elapsed);
        }

        if (entry is { Met: false, Target: not null, Clock: not null } && entry.Action != HandoffAction.RunOut)
        {
            AddLate(entry);
        }
    }

    public SlaReport Report() => new()
    {
        Total = clocks.Values.Aggregate(default(SlaFigures), (sum, figures) => new(sum.Met + figures.Met, sum.Breached + figures.Breached)),
        Clocks = clocks,
        Tiers = tiers,
        Channels = Ordered(channels.Select(channel => new SlaGroup<string>(channel.Key, channel.Value)), channel => channel),
        People = Ordered(people.Values.Select(person => new SlaGroup<PersonRef?>(person.Person, person.Figures)), person => person?.Name ?? ""),
        ToAccept = WorkTimes.Of(accepting),
        ToContact = WorkTimes.Of(contacting),
        Latest = [.. latest],
    };

    private static IReadOnlyList<SlaGroup<T>> Ordered<T>(IEnumerable<SlaGroup<T>> groups, Func<T, string> name) =>
    [
        .. groups.OrderByDescending(group => group.Figures.Breached).ThenByDescending(group => group.Figures.Met)
            .ThenBy(group => name(group.Of), StringComparer.Ordinal),
    ];

    private static void Count<T>(Dictionary<T, SlaFigures> groups, T group, ClockEnd end)
        where T : notnull
    {
        ref var figures = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, group, out _);
        figures = figures.With(end);
    }

    // A rejection has no owner and is its rep's; what ran out before anybody accepted is nobody's. A person has the name of their last row.
    private void CountPerson(LedgerEntry entry, ClockEnd end)
    {
        var person = entry.Owner ?? (entry.By.IsBaton ? null : entry.By);
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(people, person?.Id.Value ?? "", out var exists);
        var isNewer = !exists || entry.At > known.NamedAt;
        known = (isNewer ? person : known.Person, isNewer ? entry.At : known.NamedAt, known.Figures.With(end));
    }

    // What was measured by a clock: a rejection is no acceptance, and a lead that was sent back was not contacted by that.
    private List<Duration>? Measured(LedgerEntry entry) => (entry.Clock, entry.Action) switch
    {
        (ClockKind.Accept, HandoffAction.Accept or HandoffAction.Assign) => accepting,
        (ClockKind.Contact, HandoffAction.Contact or HandoffAction.Qualify) => contacting,
        _ => null,
    };

    private void AddLate(LedgerEntry entry)
    {
        var late = entry.Late!.Value;
        var place = latest.FindIndex(other => other.Late < late);
        latest.Insert(place < 0 ? latest.Count : place, entry);
        if (latest.Count > SlaReport.MostLate)
        {
            latest.RemoveAt(SlaReport.MostLate);
        }
    }
}
