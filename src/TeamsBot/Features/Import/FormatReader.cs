using System.Globalization;
using NodaTime;

namespace TeamsBot.Features.Import;

/// <summary>Reads what a mapping says of how its files are written.</summary>
internal static class FormatReader
{
    /// <summary>The format with what this property says; as it was when the property is wrong, after noting the error.</summary>
    public static FileFormat Apply(FileFormat format, MappingNode property)
    {
        if (property is { Key: "delimiter", Json.ValueKind: System.Text.Json.JsonValueKind.String })
        {
            return format with { Delimiter = Delimiter(property) };
        }

        if (property.Text() is not { } text)
        {
            return format;
        }

        return property.Key switch
        {
            "encoding" => format with { Encoding = Encodings.Find(text) ?? Wrong(property, text, Encodings.WellKnown, format.Encoding) },
            "culture" => format with { Culture = Culture(text) ?? Wrong(property, text, ["en-US", "pl-PL", "de-DE", "fr-FR", "ar-SA", "zh-CN"], format.Culture) },
            "timeZone" => format with
            {
                Zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) ?? Wrong(property, text, DateTimeZoneProviders.Tzdb.Ids, format.Zone),
            },
            _ => format,
        };
    }

    // A blank is a delimiter too, the tab above all.
    private static char Delimiter(MappingNode property)
    {
        var text = property.Json.GetString()!;
        if (text is [var delimiter] && delimiter is not ('"' or '\r' or '\n' or '\0'))
        {
            return delimiter;
        }

        property.Error($"is '{text}'; one character is expected, such as \",\", \";\" or \"\\t\"");
        return FileFormat.Default.Delimiter;
    }

    private static CultureInfo? Culture(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    private static T Wrong<T>(MappingNode property, string text, IReadOnlyCollection<string> known, T before)
    {
        property.Error($"is '{text}', which is not known{Nearest.Hint(text, known)}; allowed are names such as {string.Join(", ", known.Take(4))}");
        return before;
    }
}
