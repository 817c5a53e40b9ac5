using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Import;

/// <summary>What a row came to: a record; why there is none; or neither, when an earlier line said just the same.</summary>
internal sealed record MappedRow(SourceRow Row, object? Record, string? Problem);

/// <summary>Turns the rows of one file into records.</summary>
internal sealed class RowMapper
{
    private readonly RecordKind kind;
    private readonly JoinedRows joined;
    private readonly List<(Field Field, int Place, CellReader Reader)> fields;
    private readonly List<(string Name, CellReader Reader)> attributes;
    private readonly SeenRecords seen = new();

    /// <exception cref="ImportException">when the file lacks a column that the mapping names; names all such.</exception>
    public RowMapper(Mapping mapping, JoinedRows joined, string file)
    {
        kind = mapping.Kind;
        this.joined = joined;
        var columns = new ColumnFinder(joined.Columns, file);
        fields = [.. mapping.Fields.Select(mapped => (mapped.Field, Place(mapped.Field), Reader(mapped.Source, mapped.Field.Parse)))];
        attributes = [.. mapping.Attributes.Select(mapped => (mapped.Definition.Name, Reader(mapped.Source, CellParsers.AnyText)))];
        columns.ThrowIfMissing();
        Coverage = new([.. fields.Select(field => field.Field.Property)], [.. attributes.Select(attribute => attribute.Name)]);

        CellReader Reader(Source source, CellParser parse) =>
            new(source, source.Column is { } name ? columns.Find(source.Path, name) : -1, parse, mapping.Format);
    }

    /// <summary>What the file speaks for.</summary>
    public Coverage Coverage { get; }

    public MappedRow Map(SourceRow row)
    {
        if (row.Problem is { } broken)
        {
            return new(row, null, broken);
        }

        var cells = joined.Extend(row.Cells);
        var values = new object?[kind.Fields.Count];
        foreach (var (field, place, reader) in fields)
        {
            var cell = reader.Read(cells);
            if (cell.Problem is not null || (cell.Value is null && field.Required))
            {
                return new(row, null, $"{field.Name}: {cell.Problem ?? $"is missing, and {kind.Name} need it"}");
            }

            values[place] = cell.Value;
        }

        return Read(row, cells, values);
    }

    private MappedRow Read(SourceRow row, string?[] cells, object?[] values)
    {
        var named = new Dictionary<string, string>(attributes.Count, StringComparer.Ordinal);
        foreach (var (name, reader) in attributes)
        {
            var cell = reader.Read(cells);
            if (cell.Problem is { } problem)
            {
                return new(row, null, $"{name}: {problem}");
            }

            if (cell.Value is string text)
            {
                named[name] = text;
            }
        }

        return seen.Add(fields.Where(field => field.Field.Identifies).Select(field => values[field.Place]?.ToString()), row.Cells) switch
        {
            Seen.Never => new(row, kind.Create(values, named), null),
            Seen.TheSame => new(row, null, null),
            _ => new(row, null, "has the id of an earlier line of this file, and other values; the earlier line counts"),
        };
    }

    private int Place(Field field) => kind.Fields.Index().First(known => known.Item == field).Index;
}
