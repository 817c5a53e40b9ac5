using NodaTime;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Agreement;

/// <summary>Reads an agreement section by section, and goes on after a fault; what it then returns is not to be used.</summary>
internal sealed class AgreementReader(AgreementNames names)
{
    private const int MostReminders = 10;
    private const int MostSteps = 20;
    private const int MostLeads = 1_000_000;

    private readonly WorkingTimeReader workingTimes = new(names);

    public SlaAgreement Read(AgreementNode root)
    {
        root.Allow("tiers", "reminders", "workingTime", "holidays", "channels", "escalation", "rejections", "quietHours", "catchAll", "promise", "scoring", "routing");
        var agreement = ReadWorkingTimes(root, SlaAgreement.Initial(names.TimeZone));
        agreement = root.Find("tiers") is { } tiers ? ReadTiers(tiers, agreement) : agreement;
        return agreement with
        {
            Reminders = root.Find("reminders") is { } reminders ? ReadReminders(reminders) : agreement.Reminders,
            Escalation = root.Find("escalation") is { } escalation ? ReadEscalation(escalation) : agreement.Escalation,
            Rejections = root.Find("rejections") is { } rejections ? RejectionText.Read(rejections) : agreement.Rejections,
            Quiet = root.Find("quietHours") is { } quiet ? ReadQuiet(quiet) : agreement.Quiet,
            CatchAll = names.ReadPerson(root.Find("catchAll")),
            Promise = root.Find("promise") is { } promise ? ReadPromise(promise) : null,
            Rubric = root.Find("scoring") is { } scoring ? RubricText.Read(scoring) : agreement.Rubric,
            Routing = root.Find("routing") is { } routing ? new RoutingText(names).Read(routing) : agreement.Routing,
        };
    }

    private SlaAgreement ReadWorkingTimes(AgreementNode root, SlaAgreement agreement)
    {
        var regions = root.Find("holidays") is { } holidays ? WorkingTimeReader.ReadRegions(holidays) : [];
        var calendars = root.Find("workingTime") is { } times
            ? workingTimes.ReadCalendars(times, regions)
            : agreement.WorkingTimes.ToDictionary(calendar => calendar.Key, WorkingCalendar? (calendar) => calendar.Value, StringComparer.Ordinal);
        return agreement with
        {
            Holidays = regions,
            Channels = root.Find("channels") is { } channels ? workingTimes.ReadChannels(channels, calendars.Keys) : agreement.Channels,
            WorkingTimes = calendars.Where(calendar => calendar.Value is not null)
                .ToDictionary(calendar => calendar.Key, calendar => calendar.Value!, StringComparer.Ordinal),
        };
    }

    private static SlaAgreement ReadTiers(AgreementNode node, SlaAgreement agreement)
    {
        node.Allow("hot", "warm", "cold");
        var before = node.Faults.Count;
        var read = agreement with
        {
            Hot = ReadTier(node.Find("hot"), agreement.Hot, hasScore: true),
            Warm = ReadTier(node.Find("warm"), agreement.Warm, hasScore: true),
            Cold = ReadTier(node.Find("cold"), agreement.Cold, hasScore: false),
        };

        if (node.Faults.Count == before && read.Hot.FromScore <= read.Warm.FromScore)
        {
            node.Fault(AgreementFaultKind.ScoresNotDescending, $"{read.Hot.FromScore}, {read.Warm.FromScore}");
        }

        return read;
    }

    private static TierTerms ReadTier(AgreementNode? node, TierTerms initial, bool hasScore)
    {
        if (node is null)
        {
            return initial;
        }

        node.Allow(hasScore ? ["fromScore", "accept", "contact"] : ["accept", "contact"]);
        var score = hasScore ? node.Require("fromScore")?.Whole(0, 100) : 0;
        var accept = DurationText.Read(node.Require("accept"));
        var contact = DurationText.Read(node.Require("contact"));
        return new(score ?? 0, accept ?? Duration.Zero, contact ?? Duration.Zero);
    }

    private static List<int> ReadReminders(AgreementNode node)
    {
        var reminders = new List<int>();
        foreach (var item in node.Items(MostReminders))
        {
            if (item.Whole(1, 99, "%") is not { } percent)
            {
                continue;
            }

            if (reminders.Count > 0 && percent <= reminders[^1])
            {
                item.Fault(AgreementFaultKind.RemindersNotAscending, $"{reminders[^1]}, {percent}");
            }

            reminders.Add(percent);
        }

        return reminders;
    }

    private static List<EscalationStep> ReadEscalation(AgreementNode node)
    {
        var steps = new List<EscalationStep>();
        foreach (var item in node.Items(MostSteps))
        {
            item.Allow("after", "do");
            var (after, action) = (DurationText.Read(item.Require("after")), ReadAction(item.Require("do")));
            if (after is null)
            {
                continue;
            }

            if (steps.Count > 0 && after < steps[^1].After)
            {
                item.Fault(AgreementFaultKind.EscalationNotAscending, $"{DurationText.Write(steps[^1].After)}, {DurationText.Write(after.Value)}");
            }

            steps.Add(new(after.Value, action ?? EscalationAction.Remind));
        }

        return steps;
    }

    private static EscalationAction? ReadAction(AgreementNode? node)
    {
        if (node?.Text() is not { } text)
        {
            return null;
        }

        foreach (var (action, name) in AgreementWriter.Actions)
        {
            if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
            {
                return action;
            }
        }

        node.Fault(AgreementFaultKind.UnknownAction, text, [.. AgreementWriter.Actions.Values]);
        return null;
    }

    private static QuietHours? ReadQuiet(AgreementNode node)
    {
        if (node.Is(WeekReader.None) || node.Text() is not { } text || TimeText.Read(node, text) is not var (from, to))
        {
            return null;
        }

        var quiet = new QuietHours(TimeText.At(from), TimeText.At(to));
        if (quiet.From == quiet.To)
        {
            node.Fault(AgreementFaultKind.EndNotAfterStart, text);
        }

        return quiet;
    }

    private static Promise ReadPromise(AgreementNode node)
    {
        node.Allow("leadsPerMonth", "acceptance");
        var leads = node.Require("leadsPerMonth")?.Whole(1, MostLeads);
        var acceptance = node.Require("acceptance")?.Whole(1, 100, "%");
        return new(leads ?? 0, acceptance ?? 0);
    }
}
