using System.Text;

namespace TeamsBot.Features.Import;

/// <summary>How the splitting of a record ended.</summary>
internal enum CsvSplit
{
    Whole,

    /// <summary>A quoted cell goes on in the next line.</summary>
    Open,

    /// <summary>Something other than a delimiter follows a closing quote.</summary>
    TextAfterQuote,
}

/// <summary>Splits the text of one record into cells as RFC 4180 says. A quote within an unquoted cell stands for itself.</summary>
internal static class CsvSplitter
{
    private const char Quote = '"';

    public static CsvSplit Split(string text, char delimiter, List<string> cells)
    {
        cells.Clear();
        for (var at = 0; ;)
        {
            if (at < text.Length && text[at] == Quote)
            {
                var how = Quoted(text, ref at, delimiter, cells);
                if (how != CsvSplit.Whole)
                {
                    return how;
                }
            }
            else
            {
                var stop = text.IndexOf(delimiter, at);
                cells.Add(text[at..(stop < 0 ? text.Length : stop)]);
                at = stop < 0 ? text.Length : stop;
            }

            if (at == text.Length)
            {
                return CsvSplit.Whole;
            }

            at++;
        }
    }

    /// <summary>Reads a cell that opens with a quote at <paramref name="at"/>, which comes to stand behind it.</summary>
    private static CsvSplit Quoted(string text, ref int at, char delimiter, List<string> cells)
    {
        StringBuilder? before = null;
        for (var from = at + 1; ;)
        {
            var quote = text.IndexOf(Quote, from);
            if (quote < 0)
            {
                return CsvSplit.Open;
            }

            if (quote + 1 < text.Length && text[quote + 1] == Quote)
            {
                before = (before ?? new StringBuilder()).Append(text, from, quote + 1 - from);
                from = quote + 2;
                continue;
            }

            cells.Add(before is null ? text[from..quote] : before.Append(text, from, quote - from).ToString());
            at = quote + 1;
            return at == text.Length || text[at] == delimiter ? CsvSplit.Whole : CsvSplit.TextAfterQuote;
        }
    }
}
