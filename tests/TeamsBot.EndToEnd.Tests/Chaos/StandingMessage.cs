using System.Globalization;
using System.Text.RegularExpressions;
using TeamsBot.Protocol.Activities;

namespace TeamsBot.EndToEnd.Tests.Chaos;

/// <summary>A message as it stands in Teams now.</summary>
/// <param name="Conversation">The personal chat, or the thread of a channel.</param>
/// <param name="Connection">The connection on which it was posted.</param>
/// <param name="Handoff">The handoff that its card is about.</param>
/// <param name="Notice">The number of the notice that it is; null for the card itself.</param>
/// <param name="Version">The handoff's version that it shows.</param>
internal sealed partial record StandingMessage(string Id, string Conversation, string Connection, string Handoff, int? Notice, int Version)
{
    /// <summary>The channel without its thread, or the personal chat.</summary>
    public string Place => ChannelThread.Parse(Conversation).ChannelId;

    /// <summary>Reads what the buttons of its card carry.</summary>
    public static StandingMessage Of(string id, string conversation, string connection, string body) => new(
        id,
        conversation,
        connection,
        HandoffOf().Match(body).Groups["value"].Value,
        NoticeOf().Match(body) is { Success: true } notice ? Number(notice) : null,
        VersionIn(body));

    public static int VersionIn(string body) => Number(VersionOf().Match(body));

    private static int Number(Match match) => int.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("\"handoff\":\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HandoffOf();

    [GeneratedRegex("\"notice\":(?<value>\\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoticeOf();

    [GeneratedRegex("\"v\":(?<value>\\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionOf();
}
