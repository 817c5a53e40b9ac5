using TeamsBot.Domain;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Privacy;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>
/// Erases what is personal of a lead from all tables. It may be cut short anywhere and begun again: what is needed to find the rest goes
/// last, and what is erased already is passed over.
/// </summary>
public sealed class ErasureStore(ITables tables, DossierStore dossiers, LastQuestionStore questions, PrivacyStore audit, TimeProvider time)
{
    private const int MostAttempts = 20;

    // Two hundred handoffs of one lead are more than anybody has seen; those of one transaction leave room for the lead's own rows.
    private const int HandoffsAtOnce = Limits.Actions - 2;

    /// <summary>Whether there is such a lead, and it was not erased yet.</summary>
    public async Task<bool> IsHeldAsync(LeadId lead, CancellationToken cancel) => await new LeadStore(tables, time).GetAsync(lead, cancel) is { ErasedAt: null };

    /// <summary>Erases a lead, or what came to it since it was erased.</summary>
    /// <returns>What there is of it now; null when there is no such lead.</returns>
    public async Task<LeadDossier?> EraseAsync(ErasureRequest request, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await dossiers.FindAsync(request.Lead, cancel) is not { } dossier)
            {
                return null;
            }

            await new LeadSaving(tables, time, new([], [])).ForgetAsync([dossier.Lead], cancel);
            if (await EraseDealsAsync(dossier, cancel) && await EraseLeadAsync(request, dossier, cancel))
            {
                // A search for duplicates that was under way may have made it findable again.
                await new LeadSaving(tables, time, new([], [])).ForgetAsync([dossier.Lead], cancel);
                var erased = (await dossiers.FindAsync(request.Lead, cancel))!;
                await questions.ForgetNamesAsync(cancel);
                await audit.AddAsync(erased.Erased!, cancel);
                return erased;
            }
        }

        throw new TableException(TableError.Unavailable, $"A lead that is to be forgotten was changed by others {MostAttempts} times in a row.");
    }

    private async Task<bool> EraseDealsAsync(LeadDossier dossier, CancellationToken cancel)
    {
        var deals = new DealStore(tables, time);
        foreach (var row in dossier.Deals)
        {
            if (!await deals.EraseAsync(DealRow.Read(row).Id, cancel))
            {
                return false;
            }
        }

        return true;
    }

    // Handoffs beyond what one transaction takes come first, so that a lead is erased only once all of its handoffs are.
    private async Task<bool> EraseLeadAsync(ErasureRequest request, LeadDossier dossier, CancellationToken cancel)
    {
        var (lead, now) = (LeadRow.Read(dossier.Lead), time.Now);
        List<TableTransactionAction> handoffs = [.. dossier.Partition.Where(row => row.RowKey.StartsWith(HandoffRow.Prefix, StringComparison.Ordinal))
            .Select(row => (Row: row, Handoff: HandoffRow.Read(row))).Where(stored => stored.Handoff.ErasedAt is null)
            .Select(stored => new TableTransactionAction(TableTransactionActionType.UpdateReplace, HandoffRow.Write(stored.Handoff.Erased(now)), stored.Row.ETag))];
        if (lead.ErasedAt is not null && handoffs.Count == 0)
        {
            return true;
        }

        var notes = new ChangeNotes(tables, time);
        var noting = await notes.BeginAsync(NotedRecords.Leads, [lead.Id.Value], cancel);
        try
        {
            foreach (var earlier in handoffs.SkipLast(HandoffsAtOnce).Chunk(HandoffsAtOnce))
            {
                await tables.SubmitAsync(TableNames.Leads, earlier, cancel);
            }

            var deed = new PrivacyDeed(PrivacyAction.Erased, PrivacyDeed.HashOf(lead.Id), request.By, request.At, dossier.Held) { Cause = request.Cause, DoneAt = now };
            await tables.SubmitAsync(TableNames.Leads, [.. handoffs.TakeLast(HandoffsAtOnce), Erased(dossier.Lead, lead.Erased(now)), new(TableTransactionActionType.Add, ErasureRow.Write(deed, lead.Id))], cancel);
            return true;
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            return false;
        }
        finally
        {
            await notes.DoneAsync(noting, cancel);
        }
    }

    // The stage that its source gave it stays: figures of the funnel rest on it.
    private static TableTransactionAction Erased(TableEntity row, Lead lead)
    {
        var erased = LeadRow.Write(lead);
        erased[LeadRow.ImportedStage] = row[LeadRow.ImportedStage];
        return new(TableTransactionActionType.UpdateReplace, erased, row.ETag);
    }
}
