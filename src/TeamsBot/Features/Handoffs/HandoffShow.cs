using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Handoffs;

/// <summary>
/// Brings what Teams shows of a handoff, and the journal, in line with the handoff: posts the copies of its card and the notices
/// that are missing and updates those that are behind. It looks only at what is stored, so it may be run twice, or by two at once.
/// </summary>
public sealed class HandoffShow(
    HandoffStore handoffs, CopyStore copies, HandoffFollowers followers, HandoffViews views, NoticeHours hours, TeamsPost post) : IWorkHandler
{
    public string Kind => HandoffChanges.ShowKind;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        var outcome = WorkOutcome.Nothing;
        if (!HandoffId.TryParse(item.Key, out var id))
        {
            return outcome;
        }

        while (await handoffs.LoadAsync(id, cancel) is { } stored)
        {
            var posted = await copies.AllAsync(id, cancel);
            await followers.FollowAsync(stored.Handoff, stored.Lead, posted, cancel);
            var (outdated, waitUntil) = await hours.LetThroughAsync(stored.Handoff, Outdated(stored.Handoff, posted), cancel);
            if (outdated.Count == 0)
            {
                return waitUntil is { } later ? WorkOutcome.Until(later) : outcome;
            }

            var pass = new Pass(stored, await post.HomeAsync(stored.Handoff, cancel), await views.SceneAsync(stored.Handoff, stored.Lead, cancel), ThreadOf(posted), item.Due);
            var shown = await ShowAsync(pass, outdated, cancel);
            if (shown == 0)
            {
                return WorkOutcome.Later;
            }

            outcome = WorkOutcome.Done;
            if (shown == outdated.Count && await handoffs.VersionAsync(id, cancel) == stored.Handoff.Version)
            {
                return waitUntil is { } at ? WorkOutcome.Until(at) : outcome;
            }
        }

        return outcome;
    }

    // A copy that cannot be shown does not keep the others from being shown. How many were: not those that others have.
    private async Task<int> ShowAsync(Pass pass, IReadOnlyList<PostedCopy> outdated, CancellationToken cancel)
    {
        var shown = 0;
        List<Exception> failures = [];
        foreach (var copy in outdated)
        {
            try
            {
                shown += await ShowAsync(pass, copy, cancel) ? 1 : 0;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(failure);
            }
        }

        return failures.Count == 0 ? shown : throw new AggregateException(failures);
    }

    // Copies that are there and show an earlier version, then those that are to be and are not there.
    private static IReadOnlyList<PostedCopy> Outdated(Handoff handoff, IReadOnlyList<PostedCopy> posted)
    {
        var wanted = Copy.Of(handoff)
            .Where(copy => !posted.Any(other => Same(other.Copy, copy)))
            .Select(copy => new PostedCopy(copy, "", ActivityId: null, Version: 0, ETag: default));
        return [.. posted.Where(copy => copy.Copy.IsBehind(handoff, copy.Version)), .. wanted];
    }

    private static bool Same(Copy a, Copy b) => a.Audience == b.Audience && a.Notice == b.Notice && a.Person?.Id == b.Person?.Id;

    private static string? ThreadOf(IReadOnlyList<PostedCopy> posted) =>
        posted.FirstOrDefault(copy => copy is { Copy.Audience: Audience.Channel, ActivityId: not null })?.Conversation;

    private async Task<bool> ShowAsync(Pass pass, PostedCopy copy, CancellationToken cancel)
    {
        var handoff = pass.Stored.Handoff;
        if (await copies.ClaimAsync(handoff.Id, copy, pass.Until, cancel) is not { } claimed)
        {
            return false;
        }

        var ended = claimed with { ClaimedUntil = null };
        try
        {
            var posted = await PostAsync(pass, claimed, cancel);
            ended = ended with
            {
                Conversation = posted?.Conversation ?? copy.Conversation,
                ActivityId = posted?.ActivityId ?? copy.ActivityId,
                Version = handoff.Version,
            };
        }
        finally
        {
            // Also when the work is cut short: what was posted must be known, or it would be posted again.
            await copies.SaveAsync(handoff.Id, ended, CancellationToken.None);
        }

        return true;
    }

    private async Task<Posted?> PostAsync(Pass pass, PostedCopy copy, CancellationToken cancel)
    {
        var handoff = pass.Stored.Handoff;
        var notice = copy.Copy.Notice is { } number ? handoff.Notices.Find(number) : null;
        if (copy.ActivityId is null && (handoff.ErasedAt is not null || notice?.StillMatters(handoff) == false))
        {
            return null;
        }

        if (await post.FindAsync(handoff, copy.Copy, pass.Home, cancel) is not { } conversation)
        {
            return null;
        }

        var view = await views.ForAsync(copy.Copy, handoff, pass.Stored.Lead, pass.Scene, cancel);
        var message = MessageFactory.AdaptiveCard(CardWire.Of(HandoffCard.Render(view)), HandoffCard.Summary(view), alert: true);
        var old = copy.ActivityId is null ? null : new Posted(copy.Conversation, copy.ActivityId);
        var inThread = notice is { To: null, Channel: null } ? pass.Thread : null;
        return await post.ShowAsync(conversation, old, message, anew: copy.Copy.Asks(handoff, copy.Version), inThread, cancel);
    }

    /// <summary>One look at the handoff, and what is read once for all copies that are outdated then.</summary>
    /// <param name="Home">The sales channel that it was handed to.</param>
    /// <param name="Thread">Of the handoff's own card; null while that is not posted.</param>
    /// <param name="Until">The end of the lease.</param>
    private sealed record Pass(StoredHandoff Stored, Conversation Home, HandoffScene Scene, string? Thread, Instant Until);
}
