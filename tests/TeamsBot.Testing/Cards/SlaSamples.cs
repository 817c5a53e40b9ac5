using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Features.Sla;
using TeamsBot.Text;

namespace TeamsBot.Testing.Cards;

/// <summary>A month of clocks, as a manager sees it, a rep, and somebody before anything happened.</summary>
public static class SlaSamples
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    private static readonly SalesChannel Dach = new("19:sales", "team-sales", "Sales DACH", "");

    private static readonly Organisation Organisation = new("contoso")
    {
        TimeZone = Samples.Warsaw,
        SalesChannels = [Dach, new("19:uk", "team-uk", "Sales UK and Ireland, public sector", ""), new("19:nordics", "team-nordics", "Sales Nordics", "")],
    };

    private static readonly PersonRef[] Reps =
    [
        Samples.Tomasz, Samples.Lena, new(new("u-omar"), "عمر حداد"), new(new("u-wei"), "陈伟"), new(new("u-long"), "Anna-Katharina von Hohenstein zu Löwenberg"),
        new(new("u-grace"), "Grace Okafor"), new(new("u-foe"), Samples.Hostile),
    ];

    public static SlaStatusView Full(Say say) => View(say, Month(), ReportPeriod.ThisMonth) with { Before = new(61, 6), Leads = Leads };

    public static SlaStatusView ForARep(Say say) => View(say, Month().Where(entry => entry.Channel == Dach.Id), ReportPeriod.Last30Days) with { Only = [Dach], Before = new(20, 0), Leads = Leads };

    public static SlaStatusView Empty(Say say) => View(say, [], ReportPeriod.LastQuarter);

    public static SlaStatusView OfNoTeam(Say say) => View(say, [], ReportPeriod.AllTime) with { Only = [] };

    private static IReadOnlyDictionary<LeadId, Lead> Leads => new[] { Samples.Nadia, Samples.Longest with { Id = new("L-2") } }.ToDictionary(lead => lead.Id);

    private static SlaStatusView View(Say say, IEnumerable<LedgerEntry> entries, ReportPeriod period)
    {
        var tally = new SlaTally();
        foreach (var entry in entries)
        {
            tally.Add(entry);
        }

        return new(new(say, Samples.Warsaw, Samples.Requested), Organisation, period, DaySpan.Of(period, Today), tally.Report());
    }

    // Of each rep some clocks, most of them met; one in nine ran out, the first ones before anybody had accepted.
    private static IEnumerable<LedgerEntry> Month() => Enumerable.Range(0, 62).SelectMany(number =>
    {
        var (rep, kind) = (Reps[number * number % Reps.Length], number % 3 == 0 ? ClockKind.Contact : ClockKind.Accept);
        var entry = new LedgerEntry(new(LeadOf(number), 1), 1, kind == ClockKind.Accept ? HandoffAction.Accept : HandoffAction.Contact, rep, Samples.At(number))
        {
            Tenant = Organisation.TenantId,
            Channel = (number % 5) switch { < 3 => Dach.Id, 3 => "19:uk", _ => "19:gone" },
            Tier = (Tier)(number % 3),
            RequestedAt = Samples.Requested,
            Owner = rep,
            Clock = kind,
            End = ClockEnd.Met,
            Elapsed = Duration.FromMinutes(4 + (number % 20)),
            Target = Duration.FromMinutes(30),
            Met = true,
        };
        return number % 9 != 1 ? [entry] : new[]
        {
            entry with { Action = HandoffAction.RunOut, By = PersonRef.Baton, Owner = kind == ClockKind.Accept ? null : rep, End = ClockEnd.Breached, Elapsed = Duration.FromMinutes(30), Met = false },
            entry with { Number = 2, End = null, Elapsed = Duration.FromMinutes(31 + (number * 7)), Met = false },
        };
    });

    private static LeadId LeadOf(int number) => number switch { 55 => Samples.Nadia.Id, 46 => new("L-2"), _ => new($"dac32acd4db4c29c230538b72f8dd87d{number}") };
}
