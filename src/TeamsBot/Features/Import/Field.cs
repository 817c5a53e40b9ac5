namespace TeamsBot.Features.Import;

/// <summary>One field of a record, as mappings name it.</summary>
internal abstract record Field(string Name, CellParser Parse, FieldRole Role)
{
    /// <summary>Whether a row without it is refused.</summary>
    public bool Required => Role is FieldRole.Id or FieldRole.Required;

    /// <summary>Whether two rows that agree in it, and in all others such, are the same record.</summary>
    public bool Identifies => Role is FieldRole.Id or FieldRole.Key;

    /// <summary>The property that holds it: the field's name with a capital.</summary>
    public string Property { get; } = char.ToUpperInvariant(Name[0]) + Name[1..];
}

/// <inheritdoc/>
/// <param name="Set">The record with the value that <paramref name="Parse"/> gave.</param>
internal sealed record Field<T>(string Name, CellParser Parse, Func<T, object, T> Set, FieldRole Role = FieldRole.Detail)
    : Field(Name, Parse, Role);

internal enum FieldRole
{
    Detail,
    Required,

    /// <summary>Required, and tells records apart.</summary>
    Id,

    /// <summary>Tells records apart, and may be empty.</summary>
    Key,
}
