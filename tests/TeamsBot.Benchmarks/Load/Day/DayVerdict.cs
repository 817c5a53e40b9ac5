using System.CommandLine;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Features.Check;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Benchmarks.Load.Day;

/// <summary>What must be true of the records, however slow or fast all went.</summary>
/// <param name="open">Opens the store once more.</param>
internal sealed class DayVerdict(DayOptions options, Func<ITables> open, DayTeams teams, DayRecord record, Figures figures)
{
    /// <param name="all">What people were told of each handoff.</param>
    /// <param name="count">How many handoffs there were.</param>
    /// <param name="ended">Whether all bots ended as they should.</param>
    public async Task JudgeAsync(IReadOnlyCollection<Told> all, int count, bool ended, CancellationToken cancel)
    {
        var tables = open();
        await using var closing = tables as IAsyncDisposable;
        var races = all.Where(told => told.IsRace).ToList();
        var owners = await WrongOwnersAsync(new HandoffStore(tables), all, cancel);
        var surplus = all.Sum(told => Math.Max(0, teams.ThreadsOf(told.Handoff) - 1));
        var parked = await new ParkedWork(tables, TimeProvider.System).AllAsync(cancel);
        var (check, ledger) = await CheckAsync(cancel);
        Judge("handoffs that did not come to their channel", count - record.Waits.Count(wait => wait.Kind == DayRecord.Shown));
        Judge($"of {races.Count} wanted by two at once: got by none or by both", races.Count(told => told.Owners.Count != 1));
        Judge($"of {all.Count} handoffs: another owner than people were told", owners);
        // On a machine so busy that work outlasts its lease, a card is posted again, since nobody can know whether it was: a long day has to do without.
        figures.Judge("second threads about one handoff", Figures.Count(surplus), options.Tells ? surplus == 0 : null, "0");
        Judge("work that was given up", parked.Count);
        figures.Judge("check", ledger, check == 0, "exit code 0");
        figures.Judge("told to end, the bots ended", ended ? "well" : "with an error", ended, "well");
    }

    private static async Task<int> WrongOwnersAsync(HandoffStore handoffs, IEnumerable<Told> all, CancellationToken cancel)
    {
        var wrong = 0;
        foreach (var told in all)
        {
            var stored = HandoffId.TryParse(told.Handoff, out var id) ? (await handoffs.LoadAsync(id, cancel))?.Handoff : null;
            string[] owners = stored?.Owner is { } owner ? [owner.Id.Value] : [];
            if (stored is null || !owners.SequenceEqual(told.Owners.Select(person => person.AadObjectId)))
            {
                wrong++;
                Figures.Progress($"{told.Handoff} is {stored?.State} and {stored?.Owner?.Name ?? "nobody"}'s; people were told: {string.Join(", ", told.Owners.Select(person => person.Name))}.");
            }
        }

        return wrong;
    }

    // The command of that name, on what the bots left; Teams is not asked, since it is a stand-in.
    private async Task<(int Code, string Ledger)> CheckAsync(CancellationToken cancel)
    {
        using var output = new StringWriter();
        var command = CheckCommand.Create([], reach: null, _ => open(), TimeProvider.System);
        var code = await command.Parse([]).InvokeAsync(new InvocationConfiguration { Output = output, Error = TextWriter.Null }, cancel);
        var lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        if (code != 0)
        {
            Array.ForEach(lines, Figures.Progress);
        }

        return (code, lines.LastOrDefault(line => line.StartsWith("Ledger:", StringComparison.Ordinal)) ?? "no ledger was read");
    }

    private void Judge(string measured, int value) => figures.Judge(measured, Figures.Count(value), value == 0, "0");
}
