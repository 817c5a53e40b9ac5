using System.Globalization;
using NodaTime.Text;
using TeamsBot.Domain;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;
using TeamsBot.Hosting.Files;
using TeamsBot.Protocol.Cards;
using TeamsBot.Storage.Stores;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>All rows of an answer as a file for a spreadsheet, computed anew for the one who gets it.</summary>
public sealed class AnswerFile(QuestionSource source, TeamsAskers askers, TimeProvider time) : IFileMaker
{
    private const string OfAnswer = "answer";

    public string Kind => OfAnswer;

    public static FileRef Of(Query query) => new(OfAnswer, QueryJson.Text(query));

    public bool Knows(string what) => source.Parse(what) is not null;

    public async Task<FileMade> MakeAsync(Organisation organisation, Person person, string what, CancellationToken cancel)
    {
        await source.Refresh(cancel);
        var moments = new Moments(Say.In(person.Language ?? organisation.Language), organisation.TimeZone, time.Now);
        var (answerer, asker) = (askers.AnswererFor(organisation), await askers.AskerAsync(organisation, person, moments, cancel));
        var answer = await answerer.AnswerAsync(Whole(source.Parse(what)!), asker, cancel);
        if (answer is not { Outcome: QuestionOutcome.Answered, Query: { } query, Figures: { } figures })
        {
            return new FileMade.Refused(answer.Text);
        }

        var (say, restatement) = (moments.Say, new Phrase(answer.Restatement!));
        return figures.Rows.Count > IFileMaker.MostRows
            ? new FileMade.Refused(say.Text("file.tooMuch"))
            : new FileMade.Ready(NameOf(query, moments), say.Text("file.answer", ("restatement", restatement), ("rows", figures.Rows.Count)), await WriteAsync(query, figures, answerer.WordingFor(asker)));
    }

    private static Query Whole(Query query) => query is { Form: QueryForm.List, Limit: null } ? query with { Limit = IFileMaker.MostRows + 1 } : query;

    private static string NameOf(Query query, Moments moments) =>
        $"baton-{query.Metric.Replace('_', '-')}-{LocalDatePattern.Iso.Format(moments.Today)}.csv";

    private static async Task<MemoryStream> WriteAsync(Query query, Figures figures, Wording wording)
    {
        var file = new CsvFile();
        var headers = AnswerTable.Headers(query, figures, wording);
        await file.WriteAsync(CsvLine.Of(figures.Columns.Select((column, at) => Plain(Header(headers[at], column, figures, wording.Say)))));
        foreach (var row in figures.Rows)
        {
            await file.WriteAsync(CsvLine.Of(row.Select((_, at) => Plain(Cell(query, figures, row, at, wording)))));
        }

        return await file.EndAsync();
    }

    // A number stands alone in its cell, so its unit is with its header.
    private static string Header(string header, FigureColumn column, Figures figures, Say say) => column.Unit switch
    {
        Unit.Currency when figures.Currency is { } code => say.Text("file.inUnit", ("what", new Phrase(header)), ("unit", new Phrase(code))),
        Unit.Days => say.Text("file.inUnit", ("what", new Phrase(header)), ("unit", say.Phrase("file.days"))),
        Unit.Minutes => say.Text("file.inUnit", ("what", new Phrase(header)), ("unit", say.Phrase("file.minutes"))),
        _ => header,
    };

    // What a spreadsheet counts with is written in its way, the rest in the reader's.
    private static string Cell(Query query, Figures figures, IReadOnlyList<object?> row, int at, Wording wording) => row[at] switch
    {
        null => "",
        string text when figures.Columns[at].Unit == Unit.Date || (query.GroupBy.ElementAtOrDefault(at) is { } group && Dimensions.IsOfTime(group)) => text,
        string => AnswerTable.Cell(query, figures, row, at, wording),
        var number => Convert.ToString(number, CultureInfo.InvariantCulture)!,
    };

    private static string Plain(string text) => Bidi.Strip(text);
}
