using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using OpenTelemetry;

namespace TeamsBot.Hosting.Telemetry;

/// <summary>
/// Makes of ASP.NET Core's own spans what the semantic conventions ask for, leaves out of them what a stranger wrote or an exception says,
/// and leaves out probes altogether.
/// </summary>
internal sealed class RequestSpans : BaseProcessor<Activity>
{
    private const string Path = "url.path";

    /// <summary>Says which route a request took, and how it was answered.</summary>
    public static async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span)
        {
            return;
        }

        var (status, route) = (http.Response.StatusCode, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        span.SetTag("http.response.status_code", status);
        span.SetTag("http.route", route);
        span.DisplayName = route is null ? http.Request.Method : $"{http.Request.Method} {route}";
        if (status >= StatusCodes.Status500InternalServerError)
        {
            span.SetTag(BotTelemetry.ErrorType, status.ToString(CultureInfo.InvariantCulture)).SetStatus(ActivityStatusCode.Error);
        }
    }

    public override void OnStart(Activity data)
    {
        if (data.Kind == ActivityKind.Server && data.GetTagItem(Path) is string path && path.StartsWith("/health/", StringComparison.Ordinal))
        {
            data.IsAllDataRequested = false;
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }

    public override void OnEnd(Activity data)
    {
        if (data.Kind != ActivityKind.Server)
        {
            return;
        }

        data.SetTag("user_agent.original", null);
        if (data.GetTagItem("http.route") is null)
        {
            data.SetTag(Path, null);
        }

        if (data.StatusDescription is not null)
        {
            data.SetStatus(data.Status);
        }
    }
}
