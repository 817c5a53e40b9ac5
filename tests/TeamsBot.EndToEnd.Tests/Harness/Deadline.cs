namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>How long a test waits for an event before it calls it missing. Generous: a machine with two busy cores is slow, not wrong.</summary>
internal static class Deadline
{
    public static readonly TimeSpan Start = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    /// <summary>For work that another process left undone: its lease of 30 seconds has to end first.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(120);
}
