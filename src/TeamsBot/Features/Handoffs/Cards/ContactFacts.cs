using TeamsBot.Domain.Leads;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>How to reach the lead: for the owner alone, never on a card that others see.</summary>
internal static class ContactFacts
{
    public static IEnumerable<AdaptiveFact?> Of(Lead lead, Say say) =>
    [
        Linked(say, "label.phone", lead.Phone, Dial),
        Linked(say, "label.email", lead.Email, Mail),
        Anatomy.Fact(say.Text("label.speaks"), say.Given(lead.Speaks)),
    ];

    private static AdaptiveFact? Linked(Say say, string label, string? value, Func<string, Uri?> link)
    {
        if (say.Given(value) is not { } shown)
        {
            return null;
        }

        var text = link(value!.Trim()) is { } url ? CardText.Link(shown, url) : CardText.Plain(shown);
        return new(CardText.Plain(say.Text(label)), text);
    }

    // What a person may write between the digits is left out; anything else, an extension say, makes it no number to dial.
    private static Uri? Dial(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        var isNumber = digits.Length is >= 5 and <= 15 && phone.IndexOf('+', 1) < 0 && phone.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '\u00a0' or '(' or ')' or '-' or '.' or '/');
        return isNumber ? new Uri($"tel:{(phone[0] == '+' ? "+" : "")}{digits}") : null;
    }

    private static Uri? Mail(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        var isAddress = at is > 0 and <= 64
            && email[..at].All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '+' or '-')
            && email[(at + 1)..].Contains('.', StringComparison.Ordinal)
            && Uri.CheckHostName(email[(at + 1)..]) == UriHostNameType.Dns;
        return isAddress ? new Uri($"mailto:{email}") : null;
    }
}
