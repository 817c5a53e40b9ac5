using System.Globalization;
using System.Text;
using NodaTime;
using TeamsBot.Domain.Leads;

namespace TeamsBot.Features.Import;

/// <summary>How the columns of a file become the fields of records: a mapping file that was read and found right.</summary>
internal sealed record Mapping(
    RecordKind Kind,
    FileFormat Format,
    IReadOnlyList<MappedField> Fields,
    IReadOnlyList<MappedAttribute> Attributes,
    IReadOnlyList<Join> Joins)
{
    /// <summary>The columns that it asks of the file itself, rather than of a joined one.</summary>
    public IReadOnlyList<string> OwnColumns =>
    [
        .. Fields.Select(mapped => mapped.Source.Column)
            .Concat(Attributes.Select(mapped => mapped.Source.Column))
            .OfType<string>()
            .Except(Joins.SelectMany(join => join.Columns).Select(column => column.Name), StringComparer.Ordinal)
            .Union(Joins.SelectMany(join => join.On).Select(key => key.Column), StringComparer.Ordinal),
    ];
}

/// <param name="Zone">The zone of times that name none.</param>
internal sealed record FileFormat(char Delimiter, Encoding Encoding, CultureInfo Culture, DateTimeZone Zone)
{
    public static FileFormat Default { get; } = new(',', Encodings.Utf8, CultureInfo.InvariantCulture, DateTimeZone.Utc);
}

internal sealed record MappedField(Field Field, Source Source);

internal sealed record MappedAttribute(AttributeDefinition Definition, Source Source);

/// <summary>Where a value comes from. At least one of column and constant is there; a constant leaves no question open.</summary>
/// <param name="Path">Where the mapping says so, for messages.</param>
/// <param name="Column">Of the file, or a joined one.</param>
internal sealed record Source(string Path, string? Column)
{
    public string? Const { get; init; }

    /// <summary>Stands in for an empty cell.</summary>
    public string? Default { get; init; }

    /// <summary>Null for ISO 8601.</summary>
    public string? DatePattern { get; init; }

    public ValueMap Values { get; init; } = ValueMap.None;
}

/// <summary>What to write for what was read; null for nothing. What it does not name stays as it is.</summary>
internal sealed class ValueMap(IReadOnlyDictionary<string, string?> values)
{
    public static ValueMap None { get; } = new(new Dictionary<string, string?>());

    public string? Apply(string text) => values.TryGetValue(text, out var mapped) ? mapped : text;
}

/// <summary>Further columns, looked up in a second file.</summary>
/// <param name="On">Which columns of the first file and of the second have to agree.</param>
internal sealed record Join(string Path, string File, IReadOnlyList<JoinKey> On, IReadOnlyList<JoinedColumn> Columns);

internal sealed record JoinKey(string Column, string Other);

/// <param name="Name">As the rest of the mapping knows it.</param>
/// <param name="Other">As the second file calls it.</param>
internal sealed record JoinedColumn(string Name, string Other, ValueMap Values);
