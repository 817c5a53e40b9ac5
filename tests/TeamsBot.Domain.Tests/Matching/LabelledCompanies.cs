using System.Globalization;
using System.Text;

namespace TeamsBot.Domain.Tests.Matching;

/// <param name="Name">Without a legal form; <paramref name="Latin"/> are ways to write it in Latin letters.</param>
/// <param name="Forms">The ways that its legal form is written.</param>
/// <param name="Domain">Null for a company whose people use free mail.</param>
/// <param name="Switchboard">The number that some of its people have on their cards.</param>
internal sealed record LabelledCompany(Script Script, string Name, string[] Latin, string[] Forms, string[] LatinForms, string? Domain, string Switchboard, string Country);

/// <summary>Companies of the labelled set: some share the first part of their names, some all of it in another country.</summary>
internal sealed class LabelledCompanies(Random random)
{
    private static readonly Dictionary<Script, (string Country, string Code, string Top)[]> s_countries = new()
    {
        [Script.Latin] = [("Poland", "48", "pl"), ("Germany", "49", "de"), ("France", "33", "fr"), ("United Kingdom", "44", "co.uk"), ("Spain", "34", "es")],
        [Script.Cyrillic] = [("Kazakhstan", "7", "kz"), ("Ukraine", "380", "com.ua"), ("Bulgaria", "359", "bg")],
        [Script.Arabic] = [("Saudi Arabia", "966", "com.sa"), ("Egypt", "20", "com.eg"), ("Jordan", "962", "jo")],
        [Script.Han] = [("China", "86", "com.cn"), ("Singapore", "65", "sg")],
    };

    private LabelledCompany? last;

    public LabelledCompany Next(int number)
    {
        var script = (Script)(number % 4);
        var (stem, trade) = (Pick(LabelledNames.Companies[script]), Pick(LabelledNames.Trades[script]));
        var place = random.Next(3) > 0 ? Coined(script) : new("", "");
        var (country, code, top) = Pick(s_countries[script]);
        var space = script == Script.Han ? "" : " ";
        var own = $"{place.Own}{space}{stem.Own}{space}{trade.Own}".Trim();
        string[] latin = [.. stem.Latin.DefaultIfEmpty(stem.Own).Select(written => $"{place.Latin[0]} {written} {trade.Latin.FirstOrDefault(trade.Own)}".Trim())];
        var domain = random.Next(10) < 8 ? $"{Plain(latin[0])}{number}.{top}" : null;
        var forms = Pick(LabelledNames.Forms[script]);
        var company = new LabelledCompany(script, own, latin, forms, LabelledNames.LatinForms.GetValueOrDefault(script, forms), domain, Number(code), country);

        // One of the same name in another country, which has nothing to do with it.
        if (random.Next(15) == 0 && last?.Script == script && last.Country != country)
        {
            company = company with { Name = last.Name, Latin = last.Latin };
        }

        last = random.Next(2) == 0 ? company : last;
        return company;
    }

    private string Number(string code) => $"+{code}{random.Next(20, 99)}{random.Next(1_000_000, 9_999_999)}";

    // A first part that few share, so that most names are one company's alone.
    private Written Coined(Script script) => script switch
    {
        Script.Latin => Coin(["Bro", "Kal", "Ven", "Tor", "Mis", "Zel", "Pra", "Dun", "Fer", "Gol"], ["ta", "vik", "nor", "mex", "lin", "dar", "sova", "ris"]),
        Script.Cyrillic => Coin(["Бор", "Кал", "Вен", "Тор", "Мис", "Зел", "Пра", "Дун"], ["та", "вик", "нор", "мекс", "лин", "дар", "рис"], ["Bor", "Kal", "Ven", "Tor", "Mis", "Zel", "Pra", "Dun"], ["ta", "vik", "nor", "meks", "lin", "dar", "ris"]),
        Script.Arabic => Coin(["بر", "كل", "تر", "مس", "در", "فر"], ["تان", "نور", "مار", "دان", "لين"], ["Bar", "Kal", "Tar", "Mas", "Dar", "Far"], ["tan", "noor", "mar", "dan", "leen"]),
        _ => Coin(["北京", "上海", "深圳", "广州", "杭州", "成都", "武汉", "南京"], ["大", "小", "正", "美", "永", "安"], ["Beijing ", "Shanghai ", "Shenzhen ", "Guangzhou ", "Hangzhou ", "Chengdu ", "Wuhan ", "Nanjing "], ["da", "xiao", "zheng", "mei", "yong", "an"]),
    };

    private Written Coin(string[] first, string[] second, string[]? firstLatin = null, string[]? secondLatin = null)
    {
        var (i, j) = (random.Next(first.Length), random.Next(second.Length));
        return new(first[i] + second[j], (firstLatin ?? first)[i] + (secondLatin ?? second)[j]);
    }

    internal static string Plain(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormD).Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant()
            .Replace("ł", "l", StringComparison.Ordinal).Replace("ø", "o", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal).Replace("ı", "i", StringComparison.Ordinal).Replace("å", "a", StringComparison.Ordinal)
            .Where(char.IsAsciiLetterOrDigit).Aggregate("", (text, letter) => text + letter);

    private T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
