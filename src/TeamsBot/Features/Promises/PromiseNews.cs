using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Connector;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Text;

namespace TeamsBot.Features.Promises;

/// <summary>Tells the heads how marketing keeps its promise, each notice once, and nobody at night.</summary>
public sealed class PromiseNews(PromiseStore promises, AgreementStore agreements, PeopleStore people, TeamsPost post, TimeProvider time)
{
    /// <summary>Sends what was not sent yet. Answers when somebody may be told whose night it is now; null when nothing is left.</summary>
    public async Task<Instant?> TellAsync(PromiseMonth month, Organisation organisation, CancellationToken cancel)
    {
        var agreement = await agreements.InForceAsync(month.Tenant, cancel);
        var outstanding = from notice in month.Notices
                          where month.StillMatters(notice, time.Now) && (notice.IsResult || agreement.Promise is not null)
                          from person in ReadersOf(notice, organisation)
                          select (notice, person);
        Instant? later = null;
        List<Exception> failures = [];
        foreach (var (notice, person) in outstanding)
        {
            try
            {
                if (await TellAsync(month, notice, person, agreement.Quiet, organisation, cancel) is { } at && !(at > later))
                {
                    later = at;
                }
            }
            catch (ConnectorException failure)
            {
                // Somebody who cannot be told does not keep the others from being told.
                failures.Add(failure);
            }
        }

        return failures.Count == 0 ? later : throw new AggregateException(failures);
    }

    // Marketing hears that it is behind; how the month ended both sides hear.
    private static IEnumerable<PersonRef> ReadersOf(PromiseNotice notice, Organisation organisation) =>
        new[] { organisation.HeadOfMarketing, notice.IsResult ? organisation.HeadOfSales : null }.OfType<PersonRef>().DistinctBy(person => person.Id);

    private Moments Reading(Organisation organisation, Person? reader) =>
        new(Say.In(reader?.Language ?? organisation.Language), reader?.TimeZone ?? organisation.TimeZone, time.Now);

    // When to try again, where it is night for this person.
    private async Task<Instant?> TellAsync(
        PromiseMonth month, PromiseNotice notice, PersonRef person, QuietHours? quiet, Organisation organisation, CancellationToken cancel)
    {
        var reader = (await people.PersonAsync(month.Tenant, person.Id, cancel))?.Value;
        var moments = Reading(organisation, reader);
        if (quiet?.Wait(time.Now, moments.Zone) is { } at && at > time.Now)
        {
            return at;
        }

        if (await post.FindAsync(person, organisation, cancel) is { } conversation && await promises.ClaimAsync(month, notice, person, cancel))
        {
            await SendAsync(month, notice, person, new(month, notice, moments), conversation, cancel);
        }

        return null;
    }

    private async Task SendAsync(PromiseMonth month, PromiseNotice notice, PersonRef person, PromiseView view, Conversation conversation, CancellationToken cancel)
    {
        try
        {
            var message = MessageFactory.AdaptiveCard(CardWire.Of(PromiseCard.Render(view)), PromiseCard.Summary(view), alert: true);
            var posted = await post.ShowAsync(conversation, old: null, message, anew: false, thread: null, cancel);
            await promises.ToldAsync(month, notice, person, conversation.Id, posted?.ActivityId);
        }
        catch (Exception failure) when (TeamsPost.IsSurelyNotThere(failure))
        {
            await promises.ReleaseAsync(month, notice, person);
            throw;
        }
    }
}
