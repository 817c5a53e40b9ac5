using System.Text;
using TeamsBot.Domain.Leads;
using TeamsBot.Features.Import.Sample;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Testing.App;

/// <summary>What is personal in the data of tests: no log line, span or metric may hold it.</summary>
public static class Personal
{
    /// <summary>Names and addresses of those who use the bot, and their ids, which stand for them.</summary>
    public static IReadOnlyList<string> OfPeople { get; } =
        [.. FakeTeam.People.Concat([Cast.Mia, Cast.Rita]).SelectMany(person => new[] { person.Name, person.Id, person.AadObjectId, person.UserPrincipalName, person.PersonalChatId })];

    /// <summary>Names, addresses and telephone numbers of the sample leads, and of those that tests hand off.</summary>
    public static IReadOnlyList<string> OfLeads { get; } = [.. Of([Cast.Nadia, Cast.OtherNadia, Cast.HostileLead]), .. Sample().Where(cell => cell.Length > 0)];

    /// <summary>What of a lead is nobody's business.</summary>
    public static IEnumerable<string> Of(IEnumerable<Lead> leads) => leads.SelectMany(lead => new[] { lead.Name, lead.Company, lead.Email, lead.Phone }).OfType<string>();

    // The columns of the file begin with id, name, company, title, email, phone; nobody's name or address has a comma.
    private static IEnumerable<string> Sample()
    {
        using var stream = typeof(SampleData).Assembly.GetManifestResourceStream(typeof(SampleData).Namespace + ".sample.csv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            if (!line.StartsWith("S-", StringComparison.Ordinal) || cells.Length < 6)
            {
                continue;
            }

            yield return cells[1];
            foreach (var cell in cells.Where(cell => cell.Contains('@', StringComparison.Ordinal) && cell.Contains(".example", StringComparison.Ordinal)))
            {
                yield return cell;
            }

            foreach (var cell in cells.Where(cell => cell.StartsWith('+') && cell.Length > 8 && cell[1..].All(c => char.IsDigit(c) || c == ' ' || c == '-')))
            {
                yield return cell;
            }
        }
    }
}
