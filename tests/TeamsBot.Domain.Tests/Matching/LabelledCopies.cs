using System.Globalization;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;

namespace TeamsBot.Domain.Tests.Matching;

/// <summary>
/// Second records of one person, as another form, another fair or another clerk would have made them. A recipe leaves exact evidence (join) or takes
/// it away and leaves a trace (show); it is drawn among those that the person has the data for.
/// </summary>
internal sealed class LabelledCopies(Random random)
{
    private sealed record Recipe(string Name, MatchVerdict Label, Func<LabelledPerson, bool> Fits, Func<LabelledPerson, Lead, Lead> Make);

    public (Lead Copy, MatchVerdict Label, string Recipe) Of(LabelledPerson person, Lead original, LeadId id)
    {
        Recipe[] possible = [.. (person.First is null ? OfCompanies() : OfPeople()).Where(recipe => recipe.Fits(person))];
        var recipe = possible[random.Next(possible.Length)];
        return (recipe.Make(person, new Lead(id) { Country = original.Country }), recipe.Label, recipe.Name);
    }

    private Recipe[] OfPeople() =>
    [
        new("same mailbox, name and company written otherwise", MatchVerdict.Join, HasOwnEmail, (person, lead) => lead with { Email = Mailbox(person.Email!), Name = Retyped(Slip(person)), Company = Rewritten(person) }),
        new("same mailbox, name in Latin", MatchVerdict.Join, HasOwnEmail, (person, lead) => lead with { Email = Mailbox(person.Email!), Name = LatinName(person) }),
        new("same phone and name", MatchVerdict.Join, HasMobile, (person, lead) => lead with { Phone = Dialled(person), Name = Retyped(person.OwnName!) }),
        new("same phone and name at a new company", MatchVerdict.Join, HasMobile, (person, lead) => lead with { Phone = Dialled(person), Name = Retyped(person.OwnName!), Company = "Consulting " + random.Next(1000), Email = $"me{random.Next(1_000_000)}@gmail.com" }),
        new("same phone, name in Latin", MatchVerdict.Join, HasMobile, (person, lead) => lead with { Phone = Dialled(person), Name = LatinName(person) }),
        new("same name and company", MatchVerdict.Join, _ => true, (person, lead) => lead with { Name = Retyped(person.OwnName!), Company = Rewritten(person) }),
        new("same name and company, private address", MatchVerdict.Join, person => person.Email is null, (person, lead) => lead with { Name = Retyped(person.OwnName!), Company = Rewritten(person), Email = $"{person.Box}{random.Next(1000)}@gmail.com" }),
        new("same shared mailbox and name", MatchVerdict.Join, person => person.Email?.StartsWith("info@", StringComparison.Ordinal) == true, (person, lead) => lead with { Email = person.Email, Name = Retyped(person.OwnName!) }),
        new("slip in the name, same company", MatchVerdict.Show, CanSlip, (person, lead) => lead with { Name = Slip(person), Company = Rewritten(person) }),
        new("name in Latin, same company", MatchVerdict.Show, IsNotLatin, (person, lead) => lead with { Name = LatinName(person), Company = Rewritten(person) }),
        new("all in Latin, at the domain", MatchVerdict.Show, person => IsNotLatin(person) && HasWorkEmail(person), (person, lead) => lead with { Name = LatinName(person), Company = LatinCompany(person), Email = $"contact.{random.Next(1000)}@{person.Company.Domain}" }),
        new("all in Latin", MatchVerdict.Show, IsNotLatin, (person, lead) => lead with { Name = LatinName(person), Company = LatinCompany(person) }),
        new("second address at the company", MatchVerdict.Show, HasWorkEmail, (person, lead) => lead with { Name = Retyped(person.OwnName!), Email = $"{person.Box[0]}{random.Next(100)}{person.Email![person.Email!.IndexOf('@', StringComparison.Ordinal)..]}" }),
        new("slip in the company", MatchVerdict.Show, _ => true, (person, lead) => lead with { Name = Retyped(person.OwnName!), Company = Mistyped(person.Company.Name) }),
        new("branch of the company", MatchVerdict.Show, _ => true, (person, lead) => lead with { Name = Retyped(person.OwnName!), Company = Branch(person) }),
        new("initial", MatchVerdict.Show, IsAlphabetic, (person, lead) => lead with { Name = $"{person.First!.Own[0]}. {person.Last!.Own}", Company = Rewritten(person) }),
        new("middle name", MatchVerdict.Show, IsLatin, (person, lead) => lead with { Name = $"{person.First!.Own} {Pick(["Maria", "J.", "Paul", "Ewa"])} {person.Last!.Own}", Company = Rewritten(person) }),
        new("married name, same mobile", MatchVerdict.Show, HasMobile, (person, lead) => lead with { Name = Named(person, person.First!.Own, Pick(LabelledNames.Last[person.Company.Script]).Own), Phone = Dialled(person) }),
        new("wrong digit in the phone", MatchVerdict.Show, HasMobile, (person, lead) => lead with { Name = Retyped(person.OwnName!), Phone = WrongDigit(person.Mobile!) }),
        new("new provider, same box", MatchVerdict.Show, person => HasOwnEmail(person) && person.Email!.Split('@')[0].Length > person.Box.Length + 1, (person, lead) => lead with { Name = Retyped(person.OwnName!), Email = person.Email!.Split('@')[0] + "@protonmail.com" }),
    ];

