using NodaTime;

namespace TeamsBot.Domain.People;

/// <summary>A person's Entra object id: the same in every conversation, unlike the id that a channel gives.</summary>
public readonly record struct PersonId
{
    public PersonId(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        Value = value;
    }

    public string Value { get; }

    public override string ToString() => Value;
}

/// <summary>A person as a record remembers them: by id, with the name of that day.</summary>
public sealed record PersonRef(PersonId Id, string Name)
{
    /// <summary>Stands for the HTTP intake, where a lead comes in already qualified and no person handed it over.</summary>
    public static PersonRef Intake { get; } = new(new PersonId("intake"), "");

    /// <summary>Stands for Baton itself, where a clock ran out and nobody did anything.</summary>
    public static PersonRef Baton { get; } = new(new PersonId("baton"), "");

    public bool IsIntake => Id == Intake.Id;

    public bool IsBaton => Id == Baton.Id;
}

/// <summary>What Baton knows of somebody who works with it.</summary>
public sealed record Person(PersonId Id, string Name)
{
    /// <summary>The id in Teams that messages are addressed to ("29:..."); null until the person was seen there.</summary>
    public string? TeamsId { get; init; }

    /// <summary>Null until the person was heard from: the organisation's language serves until then.</summary>
    public Language? Language { get; init; }

    public DateTimeZone? TimeZone { get; init; }

    /// <summary>The days on which no leads are routed to them, both included; null where they said nothing.</summary>
    public DateInterval? Away { get; init; }

    /// <summary>The teams that the person is known to be a member of.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>Roles that an admin gave by name; null leaves it to the membership of teams.</summary>
    public Roles? Assigned { get; init; }

    public PersonRef Ref => new(Id, Name);
}
