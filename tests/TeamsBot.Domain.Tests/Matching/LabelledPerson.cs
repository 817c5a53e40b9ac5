using TeamsBot.Domain.Leads;

namespace TeamsBot.Domain.Tests.Matching;

/// <summary>Somebody at a company, or a company alone where there is no name, with how they may be reached.</summary>
internal sealed record LabelledPerson(LabelledCompany Company, Written? First, Written? Last)
{
    private static readonly string[] s_freeMail = ["gmail.com", "outlook.com", "wp.pl", "yandex.ru", "qq.com", "mail.ru", "yahoo.com", "163.com", "web.de"];

    public LabelledPerson(LabelledCompany company, Written? first, Written? last, Random random)
        : this(company, first, last)
    {
        Mobile = random.Next(10) < 7 ? $"+{Code}5{random.Next(10_000_000, 99_999_999)}" : null;
        Email = random.Next(10) switch
        {
            < 6 when company.Domain is not null && first is not null => $"{Box}@{company.Domain}",
            < 8 when first is not null => $"{Box}{random.Next(10, 9999)}@{s_freeMail[random.Next(s_freeMail.Length)]}",
            8 when company.Domain is not null => $"info@{company.Domain}",
            _ => null,
        };
    }

    public string? Email { get; init; }

    public string? Mobile { get; init; }

    /// <summary>The name before the sign in an address.</summary>
    public string Box => $"{LabelledCompanies.Plain(LatinOf(First!))}.{LabelledCompanies.Plain(LatinOf(Last!))}";

    public string Code => Company.Switchboard[1..^9];

    public string? OwnName => First is null ? null : Company.Script == Script.Han ? Last!.Own + First.Own : $"{First.Own} {Last!.Own}";

    public static string LatinOf(Written name) => name.Latin.Length > 0 ? name.Latin[0] : name.Own;

    public Lead Original(LeadId id) => new(id)
    {
        Name = OwnName,
        Company = string.Format(System.Globalization.CultureInfo.InvariantCulture, Company.Forms[0], Company.Name),
        Email = Email,
        Phone = Mobile ?? (Email is null || First is null ? Company.Switchboard : null),
        Country = Company.Country,
    };

    public LabelledPerson Namesake(Random random) => this with
    {
        Email = Company.Domain is null ? $"{Box}{random.Next(10_000, 99_999)}@gmail.com" : $"{Box}2@{Company.Domain}",
        Mobile = $"+{Code}6{random.Next(10_000_000, 99_999_999)}",
    };
}
