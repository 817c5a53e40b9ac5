using Microsoft.Data.Sqlite;
using NodaTime;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.ReadModel;

/// <summary>What a row of feedback says.</summary>
internal enum Said
{
    Handed,
    Accepted,

    /// <summary>What: the name of a <see cref="RejectionReason"/>.</summary>
    Rejected,

    /// <summary>What: the name of an <see cref="Objection"/>.</summary>
    Objection,

    /// <summary>What: the id of a <see cref="HelpfulContent"/>, with its title.</summary>
    Content,

    /// <summary>There are words of the lead or the rep, which are in the store alone.</summary>
    Quote,
}

/// <summary>Writes what sales said of leads, a row each with its day. Leads of no campaign have nobody to hear it.</summary>
internal sealed class FeedbackWriter : IDisposable
{
    private readonly RowInsert rows;
    private readonly Statement delete;

    public FeedbackWriter(SqliteConnection connection)
    {
        rows = new(connection, "feedback", ModelSchema.FeedbackColumns);
        delete = new(connection, "DELETE FROM feedback WHERE of_lead = ?1");
    }

    public void Delete(string lead) => delete.BindText(1, lead).Run();

    public void Add(Handoff handoff, string? campaign)
    {
        if (string.IsNullOrWhiteSpace(campaign))
        {
            return;
        }

        Put(Said.Handed, handoff.RequestedAt);
        Put(Said.Accepted, handoff.AcceptedAt);
        Put(Said.Rejected, handoff.Rejection?.At, handoff.Rejection?.Reason.ToString());
        Put(Said.Quote, handoff.Rejection is { Note: not null, At: var rejected } ? rejected : null);
        Put(Said.Quote, handoff.Feedback?.Quote?.At);
        foreach (var (objection, at) in handoff.Feedback?.Objections ?? [])
        {
            Put(Said.Objection, at, objection.ToString());
        }

        foreach (var (content, at) in handoff.Feedback?.Content ?? [])
        {
            Put(Said.Content, at, content.Id, content.Title);
        }

        void Put(Said said, Instant? at, string? what = null, string? title = null)
        {
            if (at is not null)
            {
                rows.Put(handoff.Id.Lead.Value).Put(handoff.Id.ToString()).Put(handoff.Tenant).Put(campaign.Trim()).Put((long)said).Put(what).Put(title).Put(at).Run();
            }
        }
    }

    public void Dispose()
    {
        rows.Dispose();
        delete.Dispose();
    }
}
