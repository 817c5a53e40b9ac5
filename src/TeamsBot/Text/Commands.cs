using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Text;

/// <summary>
/// Recognises what Baton is asked to do, in any of its languages whatever the reader's own: people write a command as they
/// saw it written. Case, accents, spelling variants, extra spaces and punctuation at the ends do not matter.
/// </summary>
public static class Commands
{
    private static readonly CommandWords HandOffWords = new("command.handOff");
    private static readonly CommandWords HelpWords = new("command.help");
    private static readonly CommandWords SetupWords = new("command.setup");
    private static readonly CommandWords RolesWords = new("command.roles");
    private static readonly CommandWords RoleWords = new("command.role");
    private static readonly CommandWords MyLeadsWords = new("command.myLeads");
    private static readonly CommandWords RouteWords = new("command.route");
    private static readonly CommandWords AwayWords = new("command.away");
    private static readonly CommandWords AgreementWords = new("command.agreement");
    private static readonly CommandWords AnnounceWords = new("command.announce");
    private static readonly CommandWords CampaignsWords = new("command.campaigns");
    private static readonly CommandWords StatusWords = new("command.status");
    private static readonly CommandWords DuplicatesWords = new("command.duplicates");
    private static readonly CommandWords FromTeamsWords = new("command.role.fromTeams");

    private static readonly CommandWords SlaWords = new("command.sla");
    private static readonly CommandWords ExportSlaWords = new("command.exportSla");
    private static readonly CommandWords ForgetWords = new("command.forget");
    private static readonly CommandWords ExportLeadWords = new("command.exportLead");
    private static readonly CommandWords FunnelWords = new("command.funnel");
    private static readonly CommandWords FeedbackCommandWords = new("command.feedback");

    private static readonly (CommandWords Words, ReportPeriod Period)[] Periods =
    [
        (new("command.period.thisMonth"), ReportPeriod.ThisMonth),
        (new("command.period.lastMonth"), ReportPeriod.LastMonth),
        (new("command.period.thisQuarter"), ReportPeriod.ThisQuarter),
        (new("command.period.lastQuarter"), ReportPeriod.LastQuarter),
        (new("command.period.last30Days"), ReportPeriod.Last30Days),
        (new("command.period.allTime"), ReportPeriod.AllTime),
    ];

    private static readonly (CommandWords Words, Roles Role)[] RoleNames =
    [
        (new("command.role.reader"), Roles.Reader),
        (new("command.role.marketer"), Roles.Marketer),
        (new("command.role.rep"), Roles.Rep),
        (new("command.role.manager"), Roles.Manager),
        (new("command.role.admin"), Roles.Admin),
    ];

    private static readonly (CommandWords Words, Tier Tier)[] TierNames =
    [
        (new("command.tier.hot"), Tier.Hot),
        (new("command.tier.warm"), Tier.Warm),
        (new("command.tier.cold"), Tier.Cold),
    ];

    public static Command Recognise(string text)
    {
        var folded = new FoldedText(text);
        var bare = CommandWords.Bare(folded.Text);
        return bare switch
        {
            "" => text.AsSpan().ContainsAny('?', '？', '؟') ? new Command.Help() : new Command.Unknown(text),
            _ when HelpWords.Contains(bare) => new Command.Help(),
            _ when SetupWords.Contains(bare) => new Command.Setup(),
            _ when RolesWords.Contains(bare) => new Command.Roles(),
            _ when MyLeadsWords.Contains(bare) => new Command.MyLeads(),
            _ when AwayWords.Contains(bare) => new Command.Away(),
            _ when AgreementWords.Contains(bare) => new Command.Agreement(),
            _ when AnnounceWords.Contains(bare) => new Command.Announce(),
            _ when CampaignsWords.Contains(bare) => new Command.Campaigns(),
            _ when StatusWords.Contains(bare) => new Command.Status(),
            _ when DuplicatesWords.Contains(bare) => new Command.Duplicates(),
            _ => HandOff(folded) ?? AssignRole(folded) ?? Sla(folded) ?? Funnel(folded) ?? Privacy(folded) ?? Route(folded) ?? Feedback(folded) ?? new Command.Unknown(text),
        };
    }

