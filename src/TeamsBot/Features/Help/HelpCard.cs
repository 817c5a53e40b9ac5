using TeamsBot.Domain.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Help;

/// <param name="Name">The asker's.</param>
/// <param name="IsFirstMeeting">Greets instead of repeating.</param>
public sealed record HelpView(Say Say, string Name, Roles Roles, Organisation Organisation, bool IsFirstMeeting = false);

/// <summary>What the asker can do here, by their roles, each with a sentence that may be said just so.</summary>
public static class HelpCard
{
    public static AdaptiveCard Render(HelpView view)
    {
        var say = view.Say;
        var title = view.IsFirstMeeting ? say.Text("help.greeting", ("person", view.Name)) : say.Text("help.title");
        AdaptiveElement?[] body =
        [
            Anatomy.State(say.Text("help.state")),
            Anatomy.Title(title),
            view.IsFirstMeeting ? Anatomy.Text(say.Text("help.what"), AdaptiveSpacing.Small) : null,
            .. IsSetUp(view) ? [] : NotSetUp(view),
            .. Lines(view).Select((line, index) => index == 0 ? line with { Spacing = AdaptiveSpacing.Medium } : line),
        ];
        return Anatomy.Card(say, title, say.Text("help.spoken"), body, [.. Buttons(view)]);
    }

    private static bool IsSetUp(HelpView view) => view.Organisation is { SalesChannels.Count: > 0, MarketingTeam: not null };

    private static IEnumerable<AdaptiveElement> NotSetUp(HelpView view)
    {
        var (say, organisation) = (view.Say, view.Organisation);
        yield return Anatomy.Deadline(say.Text("help.notSetUp")) with { Spacing = AdaptiveSpacing.Medium };
        if (organisation.SalesChannels.Count == 0)
        {
            yield return Anatomy.Text(say.Text("setup.salesMissing"), AdaptiveSpacing.Small);
        }

        if (organisation.MarketingTeam is null)
        {
            yield return Anatomy.Text(say.Text("setup.marketingMissing"), AdaptiveSpacing.Small);
        }
    }

    private static IEnumerable<AdaptiveElement> Lines(HelpView view)
    {
        var (say, roles) = (view.Say, view.Roles);
        if (roles == Roles.Reader && IsSetUp(view))
        {
            yield return Anatomy.Text(say.Text("help.reader"));
        }

        if (roles.HasFlag(Roles.Marketer))
        {
            yield return Line(say, "help.handOff", "help.handOffSay");
            yield return Line(say, "help.firstStep", "help.firstStepSay");
            yield return Line(say, "help.announce", "announcement.say");
            yield return Line(say, "help.route", "help.routeSay");
            yield return Line(say, "help.duplicates", "help.duplicatesSay");
        }

        if (roles.HasFlag(Roles.Rep))
        {
            yield return Line(say, "help.myLeads", "help.myLeadsSay");
            yield return Anatomy.Text(say.Text("help.accept"), AdaptiveSpacing.Small);
            yield return Line(say, "help.away", "help.awaySay");
        }

        yield return Line(say, "help.question", "example.count");
        if (roles != Roles.Reader)
        {
            yield return Line(say, "help.funnel", "help.funnelSay");
            yield return Line(say, "help.campaigns", "help.campaignsSay");
        }

        if ((roles & (Roles.Marketer | Roles.Manager | Roles.Admin)) != Roles.Reader)
        {
            yield return Line(say, "help.feedback", "help.feedbackSay");
        }

        if (roles.HasFlag(Roles.Manager))
        {
            yield return Anatomy.Text(say.Text("help.manager"), AdaptiveSpacing.Small);
            yield return Line(say, "help.sla", "help.slaSay");
            yield return Line(say, "help.exportSla", "help.exportSlaSay");
            yield return Line(say, "help.agreement", "help.agreementSay");
            yield return Line(say, "help.pools", "help.poolsSay");
        }

        if (roles.HasFlag(Roles.Admin))
        {
            yield return Line(say, "help.setup", "help.setupSay");
            yield return Line(say, "help.roles", "help.rolesSay");
            yield return Line(say, "help.role", "help.roleSay");
            yield return Line(say, "help.forget", "help.forgetSay");
            yield return Line(say, "help.exportLead", "help.exportLeadSay");
            yield return Line(say, "help.status", "help.statusSay");
        }
    }

    private static AdaptiveRichTextBlock Line(Say say, string what, string sentence) =>
        Anatomy.Line(AdaptiveSpacing.Small, Anatomy.Labelled(say.Text(what), say.Text(sentence)));

    private static IEnumerable<AdaptiveAction> Buttons(HelpView view)
    {
        var (say, roles) = (view.Say, view.Roles);
        if (roles.HasFlag(Roles.Rep))
        {
            yield return Anatomy.Says("help-my-leads", say.Text("button.myLeads"), say.Text("help.myLeadsSay"));
        }

        if (roles.HasFlag(Roles.Admin))
        {
            yield return Anatomy.Says("help-setup", say.Text("button.setup"), say.Text("help.setupSay"));
            yield return Anatomy.Says("help-roles", say.Text("button.roles"), say.Text("help.rolesSay"));
        }
    }
}
