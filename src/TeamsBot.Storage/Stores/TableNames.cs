namespace TeamsBot.Storage.Stores;

/// <summary>The tables that Baton keeps; created at start where they are missing.</summary>
public static class TableNames
{
    /// <summary>One partition a lead, with its handoffs, their ledger and their cards.</summary>
    public const string Leads = "Leads";

    public const string Deals = "Deals";

    public const string Campaigns = "Campaigns";

    public const string Targets = "Targets";

    /// <summary>What imports declared the further columns of records to be called.</summary>
    public const string Attributes = "Attributes";

    /// <summary>Look-ups by name, email and owner.</summary>
    public const string Index = "Index";

    /// <summary>What is to be done, when.</summary>
    public const string Work = "Work";

    /// <summary>One partition a conversation: how to write to it, and for a team who its members are.</summary>
    public const string Conversations = "Conversations";

    /// <summary>One partition a tenant: its set-up and its people.</summary>
    public const string People = "People";

    /// <summary>One partition a tenant: the versions of its agreement, and what marketing promised and kept.</summary>
    public const string Agreement = "Agreement";

    /// <summary>One partition an hour and shard: what happened, in the order of time, for reports.</summary>
    public const string Journal = "Journal";

    /// <summary>Who had a person's data erased or handed out, and how far the look for old leads came.</summary>
    public const string Privacy = "Privacy";

    /// <summary>What is wrong with Baton itself, and which admins were told.</summary>
    public const string Operations = "Operations";

    /// <summary>One partition a tenant: whose turn it is in its pools, and what its reps have on their hands.</summary>
    public const string Routing = "Routing";

    /// <summary>Which leads are joined to which, which pairs wait for a person, and what people said of them.</summary>
    public const string Duplicates = "Duplicates";

    public static IReadOnlyList<string> All { get; } = [Leads, Deals, Campaigns, Targets, Attributes, Index, Work, Conversations, People, Agreement, Journal, Privacy, Operations, Routing, Duplicates];
}
