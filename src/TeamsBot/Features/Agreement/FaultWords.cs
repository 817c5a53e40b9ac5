using TeamsBot.Domain.Agreement;
using TeamsBot.Text;

namespace TeamsBot.Features.Agreement;

/// <summary>What is wrong with an agreement, in a sentence each: where, what, and how to mend it.</summary>
public static class FaultWords
{
    /// <param name="place">The label of the field that a path belongs to; the path itself where there is none.</param>
    public static string Sentence(AgreementFault fault, Say say, Func<string, string?>? place = null)
    {
        var where = place?.Invoke(fault.Path) is { } label ? label
            : fault.Path.Length == 0 ? say.Text("agreement.wholeText")
            : say.Value(fault.Path);
        var what = say.Text(Key(fault.Kind), ("found", fault.Found), ("allowed", fault.Allowed));
        var sentence = say.Text("agreement.faultAt", ("place", new Phrase(where)), ("fault", new Phrase(what)));
        return fault.Allowed.Length == 0 || fault.Kind is AgreementFaultKind.TooLarge or AgreementFaultKind.OutOfRange
            ? sentence
            : say.Text("agreement.faultAllowed", ("sentence", new Phrase(sentence)), ("allowed", fault.Allowed));
    }

    private static string Key(AgreementFaultKind kind) => kind switch
    {
        AgreementFaultKind.NotJson => "agreement.fault.notJson",
        AgreementFaultKind.BrokenText => "agreement.fault.brokenText",
        AgreementFaultKind.TooLarge => "agreement.fault.tooLarge",
        AgreementFaultKind.NotAnObject => "agreement.fault.notAnObject",
        AgreementFaultKind.NotAList => "agreement.fault.notAList",
        AgreementFaultKind.NotAText => "agreement.fault.notAText",
        AgreementFaultKind.UnknownName => "agreement.fault.unknownName",
        AgreementFaultKind.DuplicateName => "agreement.fault.duplicateName",
        AgreementFaultKind.Missing => "agreement.fault.missing",
        AgreementFaultKind.NotADuration => "agreement.fault.notADuration",
        AgreementFaultKind.NotATime => "agreement.fault.notATime",
        AgreementFaultKind.NotADate => "agreement.fault.notADate",
        AgreementFaultKind.NotAZone => "agreement.fault.notAZone",
        AgreementFaultKind.NotANumber => "agreement.fault.notANumber",
        AgreementFaultKind.OutOfRange => "agreement.fault.outOfRange",
        AgreementFaultKind.NotADay => "agreement.fault.notADay",
        AgreementFaultKind.DayTwice => "agreement.fault.dayTwice",
        AgreementFaultKind.BlocksOverlap => "agreement.fault.blocksOverlap",
        AgreementFaultKind.EndNotAfterStart => "agreement.fault.endNotAfterStart",
        AgreementFaultKind.NoWorkingTime => "agreement.fault.noWorkingTime",
        AgreementFaultKind.UnknownCalendar => "agreement.fault.unknownCalendar",
        AgreementFaultKind.UnknownRegion => "agreement.fault.unknownRegion",
        AgreementFaultKind.UnknownChannel => "agreement.fault.unknownChannel",
        AgreementFaultKind.UnknownPerson => "agreement.fault.unknownPerson",
        AgreementFaultKind.AmbiguousName => "agreement.fault.ambiguousName",
        AgreementFaultKind.UnknownAction => "agreement.fault.unknownAction",
        AgreementFaultKind.RemindersNotAscending => "agreement.fault.remindersNotAscending",
        AgreementFaultKind.EscalationNotAscending => "agreement.fault.escalationNotAscending",
        AgreementFaultKind.ScoresNotDescending => "agreement.fault.scoresNotDescending",
        AgreementFaultKind.NoCondition => "agreement.fault.noCondition",
        AgreementFaultKind.UnknownPool => "agreement.fault.unknownPool",
        AgreementFaultKind.NotInPool => "agreement.fault.notInPool",
        AgreementFaultKind.NotAFlag => "agreement.fault.notAFlag",
        AgreementFaultKind.PersonalField => "agreement.fault.personalField",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such fault."),
    };
}
