using TeamsBot.Domain.Questions;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>One record, or one thing about it: "Grace Okafor, owner: Ben Ortiz."</summary>
internal static class RecordSentence
{
    private const int MostFacts = 4;

    public static string Of(Query query, Figures figures, Wording wording)
    {
        var say = wording.Say;
        if (figures.Rows.Count > 1)
        {
            return say.Text("said.several", ("n", figures.Rows.Count));
        }

        var row = figures.Rows[0];
        var named = Enumerable.Range(0, row.Count).Where(at => row[at] is not null and not "").ToArray();
        var asked = query.Field is { } field ? Array.FindIndex([.. figures.Columns], column => string.Equals(column.Name, field, StringComparison.OrdinalIgnoreCase)) : -1;
        var shown = asked >= 0 ? [asked] : named.Skip(1).Take(MostFacts);
        var facts = shown.Select(at => say.Text(
            "said.field", ("field", new Phrase(FieldWords.Of(figures.Columns[at].Name, wording))), ("value", new Phrase(FieldWords.Cell(figures, row, at, wording)))));
        return say.Text("said.record", ("record", new Phrase(Title(figures, row, wording))), ("facts", new Phrase(string.Join(say.Text("list.semicolon"), facts))));
    }

    /// <summary>What the record is called: its name, else its first cell.</summary>
    public static string Title(Figures figures, IReadOnlyList<object?> row, Wording wording) => FieldWords.Cell(figures, row, TitleColumn(figures, row), wording);

    public static int TitleColumn(Figures figures, IReadOnlyList<object?> row)
    {
        var name = Array.FindIndex([.. figures.Columns], column => column.Name is "name");
        return name >= 0 && row[name] is not null and not "" ? name : 0;
    }
}
