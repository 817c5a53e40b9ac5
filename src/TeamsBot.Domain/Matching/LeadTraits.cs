using System.Security.Cryptography;
using System.Text;
using TeamsBot.Domain.Leads;

namespace TeamsBot.Domain.Matching;

/// <summary>What a lead is recognised by.</summary>
public sealed class LeadTraits
{
    /// <summary>So many leads that share one key are looked at: a call centre's phone would else be compared with all who called.</summary>
    public const int MostOfKey = 24;

    private const int MostParts = 3;
    private const int FewConsonants = 3;
    private const int EnoughConsonants = 5;
    private const int KeyBytes = 12;

    private LeadTraits(Lead lead)
    {
        Lead = lead.Id;
        Name = PersonName.Of(lead.Name);
        Email = MailAddress.Of(lead.Email);
        Domain = MailDomain.Of(lead.Email);
        Phone = PhoneNumber.Of(lead.Phone);
        Company = CompanyName.Key(lead.Company);
        CompanyWords = Company is null ? [] : [.. CompanyName.Bare(Letters.Words(lead.Company)).Select(Letters.Latin)];
        Country = lead.Country is { } country && Letters.Words(country) is { Count: > 0 } words ? string.Concat(words) : null;
    }

    public LeadId Lead { get; }

    internal PersonName? Name { get; }

    internal MailAddress? Email { get; }

    internal string? Domain { get; }

    internal PhoneNumber? Phone { get; }

    internal string? Company { get; }

    internal IReadOnlyList<string> CompanyWords { get; }

    internal string? Country { get; }

    public static LeadTraits Of(Lead lead) => new(lead);

    /// <summary>
    /// Leads that may be the same share one of these: its address, the end of its phone number, its name, and each part of the name at the
    /// company and at the domain, as they sound. Hashes of 24 letters, which give nothing of the person away.
    /// </summary>
    public IReadOnlyList<string> Keys() => [.. Traits().Distinct(StringComparer.Ordinal).Select(Hash)];

    private IEnumerable<string> Traits()
    {
        if (Email is not null)
        {
            yield return $"email|{Email}";
        }

        if (Phone is not null)
        {
            yield return $"phone|{Phone.Tail}";
        }

        foreach (var sound in Name is { IsFull: true } ? SoundsOf(Name) : [])
        {
            yield return $"name|{sound}";
        }

        foreach (var place in Places())
        {
            foreach (var part in Name?.Parts.Take(MostParts).Select(part => part.Skeleton) ?? [""])
            {
                yield return $"{place}|{part}";
            }
        }
    }

    private IEnumerable<string> Places()
    {
        if (Company is not null)
        {
            yield return $"company|{Company}";
        }

        if (Domain is not null)
        {
            yield return $"domain|{Domain}";
        }
    }

    // Consonants are the same in all scripts; of short names they are too few to tell one from the others.
    private static IEnumerable<string> SoundsOf(PersonName name)
    {
        var skeletons = name.Parts.Select(part => part.Skeleton).Order(StringComparer.Ordinal).ToList();
        var consonants = skeletons.Sum(skeleton => skeleton.Length);
        if (consonants >= FewConsonants)
        {
            yield return string.Join(' ', skeletons);
        }

        if (consonants < EnoughConsonants)
        {
            yield return string.Join(' ', name.Parts.Select(part => part.Romanised).Order(StringComparer.Ordinal));
        }
    }

    private static string Hash(string trait) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(trait)).AsSpan(0, KeyBytes));
}
