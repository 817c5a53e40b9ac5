using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Import;

/// <summary>What a file may hold records of. The import itself handles records as objects; only their kind knows what they are.</summary>
internal abstract class RecordKind(string name, IReadOnlyList<Field> fields)
{
    public string Name { get; } = name;

    public IReadOnlyList<Field> Fields { get; } = fields;

    public abstract bool HasAttributes { get; }

    /// <summary>A record of these values; they stand where their fields stand in <see cref="Fields"/>, null where there is none.</summary>
    public abstract object Create(IReadOnlyList<object?> values, IReadOnlyDictionary<string, string> attributes);

    /// <summary>One outcome for each record, in order.</summary>
    public abstract Task<IReadOnlyList<Saved>> SaveAsync(ITables tables, TimeProvider clock, IReadOnlyList<object> records, Coverage coverage, CancellationToken cancel);
}

/// <inheritdoc/>
/// <param name="blank">A record of which every required field is overwritten.</param>
internal sealed class RecordKind<T>(string name, T blank, IReadOnlyList<Field<T>> fields) : RecordKind(name, fields)
{
    public required Func<ITables, TimeProvider, IReadOnlyList<T>, Coverage, CancellationToken, Task<IReadOnlyList<Saved>>> Save { get; init; }

    /// <summary>Null where the records have no attributes.</summary>
    public Func<T, IReadOnlyDictionary<string, string>, T>? SetAttributes { get; init; }

    public override bool HasAttributes => SetAttributes is not null;

    public override object Create(IReadOnlyList<object?> values, IReadOnlyDictionary<string, string> attributes)
    {
        var record = attributes.Count > 0 ? SetAttributes!(blank, attributes) : blank;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value)
            {
                record = fields[i].Set(record, value);
            }
        }

        return record!;
    }

    public override Task<IReadOnlyList<Saved>> SaveAsync(ITables tables, TimeProvider clock, IReadOnlyList<object> records, Coverage coverage, CancellationToken cancel) =>
        Save(tables, clock, [.. records.Cast<T>()], coverage, cancel);
}
