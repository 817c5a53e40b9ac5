namespace TeamsBot.Domain.People;

/// <summary>What a person may do; one person may hold several roles. <see cref="Reader"/> alone may look and no more.</summary>
[Flags]
public enum Roles
{
    Reader = 0,

    /// <summary>Hands leads over and answers questions about them.</summary>
    Marketer = 1,

    /// <summary>Accepts, rejects and works leads.</summary>
    Rep = 2,

    /// <summary>May reassign any lead.</summary>
    Manager = 4,

    /// <summary>Sets up channels and roles.</summary>
    Admin = 8,
}

/// <summary>The one who acts, with the rights that the server looked up for this very action.</summary>
public sealed record Actor(PersonRef Person, Roles Roles)
{
    public bool Is(Roles role) => Roles.HasFlag(role);
}
