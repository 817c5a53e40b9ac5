using Microsoft.AspNetCore.Http;

namespace TeamsBot.EndToEnd.Tests.Chaos;

/// <summary>How Teams' side of the connector answers on a bad day.</summary>
internal static class FlakyAnswers
{
    /// <summary>Nothing was done.</summary>
    /// <param name="wait">When to come again, which is said with 429 alone.</param>
    public static void Refuse(this HttpContext http, int status, TimeSpan wait)
    {
        http.Response.StatusCode = status;
        if (status == StatusCodes.Status429TooManyRequests)
        {
            http.Response.Headers.RetryAfter = $"{Math.Max(1, Math.Ceiling(wait.TotalSeconds)):0}";
        }
    }

    /// <summary>The work is done, and the connection ends without an answer.</summary>
    public static Task CutAsync(this HttpContext http)
    {
        var cut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        http.RequestAborted.Register(cut.SetResult);
        http.Abort();
        return cut.Task;
    }

    /// <summary>The work is done, and said to be.</summary>
    public static async Task WriteAsync(this HttpContext http, object answer)
    {
        http.Response.StatusCode = StatusCodes.Status201Created;
        try
        {
            await http.Response.WriteAsJsonAsync(answer, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // Nobody is there to hear it.
        }
    }
}
