namespace TeamsBot.Features.Privacy;

/// <summary>What the buttons of the privacy cards send.</summary>
public static class PrivacyVerbs
{
    /// <summary>Confirms that a lead is to be forgotten: with <see cref="Lead"/>. For admins, in their own chat.</summary>
    public const string Forget = "privacy.forget";

    /// <summary>A lead's id.</summary>
    public const string Lead = "lead";
}
