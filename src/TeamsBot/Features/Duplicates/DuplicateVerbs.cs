namespace TeamsBot.Features.Duplicates;

/// <summary>The verbs of cards about duplicates, and what their data are called.</summary>
public static class DuplicateVerbs
{
    public const string View = "duplicates.view";
    public const string Same = "duplicates.same";
    public const string Different = "duplicates.different";
    public const string Later = "duplicates.later";
    public const string Undo = "duplicates.undo";

    /// <summary>The key of a pair.</summary>
    public const string Pair = "pair";

    /// <summary>The id of a lead that is joined.</summary>
    public const string Lead = "lead";
}
