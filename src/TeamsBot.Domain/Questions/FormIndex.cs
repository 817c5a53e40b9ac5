namespace TeamsBot.Domain.Questions;

/// <summary>The forms of one lexicon by their first word.</summary>
internal sealed class FormIndex
{
    private const int KeyLength = 2;
    private const double Stripped = 0.98;
    private readonly Affixes _affixes;
    private readonly IReadOnlySet<string> _asides;
    private readonly Dictionary<string, List<Form>> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Form>> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<Spelling>> _words = [];

    public FormIndex(Lexicon lexicon)
    {
        (_affixes, _asides) = (lexicon.Affixes, lexicon.Asides);
        foreach (var form in lexicon.Forms)
        {
            foreach (var spelling in form.Words[0].Spellings)
            {
                Add(spelling.IsStem ? _stems : _whole, spelling.IsStem ? Key(spelling.Text) : spelling.Text, form);
            }

            if (form.Meaning.Kind is not (Kind.Filler or Kind.Outside))
            {
                foreach (var spelling in form.Words.SelectMany(word => word.Spellings).Where(spelling => spelling.Text.Length >= Typos.ShortestWord))
                {
                    AddWord(spelling);
                }
            }
        }
    }

    /// <summary>Single words that mean something and begin as this one, for the mending of typing errors.</summary>
    public IReadOnlyList<Spelling> WordsLike(string word) => _words.GetValueOrDefault(word[0]) ?? [];

    /// <summary>A word as it stands and without what may be written together with it.</summary>
    public IReadOnlyList<string> Variants(string word) => _affixes.Variants(word);

    /// <summary>All forms that begin at a token, with the token after their last, and how sure it is: a word as it stands is surer than one without its affixes.</summary>
    public IEnumerable<(Form Form, int To, double Quality)> Match(IReadOnlyList<Token> tokens, int from)
    {
        foreach (var variant in _affixes.Variants(tokens[from].Text))
        {
            foreach (var form in Candidates(variant))
            {
                if (Fits(form.Words[0], variant) && End(form, tokens, from) is { } end)
                {
                    yield return (form, end.To, end.IsExact && variant == tokens[from].Text ? 1 : Stripped);
                }
            }
        }
    }

    private void AddWord(Spelling spelling)
    {
        if (!_words.TryGetValue(spelling.Text[0], out var alike))
        {
            _words[spelling.Text[0]] = alike = [];
        }

        if (!alike.Contains(spelling))
        {
            alike.Add(spelling);
        }
    }

    private IEnumerable<Form> Candidates(string word)
    {
        IEnumerable<Form> found = _whole.GetValueOrDefault(word) ?? [];
        for (var length = 1; length <= Math.Min(KeyLength, word.Length); length++)
        {
            if (_stems.TryGetValue(word[..length], out var forms))
            {
                found = found.Concat(forms);
            }
        }

        return found;
    }

    private (int To, bool IsExact)? End(Form form, IReadOnlyList<Token> tokens, int from)
    {
        var (at, isExact) = (from + 1, true);
        foreach (var word in form.Words.Skip(1))
        {
            at = Marks.Skip(tokens, at);
            if (at + 1 < tokens.Count && _asides.Contains(tokens[at].Text) && !Fits(word, tokens[at].Text))
            {
                (at, isExact) = (Marks.Skip(tokens, at + 1), false);
            }

            if (at >= tokens.Count || !_affixes.Variants(tokens[at].Text).Any(variant => Fits(word, variant)))
            {
                return null;
            }

            isExact &= Fits(word, tokens[at].Text);
            at++;
        }

        return (at, isExact);
    }

    private static bool Fits(FormWord word, string variant) => word.Spellings.Any(spelling => spelling.Fits(variant));

    private static string Key(string stem) => stem.Length <= KeyLength ? stem : stem[..KeyLength];

    private static void Add(Dictionary<string, List<Form>> index, string key, Form form)
    {
        if (!index.TryGetValue(key, out var forms))
        {
            index[key] = forms = [];
        }

        forms.Add(form);
    }
}

/// <summary>Punctuation.</summary>
internal static class Marks
{
    private const string InsideOfNames = "-‐‑–.'’`&/\"“”«»„()（）「」《》+";
    private const string BetweenClauses = ",，、;；:：?？!！.。؟،؛—\n";

    /// <summary>The next token that is no hyphen, dot or quote.</summary>
    public static int Skip(IReadOnlyList<Token> tokens, int at)
    {
        while (at < tokens.Count && tokens[at].Kind == TokenKind.Mark && InsideOfNames.Contains(tokens[at].Text, StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }

    public static bool EndsClause(Token token) => token.Kind == TokenKind.Mark && BetweenClauses.Contains(token.Text, StringComparison.Ordinal);
}
