namespace TeamsBot.Integrations.OpenAI;

/// <summary>
/// Section <c>Questions:LanguageModel</c>: the model that proposes how to read a question which the grammar did not understand. Such sentences
/// are sent to it as they were typed. Off by default.
/// </summary>
public sealed class LanguageModelOptions
{
    public const string Section = "Questions:LanguageModel";

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>The base address of chat completions, such as <c>https://api.openai.com/v1</c>; https, or http on this machine. Empty (the default): off.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Its key. Empty where it needs none. Keep it out of files.</summary>
    public string Key { get; set; } = "";

    /// <summary>The name of the model, as the endpoint knows it.</summary>
    public string Model { get; set; } = "";

    /// <summary>How long a proposal is waited for, 0.5 to 10 seconds. Default: 4 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(4);

    public bool IsOn => Endpoint.Length > 0;

    /// <summary>Why these options cannot be used; null when they can.</summary>
    public string? Problem() => this switch
    {
        { IsOn: false } => null,
        _ when !Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || !IsSafe(address) =>
            $"{Section}:Endpoint is no https address. Plain http is for this machine alone, and a name or key does not belong into it.",
        { Model.Length: 0 } => $"{Section}:Model is missing: the name of the model at {Section}:Endpoint.",
        _ when Timeout < Shortest || Timeout > Longest => $"{Section}:Timeout is from 00:00:00.5 to 00:00:10.",
        _ => null,
    };

    private static bool IsSafe(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) && address.UserInfo.Length == 0 && address.Query.Length == 0;
}
