using System.Text;
using System.Text.Json;

namespace TeamsBot.Domain.Agreement;

/// <summary>What came of reading the text of an agreement: a value either way, never an exception.</summary>
public abstract record AgreementReading
{
    private AgreementReading()
    {
    }

    /// <param name="Agreement">Without version and author, which are not part of the text.</param>
    public sealed record Valid(SlaAgreement Agreement) : AgreementReading;

    /// <param name="Faults">All of them, in the order of the sections that they were found in; at least one.</param>
    public sealed record Faulty(IReadOnlyList<AgreementFault> Faults) : AgreementReading;
}

/// <summary>The agreement as a JSON text that a manager can read and edit.</summary>
public static class AgreementDocument
{
    /// <summary>The longest text, in UTF-16 units, that is taken from a person.</summary>
    public const int MaxCharacters = 20_000;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The whole agreement but its version and author; lengths of time to the second. Reading it with the same names gives an equal one.</summary>
    public static string Write(SlaAgreement agreement, AgreementNames names) => new AgreementWriter(names).Write(agreement);

    /// <summary>Whether both say the same, whoever made them when.</summary>
    public static bool AreSame(SlaAgreement one, SlaAgreement other)
    {
        var ids = new AgreementNames(NodaTime.DateTimeZone.Utc);
        return Write(one, ids) == Write(other, ids);
    }

    /// <summary>The agreement, or everything that is wrong with its text. Sections that are missing are those of <see cref="SlaAgreement.Initial"/>.</summary>
    public static AgreementReading Read(string json, AgreementNames names)
    {
        if (json.Length > MaxCharacters && !names.AreIds)
        {
            return Refused(AgreementFaultKind.TooLarge, $"{json.Length}", $"{MaxCharacters}");
        }

        if (HasHalfCharacters(json))
        {
            return Refused(AgreementFaultKind.BrokenText, "");
        }

        var text = json.TrimStart('\uFEFF');
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            return Read(document.RootElement, names);
        }
        catch (JsonException broken)
        {
            return Refused(AgreementFaultKind.NotJson, PlaceOf(broken, text));
        }
    }

    private static AgreementReading Read(JsonElement root, AgreementNames names)
    {
        if (!IsReadable(root))
        {
            return Refused(AgreementFaultKind.BrokenText, "");
        }

        var faults = new List<AgreementFault>();
        var agreement = new AgreementReader(names).Read(new(root, "", faults));
        return faults.Count == 0 ? new AgreementReading.Valid(agreement) : new AgreementReading.Faulty(faults);
    }

    private static AgreementReading.Faulty Refused(AgreementFaultKind kind, string found, string allowed = "") =>
        new([new("", kind, found) { Allowed = allowed }]);

    private static bool HasHalfCharacters(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return true;
            }

            text = text[length..];
        }

        return false;
    }

    // An escape such as \ud800 alone is JSON, and is found out only when somebody asks for the text.
    private static bool IsReadable(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(property => property.Name is not null && IsReadable(property.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(IsReadable),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // The reader counts bytes; a person counts characters.
    private static string PlaceOf(JsonException broken, string text)
    {
        var line = (int)(broken.LineNumber ?? 0);
        var bytes = Encoding.UTF8.GetBytes(text.Split('\n').ElementAtOrDefault(line) ?? "");
        var before = Math.Min((int)(broken.BytePositionInLine ?? 0), bytes.Length);
        return $"{line + 1}:{Encoding.UTF8.GetCharCount(bytes, 0, before) + 1}";
    }
}
