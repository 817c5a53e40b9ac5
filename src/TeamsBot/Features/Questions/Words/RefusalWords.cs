using TeamsBot.Domain.Questions;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>Why a question is not answered, and one that would be.</summary>
internal static class RefusalWords
{
    public static string Of(Refusal why, Say say)
    {
        var reason = say.Phrase(why switch
        {
            Refusal.NotUnderstood => "refusal.notUnderstood",
            Refusal.NotHeld => "refusal.notHeld",
            Refusal.Action => "refusal.action",
            Refusal.Forecast => "refusal.forecast",
            Refusal.Cause => "refusal.cause",
            Refusal.Sensitive => "refusal.sensitive",
            Refusal.NothingToFollow => "refusal.nothingToFollow",
            _ => throw new ArgumentOutOfRangeException(nameof(why), why, "No such refusal."),
        });
        return say.Text("refusal.withExample", ("reason", reason), ("example", say.Phrase(Example(why))));
    }

    public static string Of(Denial why, Say say) => say.Text(why switch
    {
        Denial.OnlyTotals => "denial.onlyTotals",
        Denial.Records => "denial.records",
        Denial.OtherTeam => "denial.otherTeam",
        Denial.WholeCompany => "denial.wholeCompany",
        Denial.NoRole => "refused.agreement",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "No such denial."),
    });

    /// <summary>The question that a refusal names as one that is answered.</summary>
    public static string ExampleIn(string refusal, Say say) =>
        Enum.GetValues<Refusal>().Select(why => say.Text(Example(why))).FirstOrDefault(example => refusal.Contains(example, StringComparison.Ordinal)) ?? say.Text(Example(default));

    /// <summary>A question that Baton answers, near to the one that it does not.</summary>
    private static string Example(Refusal why) => why switch
    {
        Refusal.Cause => "example.compare",
        Refusal.Forecast => "example.trend",
        _ => "example.count",
    };
}
