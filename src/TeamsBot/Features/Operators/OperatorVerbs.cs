namespace TeamsBot.Features.Operators;

/// <summary>What the buttons of the cards for admins send.</summary>
public static class OperatorVerbs
{
    /// <summary>How Baton is.</summary>
    public const string Status = "operators.status";

    /// <summary>The work that waits for a decision.</summary>
    public const string Parked = "operators.parked";

    /// <summary>Puts one back, with <see cref="Work"/>.</summary>
    public const string Retry = "operators.retry";

    /// <summary>Puts all back.</summary>
    public const string RetryAll = "operators.retryAll";

    /// <summary>Asks whether one is to be dropped, with <see cref="Work"/>.</summary>
    public const string Drop = "operators.drop";

    /// <summary>Drops one, with <see cref="Work"/>.</summary>
    public const string DropNow = "operators.dropNow";

    /// <summary>Data: which item.</summary>
    public const string Work = "work";
}
