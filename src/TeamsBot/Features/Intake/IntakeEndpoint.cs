using System.Text.Json;
using Microsoft.Extensions.Options;
using TeamsBot.Domain;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Authentication;
using TeamsBot.Routing;

namespace TeamsBot.Features.Intake;

/// <summary>
/// <c>POST /api/leads</c>: one lead or up to 500 that arrive qualified. Each is stored and handed to a sales channel; the
/// answer is 202 with an id and a state each. Posting the same id again changes the lead and never hands it over twice.
/// </summary>
public sealed class IntakeEndpoint(
    IOptions<IntakeOptions> options, IOptions<BotOptions> bot, RequestLimits limits, IntakeDesk desk, TimeProvider time, ILogger<IntakeEndpoint> log)
{
    private const int MostLeads = 500;

    public async Task<IResult> HandleAsync(HttpContext http, CancellationToken cancel)
    {
        var request = http.Request;
        if (await ReadAsync(request, cancel) is not { } body)
        {
            return Problem.TooLarge;
        }

        if (!IntakeSignature.IsValid(options.Value, request.Headers["X-Timestamp"], request.Headers["X-Signature"], body, time.Now))
        {
            IntakeLog.Refused(log);
            return IntakeProblem.Unsigned;
        }

        if (limits.WaitToPost() is { } wait)
        {
            http.Response.Headers.RetryAfter = RequestLimits.Seconds(wait);
            return Problem.TooMany;
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return await AcceptAsync(json.RootElement, cancel);
        }
        catch (JsonException problem)
        {
            return IntakeProblem.NotJson(problem.LineNumber, problem.BytePositionInLine);
        }
    }

    // Null where it is larger than the server takes.
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            using var buffer = new MemoryStream();
            await request.Body.CopyToAsync(buffer, cancel);
            return buffer.ToArray();
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    private async Task<IResult> AcceptAsync(JsonElement body, CancellationToken cancel)
    {
        var tenant = options.Value.TenantId is { Length: > 0 } named ? named : bot.Value.MicrosoftAppTenantId;
        if (body.ValueKind == JsonValueKind.Object)
        {
            var receipts = await desk.TakeAsync(tenant, [body], cancel);
            return Results.Json(receipts[0], IntakeJson.Default.LeadReceipt, statusCode: StatusCodes.Status202Accepted);
        }

        if (body.ValueKind != JsonValueKind.Array || body.GetArrayLength() > MostLeads)
        {
            return IntakeProblem.NotLeads(MostLeads);
        }

        var all = await desk.TakeAsync(tenant, [.. body.EnumerateArray()], cancel);
        return Results.Json(all, IntakeJson.Default.IReadOnlyListLeadReceipt, statusCode: StatusCodes.Status202Accepted);
    }
}

internal static partial class IntakeLog
{
    [LoggerMessage(401, LogLevel.Warning, "Leads were posted without a valid signature and refused.")]
    internal static partial void Refused(ILogger log);
}