    private Recipe[] OfCompanies() =>
    [
        new("company, other form", MatchVerdict.Join, _ => true, (person, lead) => lead with { Company = Rewritten(person) }),
        new("company, same shared mailbox", MatchVerdict.Join, person => person.Email is not null, (person, lead) => lead with { Company = Rewritten(person), Email = person.Email!.ToUpperInvariant() }),
        new("company, slip, same domain", MatchVerdict.Show, person => person.Email is not null, (person, lead) => lead with { Company = Mistyped(person.Company.Name), Email = "office@" + person.Company.Domain }),
        new("company, branch, same phone", MatchVerdict.Show, _ => true, (person, lead) => lead with { Company = Branch(person), Phone = person.Mobile ?? person.Company.Switchboard }),
    ];

    private static bool HasMobile(LabelledPerson person) => person.Mobile is not null;

    private static bool HasOwnEmail(LabelledPerson person) => person.Email is not null && !person.Email.StartsWith("info@", StringComparison.Ordinal);

    private static bool HasWorkEmail(LabelledPerson person) => HasOwnEmail(person) && person.Company.Domain is { } domain && person.Email!.EndsWith(domain, StringComparison.Ordinal);

    private static bool IsLatin(LabelledPerson person) => person.Company.Script == Script.Latin;

    private static bool IsNotLatin(LabelledPerson person) => !IsLatin(person) && person.Company.Script != Script.Cyrillic;

    private static bool IsAlphabetic(LabelledPerson person) => person.Company.Script is Script.Latin or Script.Cyrillic;

    private static bool CanSlip(LabelledPerson person) => person.Company.Script != Script.Han || person.OwnName!.Length > 2;

    // Case, order, accents, a title: still the same name to anybody.
    private string Retyped(string name) => random.Next(5) switch
    {
        0 => name.ToUpperInvariant(),
        1 => name.ToLowerInvariant(),
        2 when name.Contains(' ', StringComparison.Ordinal) && name.All(letter => letter < 'ʰ') => Turned(name),
        3 => name.Normalize(System.Text.NormalizationForm.FormD).Where(letter => letter < 128 || CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark).Aggregate("", (text, letter) => text + letter),
        _ => "  " + name.Replace(" ", "  ", StringComparison.Ordinal),
    };

    private static string Turned(string name) => name.LastIndexOf(' ') is var at ? $"{name[(at + 1)..]}, {name[..at]}" : name;

