using System.Collections.Immutable;

namespace TeamsBot.Domain.Campaigns;

/// <summary>
/// What somebody typed for an announcement, field by field and to the letter, whether it can be used or not: nothing that was typed is
/// lost for a mistake in another field. What it means is an <see cref="AnnouncementContent"/>.
/// </summary>
public sealed record AnnouncementForm
{
    public const string Name = "name";

    /// <summary>ISO date.</summary>
    public const string StartsOn = "startsOn";

    /// <summary>ISO date of the last day.</summary>
    public const string EndsOn = "endsOn";

    public const string Audience = "audience";

    public const string Offer = "offer";

    /// <summary>Where the campaign runs: <see cref="CampaignKind"/> names with commas between.</summary>
    public const string Kinds = "kinds";

    public const string Goal = "goal";

    /// <summary>An amount, with or without a currency code.</summary>
    public const string Budget = "budget";

    /// <summary>One a line.</summary>
    public const string TalkingPoints = "talkingPoints";

    /// <summary>One a line: a title and an https address.</summary>
    public const string Links = "links";

    /// <summary>A person's id.</summary>
    public const string Owner = "owner";

    /// <summary>Ids of sales channels with commas between.</summary>
    public const string SalesChannels = "salesChannels";

    /// <summary>ISO date on which it is posted; with <see cref="PostTime"/> on the clock of each channel.</summary>
    public const string PostDate = "postDate";

    /// <summary>"09:30".</summary>
    public const string PostTime = "postTime";

    /// <summary>All fields in the order in which a form asks for them.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        [Name, StartsOn, EndsOn, Kinds, Audience, Offer, Goal, Budget, Owner, TalkingPoints, Links, SalesChannels, PostDate, PostTime];

    /// <summary>The fields that may be given in a further language, as <see cref="In"/> names them.</summary>
    public static IReadOnlyList<string> Translated { get; } = [Audience, Offer, TalkingPoints];

    public static AnnouncementForm Empty { get; } = new();

    private ImmutableSortedDictionary<string, string> Typed { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>What was typed; empty where nothing was.</summary>
    public string this[string field] => Typed.GetValueOrDefault(field, "");

    /// <summary>Every field that is not empty.</summary>
    public IReadOnlyDictionary<string, string> Given => Typed;

    /// <summary>The field that holds another one in a further language: "offer.polish".</summary>
    public static string In(string field, People.Language language) => $"{field}.{language.ToString().ToLowerInvariant()}";

    public AnnouncementForm With(string field, string? text) => this with
    {
        Typed = string.IsNullOrWhiteSpace(text) ? Typed.Remove(field) : Typed.SetItem(field, text.Trim()),
    };

    public bool Equals(AnnouncementForm? other) => other is not null && Typed.Count == other.Typed.Count && Typed.All(pair => other[pair.Key] == pair.Value);

    public override int GetHashCode() => Typed.Aggregate(0, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));
}
