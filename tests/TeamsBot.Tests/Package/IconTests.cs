using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using Shouldly;
using TeamsBot.Features.Package;
using Xunit;

namespace TeamsBot.Tests.Package;

/// <summary>The icons that manifest/icons.mjs drew.</summary>
public sealed class IconTests
{
    private static readonly AppPackage Package = AppPackage.Fill(new("22222222-2222-2222-2222-222222222222", "baton.contoso.com"));

    [Fact]
    public void The_outline_is_white_on_transparent()
    {
        var pixels = Pixels(Package.Icons["outline.png"]);
        pixels.Where(pixel => pixel.Alpha > 0).ShouldAllBe(pixel => pixel == new Pixel(255, 255, 255, pixel.Alpha));
        pixels.Count(pixel => pixel.Alpha == 0).ShouldBeGreaterThan(512);
        pixels.Count(pixel => pixel.Alpha == 255).ShouldBeGreaterThan(32);
    }

    [Fact]
    public void The_color_icon_fills_its_square() => Pixels(Package.Icons["color.png"]).ShouldAllBe(pixel => pixel.Alpha == 255);

    [Fact]
    public async Task They_are_what_the_script_draws()
    {
        var folder = Directory.CreateTempSubdirectory("baton-icons-");
        using var node = Process.Start("node", [Path.Combine(Sources.Root, "manifest", "icons.mjs"), folder.FullName]);
        await node.WaitForExitAsync();
        foreach (var (name, icon) in Package.Icons)
        {
            // Pixels, not bytes: how well they are packed is up to the version of Node.js.
            Pixels(await File.ReadAllBytesAsync(Path.Combine(folder.FullName, name))).SequenceEqual(Pixels(icon)).ShouldBeTrue(name);
        }

        folder.Delete(recursive: true);
    }

    // Reads what the script writes: one piece of data, 8 bits a channel, rows without a filter.
    private static List<Pixel> Pixels(byte[] png)
    {
        var size = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var data = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        var rows = new byte[size * (1 + (size * 4))];
        data.ReadExactly(rows);
        return
        [
            .. from row in Enumerable.Range(0, size)
               from column in Enumerable.Range(0, size)
               let at = (row * (1 + (size * 4))) + 1 + (column * 4)
               select new Pixel(rows[at], rows[at + 1], rows[at + 2], rows[at + 3]),
        ];
    }

    private sealed record Pixel(byte Red, byte Green, byte Blue, byte Alpha);
}
