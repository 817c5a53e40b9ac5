using System.Text.Json.Serialization.Metadata;

namespace TeamsBot.Protocol.Activities;

/// <summary>The answer to an invoke: the HTTP status and the bare payload, which is the whole body of the HTTP response.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The payload; null for an empty body.</param>
public sealed record InvokeResponse(int Status, RawJson? Body = null)
{
    public static InvokeResponse Ok<T>(T body, JsonTypeInfo<T> type) => new(200, RawJson.From(body, type));

    /// <summary>An invoke whose name nobody handles.</summary>
    public static InvokeResponse NotImplemented { get; } = new(501);

    /// <summary>An invoke whose value is not what its name promises.</summary>
    public static InvokeResponse BadRequest { get; } = new(400);
}
