using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using Person = TeamsBot.Testing.Teams.Person;

namespace TeamsBot.Tests.Feedback;

/// <summary>What a store is given that sales has said something in.</summary>
internal sealed class Said(BatonApp app)
{
    private static readonly Terms Terms = new(SlaAgreement.Initial(DateTimeZone.Utc));
    private static readonly Actor Rep = new(new(new(FakeTeam.Rep.AadObjectId), FakeTeam.Rep.Name), Roles.Rep);

    private int leads;

    private ITables Tables => app.Services.GetRequiredService<ITables>();

    /// <summary>Begins the chain of weeks, as the bot does an hour after its set-up at the latest.</summary>
    public async Task BeginAsync() =>
        await app.Services.GetRequiredService<FeedbackPlan>().BeginAsync(await app.Records.Organisation(), CancellationToken.None);

    /// <summary>A campaign that its owner has announced.</summary>
    public async Task<string> AnnouncedAsync(string name, Person owner, string id = "c-1")
    {
        var store = app.Services.GetRequiredService<AnnouncementStore>();
        var announcement = new Announcement(id, FakeTeam.TenantId, new(new(owner.AadObjectId), owner.Name))
        {
            Status = AnnouncementStatus.Announced,
            Published = AnnouncementForm.Empty.With(AnnouncementForm.Name, name).With(AnnouncementForm.Links, "One-page brief https://content.example.com/brief"),
            AnnouncedAt = Instant.FromUtc(2026, 2, 1, 9, 0),
        };
        await store.SaveAsync(before: null, announcement, CancellationToken.None);
        await store.NameAsync(announcement, CancellationToken.None);
        return id;
    }

    public Task RejectedAsync(string campaign, Instant at, RejectionReason reason, int times = 1, string? note = null) =>
        Times(times, () => AddAsync(campaign, at, handoff => handoff.Reject(Rep, at, reason, note ?? (reason == RejectionReason.Other ? "x" : null), Terms)));

    public Task HeardAsync(string campaign, Instant at, Objection objection, int times = 1, string? quote = null) => Times(times, () => AddAsync(
        campaign,
        at,
        handoff => handoff.Accept(Rep, at, Terms),
        handoff => handoff.Contact(Rep, at, Terms),
        handoff => handoff.Hear(Rep, at, objection, on: true, Terms),
        handoff => quote is null ? new Decision.Repeated(handoff) : handoff.Quote(Rep, at, quote, Terms)));

    private async Task AddAsync(string campaign, Instant at, params IReadOnlyList<Func<Handoff, Decision>> steps)
    {
        var lead = new Lead(new($"said-{++leads}")) { Name = "Ida Quist", Company = $"Quist {leads} A/S", Email = "ida@quist.example", Campaign = campaign, CreatedAt = at };
        await app.Records.Save(lead);
        var store = app.Services.GetRequiredService<HandoffStore>();
        var handoff = HandoffDecisions.Request(new(lead.Id, 1), FakeTeam.TenantId, FakeTeam.SalesChannelId, Tier.Warm, PersonRef.Intake, at, Terms);
        var known = (await store.LeadAsync(lead.Id, CancellationToken.None))!;
        await store.AddAsync(handoff, known.Value, known.ETag, "test", CancellationToken.None);
        foreach (var step in steps)
        {
            var stored = (await store.LoadAsync(handoff.Id, CancellationToken.None))!;
            if (step(stored.Handoff) is Decision.Applied applied)
            {
                await store.SaveAsync(stored, applied, "test", CancellationToken.None);
            }
        }

        await new ChangeNotes(Tables, app.Clock).ChangedAsync(NotedRecords.Leads, [lead.Id.Value], CancellationToken.None);
    }

    private static async Task Times(int times, Func<Task> add)
    {
        for (var i = 0; i < times; i++)
        {
            await add();
        }
    }
}
