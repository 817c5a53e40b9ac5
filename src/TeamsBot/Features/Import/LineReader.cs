using System.Text;

namespace TeamsBot.Features.Import;

/// <summary>One line of a file, without what ended it. A line that is too long is cut, and says so.</summary>
internal readonly record struct Line(string Text, long Number, bool TooLong = false);

/// <summary>
/// Reads lines that end in LF, CR or CRLF, in bounded memory whatever the file holds, and takes lines back: a record that
/// turns out to be broken gives back all but its first line.
/// </summary>
internal sealed class LineReader(TextReader reader)
{
    public const int MaxLength = 1024 * 1024;

    private readonly char[] buffer = new char[64 * 1024];
    private readonly Stack<Line> returned = new();
    private int start;
    private int end;
    private long number;

    /// <summary>The next line, or null at the end.</summary>
    public Line? Read()
    {
        if (returned.TryPop(out var again))
        {
            return again;
        }

        StringBuilder? head = null;
        var length = 0;
        while (start < end || Fill())
        {
            var rest = buffer.AsSpan(start, end - start);
            var stop = rest.IndexOfAny('\r', '\n');
            var part = stop < 0 ? rest : rest[..stop];
            length += part.Length;
            if (stop >= 0 && head is null)
            {
                var text = part.ToString();
                SkipEnd(stop);
                return new(text, ++number);
            }

            head ??= new StringBuilder();
            head.Append(part[..Math.Min(part.Length, Math.Max(0, MaxLength - head.Length))]);
            if (stop >= 0)
            {
                SkipEnd(stop);
                return new(head.ToString(), ++number, length > MaxLength);
            }

            start = end;
        }

        return head is null ? null : new(head.ToString(), ++number, length > MaxLength);
    }

    /// <summary>Takes back lines, which come again in this order.</summary>
    public void Return(IReadOnlyList<Line> lines)
    {
        foreach (var line in lines.Reverse())
        {
            returned.Push(line);
        }
    }

    private bool Fill()
    {
        start = 0;
        end = reader.Read(buffer);
        return end > 0;
    }

    private void SkipEnd(int stop)
    {
        var wasCr = buffer[start + stop] == '\r';
        start += stop + 1;
        if (wasCr && (start < end || Fill()) && buffer[start] == '\n')
        {
            start++;
        }
    }
}
