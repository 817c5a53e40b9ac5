using System.Runtime.InteropServices;

namespace TeamsBot.Features.Import;

internal enum Seen
{
    Never,

    /// <summary>In an earlier row, with the very same cells.</summary>
    TheSame,

    /// <summary>In an earlier row, with other cells.</summary>
    Differently,
}

/// <summary>
/// Knows the records of a file again, in about 20 bytes each however long their ids are: a file of millions of rows has to
/// fit. Two ids are taken for one when 64 bits of their hashes agree, which in ten million rows happens once in a hundred thousand files.
/// </summary>
internal sealed class SeenRecords
{
    private ulong[] ids = new ulong[1024];
    private uint[] contents = new uint[1024];
    private int count;

    public Seen Add(IEnumerable<string?> id, IEnumerable<string> cells)
    {
        if (count >= ids.Length / 4 * 3)
        {
            Grow();
        }

        var idHash = Hash(id);
        var content = (uint)Hash(cells);
        var place = Place(idHash);
        if (ids[place] == idHash)
        {
            return contents[place] == content ? Seen.TheSame : Seen.Differently;
        }

        (ids[place], contents[place]) = (idHash, content);
        count++;
        return Seen.Never;
    }

    // Where the id is, or the free place where it belongs.
    private int Place(ulong id)
    {
        var place = (int)(id & (ulong)(ids.Length - 1));
        while (ids[place] != 0 && ids[place] != id)
        {
            place = (place + 1) & (ids.Length - 1);
        }

        return place;
    }

    private void Grow()
    {
        var (oldIds, oldContents) = (ids, contents);
        ids = new ulong[oldIds.Length * 2];
        contents = new uint[oldIds.Length * 2];
        for (var i = 0; i < oldIds.Length; i++)
        {
            if (oldIds[i] != 0)
            {
                var place = Place(oldIds[i]);
                (ids[place], contents[place]) = (oldIds[i], oldContents[i]);
            }
        }
    }

    // FNV-1a over the UTF-16 units, with a last stir for the low bits; 0 stands for a free place.
    private static ulong Hash(IEnumerable<string?> texts)
    {
        const ulong prime = 0x100000001b3;
        var hash = 0xcbf29ce484222325;
        foreach (var text in texts)
        {
            foreach (var unit in MemoryMarshal.Cast<char, ushort>(text.AsSpan()))
            {
                hash = (hash ^ unit) * prime;
            }

            hash = (hash ^ ushort.MaxValue) * prime;
        }

        hash ^= hash >> 32;
        return hash == 0 ? 1 : hash;
    }
}
