using TeamsBot.Domain.People;

namespace TeamsBot.Text;

/// <summary>What the world calls the languages that Baton speaks.</summary>
public static class Languages
{
    public static IReadOnlyList<Language> All { get; } = Enum.GetValues<Language>();

    /// <summary>The language of a locale such as "pl-PL" or "zh_Hans_CN"; null when Baton does not speak it.</summary>
    public static Language? Of(string? locale) => (locale?.Trim().Split('-', '_')[0])?.ToUpperInvariant() switch
    {
        "EN" => Language.English,
        "PL" => Language.Polish,
        "AR" => Language.Arabic,
        "ZH" => Language.Chinese,
        _ => null,
    };

    /// <summary>The BCP 47 tag for <c>lang</c> and <c>locale</c>.</summary>
    public static string Tag(Language language) => language == Language.Chinese ? "zh-CN" : FileName(language);

    /// <summary>The language's name in itself, as the people who read it look for it.</summary>
    public static string OwnName(Language language) => Say.In(language).Text("language.name");

    public static bool IsRightToLeft(Language language) => language == Language.Arabic;

    internal static string FileName(Language language) => language switch
    {
        Language.English => "en",
        Language.Polish => "pl",
        Language.Arabic => "ar",
        Language.Chinese => "zh",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "No such language."),
    };
}
