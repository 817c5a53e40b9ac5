using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace TeamsBot.Storage.Tables.Sqlite;

/// <summary>
/// The properties of a row as bytes: for each its name, a type mark and its value; lengths as variable-length integers,
/// fixed-width values little-endian. The first byte is the format, so that a later one can be told apart.
/// </summary>
internal static class EntityBytes
{
    private const byte Format = 1;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    private enum Mark : byte
    {
        String = 1,
        True,
        False,
        Int32,
        Int64,
        Double,
        DateTime,
        Guid,
        Binary,
    }

    public static byte[] Write(TableEntity entity)
    {
        var output = buffer ??= new ArrayBufferWriter<byte>(1024);
        output.ResetWrittenCount();
        output.Write([Format]);
        foreach (var (name, value) in entity)
        {
            WriteText(output, name);
            WriteValue(output, value);
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>Sets the properties that were written.</summary>
    public static void Read(ReadOnlySpan<byte> bytes, TableEntity into)
    {
        if (bytes[0] != Format)
        {
            throw new InvalidDataException("A row is written in a format that this version does not know.");
        }

        for (var rest = bytes[1..]; !rest.IsEmpty;)
        {
            var name = Encoding.UTF8.GetString(Take(ref rest, TakeLength(ref rest)));
            into[name] = ReadValue(ref rest);
        }
    }

    private static void WriteValue(ArrayBufferWriter<byte> output, object value)
    {
        switch (value)
        {
            case string text:
                output.Write([(byte)Mark.String]);
                WriteText(output, text);
                break;
            case bool truth:
                output.Write([(byte)(truth ? Mark.True : Mark.False)]);
                break;
            case int number:
                WriteFixed(output, Mark.Int32, number, sizeof(int));
                break;
            case long number:
                WriteFixed(output, Mark.Int64, number, sizeof(long));
                break;
            case double number:
                WriteFixed(output, Mark.Double, BitConverter.DoubleToInt64Bits(number), sizeof(double));
                break;
            case DateTimeOffset at:
                WriteFixed(output, Mark.DateTime, at.UtcTicks, sizeof(long));
                break;
            case Guid id:
                output.Write([(byte)Mark.Guid]);
                output.Write(id.ToByteArray());
                break;
            default:
                var binary = (byte[])value;
                output.Write([(byte)Mark.Binary]);
                WriteLength(output, binary.Length);
                output.Write(binary);
                break;
        }
    }

    private static void WriteFixed(ArrayBufferWriter<byte> output, Mark mark, long value, int bytes)
    {
        var span = output.GetSpan(1 + sizeof(long));
        span[0] = (byte)mark;
        BinaryPrimitives.WriteInt64LittleEndian(span[1..], value);
        output.Advance(1 + bytes);
    }

    private static void WriteText(ArrayBufferWriter<byte> output, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        WriteLength(output, length);
        output.Advance(Encoding.UTF8.GetBytes(text, output.GetSpan(Math.Max(length, 1))));
    }

    private static void WriteLength(ArrayBufferWriter<byte> output, int length)
    {
        for (; length >= 0x80; length >>= 7)
        {
            output.Write([(byte)(length | 0x80)]);
        }

        output.Write([(byte)length]);
    }

    private static object ReadValue(ref ReadOnlySpan<byte> rest) => (Mark)Take(ref rest, 1)[0] switch
    {
        Mark.String => Encoding.UTF8.GetString(Take(ref rest, TakeLength(ref rest))),
        Mark.True => true,
        Mark.False => false,
        Mark.Int32 => BinaryPrimitives.ReadInt32LittleEndian(Take(ref rest, sizeof(int))),
        Mark.Int64 => BinaryPrimitives.ReadInt64LittleEndian(Take(ref rest, sizeof(long))),
        Mark.Double => BinaryPrimitives.ReadDoubleLittleEndian(Take(ref rest, sizeof(double))),
        Mark.DateTime => new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(Take(ref rest, sizeof(long))), TimeSpan.Zero),
        Mark.Guid => new Guid(Take(ref rest, 16)),
        Mark.Binary => Take(ref rest, TakeLength(ref rest)).ToArray(),
        var mark => throw new InvalidDataException($"A row holds a value of unknown type {(byte)mark}."),
    };

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }

    private static int TakeLength(ref ReadOnlySpan<byte> rest)
    {
        var length = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = Take(ref rest, 1)[0];
            length |= (part & 0x7f) << shift;
            if (part < 0x80)
            {
                return length;
            }
        }
    }
}
