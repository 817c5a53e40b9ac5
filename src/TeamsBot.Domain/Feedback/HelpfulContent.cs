using TeamsBot.Domain.Campaigns;

namespace TeamsBot.Domain.Feedback;

/// <summary>What helped, where the campaign has no content of its own to name.</summary>
public enum ContentKind
{
    CaseStudy,
    Demo,
    PriceList,
    Comparison,

    /// <summary>Nothing did.</summary>
    None,
}

/// <summary>A piece of content that helped a rep, or the kind of it.</summary>
/// <param name="Id">A <see cref="ContentLink.Key"/>, or the name of a <see cref="ContentKind"/>: the same as long as it is the same piece.</param>
/// <param name="Title">As the campaign called it; null for a kind, which each language has a word for.</param>
public sealed record HelpfulContent(string Id, string? Title)
{
    /// <summary>So many pieces of a campaign are offered; more would push everything else off a phone.</summary>
    public const int MostOffered = 5;

    /// <summary>Null for a piece of a campaign.</summary>
    public ContentKind? Kind => Title is null && Enum.TryParse<ContentKind>(Id, out var kind) ? kind : null;

    public static HelpfulContent Of(ContentKind kind) => new(kind.ToString(), null);

    public static HelpfulContent Of(ContentLink link) => new(link.Key, link.Title);

    /// <summary>What a rep may choose from: the campaign's own content, or where there is none the usual kinds; and that nothing helped.</summary>
    public static IReadOnlyList<HelpfulContent> Offered(Announcement? announced)
    {
        HelpfulContent[] pieces = announced is null ? [] : [.. announced.Content.Links.Take(MostOffered).Select(Of)];
        return pieces.Length > 0 ? [.. pieces, Of(ContentKind.None)] : [.. Enum.GetValues<ContentKind>().Select(Of)];
    }
}
