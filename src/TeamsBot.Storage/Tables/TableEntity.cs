using System.Collections;
using Azure;

namespace TeamsBot.Storage.Tables;

/// <summary>
/// One row: keys, ETag and named properties. A value is a string, bool, int, long, double, <see cref="DateTimeOffset"/>
/// (kept in UTC), <see cref="Guid"/> or byte[]; setting null removes the property. Types survive a round trip.
/// Limits are Azure's: 252 properties, 32 Ki characters a string, 64 KiB a binary, 1 MiB a row.
/// </summary>
public sealed class TableEntity(string partitionKey, string rowKey) : IEnumerable<KeyValuePair<string, object>>
{
    private readonly Dictionary<string, object> properties = new(StringComparer.Ordinal);

    public string PartitionKey { get; } = partitionKey;

    public string RowKey { get; } = rowKey;

    /// <summary>The version that was read; default on a row that was made here.</summary>
    public ETag ETag { get; init; }

    /// <summary>When the store last wrote the row; default on a row that was made here.</summary>
    public DateTimeOffset Timestamp { get; init; }

    public int Count => properties.Count;

    public object? this[string name]
    {
        get => properties.GetValueOrDefault(name);
        set
        {
            if (value is null)
            {
                properties.Remove(name);
            }
            else
            {
                properties[name] = value;
            }
        }
    }

    public void Add(string name, object? value) => this[name] = value;

    public string? GetString(string name) => (string?)this[name];

    public int? GetInt32(string name) => (int?)this[name];

    public long? GetInt64(string name) => (long?)this[name];

    public double? GetDouble(string name) => (double?)this[name];

    public bool? GetBoolean(string name) => (bool?)this[name];

    public DateTimeOffset? GetDateTimeOffset(string name) => (DateTimeOffset?)this[name];

    public Guid? GetGuid(string name) => (Guid?)this[name];

    public byte[]? GetBinary(string name) => (byte[]?)this[name];

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
