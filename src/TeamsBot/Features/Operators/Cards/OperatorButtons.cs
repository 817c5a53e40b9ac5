using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Operators.Cards;

/// <summary>The buttons of the cards for admins.</summary>
internal static class OperatorButtons
{
    public static AdaptiveExecuteAction Status(Say say, string title) => Anatomy.Button("operators-status", say.Text(title), OperatorVerbs.Status, CardData.Empty);

    public static AdaptiveExecuteAction Parked(Say say) => Anatomy.Button("operators-parked", say.Text("button.parked"), OperatorVerbs.Parked, CardData.Empty);

    public static AdaptiveExecuteAction Back(Say say) => Anatomy.Button("operators-back", say.Text("button.back"), OperatorVerbs.Parked, CardData.Empty);

    public static AdaptiveExecuteAction RetryAll(Say say) => Anatomy.Button("operators-retry-all", say.Text("button.retryAll"), OperatorVerbs.RetryAll, CardData.Empty);

    /// <param name="index">Keeps the buttons of a list apart.</param>
    public static AdaptiveExecuteAction Retry(Say say, int index, string id) => Of($"operators-retry-{index}", say.Text("button.retry"), OperatorVerbs.Retry, id);

    /// <param name="index">As in <see cref="Retry"/>.</param>
    public static AdaptiveExecuteAction Drop(Say say, int index, string id) => Of($"operators-drop-{index}", say.Text("button.drop"), OperatorVerbs.Drop, id);

    public static AdaptiveExecuteAction DropNow(Say say, string id) =>
        Of("operators-drop-now", say.Text("button.dropNow"), OperatorVerbs.DropNow, id) with { Style = AdaptiveActionStyle.Destructive };

    private static AdaptiveExecuteAction Of(string button, string title, string verb, string id) =>
        Anatomy.Button(button, title, verb, CardData.Of((OperatorVerbs.Work, id)));
}
