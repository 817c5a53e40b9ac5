namespace TeamsBot.Domain.Matching;

/// <summary>
/// What is known of Chinese characters: the 6,763 of GB 2312 with the reading that each has most often, without tones, and the traditional
/// forms of them. Made from the transliterations of ICU 72 (Unicode licence).
/// </summary>
internal static class Han
{
    private static readonly Dictionary<char, char> s_simplified = ReadSimplified();
    private static readonly Dictionary<char, string> s_readings = Lines("Pinyin").Select(line => line.Split(' ')).SelectMany(line => line[1].Select(letter => (letter, line[0]))).ToDictionary();

    // As surnames they are read otherwise than in most words.
    private static readonly Dictionary<char, string> s_surnames = new()
    {
        ['单'] = "shan", ['曾'] = "zeng", ['查'] = "zha", ['仇'] = "qiu", ['翟'] = "zhai", ['解'] = "xie", ['覃'] = "qin", ['盖'] = "ge", ['朴'] = "piao", ['区'] = "ou", ['乐'] = "yue", ['尉'] = "wei",
    };

    public static char Simplify(char letter) => s_simplified.GetValueOrDefault(letter, letter);

    /// <summary>How a simplified character is read, in Latin letters; null for one that is not known.</summary>
    public static string? Reading(char letter) => s_readings.GetValueOrDefault(letter);

    /// <summary>How it is read as a surname.</summary>
    public static string? SurnameReading(char letter) => s_surnames.GetValueOrDefault(letter) ?? Reading(letter);

    private static Dictionary<char, char> ReadSimplified()
    {
        var lines = Lines("Traditional").ToList();
        return lines[0].Zip(lines[1]).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static IEnumerable<string> Lines(string table)
    {
        using var reader = new StreamReader(typeof(Han).Assembly.GetManifestResourceStream($"{typeof(Han).Namespace}.{table}.txt")!);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
