using NodaTime;

namespace TeamsBot.Domain.People;

/// <summary>How one organisation (a tenant) has set Baton up: its channels, heads, language and time.</summary>
public sealed record Organisation(string TenantId)
{
    public Language Language { get; init; } = Language.English;

    public DateTimeZone TimeZone { get; init; } = DateTimeZone.Utc;

    /// <summary>Channels that leads are handed to; the first one takes what names no channel.</summary>
    public IReadOnlyList<SalesChannel> SalesChannels { get; init; } = [];

    /// <summary>The team whose members are marketers; null until the set-up said which.</summary>
    public string? MarketingTeam { get; init; }

    /// <summary>The channel where marketing talks; null until the set-up said which.</summary>
    public string? MarketingChannel { get; init; }

    public PersonRef? HeadOfMarketing { get; init; }

    public PersonRef? HeadOfSales { get; init; }

    /// <summary>The one who installed the bot first: an admin until further ones are named, and after.</summary>
    public PersonRef? Installer { get; init; }

    /// <summary>
    /// The roles of a person: those that an admin assigned, else those that follow from the teams;
    /// heads are managers and the installer an admin in either case. Nobody known is a reader.
    /// </summary>
    public Roles RolesOf(Person person)
    {
        var roles = person.Assigned ?? FromTeams(person.Teams);
        if (person.Id == HeadOfMarketing?.Id || person.Id == HeadOfSales?.Id)
        {
            roles |= Roles.Manager;
        }

        return person.Id == Installer?.Id ? roles | Roles.Admin : roles;
    }

    public SalesChannel? FindChannel(string id) => SalesChannels.FirstOrDefault(channel => channel.Id == id);

    private Roles FromTeams(IReadOnlyList<string> teams)
    {
        var roles = Roles.Reader;
        if (MarketingTeam is { } marketing && teams.Contains(marketing))
        {
            roles |= Roles.Marketer;
        }

        return SalesChannels.Any(channel => teams.Contains(channel.Team)) ? roles | Roles.Rep : roles;
    }
}

/// <summary>A Teams channel that leads are handed to.</summary>
/// <param name="Id">The channel's conversation id, without a thread.</param>
/// <param name="Team">The id of the team that it belongs to.</param>
/// <param name="Name">As Teams shows it.</param>
/// <param name="For">What it sells or where ("DACH", "enterprise"), for people to choose by; may be empty.</param>
public sealed record SalesChannel(string Id, string Team, string Name, string For);
