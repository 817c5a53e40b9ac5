using System.Collections.Concurrent;
using System.Text.Json;
using TeamsBot.Features.Handoffs;
using TeamsBot.Features.Intake;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Benchmarks.Load.Day;

/// <summary>What became of one handoff, as the people were told.</summary>
/// <param name="Owners">Those who were told that it is theirs.</param>
internal sealed record Told(string Handoff, IReadOnlyList<Person> Owners, bool IsRace);

/// <summary>
/// What people do with a handoff: of twenty leads eight are posted and twelve typed; two are rejected, nine accepted at sight, three wanted by two people
/// at once, three accepted when their time has run out and three left alone. Of those accepted three of four are contacted, half of them qualified.
/// </summary>
internal sealed class DayPeople(DayTenants tenants, DayFleet fleet, DayTeams teams, DayRecord record)
{
    // Nobody of the day is posted and handed off: that would be one lead.
    private const int Posted = 500_000;

    private const int FirstReaders = 4;
    private const int LaterReaders = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly string[] Asked =
    [
        "sla status", "my leads", "leads by source", "how many handoffs this month", "handoffs by state", "sla status", "acceptance rate by rep", "which leads are overdue?",
    ];

    private int last;

    public ConcurrentQueue<Told> Told { get; } = new();

    /// <summary>A handoff's life, until nobody does anything with it any more.</summary>
    /// <param name="over">When people go home: what is begun is ended, nothing more is begun.</param>
    public async Task LiveAsync(int number, CancellationToken over, CancellationToken cancel)
    {
        var habits = new Random(number);
        var isPosted = habits.Next(20) < 8;
        var handoff = $"{(isPosted ? DayTenants.PostedLead(number) : DayTenants.Lead(number))}~1";
        try
        {
            var card = await record.TimeAsync(DayRecord.Shown, () => HandOffAsync(number, isPosted, handoff, cancel));
            await LookAsync(card, number, FirstReaders, cancel);
            await ActAsync(card, number, habits, over, cancel);
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException or JsonException)
        {
            record.Failures.Enqueue($"{handoff}: {failure.Message}");
        }
    }

    /// <summary>Somebody asks something in their own chat.</summary>
    public async Task AskAsync(int number, CancellationToken cancel)
    {
        var tenant = number % tenants.Organisations.Tenants;
        try
        {
            await SayAsync(tenant, number % 3 == 0 ? tenants.Head(tenant) : tenants.Rep(tenant, number), Asked[number % Asked.Length], "question", cancel);
        }
        catch (HttpRequestException failure)
        {
            record.Failures.Enqueue($"{Asked[number % Asked.Length]}: {failure.Message}");
        }
    }

    private async Task<PostedCard> HandOffAsync(int number, bool isPosted, string handoff, CancellationToken cancel)
    {
        var tenant = isPosted ? 0 : DayTenants.Tenant(number);
        if (isPosted)
        {
            var lead = new LeadDocument { Id = DayTenants.PostedLead(number), Name = DuplicateMeasurement.NameOf(number + Posted), Company = DuplicateMeasurement.Word(number + Posted, 6), Source = "webinar", Score = DayTenants.Score(number), Channel = DayTenants.Channel(number) };
            var json = JsonSerializer.SerializeToUtf8Bytes(lead, JsonSerializerOptions.Web);
            await record.TimeAsync("post of a lead", async () =>
            {
                await fleet.PostLeadAsync(Next(), json, cancel);
                return true;
            });
        }
        else
        {
            await SayAsync(tenant, tenants.Marketer(tenant), $"hand off {DayTenants.Lead(number)}", "hand off", cancel);
        }

        var (conversation, id) = await teams.CardAsync(handoff).WaitAsync(Patience, TimeProvider.System, cancel);
        return new(tenant, handoff, conversation, id);
    }

