using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Feedback;

/// <summary>A campaign as feedback is gathered for it.</summary>
/// <param name="Id">Of its announcement or its record; where there is neither, the word that leads have for it.</param>
/// <param name="Owner">Who is told; null where nobody is known.</param>
/// <param name="Words">What leads call it, in any case.</param>
public sealed record FeedbackCampaign(string Id, string Name, PersonRef? Owner, IReadOnlySet<string> Words);

/// <summary>Which campaign it is that leads name: by its announcement, by its record, or by nothing but that word.</summary>
public sealed class FeedbackCampaigns(AnnouncementStore announcements, CampaignStore campaigns, PeopleStore people)
{
    /// <param name="words">What leads call campaigns.</param>
    public async Task<IReadOnlyList<FeedbackCampaign>> AllAsync(string tenant, IEnumerable<string> words, CancellationToken cancel)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        List<FeedbackCampaign> known = [];
        var announced = (await announcements.AllAsync(tenant, cancel)).Where(one => one.Status != AnnouncementStatus.Draft).ToArray();
        taken.UnionWith(announced.Select(one => one.Id));

        // Of two with one name leads mean the one that was announced last, as everywhere.
        foreach (var one in announced.OrderByDescending(one => one.IsAnnounced).ThenByDescending(one => one.AnnouncedAt))
        {
            known.Add(new(one.Id, one.Content.Name, one.Owner, Words(one.Id, taken.Add(one.Content.Name) ? one.Content.Name : null)));
        }

        var recorded = await campaigns.AllAsync(cancel).Where(campaign => taken.Add(campaign.Id)).ToListAsync(cancel);
        IReadOnlyList<Person> everybody = recorded.Any(campaign => campaign.Owner is not null) ? await people.AllAsync(tenant, cancel) : [];
        foreach (var campaign in recorded)
        {
            var name = string.IsNullOrWhiteSpace(campaign.Name) ? campaign.Id : campaign.Name;
            known.Add(new(campaign.Id, name, OwnerOf(campaign, everybody), Words(campaign.Id, taken.Add(name) ? name : null)));
        }

        return [.. known, .. words.Where(taken.Add).Select(word => new FeedbackCampaign(word, word, Owner: null, Words(word, null)))];
    }

    // An owner who is written down counts where it can be nobody else.
    private static PersonRef? OwnerOf(Campaign campaign, IReadOnlyList<Person> everybody) =>
        campaign.Owner?.Trim() is { Length: > 0 } owner
        && everybody.Where(person => person.Id.Value == owner || person.Name.Equals(owner, StringComparison.OrdinalIgnoreCase)).Take(2).ToArray() is [var one]
            ? one.Ref
            : null;

    private static HashSet<string> Words(string id, string? name)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { id };
        if (name is not null)
        {
            words.Add(name.Trim());
        }

        return words;
    }
}
