namespace TeamsBot.Testing.Time;

/// <summary>Waits for what is done behind an answer and tells nobody that it is.</summary>
public static class Eventually
{
    /// <summary>Ends when it is so. The limit in real time only makes a broken test fail.</summary>
    public static async Task IsSoAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await isSo())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