    private static Command? Sla(FoldedText text)
    {
        if (ExportSlaWords.Rest(text) is { } export)
        {
            return PeriodOf(export) is { } period ? new Command.ExportSla(period) : null;
        }

        return SlaWords.Rest(text) is { } rest && PeriodOf(rest) is { } asked ? new Command.SlaStatus(asked) : null;
    }

    // "export sla" with words that are no period is a question, not a lead called "sla".
    private static Command? Privacy(FoldedText text) =>
        ForgetWords.Rest(text) is { } forgotten ? new Command.Forget(Unquoted(forgotten))
        : ExportSlaWords.Rest(text) is null && ExportLeadWords.Rest(text) is { } exported ? new Command.ExportLead(Unquoted(exported))
        : null;

    private static Command? Route(FoldedText text) => RouteWords.Rest(text) is { } lead ? new Command.Route(Unquoted(lead)) : null;

    private static Command? Feedback(FoldedText text) => FeedbackCommandWords.Rest(text) is { } campaign ? new Command.Feedback(Unquoted(campaign.TrimEnd('?', '？', '؟'))) : null;

    private static Command? Funnel(FoldedText text) =>
        FunnelWords.Rest(text) is { } rest && PeriodOf(rest) is { } period ? new Command.FunnelStatus(period) : null;

    // This month where nothing is named; null where something is that is no period.
    private static ReportPeriod? PeriodOf(string words)
    {
        var named = CommandWords.Bare(FoldedText.Of(words));
        foreach (var (known, period) in Periods)
        {
            if (known.Contains(named))
            {
                return period;
            }
        }

        return named.Length == 0 ? ReportPeriod.ThisMonth : null;
    }

    private static Command? HandOff(FoldedText text)
    {
        if (HandOffWords.Rest(text) is not { } whole)
        {
            return null;
        }

        var colon = FirstStepColon(whole);
        var step = colon < 0 ? "" : whole[(colon + 1)..].Trim();
        var named = colon < 0 ? whole : whole[..colon];
        var (lead, tier) = WithoutTier(named);
        return new Command.HandOff(Unquoted(lead), step.Length > 0 ? step : null, whole) { Tier = tier, LeadAndTier = Unquoted(named) };
    }

    // "Nadia Brandt, hot" or "Nadia Brandt #hot".
    private static (string Lead, Tier? Tier) WithoutTier(string text)
    {
        var mark = text.LastIndexOfAny([',', '،', '，', '、', '#', '＃']);
        if (mark <= 0)
        {
            return (text, null);
        }

        var word = CommandWords.Bare(FoldedText.Of(text[(mark + 1)..]));
        var named = TierNames.FirstOrDefault(tier => tier.Words.Contains(word));
        return named.Words is null ? (text, null) : (text[..mark].TrimEnd(' ', ',', '،', '，', '、'), named.Tier);
    }

    private static Command? AssignRole(FoldedText text)
    {
        if (RoleWords.Rest(text) is not { } rest || rest.IndexOfAny(['=', '＝']) is not (> 0 and var equals))
        {
            return null;
        }

        var person = Unquoted(rest[..equals]);
        var wanted = FoldedText.Of(rest[(equals + 1)..]).Trim(' ', '.', '!');
        if (person.Length == 0 || wanted.Length == 0)
        {
            return null;
        }

        if (FromTeamsWords.Contains(wanted))
        {
            return new Command.AssignRole(person, null);
        }

        return RolesOf(wanted) is { } roles ? new Command.AssignRole(person, roles) : null;
    }

    private static Roles? RolesOf(string names)
    {
        var roles = Roles.Reader;
        foreach (var name in names.Split([',', ';', '+', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (RoleNames.FirstOrDefault(role => role.Words.Contains(name)) is not { Words: not null } known)
            {
                return null;
            }

            roles |= known.Role;
        }

        return roles;
    }

    // A colon before a space, or a full-width one, ends the name more likely than one inside an id such as "crm:42".
    private static int FirstStepColon(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '：' || (text[i] is ':' && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1])))
            {
                return i;
            }
        }

        return text.IndexOf(':', StringComparison.Ordinal);
    }

    private static string Unquoted(string name) => name.Trim().Trim('"', '“', '”', '„', '«', '»', '「', '」', '《', '》').Trim();
}