    private async Task ActAsync(PostedCard card, int number, Random habits, CancellationToken over, CancellationToken cancel)
    {
        var (habit, rep) = (HabitOf(habits.Next(20)), habits.Next(DayTenants.Reps));
        if (habit == Habit.Leave || !await PauseAsync(habits, habit == Habit.Late ? DayTenants.Target(number) : TimeSpan.Zero, over))
        {
            Told.Enqueue(new(card.Handoff, [], IsRace: false));
            return;
        }

        if (habit == Habit.Reject)
        {
            await PressAsync(card, rep, HandoffVerbs.Reject, $$"""{"handoff":"{{card.Handoff}}","v":1,"reason":"Budget","note":""}""", cancel);
            Told.Enqueue(new(card.Handoff, [], IsRace: false));
            return;
        }

        var owners = await AcceptAsync(card, habit == Habit.Race ? [rep, rep + 1] : [rep], cancel);
        Told.Enqueue(new(card.Handoff, [.. owners.Select(owner => tenants.Rep(card.Tenant, owner))], IsRace: habit == Habit.Race));
        await LookAsync(card, number, LaterReaders, cancel);
        if (owners.Length == 1 && habits.Next(4) < 3)
        {
            await WorkOnAsync(card, owners[0], habits, over, cancel);
        }
    }

    // Their owner has spoken to them; half of them are worth it.
    private async Task WorkOnAsync(PostedCard card, int owner, Random habits, CancellationToken over, CancellationToken cancel)
    {
        if (await PauseAsync(habits, TimeSpan.Zero, over))
        {
            await PressAsync(card, owner, HandoffVerbs.Contacted, card.Data, cancel);
            await LookAsync(card, owner, LaterReaders, cancel);
            if (habits.Next(2) == 0 && await PauseAsync(habits, TimeSpan.Zero, over))
            {
                await PressAsync(card, owner, HandoffVerbs.Qualified, card.Data, cancel);
            }
        }
    }

    // Each at a bot of their own, at once; those who got it.
    private async Task<int[]> AcceptAsync(PostedCard card, int[] reps, CancellationToken cancel)
    {
        var got = await Task.WhenAll(reps.Select(rep => PressAsync(card, rep, HandoffVerbs.Accept, card.Data, cancel)));
        return [.. reps.Where((_, at) => got[at])];
    }

    // As Teams does for those who have the card before them.
    private Task LookAsync(PostedCard card, int number, int readers, CancellationToken cancel) =>
        Task.WhenAll(Enumerable.Range(number, readers).Select(reader => PressAsync(card, reader, HandoffVerbs.View, card.Data, cancel)));

    // Whether a card came back, and not a sentence that says why not.
    private async Task<bool> PressAsync(PostedCard card, int rep, string verb, string data, CancellationToken cancel)
    {
        var click = tenants.Organisations.Click(card.Tenant, rep % DayTenants.Reps, card, verb, data);
        var answer = await record.TimeAsync(DayRecord.Invoke + verb, () => fleet.SendAsync(Next(), click, cancel));
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("type").GetString() == "application/vnd.microsoft.card.adaptive";
    }

    private Task SayAsync(int tenant, Person who, string text, string kind, CancellationToken cancel)
    {
        var message = TurnSender.Bytes(tenants.Organisations.Activities(tenant).PersonalMessage(who, text));
        return record.TimeAsync(kind, () => fleet.SendAsync(Next(), message, cancel));
    }

    // False when the day is over meanwhile.
    private static async Task<bool> PauseAsync(Random habits, TimeSpan atLeast, CancellationToken over)
    {
        try
        {
            await Task.Delay(atLeast + TimeSpan.FromSeconds(1 + (3 * habits.NextDouble())), TimeProvider.System, over);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static Habit HabitOf(int lead) => lead switch
    {
        < 2 => Habit.Reject,
        < 11 => Habit.Accept,
        < 14 => Habit.Race,
        < 17 => Habit.Late,
        _ => Habit.Leave,
    };

    // One after the other to both bots.
    private int Next() => Interlocked.Increment(ref last);

    private enum Habit
    {
        Reject,
        Accept,
        Race,
        Late,
        Leave,
    }
}
