using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TeamsBot.Domain.Questions;

/// <summary>Writes an answer as JSON, the same shape in every language.</summary>
public static class AnswerJson
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

    /// <param name="id">Of the line of a batch that it answers.</param>
    public static JsonObject Of(QuestionAnswer answer, string? id = null)
    {
        var json = new JsonObject();
        if (id is not null)
        {
            json["id"] = id;
        }

        json["outcome"] = OutcomeName(answer.Outcome);
        json["restatement"] = answer.Restatement;
        json["query"] = answer.Query is { } query ? QueryJson.Of(query) : null;
        json["columns"] = Columns(answer.Figures);
        json["rows"] = Rows(answer.Figures);
        json["text"] = answer.Text;
        if (answer.Choices.Count > 0)
        {
            json["choices"] = new JsonArray([.. answer.Choices.Select(Choice)]);
        }

        return json;
    }

    /// <summary>On one line, as a batch has it.</summary>
    public static string Line(QuestionAnswer answer, string? id) => Of(answer, id).ToJsonString(Compact);

    /// <summary>On several lines, for people.</summary>
    public static string Readable(QuestionAnswer answer) => Of(answer).ToJsonString(Indented);

    private static string OutcomeName(QuestionOutcome outcome) => outcome switch
    {
        QuestionOutcome.Answered => "answered",
        QuestionOutcome.Empty => "empty",
        QuestionOutcome.Clarify => "clarify",
        QuestionOutcome.OutOfScope => "outOfScope",
        QuestionOutcome.Denied => "denied",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No such outcome."),
    };

    private static JsonArray? Columns(Figures? figures) => figures is null ? null :
        new([.. figures.Columns.Select(column => new JsonObject { ["name"] = column.Name, ["unit"] = column.Unit.ToString().ToLowerInvariant() })]);

    private static JsonArray? Rows(Figures? figures) => figures is null ? null :
        new([.. figures.Rows.Select(row => new JsonArray([.. row.Select(Cell)]))]);

    // What is no number in JSON either has no value. A whole number is written as one.
    private static JsonNode? Cell(object? cell) => cell switch
    {
        null => null,
        string text => JsonValue.Create(text),
        double number when !double.IsFinite(number) => null,
        double number when number == Math.Truncate(number) && Math.Abs(number) < 1e15 => JsonValue.Create((long)number),
        double number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        int number => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        _ => JsonValue.Create(Convert.ToString(cell, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static JsonObject Choice(AnswerChoice choice) =>
        new() { ["title"] = choice.Title, ["restatement"] = choice.Restatement, ["query"] = QueryJson.Of(choice.Query) };
}
