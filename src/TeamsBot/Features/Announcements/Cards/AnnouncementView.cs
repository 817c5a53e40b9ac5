using NodaTime;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements.Cards;

/// <summary>An announcement as one reader, or all readers of one channel, are to see it.</summary>
/// <param name="Moments">In the reader's language and zone, for a channel in those of the channel.</param>
public sealed record AnnouncementView(Announcement Announcement, Moments Moments)
{
    /// <summary>How many of the channel have acknowledged it, of how many.</summary>
    public int GotIt { get; init; }

    public int Members { get; init; }

    /// <summary>The reader has; for a card that all see, false.</summary>
    public bool HasGotIt { get; init; }

    /// <summary>In the order in which they were asked.</summary>
    public IReadOnlyList<AnnouncementQuestion> Questions { get; init; } = [];

    public IReadOnlyList<ContentVote> Votes { get; init; } = [];

    /// <summary>The one who reads; null for a card that all see.</summary>
    public PersonId? Reader { get; init; }

    /// <summary>Those whom Teams shows a view of their own, by their ids in Teams.</summary>
    public IReadOnlyList<string> RefreshFor { get; init; } = [];

    public Say Say => Moments.Say;

    public AnnouncementContent Content => Announcement.Content;

    public AnnouncementText Text => Content.TextIn(Say.Language);

    public CampaignPhase Phase => Announcement.PhaseAt(Moments.Now, Moments.Zone);
}

/// <summary>What became of the card in one channel.</summary>
public enum ChannelState
{
    /// <summary>Its time has not come, or it is on its way.</summary>
    Waiting,
    Posted,

    /// <summary>Teams said no, and will say so again.</summary>
    Refused,

    /// <summary>It was sent and no answer came: it may stand there.</summary>
    Uncertain,
}

/// <param name="Due">When it is posted; null once it is due.</param>
/// <param name="Why">Teams' code for why it was refused.</param>
/// <param name="Missing">Those of the channel who have not acknowledged it.</param>
public sealed record ChannelProgress(SalesChannel Channel, ChannelState State, Instant? Due, string? Why, int GotIt, int Members, IReadOnlyList<PersonRef> Missing);

/// <summary>An announcement as those see it who may change it: how far it is, and who has it.</summary>
/// <param name="Channels">In the order of the form.</param>
public sealed record AuthorView(Announcement Announcement, Moments Moments, IReadOnlyList<ChannelProgress> Channels)
{
    public IReadOnlyList<AnnouncementQuestion> Questions { get; init; } = [];

    public IReadOnlyList<ContentVote> Votes { get; init; } = [];

    /// <summary>The reader is a manager or admin.</summary>
    public bool MaySeeBudget { get; init; }

    public Say Say => Moments.Say;

    public AnnouncementContent Content => Announcement.Content;

    public CampaignPhase Phase => Announcement.PhaseAt(Moments.Now, Moments.Zone);
}

/// <summary>A page of the form.</summary>
/// <param name="Form">As it was typed.</param>
/// <param name="Page">1: what it is; 2: what to say; 3: where and when; 4: the same in further languages.</param>
public sealed record ComposeView(Announcement Announcement, AnnouncementForm Form, int Page, Moments Moments, Organisation Organisation)
{
    public const int Pages = 4;

    /// <summary>Whom the form offers as owner.</summary>
    public IReadOnlyList<PersonRef> People { get; init; } = [];

    /// <summary>Each is said at its field; empty until somebody wished to post.</summary>
    public IReadOnlyList<AnnouncementFault> Faults { get; init; } = [];

    public Say Say => Moments.Say;
}

/// <summary>What the channels will see, and when, before it is posted.</summary>
/// <param name="Card">As one of the channels will see it; without its buttons.</param>
/// <param name="Posts">When each channel gets it; null where it has it already and is changed at once.</param>
public sealed record PreviewView(AnnouncementView Card, IReadOnlyList<(SalesChannel Channel, Instant? At, DateTimeZone Zone)> Posts);

/// <summary>What came of a campaign so far.</summary>
/// <param name="Revenue">Won; null where it is not known.</param>
/// <param name="Currency">ISO 4217 code; null where amounts have none or several.</param>
public sealed record CampaignResults(long Leads, long Handoffs, long Accepted, long Won, decimal? Revenue, string? Currency);

/// <summary>A campaign in the list: announced, or only known from records.</summary>
/// <param name="Announcement">Null for one that nobody announced.</param>
public sealed record ListedCampaign(string Id, string Name, LocalDate? StartsOn, LocalDate? EndsOn, CampaignPhase? Phase, Announcement? Announcement);

/// <param name="Month">Null for the list; else the month that the calendar shows.</param>
/// <param name="MayAnnounce">The reader writes announcements.</param>
public sealed record CampaignsView(IReadOnlyList<ListedCampaign> Campaigns, Moments Moments, bool MayAnnounce, YearMonth? Month = null)
{
    public Say Say => Moments.Say;
}
