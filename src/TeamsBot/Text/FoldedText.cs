using System.Globalization;
using System.Text;

namespace TeamsBot.Text;

/// <summary>
/// Text as it is compared: lower case, without accents and vowel marks, with one shape for letters that people write in
/// several ways. Remembers where each character came from, so that what follows a command can be cut from the original.
/// </summary>
internal sealed class FoldedText
{
    private readonly List<int> origins = [];

    public FoldedText(string original)
    {
        Original = original;
        var folded = new StringBuilder(original.Length);
        for (var i = 0; i < original.Length; i++)
        {
            foreach (var c in Fold(original[i]))
            {
                if (c == ' ' && (folded.Length == 0 || folded[^1] == ' '))
                {
                    continue;
                }

                folded.Append(c);
                origins.Add(i);
            }
        }

        Text = folded.ToString();
    }

    public string Original { get; }

    public string Text { get; }

    public static string Of(string text) => new FoldedText(text).Text.TrimEnd();

    /// <summary>The original from the given place of the folded text on.</summary>
    public string OriginalFrom(int place) => place < origins.Count ? Original[origins[place]..] : "";

    private static string Fold(char c) => c switch
    {
        'ł' or 'Ł' => "l",
        'أ' or 'إ' or 'آ' or 'ٱ' => "ا",
        'ى' => "ي",
        'ة' => "ه",
        'ـ' => "",
        '’' or '‘' or '`' => "'",
        '۔' => ".",
        '،' or '、' => ",",
        '؟' => "?",
        '؛' => ";",
        '。' => ".",
        _ when char.IsWhiteSpace(c) => " ",
        _ when char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark => "",
        _ when char.IsAscii(c) => char.ToLowerInvariant(c).ToString(),
        _ when char.IsSurrogate(c) => c.ToString(),
        _ => string.Concat(c.ToString().Normalize(NormalizationForm.FormKD).Where(part => char.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant(),
    };
}
