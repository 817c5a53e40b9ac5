using System.Globalization;
using TeamsBot.Domain.Agreement;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Promises;

/// <summary>A notice of a month as one reader is to see it.</summary>
public sealed record PromiseView(PromiseMonth Month, PromiseNotice Notice, Moments Moments)
{
    internal Say Say => Moments.Say;
}

/// <summary>How marketing keeps its promise: that it is behind, or how the month ended.</summary>
public static class PromiseCard
{
    public static AdaptiveCard Render(PromiseView view)
    {
        var (say, notice) = (view.Say, view.Notice);
        var summary = Summary(view);
        AdaptiveElement?[] body =
        [
            State(view),
            Anatomy.Title(say.Text("promise.title", ("month", Month(view)))),
            Anatomy.Facts(
                Fact(view, "promise.leads", say.Text("promise.of", ("n", notice.Counts.Leads), ("promised", notice.Promise.LeadsPerMonth)), notice.Counts.Leads >= notice.Promise.LeadsPerMonth),
                Fact(view, "promise.accepted", Accepted(view), notice.Counts.AcceptancePercent >= notice.Promise.AcceptancePercent)),
            Anatomy.Note(say.Text("promise.agreement", ("version", notice.Agreement)), AdaptiveSpacing.Medium),
        ];
        return Anatomy.Card(say, summary, summary, body, Anatomy.Says("promise-agreement", say.Text("button.agreement"), say.Text("help.agreementSay")));
    }

    /// <summary>"November 2026: 38 of 40 leads, 61% accepted, promised 60%."</summary>
    public static string Summary(PromiseView view)
    {
        var (say, notice) = (view.Say, view.Notice);
        var (month, leads, promised) = (Month(view), notice.Counts.Leads, notice.Promise.LeadsPerMonth);
        return notice.Counts.AcceptancePercent is { } percent
            ? say.Text("promise.summary", ("month", month), ("n", leads), ("promised", promised), ("percent", Percent(percent, say)), ("target", Percent(notice.Promise.AcceptancePercent, say)))
            : say.Text("promise.summaryLeads", ("month", month), ("n", leads), ("promised", promised));
    }

    private static AdaptiveElement State(PromiseView view)
    {
        var (say, notice) = (view.Say, view.Notice);
        return notice.IsResult switch
        {
            false => Anatomy.State(say.Text("promise.behind", ("percent", Percent(notice.Percent, say))), AdaptiveTextColor.Warning),
            true when notice.IsKept => Anatomy.DoneState(say.Text("promise.kept")),
            true => Anatomy.State(say.Text("promise.notKept"), AdaptiveTextColor.Attention),
        };
    }

    private static string Accepted(PromiseView view) => view.Notice.Counts switch
    {
        { AcceptancePercent: { } percent } counts => view.Say.Text(
            "promise.acceptedOf",
            ("percent", Percent(percent, view.Say)),
            ("target", Percent(view.Notice.Promise.AcceptancePercent, view.Say)),
            ("accepted", counts.Accepted),
            ("answered", counts.Answered)),
        _ => view.Say.Text("promise.noneAnswered"),
    };

    // At the end it is said of each whether it was kept.
    private static AdaptiveFact? Fact(PromiseView view, string label, string value, bool isKept)
    {
        var say = view.Say;
        var isMeasured = view.Notice.IsResult && (label == "promise.leads" || view.Notice.Counts.Answered > 0);
        return Anatomy.Fact(say.Text(label), isMeasured ? Anatomy.Dotted(value, say.Text(isKept ? "promise.thisKept" : "promise.thisNotKept")) : value);
    }

    private static Phrase Month(PromiseView view) => view.Say.Phrase(
        "promise.month",
        ("month", new Phrase(view.Say.Text("promise.months").Split(' ')[view.Month.Month.Month - 1])),
        ("year", new Phrase(view.Month.Month.Year.ToString(CultureInfo.InvariantCulture))));

    private static Phrase Percent(int percent, Say say) => new(say.Value(string.Create(CultureInfo.InvariantCulture, $"{percent}%")));
}
