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
            await followers.FollowAsync(stored.Handoff, posted, cancel);
            var (outdated, waitUntil) = await hours.LetThroughAsync(stored.Handoff, Outdated(stored.Handoff, posted), cancel);
            if (outdated.Count == 0)
            {
                return waitUntil is { } at ? WorkOutcome.Until(at) : outcome;
            }

            if (!await ShowAsync(stored, outdated, ThreadOf(posted), item.Due, cancel))
            {
                return WorkOutcome.Later;
            }

            outcome = WorkOutcome.Done;
        }

        return outcome;
    }

    // A copy that cannot be shown does not keep the others from being shown. False when others have all of them.
    private async Task<bool> ShowAsync(StoredHandoff stored, IReadOnlyList<PostedCopy> outdated, string? thread, Instant until, CancellationToken cancel)
    {
        var any = false;
        List<Exception> failures = [];
        foreach (var copy in outdated)
        {
            try
            {
                any |= await ShowAsync(stored, copy, thread, until, cancel);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(failure);
            }
        }

        return failures.Count == 0 ? any : throw new AggregateException(failures);
    }

    // Copies that are there and show an earlier version, then those that are to be and are not there.
    private static IReadOnlyList<PostedCopy> Outdated(Handoff handoff, IReadOnlyList<PostedCopy> posted)
    {
        var wanted = Copy.Of(handoff)
            .Where(copy => !posted.Any(other => Same(other.Copy, copy)))
            .Select(copy => new PostedCopy(copy, "", ActivityId: null, Version: 0, ETag: default));
        return [.. posted.Where(copy => copy.Version < handoff.Version), .. wanted];
    }

    private static bool Same(Copy a, Copy b) => a.Audience == b.Audience && a.Notice == b.Notice && a.Person?.Id == b.Person?.Id;

    private static string? ThreadOf(IReadOnlyList<PostedCopy> posted) =>
        posted.FirstOrDefault(copy => copy is { Copy.Audience: Audience.Channel, ActivityId: not null })?.Conversation;

    private async Task<bool> ShowAsync(StoredHandoff stored, PostedCopy copy, string? thread, Instant until, CancellationToken cancel)
    {
        var handoff = stored.Handoff;
        if (await copies.ClaimAsync(handoff.Id, copy, until, cancel) is not { } claimed)
        {
            return false;
        }

        var ended = claimed with { ClaimedUntil = null };
        try
        {
            var posted = await PostAsync(stored, claimed, thread, cancel);
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

    private async Task<Posted?> PostAsync(StoredHandoff stored, PostedCopy copy, string? thread, CancellationToken cancel)
    {
        var handoff = stored.Handoff;
        var notice = copy.Copy.Notice is { } number ? handoff.Notices.Find(number) : null;
        if (copy.ActivityId is null && notice?.StillMatters(handoff) == false)
        {
            return null;
        }

        if (await post.FindAsync(handoff, copy.Copy, cancel) is not { } conversation)
        {
            return null;
        }

        var view = await views.ForAsync(copy.Copy, handoff, stored.Lead, conversation.TenantId, cancel);
        var message = MessageFactory.AdaptiveCard(CardWire.Of(HandoffCard.Render(view)), HandoffCard.Summary(view), alert: true);
        var old = copy.ActivityId is null ? null : new Posted(copy.Conversation, copy.ActivityId);
        var inThread = notice is { To: null, Channel: null } ? thread : null;
        return await post.ShowAsync(conversation, old, message, anew: copy.Copy.Asks(handoff, copy.Version), inThread, cancel);
    }
}
