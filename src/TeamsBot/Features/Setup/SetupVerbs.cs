namespace TeamsBot.Features.Setup;

/// <summary>What the buttons of the set-up send, and the names of the inputs that come with them.</summary>
public static class SetupVerbs
{
    /// <summary>With all inputs below.</summary>
    public const string Save = "setup.save";

    /// <summary>Answers with the form again.</summary>
    public const string Change = "setup.change";

    /// <summary>With <see cref="SalesChannel"/> and <see cref="SalesFor"/>.</summary>
    public const string AddChannel = "setup.addChannel";

    /// <summary>A channel's id, or empty: marketing may be in another team.</summary>
    public const string MarketingChannel = "marketingChannel";

    /// <summary>A channel's id, or empty: sales may be in another team.</summary>
    public const string SalesChannel = "salesChannel";
    public const string SalesFor = "salesFor";

    /// <summary>A person's id, or empty.</summary>
    public const string HeadOfMarketing = "headOfMarketing";

    /// <summary>A person's id, or empty.</summary>
    public const string HeadOfSales = "headOfSales";

    /// <summary>The name of a <see cref="Domain.People.Language"/>.</summary>
    public const string Language = "language";

    /// <summary>An IANA name such as Europe/Warsaw, as typed.</summary>
    public const string TimeZone = "timeZone";
}
