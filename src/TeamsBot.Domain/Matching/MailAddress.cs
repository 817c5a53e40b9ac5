namespace TeamsBot.Domain.Matching;

/// <summary>An email address as its mailbox is known: without case, tags, and the dots that Gmail does not see.</summary>
/// <param name="Local">Before the sign.</param>
/// <param name="Host">Behind it, in small ASCII letters.</param>
internal sealed record MailAddress(string Local, string Host)
{
    private static readonly HashSet<string> s_shared = new(
    [
        "info", "information", "informacja", "office", "contact", "contacto", "contatti", "kontakt", "sales", "support", "service", "serwis", "hello", "hi", "admin", "administration", "mail", "email", "post", "poczta", "biuro", "sekretariat", "recepcja",
        "reception", "marketing", "hr", "jobs", "kariera", "team", "billing", "accounts", "accounting", "finance", "invoice", "invoices", "purchasing", "procurement", "zakupy", "sprzedaz", "einkauf", "vertrieb", "verkauf", "buchhaltung",
        "presse", "press", "media", "webmaster", "noreply", "no-reply", "commercial", "ventas", "ventes", "compras", "vendas", "zakaz", "zakupki", "prodazhi", "enquiries", "inquiries", "enquiry", "inquiry", "help", "helpdesk", "general", "company", "booking", "orders", "shop", "export", "import", "trade", "business",
    ], StringComparer.Ordinal);

    /// <summary>Whether several people read it: info@, office@, sales-eu@, biuro2@.</summary>
    public bool IsShared { get; } = s_shared.Contains(Local) || s_shared.Contains(Local.Split('.', '-', '_')[0].TrimEnd("0123456789".ToCharArray()));

    /// <summary>The name before the sign without the signs in it, for comparing it with one at another provider.</summary>
    public string Box => string.Concat(Local.Where(char.IsLetterOrDigit));

    /// <summary>Null for what is no address.</summary>
    public static MailAddress? Of(string? email)
    {
        var parts = (email ?? "").Trim().ToLowerInvariant().Split('@');
        if (parts is not [var local, var written] || MailDomain.Ascii(written) is not { } host || local.Split('+')[0] is not { Length: > 0 } bare)
        {
            return null;
        }

        return host is "gmail.com" or "googlemail.com" ? new(bare.Replace(".", "", StringComparison.Ordinal) is { Length: > 0 } box ? box : bare, "gmail.com") : new(bare, host);
    }

    public override string ToString() => $"{Local}@{Host}";
}
