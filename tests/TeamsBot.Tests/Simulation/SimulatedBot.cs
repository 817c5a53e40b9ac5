using System.Globalization;
using NodaTime;
using Shouldly;
using TeamsBot.Domain;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Features.Handoffs;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.Handoffs;
using TeamsBot.Testing.Time;

namespace TeamsBot.Tests.Simulation;

/// <summary>The parts of the bot that keep time and the ledger, without Teams: the real stores, queue and clock handler.</summary>
internal sealed class SimulatedBot
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly WatchedTables tables;
    private readonly PeopleStore people;
    private readonly ConversationStore conversations;
    private readonly AgreementStore agreements;
    private readonly WorkQueue queue;
    private readonly HandoffChanges changes;
    private readonly HandoffClock clockHandler;

    public SimulatedBot(WatchedTables tables, Instant start)
    {
        this.tables = tables;
        Clock = new(start.ToDateTimeOffset());
        people = new(tables);
        conversations = new(tables);
        agreements = new(tables, people);
        queue = new(tables, Clock);
        Handoffs = new(tables);
        Journal = new(tables, Clock);
        changes = ChangesOn.Handoffs(tables, Clock);
        clockHandler = new(changes, new Crew(people, conversations, new OwnerIndex(tables), Clock), Clock);
    }

    public ManualClock Clock { get; }

    public HandoffStore Handoffs { get; }

    public JournalStore Journal { get; }

    /// <summary>All that is planned or under way.</summary>
    public IAsyncEnumerable<TableEntity> Work => tables.QueryAsync(TableNames.Work, TableRange.Everything, take: null, None);

    /// <summary>When work is due next; null where none is planned.</summary>
    public Instant? NextDue => tables.FirstDue;

    public async Task SetUpAsync(IEnumerable<PlannedHandoff> plans)
    {
        await tables.CreateAsync(TableNames.All, None);
        await people.ChangeAsync(Company.Tenant, known => known with
        {
            SalesChannels = [.. Company.Offices.Select(office => new SalesChannel(office.Channel, office.Team, office.City, ""))],
            HeadOfSales = Company.HeadOfSales,
            HeadOfMarketing = Company.HeadOfMarketing,
        }, None);
        foreach (var (office, rep) in Company.Offices.SelectMany(office => office.Reps.Select(rep => (office, rep))))
        {
            await conversations.AddMemberAsync(office.Team, new(rep, "29:" + rep.Id), None);
        }

        Lead[] leads = [.. plans.Where(plan => plan.Number == 1).Select(plan => new Lead(new(plan.Lead)) { Name = "Ada Lovelace", Score = plan.Score })];
        await new LeadStore(tables, Clock).SaveAsync(leads, new Coverage([nameof(Lead.Name), nameof(Lead.Score)], []), None);
        await PutInForceAsync(1, AgreementTexts.First);
    }

    /// <summary>A manager's text, read as the bot reads it.</summary>
    public async Task PutInForceAsync(int version, string text)
    {
        var organisation = (await people.OrganisationAsync(Company.Tenant, None)).Value;
        var names = new AgreementNames(organisation.TimeZone) { Today = new(2026, 9, 1), Channels = organisation.SalesChannels, People = [Company.CatchAll] };
        var read = AgreementDocument.Read(text, names).ShouldBeOfType<AgreementReading.Valid>().Agreement;
        (await agreements.AddAsync(Company.Tenant, read with { Version = version, ChangedBy = Company.HeadOfSales, ChangedAt = Clock.Now }, None)).ShouldBe(AgreementAdded.InForce);
    }

    /// <summary>Whether the click changed anything.</summary>
    public async Task<bool> ClickAsync(PlannedHandoff plan, Click click)
    {
        WorkItem? show = null;
        var changed = click.Do == HandoffAction.Request
            ? (await changes.RequestAsync(new(new(plan.Lead), Company.Tenant, plan.Office.Channel, click.By) { Tier = plan.Tier }, "request", item => show = item, None))!.IsNew
            : (await changes.DecideAsync(plan.Id, (stored, terms) => Decide(stored.Handoff, click, terms), "click", item => show = item, None))!.Decision is Decision.Applied;
        if (show is not null)
        {
            await DoAsync(show);
        }

        return changed;
    }

    /// <summary>Claims what is due, oldest first, and does it.</summary>
    public async Task DoWhatIsDueAsync()
    {
        await foreach (var item in queue.ClaimDueAsync(32, None))
        {
            await DoAsync(item);
        }
    }

    /// <summary>Claims what is due, and lets the clock be set before it is done; answers how much it was.</summary>
    public async Task<int> DoWhatIsDueAsync(Action setClock)
    {
        var items = await queue.ClaimDueAsync(32, None).ToListAsync();
        setClock();
        foreach (var item in items)
        {
            await DoAsync(item);
        }

        return items.Count;
    }

    // What WorkRunner does with an item, one after the other.
    private async Task DoAsync(WorkItem item)
    {
        var outcome = item.Kind == HandoffChanges.ClockKind ? await clockHandler.RunAsync(item, None) : await FollowAsync(item);
        if (outcome.Then is { } show)
        {
            await DoAsync(show);
        }

        if (outcome.Name == WorkOutcome.Done.Name || Clock.Now - item.PlannedAt > WorkQueue.Lease * 4)
        {
            await queue.CompleteAsync(item, None);
        }
        else
        {
            await queue.PostponeAsync(item, Clock.Now + WorkQueue.Lease, None);
        }
    }

    private async Task<WorkOutcome> FollowAsync(WorkItem item)
    {
        if (!HandoffId.TryParse(item.Key, out var id) || await Handoffs.LoadAsync(id, None) is not { } stored)
        {
            return WorkOutcome.Nothing;
        }

        await Journal.FollowAsync(stored.Handoff, None);
        return WorkOutcome.Done;
    }

    private Decision Decide(Handoff handoff, Click click, Terms terms)
    {
        var (by, now, today) = (Company.ActorOf(click.By), Clock.Now, Clock.Now.InUtc().Date);
        var words = click.At.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture);
        return click.Do switch
        {
            HandoffAction.Accept => handoff.Accept(by, now, terms),
            HandoffAction.Reject => handoff.Reject(by, now, RejectionReason.Budget, note: null, terms),
            HandoffAction.Ask => handoff.Ask(by, now, words, terms),
            HandoffAction.Answer => handoff.Reply(by, now, words, terms),
            HandoffAction.Contact => handoff.Contact(by, now, terms),
            HandoffAction.Qualify => handoff.Qualify(by, now, terms),
            HandoffAction.Recycle => handoff.Recycle(by, now, RecycleReason.Timing, today.PlusDays(30), today, terms),
            HandoffAction.Reassign or HandoffAction.Assign => handoff.Reassign(by, now, Company.ActorOf(click.To!), terms),
            _ => throw new ArgumentOutOfRangeException(nameof(click), click.Do, "Nobody clicks that."),
        };
    }
}
