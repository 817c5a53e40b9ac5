using System.Text.RegularExpressions;

namespace TeamsBot.Testing.Infra;

/// <summary>A .bicep or .bicepparam file, read as far as tests need it; the compiler knows more.</summary>
public sealed partial class BicepFile
{
    private readonly string text;
    private readonly string bare;

    /// <exception cref="FormatException">A string has no end.</exception>
    public BicepFile(string name, string text)
    {
        (Name, this.text, bare) = (name, text, BicepText.WithoutWords(text));
    }

    /// <summary>The path under the folder of the infrastructure.</summary>
    public string Name { get; }

    /// <summary>What is wrong with the brackets; null when nothing is.</summary>
    public string? BracketFault => BicepText.BracketFault(bare);

    /// <summary>The first word of each statement.</summary>
    public IEnumerable<string> Statements => Statement().Matches(bare).Select(match => match.Value);

    /// <summary>The declared parameters, in a file of parameters those that it sets; whether each has no value of its own.</summary>
    public IReadOnlyList<(string Name, bool IsRequired)> Parameters =>
        [.. Parameter().Matches(bare).Select(match => (match.Groups["name"].Value, !match.Groups["value"].Success))];

    public IReadOnlyList<string> Outputs => [.. Output().Matches(bare).Select(match => match.Groups["name"].Value)];

    /// <summary>The modules that it uses: under which name, from which file, with which parameters.</summary>
    public IReadOnlyList<(string Name, string File, IReadOnlyList<string> Given)> Modules =>
    [
        .. Module().Matches(bare).Select(match => (
            match.Groups["name"].Value,
            text.Substring(match.Groups["file"].Index, match.Groups["file"].Length),
            (IReadOnlyList<string>)[.. Entries(ValueOf("params", match.Index + match.Length - 1)).Select(entry => entry.Key)])),
    ];

    /// <summary>What other parts of the file use of a module: <c>storage.outputs.tableEndpoint</c>.</summary>
    public IReadOnlyList<(string Module, string Output)> OutputsUsed =>
        [.. OutputUse().Matches(text).Select(match => (match.Groups["module"].Value, match.Groups["output"].Value))];

    /// <summary>The file that a file of parameters is for; empty for others.</summary>
    public string Using => Use().Match(text).Groups["file"].Value;

    /// <summary>The entries of the object that this statement opens, or of the object at a key of it: each value as it is written.</summary>
    public IReadOnlyDictionary<string, string> Properties(string statement, string? key = null)
    {
        var open = bare.IndexOf('{', text.IndexOf(statement, StringComparison.Ordinal) + statement.Length);
        return Entries(key is null ? open : ValueOf(key, open)).ToDictionary(entry => entry.Key, entry => text[entry.From..entry.To].Trim(), StringComparer.Ordinal);
    }

    /// <summary>What a file of parameters gives to one of them, as it is written.</summary>
    public string Value(string parameter) => text.Split('\n').Single(line => line.StartsWith($"param {parameter} = ", StringComparison.Ordinal)).Split(" = ")[1];

    public override string ToString() => Name;

    private IEnumerable<(string Key, int From, int To)> Entries(int open) => BicepText.Entries(bare, text, open);

    private int ValueOf(string key, int open) => bare.IndexOf('{', Entries(open).Single(entry => entry.Key == key).From);

    [GeneratedRegex(@"^[A-Za-z]\w*", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^param (?<name>\w+)[^\n=]*(?<value>=)?", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^output (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Output();

    [GeneratedRegex(@"^module (?<name>\w+) '(?<file> +)' = (if \([^\n]*\) )?\{", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Module();

    [GeneratedRegex(@"(?<module>\w+)\.outputs\.(?<output>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OutputUse();

    [GeneratedRegex("^using '(?<file>[^']+)'", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Use();
}
