using TeamsBot.Domain.Questions;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>The targets of both teams in a sentence: "Hot: accept in 30 working minutes, contact in 2 working hours; …".</summary>
internal static class SlaSentence
{
    public static string Of(Figures figures, Wording wording)
    {
        var say = wording.Say;
        var tiers = figures.Rows.Select(row => say.Text(
            "said.target",
            ("tier", new Phrase(FieldWords.Cell(figures, row, 0, wording))),
            ("accept", new Phrase(FieldWords.Cell(figures, row, 1, wording))),
            ("contact", new Phrase(FieldWords.Cell(figures, row, 2, wording)))));
        return say.Text("said.targets", ("targets", new Phrase(string.Join(say.Text("list.semicolon"), tiers))));
    }
}
