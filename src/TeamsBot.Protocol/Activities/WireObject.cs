using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Activities;

/// <summary>
/// What all objects on the Bot Framework wire share: fields that this library does not know are kept and written again.
/// Properties are settable, not init-only, because source generation reads settable ones without an intermediate argument array.
/// </summary>
public abstract record WireObject
{
    /// <summary>Fields that no property here names, as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
