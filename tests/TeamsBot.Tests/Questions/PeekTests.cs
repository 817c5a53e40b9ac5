using System.Text;
using TeamsBot.Domain.Questions;
using TeamsBot.Features.Questions;
using TeamsBot.Testing.Cards;
using TeamsBot.Text;
using Xunit;
namespace TeamsBot.Tests.Questions;
public sealed class PeekTests
{
    [Fact]
    public async Task Peek()
    {
        var t = new StringBuilder();
        foreach (var language in Languages.All)
        foreach (var (name, (query, figures)) in QuestionSamples.All)
        {
            var source = new QuestionSource((_, _, _, _) => new Reading.Understood(query), (_, _, _) => Task.FromResult(figures), () => Vocabulary.Empty, _ => Task.FromResult(TeamsBot.Domain.Agreement.SlaAgreement.Initial(Samples.Warsaw)));
            var w = QuestionSamples.Wording(Say.In(language));
            var a = await new Answerer(source).AskAsync("x", new Asker(w.Moments, Samples.Warsaw, QuestionRights.All), null, default);
            t.AppendLine($"## {language} {name}").AppendLine(AnswerPrint.Of(a, w));
            if (language == TeamsBot.Domain.People.Language.English) t.AppendLine(AnswerJson.Line(a, name));
            if (QueryReader.Read(QueryJson.Text(query)) is not { Query: { } back } parse) t.AppendLine("FAULT " + string.Join("; ", QueryReader.Read(QueryJson.Text(query)).Faults));
            else if (QueryJson.Text(back) != QueryJson.Text(query)) t.AppendLine("DIFF");
        }
        File.WriteAllText(Path.Combine(Path.GetTempPath(), "wa", "peek.txt"), t.ToString());
    }
}
