using System.Globalization;
using System.Text;

namespace TeamsBot.Domain.Questions;

/// <summary>Makes spellings of one word equal: case, accents, width, Arabic letter variants and vowel signs, traditional Chinese characters, digits of any script.</summary>
internal static class Folding
{
    /// <summary>The folded text; empty for characters that only mark something, such as vowel signs and direction marks.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Decomposed(text))
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(letter))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.Format:
                    break;
                case UnicodeCategory.DecimalDigitNumber:
                    folded.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter)));
                    break;
                default:
                    folded.Append(Plain(char.ToLowerInvariant(letter)));
                    break;
            }
        }

        return folded.ToString();
    }

    // Half of a surrogate pair is no text, and Normalize would throw.
    private static string Decomposed(string text) =>
        text.All(char.IsAscii) ? text : new string([.. text.Where(letter => !char.IsSurrogate(letter) && letter < '\uFFFE')]).Normalize(NormalizationForm.FormKD);

    private static string Plain(char letter) => letter switch
    {
        'ł' => "l",
        'ø' => "o",
        'ß' => "ss",
        'ı' => "i",
        'ـ' => "",
        'ى' => "ي",
        'ة' => "ه",
        'ٱ' => "ا",
        'ک' => "ك",
        'ی' => "ي",
        >= '\u3400' and <= '\u9FFF' => TraditionalHan.Simplify(letter).ToString(),
        _ => letter.ToString(),
    };
}