    private string Slip(LabelledPerson person)
    {
        if (person.Company.Script == Script.Han)
        {
            return person.OwnName!.Length > 2 ? person.OwnName[..^1] + Pick("平华军辉涛波斌峰鹏宇") : person.OwnName;
        }

        // Somebody who mistypes a name of three letters has written another.
        return random.Next(2) == 0 && person.First!.Own.Length > 4 ? Named(person, Mistyped(person.First.Own), person.Last!.Own)
            : person.Last!.Own.Length > 4 ? Named(person, person.First!.Own, Mistyped(person.Last.Own)) : Named(person, Mistyped(person.First!.Own), person.Last.Own);
    }

    private static string Named(LabelledPerson person, string first, string last) => person.Company.Script == Script.Han ? last + first : $"{first} {last}";

    // One letter left out, doubled, exchanged with the next or another: the first letter seldom.
    private string Mistyped(string word)
    {
        var at = random.Next(Math.Min(1, word.Length - 1), word.Length);
        return random.Next(4) switch
        {
            0 when word.Length > 3 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            2 when at + 1 < word.Length => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            _ => word[..at] + word[random.Next(word.Length)] + word[(at + 1)..],
        };
    }

    private string Rewritten(LabelledPerson person)
    {
        var name = Format(Pick(person.Company.Forms), person.Company.Name);
        return random.Next(4) switch
        {
            0 => name.ToUpperInvariant(),
            1 => LabelledNames.LatinForms.ContainsKey(person.Company.Script) ? name : name.Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("ł", "l", StringComparison.Ordinal),
            _ => name,
        };
    }

    private string LatinCompany(LabelledPerson person) => Format(Pick(person.Company.LatinForms), Pick(person.Company.Latin));

    private string LatinName(LabelledPerson person)
    {
        if (IsLatin(person))
        {
            return Retyped(person.OwnName!);
        }

        var (first, last) = (Pick(person.First!.Latin), Pick(person.Last!.Latin));
        return random.Next(3) == 0 ? $"{last} {first}" : $"{first} {last}";
    }

    private string Branch(LabelledPerson person) => person.Company.Script switch
    {
        Script.Han => person.Company.Name + "集团",
        Script.Arabic => person.Company.Name + " الدولية",
        Script.Cyrillic => person.Company.Name + " Групп",
        _ => person.Company.Name + Pick([" Group", " Polska", " International", " Europe"]),
    };

    private string Mailbox(string email) => random.Next(4) switch
    {
        0 => email.ToUpperInvariant(),
        1 => email.Replace("@", "+news@", StringComparison.Ordinal),
        2 when email.EndsWith("@gmail.com", StringComparison.Ordinal) => email.Split('@')[0].Replace(".", "", StringComparison.Ordinal) + "@googlemail.com",
        _ => " " + email,
    };

    private string Dialled(LabelledPerson person)
    {
        var (code, rest) = (person.Code, person.Mobile![(person.Code.Length + 1)..]);
        return random.Next(5) switch
        {
            0 => $"00{code} {rest}",
            1 => $"0{rest[..3]} {rest[3..6]} {rest[6..]}",
            2 => $"+{code} ({rest[..2]}) {rest[2..5]}-{rest[5..]}",
            3 => string.Concat($"+{code}{rest}".Select(letter => char.IsDigit(letter) && person.Company.Script == Script.Arabic ? (char)('٠' + (letter - '0')) : letter)),
            _ => $"{rest[..3]}-{rest[3..6]}-{rest[6..]}",
        };
    }

    private string WrongDigit(string phone)
    {
        var at = random.Next(phone.Length - 7, phone.Length);
        return phone[..at] + (char)('0' + ((phone[at] - '0' + random.Next(1, 9)) % 10)) + phone[(at + 1)..];
    }

    private static string Format(string form, string name) => string.Format(CultureInfo.InvariantCulture, form, name);

    private T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private char Pick(string letters) => letters[random.Next(letters.Length)];
}
