using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Sla;

/// <summary>What a reader is shown of how the agreement was kept.</summary>
public sealed record SlaStatusView(Moments Moments, Organisation Organisation, ReportPeriod Period, DaySpan Days, SlaReport Report)
{
    private const int LongestName = 28;

    /// <summary>The same of as much time before; null where there is none.</summary>
    public SlaFigures? Before { get; init; }

    /// <summary>The channels that the reader sees; null is all.</summary>
    public IReadOnlyList<SalesChannel>? Only { get; init; }

    /// <summary>The leads of <see cref="SlaReport.Latest"/>, as far as they are still known.</summary>
    public IReadOnlyDictionary<LeadId, Lead> Leads { get; init; } = new Dictionary<LeadId, Lead>();

    public Say Say => Moments.Say;

    /// <summary>A channel by its name, also after it was taken out of the set-up.</summary>
    public string ChannelName(string id) =>
        Organisation.FindChannel(id) is { } channel ? Say.Value(LeadWords.Cut(channel.Name, LongestName)) : Say.Text("sla.formerChannel");

    /// <summary>A person's name in a table.</summary>
    public string PersonName(PersonRef person) => Say.Value(LeadWords.Cut(person.Name, LongestName));
}

/// <summary>How the agreement was kept in a period: the rate, what it is made of, where it was not kept, and how it is counted.</summary>
public static class SlaStatusCard
{
    // So many other periods stand as buttons; the others in the menu.
    private const int Buttons = 2;

    public static AdaptiveCard Render(SlaStatusView view)
    {
        var (say, total) = (view.Say, view.Report.Total);
        var state = say.Text("sla.state", ("period", SlaWords.Of(view.Days, view.Moments)));
        var title = total.MetRate is { } rate ? say.Text("sla.title", ("percent", say.Percent(rate))) : say.Text("sla.none");
        AdaptiveElement?[] body =
        [
            Anatomy.State(state),
            Anatomy.Title(title),
            total.Ended == 0 ? null : Anatomy.Subtle(Sum(view)),
            Change(view) is { } change ? Anatomy.Text(change, AdaptiveSpacing.Small) : null,
            Times(say, "sla.toAccept", view.Report.ToAccept, view.Moments),
            Times(say, "sla.toContact", view.Report.ToContact, view.Moments),
            view.Only is { } only ? Anatomy.Text(Only(only, say), AdaptiveSpacing.Small) : null,
            .. SlaTables.Of(view),
            .. SlaLatest.Of(view),
            Anatomy.Note(Counted(view), AdaptiveSpacing.Medium),
        ];
        var summary = say.Text("summary.state", ("state", new Phrase(state)), ("who", new Phrase(title)));
        return Anatomy.Card(say, summary, Anatomy.Dotted(summary, total.Ended == 0 ? null : Sum(view)), body, [.. Actions(view)]);
    }

    private static string Sum(SlaStatusView view)
    {
        var (say, total) = (view.Say, view.Report.Total);
        return Anatomy.Dotted(say.Text("sla.met", ("met", total.Met), ("n", total.Ended)), say.Text("sla.breaches", ("n", total.Breached)));
    }

    // As it is written: a rate that reads the same is called the same.
    private static string? Change(SlaStatusView view)
    {
        if (view is not { Before.MetRate: { } before, Report.Total.MetRate: { } now } || view.Days.Before() is not { } earlier)
        {
            return null;
        }

        var (was, reads) = (view.Say.Percent(before), view.Say.Percent(now));
        var key = was == reads ? "sla.same" : now > before ? "sla.up" : "sla.down";
        return view.Say.Text(key, ("percent", was), ("period", SlaWords.Of(earlier, view.Moments)));
    }

    private static AdaptiveRichTextBlock? Times(Say say, string label, WorkTimes times, Moments moments) =>
        times is not { Median: { } median, Slowest: { } slowest } ? null : Anatomy.Line(
            AdaptiveSpacing.Small,
            Anatomy.Labelled(say.Text(label), say.Text("sla.times", ("median", moments.InHours(median)), ("slowest", moments.InHours(slowest)))));

    private static string Only(IReadOnlyList<SalesChannel> channels, Say say) => channels.Count == 0
        ? say.Text("sla.noChannel")
        : say.Text("sla.only", ("channels", new Phrase(string.Join(say.Text("list.comma"), channels.Select(channel => say.Value(channel.Name))))));

    private static string Counted(SlaStatusView view)
    {
        var (say, last) = (view.Say, view.Moments.Date(view.Days.To.PlusDays(-1)));
        var which = view.Days.From is { } from
            ? say.Text("sla.countedFrom", ("from", view.Moments.Date(from)), ("to", last), ("zone", view.Organisation.TimeZone.Id))
            : say.Text("sla.countedUntil", ("to", last), ("zone", view.Organisation.TimeZone.Id));
        return say.Text("sla.counted", ("which", new Phrase(which)));
    }

    private static IEnumerable<AdaptiveAction> Actions(SlaStatusView view)
    {
        var say = view.Say;
        var others = Enum.GetValues<ReportPeriod>().Where(period => period != view.Period).ToArray();
        foreach (var period in others.Take(Buttons))
        {
            yield return Ask(period, say);
        }

        if (view.Report.Total.Ended > 0)
        {
            yield return Anatomy.Button("sla-export", say.Text("button.export"), SlaVerbs.Export, CardData.Of(("days", view.Days.ToString())));
        }

        foreach (var period in others.Skip(Buttons))
        {
            yield return Ask(period, say) with { Mode = AdaptiveActionMode.Secondary };
        }
    }

    private static AdaptiveExecuteAction Ask(ReportPeriod period, Say say) =>
        Anatomy.Says($"sla-{period}", SlaWords.Button(period, say), say.Text("sla.say", ("period", SlaWords.After(period, say))));
}
