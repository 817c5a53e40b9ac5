using Microsoft.Data.Sqlite;
using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.ReadModel;

/// <summary>Writes leads with what hangs on them: handoffs, clocks that ended, returns to nurture.</summary>
internal sealed class LeadWriter : IDisposable
{
    private readonly ValueKeys values;
    private readonly SalesChannels channels;
    private readonly string[] attributes;
    private readonly RowInsert leads;
    private readonly RowInsert joined;
    private readonly RowInsert recyclings;
    private readonly RowInsert handoffs;
    private readonly RowInsert clocks;
    private readonly FeedbackWriter feedback;
    private readonly Statement[] deletes;

    public LeadWriter(SqliteConnection connection, ValueKeys values, SalesChannels channels, IReadOnlyList<ModelAttribute> attributes)
    {
        (this.values, this.channels) = (values, channels);
        this.attributes = [.. attributes.Where(attribute => attribute.Subject == Subject.Leads).Select(attribute => attribute.Name)];
        leads = new(connection, "lead", $"{ModelSchema.LeadColumns}, {Dimensions(Subject.Leads, attributes)}");
        joined = new(connection, "joined", "id, into_lead");
        recyclings = new(connection, "recycling", "of_lead, recycled_at");
        handoffs = new(connection, "handoff", $"{ModelSchema.HandoffColumns}, {Dimensions(Subject.Handoffs, attributes)}");
        clocks = new(connection, "clock", "of_handoff, clock_due_at, met");
        feedback = new(connection);
        deletes =
        [
            new(connection, "DELETE FROM clock WHERE of_handoff IN (SELECT id FROM handoff WHERE lead = ?1)"),
            new(connection, "DELETE FROM handoff WHERE lead = ?1"),
            new(connection, "DELETE FROM recycling WHERE of_lead = ?1"),
            new(connection, "DELETE FROM lead WHERE id = ?1"),
            new(connection, "DELETE FROM joined WHERE id = ?1"),
        ];
    }

    public void Delete(string id)
    {
        foreach (var delete in deletes)
        {
            delete.BindText(1, id).Run();
        }

        feedback.Delete(id);
    }

    public void Add(LeadRecords records)
    {
        var tier = records.Handoffs is [.., var last] ? values.Of(last.Tier.ToString()) : null;

        // What sales did for a lead that is joined to another was done; the lead itself counts as the other.
        if (records.Lead.JoinedTo is { } other)
        {
            joined.Put(records.Lead.Id.Value).Put(other.Value).Run();
        }
        else
        {
            AddLead(records, tier);
            foreach (var at in records.Recycled)
            {
                recyclings.Put(records.Lead.Id.Value).Put(at).Run();
            }
        }

        foreach (var handoff in records.Handoffs)
        {
            AddHandoff(handoff, records.Lead);
            AddClock(handoff, handoff.AcceptClock);
            AddClock(handoff, handoff.ContactClock);
            feedback.Add(handoff, records.Lead.Campaign);
        }
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<IDisposable>)[leads, joined, recyclings, handoffs, clocks, feedback, .. deletes])
        {
            statement.Dispose();
        }
    }

    private static string Dimensions(Subject subject, IReadOnlyList<ModelAttribute> attributes) =>
        string.Join(", ", ModelSchema.DimensionColumns(subject, attributes));

    // What follows from the lead's deals is settled afterwards, by DealSettling.
    private void AddLead(LeadRecords records, long? tier)
    {
        var (lead, isMql) = (records.Lead, records.Reached >= FunnelStage.Intent);
        leads.Put(lead.Id.Value).Put(lead.CreatedAt).Put(isMql).Put(isMql ? records.MqlAt : null)
            .Put(records.HandedAt).Put(records.AcceptedAt).Put(records.QualifiedAt)
            .Put(0L).Put((long?)null).Put((long)lead.Stage).Put((long)records.Reached)
            .Put((long?)lead.Score).Put(lead.Name).Put(lead.Name is { } name ? ValueKeys.Fold(name.Trim()) : null).Put(lead.Title).Put(lead.ErasedAt is not null);
        PutOrigin(leads, lead);
        leads.Put(values.Of(lead.Stage.ToString())).Put(tier);
        foreach (var attribute in attributes)
        {
            leads.Put(values.Of(lead.Attributes.GetValueOrDefault(attribute)));
        }

        leads.Run();
    }

    // In the order of Dimensions.Of(Subject.Leads), up to the account.
    private void PutOrigin(RowInsert row, Lead lead) => row
        .Put(values.Of(lead.Source)).Put(values.Of(lead.Campaign)).Put(values.Of(lead.Owner)).Put(values.Of(lead.Product))
        .Put(values.Of(lead.Segment)).Put(values.Of(lead.Country)).Put(values.Of(lead.Company));

    private void AddHandoff(Handoff handoff, Lead lead) => handoffs
        .Put(handoff.Id.ToString()).Put(lead.Id.Value).Put((Instant?)handoff.RequestedAt).Put(handoff.AcceptedAt).Put(handoff.ContactedAt)
        .Put(StateOf(handoff)).Put(handoff.AcceptedAt is not null)
        .Put(handoff.AcceptedAt is null ? null : Minutes(handoff.AcceptClock)).Put(handoff.ContactedAt is null ? null : Minutes(handoff.ContactClock))
        .Put(handoff.Clock?.DueAt).Put(NameOf(handoff.RequestedBy))
        .Put(values.Of(lead.Source)).Put(values.Of(lead.Campaign)).Put(values.Of(NameOf(handoff.Owner ?? handoff.Rejection?.By)))
        .Put(values.Of(channels.TeamOf(handoff))).Put(values.Of(lead.Product)).Put(values.Of(lead.Segment)).Put(values.Of(lead.Country))
        .Put(values.Of(lead.Company)).Put(values.Of(Status(handoff))).Put(values.Of(handoff.Rejection?.Reason.ToString()))
        .Put(values.Of(handoff.Tier.ToString())).Put(values.Of(channels.NameOf(handoff)))
        .Run();

    private void AddClock(Handoff handoff, SlaClock? clock)
    {
        if (clock?.End is ClockEnd.Met or ClockEnd.Breached)
        {
            clocks.Put(handoff.Id.ToString()).Put((Instant?)clock.DueAt).Put(clock.End == ClockEnd.Met).Run();
        }
    }

    // A lead that was forgotten is not waiting for anybody; what became of it before still counts.
    private static bool EndedByErasure(Handoff handoff) => handoff is { ErasedAt: not null, State: HandoffState.Waiting };

    private static long StateOf(Handoff handoff) => EndedByErasure(handoff) ? -1 : (long)handoff.State;

    private static string? Status(Handoff handoff) => EndedByErasure(handoff) ? null : handoff.State.ToString().ToLowerInvariant();

    private static double? Minutes(SlaClock? clock) => clock?.Counted.TotalMinutes;

    private static string? NameOf(PersonRef? person) => person is null ? null : person.Name.Length > 0 ? person.Name : person.Id.Value;
}
