using System.Globalization;
using TeamsBot.Domain.Leads;

namespace TeamsBot.Domain.Handoffs;

/// <summary>The n-th handoff of a lead, counted from 1. Written "lead~1": the number stands after the last tilde.</summary>
public readonly record struct HandoffId(LeadId Lead, int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Lead.Value}~{Number}");

    /// <summary>Reads what <see cref="ToString"/> wrote; false for anything else, since ids on cards come from outside.</summary>
    public static bool TryParse(string? text, out HandoffId id)
    {
        id = default;
        var tilde = text?.LastIndexOf('~') ?? -1;
        if (tilde <= 0 || string.IsNullOrWhiteSpace(text![..tilde]))
        {
            return false;
        }

        if (!int.TryParse(text.AsSpan(tilde + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 9999)
        {
            return false;
        }

        // A number may be written in several ways ("01"); only one is ours.
        var read = new HandoffId(new LeadId(text[..tilde]), number);
        if (read.ToString() != text)
        {
            return false;
        }

        id = read;
        return true;
    }
}
