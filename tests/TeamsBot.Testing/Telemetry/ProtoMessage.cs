using System.Buffers.Binary;
using System.Text;

namespace TeamsBot.Testing.Telemetry;

/// <summary>A message of protocol buffers, read without its schema: fields by their numbers.</summary>
public sealed class ProtoMessage
{
    private readonly List<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> fields = [];

    public static ProtoMessage Parse(ReadOnlyMemory<byte> bytes)
    {
        var message = new ProtoMessage();
        while (!bytes.IsEmpty)
        {
            var tag = Varint(ref bytes);
            var field = (int)(tag >> 3);
            message.fields.Add((tag & 7) switch
            {
                0 => (field, Varint(ref bytes), default),
                1 => (field, BinaryPrimitives.ReadUInt64LittleEndian(Take(ref bytes, 8).Span), default),
                2 => (field, 0, Take(ref bytes, (int)Varint(ref bytes))),
                5 => (field, BinaryPrimitives.ReadUInt32LittleEndian(Take(ref bytes, 4).Span), default),
                var kind => throw new FormatException($"Field {field} is of the unknown kind {kind}."),
            });
        }

        return message;
    }

    public IEnumerable<ProtoMessage> All(int field) => fields.Where(one => one.Field == field).Select(one => Parse(one.Bytes));

    public bool Has(int field) => fields.Exists(one => one.Field == field);

    public ulong Number(int field) => fields.Find(one => one.Field == field).Number;

    public string Text(int field) => Encoding.UTF8.GetString(fields.Find(one => one.Field == field).Bytes.Span);

    public string Hex(int field) => Convert.ToHexStringLower(fields.Find(one => one.Field == field).Bytes.Span);

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> bytes, int count)
    {
        var taken = bytes[..count];
        bytes = bytes[count..];
        return taken;
    }

    private static ulong Varint(ref ReadOnlyMemory<byte> bytes)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = Take(ref bytes, 1).Span[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
