namespace TeamsBot.Domain.Matching;

/// <summary>The legal forms of companies, as one word without dots and spaces.</summary>
internal static class LegalForms
{
    /// <summary>Longer ones first.</summary>
    public static readonly string[] Han = ["股份有限公司", "有限责任公司", "股份公司", "有限公司", "有限合伙", "合伙企业", "株式会社", "公司"];

    /// <summary>What stands between the words of a name and is written as a sign as well.</summary>
    public static readonly HashSet<string> Joining = new(["and", "und", "et"], StringComparer.Ordinal);

    /// <summary>At the end of a name.</summary>
    public static readonly HashSet<string> Behind = Folded(
    [
        // English, and where it is law
        "Ltd", "Limited", "PLC", "LLP", "LLC", "LP", "PLLC", "Inc", "Incorporated", "Corp", "Corporation", "Co", "Company", "Pty", "Pvt", "Private", "Pte", "PJSC", "OJSC", "CJSC", "JSC",
        "FZE", "FZCO", "FZ LLC", "DMCC", "WLL", "Sdn", "Bhd", "Berhad",

        // German, Dutch, Nordic
        "GmbH", "mbH", "gGmbH", "AG", "KG", "KGaA", "OHG", "UG", "UG haftungsbeschränkt", "GbR", "e.V.", "eG", "SE", "e.K.", "BV", "NV", "VOF", "BVBA", "CVBA", "Oy", "Oyj", "AB", "ASA", "ApS", "A/S", "ehf", "hf",

        // Romance
        "SA", "SAS", "SASU", "SARL", "EURL", "SCA", "SNC", "SpA", "SRL", "SRLS", "SL", "SLU", "SAU", "SA de CV", "S de RL de CV", "SAPI de CV", "Ltda", "Lda", "SPRL", "SAL",

        // Slavic, Hungarian, Turkish, Baltic in Latin letters
        "sp. z o.o.", "sp. zoo", "spółka z o.o.", "spółka z ograniczoną odpowiedzialnością", "spółka akcyjna", "prosta spółka akcyjna", "PSA", "spółka komandytowa", "spółka jawna", "sp. k.", "sp. j.", "s.c.",
        "s.r.o.", "spol. s r.o.", "a.s.", "d.o.o.", "d.d.", "Kft", "Zrt", "Nyrt", "Bt", "A.Ş.", "Anonim Şirketi", "Ltd. Şti.", "Şti", "Limited Şirketi", "UAB", "SIA", "OÜ",
        "OOO", "OAO", "ZAO", "PAO", "TOV", "TOO",

        // Cyrillic
        "ООО", "ОАО", "ЗАО", "ПАО", "НАО", "АО", "ИП", "ТОО", "ТОВ", "ПрАТ", "ПАТ", "ЧП", "ОДО", "ООД", "ЕООД", "АД", "общество с ограниченной ответственностью", "акционерное общество", "публичное акционерное общество",
        "закрытое акционерное общество", "товариство з обмеженою відповідальністю", "Лтд",

        // Arabic
        "ذ.م.م", "ش.ذ.م.م", "م.م", "ش.م.م", "ش.م.ع", "ش.م.ل", "ش.م.ك", "ش.م.س", "م.ع.م", "ش.م.ب", "ذات مسؤولية محدودة", "ذات المسؤولية المحدودة", "المحدودة", "محدودة", "المساهمة", "مساهمة", "المساهمة العامة", "مساهمة عامة", "ليمتد", "منطقة حرة",
    ]);

    /// <summary>At the beginning of a name.</summary>
    public static readonly HashSet<string> Before = Folded(
    [
        "The", "PT", "Firma", "OOO", "OAO", "ZAO", "PAO", "TOV",
        "ООО", "ОАО", "ЗАО", "ПАО", "НАО", "АО", "ИП", "ТОО", "ТОВ", "ПрАТ", "ПАТ", "ЧП", "ОДО", "ЕТ", "общество с ограниченной ответственностью", "акционерное общество", "публичное акционерное общество",
        "закрытое акционерное общество", "товариство з обмеженою відповідальністю", "компания", "фирма",
        "شركة", "الشركة", "مؤسسة", "株式会社",
    ]);

    private static HashSet<string> Folded(string[] forms) => forms.Select(form => string.Concat(Letters.Words(form))).ToHashSet(StringComparer.Ordinal);
}
