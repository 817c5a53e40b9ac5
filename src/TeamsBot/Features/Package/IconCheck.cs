using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace TeamsBot.Features.Package;

/// <summary>Whether the icons are PNG files of the sizes that Teams demands.</summary>
internal static class IconCheck
{
    private static readonly (string Field, int Size)[] Sizes = [("color", 192), ("outline", 32)];

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="icons">By file name.</param>
    public static IEnumerable<string> Faults(JsonObject manifest, IReadOnlyDictionary<string, byte[]> icons) => Sizes.Select(icon =>
    {
        var name = $"{manifest["icons"]?[icon.Field]}";
        return !icons.TryGetValue(name, out var file) ? $"icons.{icon.Field}: there is no file '{name}' beside the manifest."
            : SizeOf(file) != (icon.Size, icon.Size) ? $"icons.{icon.Field}: {name} has to be a PNG of {icon.Size} by {icon.Size} pixels."
            : null;
    }).OfType<string>();

    /// <summary>What the header of a PNG says; null for anything else.</summary>
    private static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> file) =>
        file.Length > 24 && file.StartsWith(Signature)
            ? (BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]))
            : null;
}
