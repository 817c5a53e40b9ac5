namespace TeamsBot.Storage.Tables.Azure;

/// <summary>
/// An account's table endpoint and how it is opened: with a key, or with a shared access signature (the endpoint's query).
/// </summary>
internal sealed record TableConnectionString(Uri Endpoint, TableSharedKeyCredential? Credential)
{
    // The emulator's published account; not a secret. Source: learn.microsoft.com, "Use the Azurite emulator".
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static TableConnectionString Parse(string text)
    {
        var settings = Settings(text);
        if (settings.GetValueOrDefault("UseDevelopmentStorage") == "true")
        {
            return new(new Uri($"http://127.0.0.1:10002/{EmulatorAccount}"), new(EmulatorAccount, EmulatorKey));
        }

        var endpoint = TableEndpoint(settings);
        if (settings.TryGetValue("SharedAccessSignature", out var signature))
        {
            return new(new UriBuilder(endpoint) { Query = signature.TrimStart('?') }.Uri, null);
        }

        return new(endpoint, new TableSharedKeyCredential(Required(settings, "AccountName"), Key(settings)));
    }

    private static Dictionary<string, string> Settings(string text)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw Wrong("it has a setting without '='");
            }

            settings[setting[..equals]] = setting[(equals + 1)..];
        }

        return settings;
    }

    private static Uri TableEndpoint(Dictionary<string, string> settings)
    {
        if (settings.TryGetValue("TableEndpoint", out var endpoint))
        {
            return Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) ? uri : throw Wrong("its TableEndpoint is not an address");
        }

        var protocol = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return Uri.TryCreate($"{protocol}://{Required(settings, "AccountName")}.table.{suffix}", UriKind.Absolute, out var built)
            ? built
            : throw Wrong("its parts do not make an address");
    }

    private static string Key(Dictionary<string, string> settings)
    {
        var key = Required(settings, "AccountKey");
        return Convert.TryFromBase64String(key, new byte[key.Length], out _) ? key : throw Wrong("its AccountKey is not base 64");
    }

    private static string Required(Dictionary<string, string> settings, string name) =>
        settings.TryGetValue(name, out var value) && value.Length > 0 ? value : throw Wrong($"it has no {name}");

    // Says what is wrong without repeating the text, which holds a key.
    private static TableException Wrong(string why) => new(TableError.Invalid, $"The storage connection string cannot be read: {why}.");
}
