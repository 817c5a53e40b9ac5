using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Agreement;

/// <summary>The versions of the agreement that a decision needs: the one in force, and those under which clocks started.</summary>
public sealed class Terms(SlaAgreement inForce, params IEnumerable<SlaAgreement> earlier)
{
    private readonly Dictionary<int, SlaAgreement> versions = earlier.Append(inForce).DistinctBy(agreement => agreement.Version).ToDictionary(agreement => agreement.Version);

    public SlaAgreement InForce => inForce;

    /// <summary>The version under which a clock started.</summary>
    public SlaAgreement Of(SlaClock clock) => versions[clock.Agreement];

    /// <summary>The working time that a clock of this channel counts.</summary>
    public WorkingCalendar CalendarOf(SlaClock clock, string channel) => Of(clock).CalendarOf(channel);

    /// <summary>A clock as the version in force sets it.</summary>
    public SlaClock Start(ClockKind kind, Tier tier, string channel, NodaTime.Instant at)
    {
        var target = kind == ClockKind.Accept ? inForce.TermsOf(tier).Accept : inForce.TermsOf(tier).Contact;
        return SlaClock.Start(kind, at, target, inForce.Version, inForce.CalendarOf(channel));
    }
}
