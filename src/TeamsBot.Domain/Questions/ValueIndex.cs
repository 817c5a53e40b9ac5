namespace TeamsBot.Domain.Questions;

/// <summary>Finds values of the data, and names of attributes, in a sentence: whole, run together, in part, and inflected.</summary>
internal sealed class ValueIndex
{
    private const int MostForParts = 5000;
    private const int LongestRun = 4;
    private static readonly string[] s_yes = ["true", "yes", "1", "y", "t"];
    private static readonly string[] s_no = ["false", "no", "0", "n", "f"];
    private const double PartOfLabel = 0.6;
    private const int ShortestMended = 6; // A slip in a shorter word may make another word.

    private readonly Dictionary<string, List<Entry>> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> _byPart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _partsByStart = new(StringComparer.Ordinal);
    private readonly List<Label> _labels = [];
    private readonly SpokenValues _spoken;

    public ValueIndex(Vocabulary vocabulary)
    {
        _spoken = new(vocabulary, MostForParts);
        foreach (var dimension in vocabulary.Dimensions)
        {
            foreach (var value in dimension.Values)
            {
                Add(new(dimension.Id, value, Words(value)), withParts: dimension.Values.Count <= MostForParts);
            }

            string[] names = [dimension.Id, .. dimension.Labels.Values];
            if (dimension.Labels.Count > 0)
            {
                _labels.AddRange(IsYesNo(dimension)
                    ? names.SelectMany(YesNoLabels.Of).DistinctBy(way => way.Way).Select(way => new Label(dimension.Id, Words(way.Way), Stored(dimension, way.IsYes ? s_yes : s_no)))
                    : names.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => new Label(dimension.Id, Words(name), null)));
            }
        }
    }

    /// <summary>The stored values that are written like this, without regard to case, accents and spaces.</summary>
    public IEnumerable<Meaning> Written(string text) => Whole(string.Concat(Words(text)));

    /// <summary>The stored values that are this but for a slip: data has typing errors too.</summary>
    public IEnumerable<Meaning> Nearly(string text)
    {
        var joined = string.Concat(Words(text));
        return joined.Length < ShortestMended ? [] : _whole
            .Where(pair => pair.Key[0] == joined[0] && Math.Abs(pair.Key.Length - joined.Length) <= 1 && Typos.Distance(pair.Key, joined) == 1)
            .SelectMany(pair => pair.Value).Select(entry => entry.Meaning);
    }

    /// <summary>The word of a value that is one slip away; null when none is.</summary>
    public string? Nearest(string word) =>
        word.Length >= ShortestMended && _partsByStart.TryGetValue(word[..Inflection.SharedStart], out var near) ? near.Find(part => part.Length >= ShortestMended && Typos.Distance(part, word) == 1) : null;

    /// <summary>The words of a value that a name in Arabic letters stands for, by their places.</summary>
    public IReadOnlyDictionary<int, string> Spoken(IReadOnlyList<Token> tokens, int from) => _spoken.Match(tokens, from);

    /// <summary>Values and labels that begin at a token: the meanings, the token after the last, and how sure it is (1 for a whole value).</summary>
    public IEnumerable<(Meaning Meaning, int To, double Quality)> Match(IReadOnlyList<Token> tokens, int from)
    {
        foreach (var (run, to) in Runs(tokens, from))
        {
            foreach (var meaning in Whole(string.Concat(run)))
            {
                yield return (meaning, to, 1);
            }

            foreach (var label in _labels.Where(label => label.Fits(run)))
            {
                yield return (new(Kind.Dimension, label.Dimension), to, 1);
                if (label.Value is { } value)
                {
                    yield return (new(Kind.Value, label.Dimension, value), to, 1);
                }
            }

            if (run.Length == 1 && run[0].Length > 3 && _labels.Exists(label => label.Words.Count > 1 && label.Words.Any(word => word.Length > 3 && Inflection.IsLabel(word, run[0]))))
            {
                yield return (new(Kind.Filler, ""), to, PartOfLabel); // "with an office in Japan": of "office location"
            }

            foreach (var found in Parts(run, tokens[from].IsCapital))
            {
                yield return (found.Meaning, to, found.Quality);
            }
        }
    }

    // An attribute of yes and no is a value by its name: "with GTIN".
    private static bool IsYesNo(VocabularyDimension dimension) =>
        dimension.Values.Count is 1 or 2 && dimension.Values.All(value => s_yes.Contains(value, StringComparer.OrdinalIgnoreCase) || s_no.Contains(value, StringComparer.OrdinalIgnoreCase));

    private static string? Stored(VocabularyDimension dimension, string[] spellings) => dimension.Values.FirstOrDefault(value => spellings.Contains(value, StringComparer.OrdinalIgnoreCase));

    private static string[] Words(string value) =>
        [.. Sentence.Of(value).Tokens.Where(token => token.Kind != TokenKind.Mark).Select(token => token.Text)];

    private static IEnumerable<(string[] Run, int To)> Runs(IReadOnlyList<Token> tokens, int from)
    {
        var run = new List<string>();
        var isHan = tokens[from].Kind == TokenKind.Han;
        for (var at = from; at < tokens.Count && run.Count < (isHan ? 12 : 8); at = Marks.Skip(tokens, at))
        {
            if (tokens[at].Kind == TokenKind.Mark)
            {
                yield break;
            }

            run.Add(tokens[at++].Text);
            yield return ([.. run], at);
        }
    }

    private IEnumerable<Meaning> Whole(string joined) =>
        _whole.TryGetValue(joined, out var entries) ? entries.Select(entry => entry.Meaning) : [];

    private IEnumerable<(Meaning Meaning, double Quality)> Parts(string[] run, bool isCapital)
    {
        if (run.Length > LongestRun)
        {
            yield break;
        }

        foreach (var word in Similar(run[0]))
        {
            foreach (var entry in _byPart[word].Where(entry => entry.Holds(run)))
            {
                var isWhole = entry.Words.Count == run.Length;
                yield return (entry.Meaning, isWhole ? 0.95 : isCapital ? 0.7 : 0.6);
            }
        }
    }

    private IEnumerable<string> Similar(string word)
    {
        if (_byPart.ContainsKey(word))
        {
            return [word];
        }

        return word.Length >= Inflection.ShortestWord && _partsByStart.TryGetValue(word[..Inflection.SharedStart], out var near)
            ? near.Where(part => Inflection.IsOne(part, word))
            : [];
    }

    private void Add(Entry entry, bool withParts)
    {
        if (entry.Words.Count == 0)
        {
            return;
        }

        Add(_whole, string.Concat(entry.Words), entry);
        if (!withParts)
        {
            return;
        }

        foreach (var word in entry.Words.Distinct(StringComparer.Ordinal).Where(word => word.Length > 1))
        {
            if (!_byPart.ContainsKey(word) && word.Length >= Inflection.SharedStart)
            {
                Add(_partsByStart, word[..Inflection.SharedStart], word);
            }

            Add(_byPart, word, entry);
        }
    }

    private static void Add<T>(Dictionary<string, List<T>> index, string key, T item)
    {
        if (!index.TryGetValue(key, out var items))
        {
            index[key] = items = [];
        }

        items.Add(item);
    }

    private sealed record Entry(string Dimension, string Value, IReadOnlyList<string> Words)
    {
        public Meaning Meaning { get; } = new(Kind.Value, Dimension, Value);

        public bool Holds(string[] run)
        {
            for (var start = 0; start + run.Length <= Words.Count; start++)
            {
                if (run.Select((word, i) => word == Words[start + i] || Inflection.IsOne(Words[start + i], word)).All(same => same))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <param name="Value">What an attribute of yes and no is, said so.</param>
    private sealed record Label(string Dimension, IReadOnlyList<string> Words, string? Value)
    {
        public bool Fits(string[] run) => run.Length == Words.Count && run.Zip(Words).All(pair => pair.First == pair.Second || Inflection.IsLabel(pair.Second, pair.First));
    }
}

/// <summary>Whether two words are forms of one: a name or label with another ending.</summary>
internal static class Inflection
{
    public const int SharedStart = 3;
    public const int ShortestWord = 4;
    private const int LongestEnding = 4;

    /// <summary>For names: "Anny" and "Anna", "Darcela" and "Darcel".</summary>
    public static bool IsOne(string name, string word)
    {
        if (word.Length > name.Length && word.StartsWith(name, StringComparison.Ordinal) && word[name.Length..] is "s" or "es")
        {
            return true;
        }

        if (name.Length < ShortestWord || word.Length < ShortestWord || word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal))
        {
            return false;
        }

        var shared = Shared(name, word);
        return shared >= Math.Max(SharedStart, name.Length - 1) && word.Length - shared <= LongestEnding;
    }

    /// <summary>For labels, where a false match is less likely: "branża" and "branżach", "نوع" and "النوع".</summary>
    public static bool IsLabel(string label, string word)
    {
        var (bare, other) = (Bare(label), Bare(word));
        return IsForm(bare, other) || (other.Length > SharedStart && other[0] is 'و' or 'ب' or 'ل' && IsForm(bare, Bare(other[1..])));
    }

    private static bool IsForm(string label, string word)
    {
        var shared = Shared(label, word);
        return shared >= Math.Max(SharedStart, label.Length - 2) && word.Length - shared <= LongestEnding;
    }

    private static string Bare(string word)
    {
        foreach (var article in (string[])["وال", "بال", "لل", "ال"])
        {
            if (word.Length > article.Length + 1 && word.StartsWith(article, StringComparison.Ordinal))
            {
                return word[article.Length..];
            }
        }

        return word;
    }

    private static int Shared(string a, string b)
    {
        var shared = 0;
        while (shared < a.Length && shared < b.Length && a[shared] == b[shared])
        {
            shared++;
        }

        return shared;
    }
}
