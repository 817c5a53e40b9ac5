using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Scoring;
using TeamsBot.Domain.Sla;
using TeamsBot.Text;

namespace TeamsBot.Features.Agreement;

/// <summary>The agreement as one reader is to see it.</summary>
/// <param name="Channels">The sales channels that there are.</param>
/// <param name="MayChange">Whether the reader gets the buttons that change it.</param>
public sealed record AgreementView(SlaAgreement Agreement, Moments Moments, IReadOnlyList<SalesChannel> Channels, bool MayChange)
{
    /// <summary>The reader has just put it in force.</summary>
    public bool IsSaved { get; init; }

    internal Say Say => Moments.Say;

    internal WorkingCalendar Default => Agreement.WorkingTimes[SlaAgreement.DefaultWorkingTime];

    /// <summary>The channels that work otherwise than the others, by name.</summary>
    internal IReadOnlyList<(string Name, WorkingCalendar Calendar)> Differing =>
        [.. Channels.Where(channel => Agreement.Channels.ContainsKey(channel.Id)).Select(channel => (channel.Name, Agreement.CalendarOf(channel.Id)))];
}

/// <summary>A form that changes the agreement, before and after an attempt to send it.</summary>
/// <param name="Current">The version that is changed.</param>
public sealed record AgreementFormView(SlaAgreement Current, Say Say)
{
    /// <summary>What is wrong with what was typed.</summary>
    public IReadOnlyList<AgreementFault> Faults { get; init; } = [];

    /// <summary>What the change would have meant for past leads: it is shown before the change is stored. Null where there is nothing to show.</summary>
    public RubricImpact? Impact { get; init; }

    /// <summary>The proposal that the form is filled in with; null where it is none.</summary>
    public RubricFit? Fit { get; init; }

    /// <summary>Names the change that <see cref="Impact"/> is of.</summary>
    public string? Tried { get; init; }

    /// <summary>Somebody else changed the agreement since the reader opened the form; it is filled in anew.</summary>
    public bool IsOutdated { get; init; }
}
