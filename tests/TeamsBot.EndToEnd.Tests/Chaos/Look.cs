using System.Globalization;
using System.Text.RegularExpressions;

namespace TeamsBot.EndToEnd.Tests.Chaos;

/// <summary>What the author's card says of an announcement at one moment.</summary>
/// <param name="Standing">In how many channels the card stands at that moment.</param>
internal sealed partial record Look(int Posted, int Refused, int Uncertain, int Waiting, int Standing)
{
    /// <summary>Reads "42 of 60 posted, 2 refused, 16 waiting" or "Posted to all 60 channels"; null where it says neither.</summary>
    public static Look? Of(string card, int standing)
    {
        if (All().Match(card) is { Success: true } all)
        {
            return new(Number(all, "all"), 0, 0, 0, standing);
        }

        return Part().Match(card) is { Success: true } part
            ? new(Number(part, "posted"), Number(part, "refused"), Number(part, "uncertain"), Number(part, "waiting"), standing)
            : null;
    }

    private static int Number(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("Posted to all (?<all>\\d+) channels", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex All();

    [GeneratedRegex(
        "(?<posted>\\d+) of \\d+ posted(, (?<refused>\\d+) refused)?(, (?<uncertain>\\d+) uncertain)?(, (?<waiting>\\d+) waiting)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();
}
