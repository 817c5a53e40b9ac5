using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;

namespace TeamsBot.Domain.Tests.Matching;

/// <summary>Two leads of one person, and what a good clerk would do with them.</summary>
internal sealed record LabelledPair(Lead First, Lead Second, MatchVerdict Label, Script Script, string Recipe);

/// <summary>
/// Ten thousand leads and who they are, drawn from a seed: people and companies in four scripts, colleagues behind one switchboard, namesakes,
/// families of people and of companies; and copies of a third of them, each made by a recipe that says what it changed.
/// </summary>
internal sealed class LabelledLeads
{
    private readonly Random random;
    private readonly LabelledCompanies companies;
    private readonly LabelledCopies copies;
    private readonly List<Lead> leads = [];
    private readonly List<LabelledPair> pairs = [];
    private readonly Dictionary<LeadId, int> people = [];

    private LabelledLeads(int seed, int count)
    {
        random = new(seed);
        companies = new(random);
        copies = new(random);
        for (var company = 0; leads.Count < count; company++)
        {
            AddCompany(companies.Next(company));
        }
    }

    public IReadOnlyList<Lead> Leads => leads;

    public IReadOnlyList<LabelledPair> Pairs => pairs;

    public bool AreOne(LeadId a, LeadId b) => people[a] == people[b];

    public static LabelledLeads Draw(int seed, int count = 10_000) => new(seed, count);

    private void AddCompany(LabelledCompany company)
    {
        if (random.Next(6) == 0)
        {
            Add(new LabelledPerson(company, null, null, random));
        }

        List<LabelledPerson> staff = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => new LabelledPerson(company, Pick(LabelledNames.First[company.Script]), Pick(LabelledNames.Last[company.Script]), random))];
        if (random.Next(4) == 0)
        {
            // A brother or a sister at the same firm.
            staff.Add(new LabelledPerson(company, Pick([.. LabelledNames.First[company.Script].Where(name => name != staff[0].First)]), staff[0].Last!, random));
        }

        foreach (var person in staff.DistinctBy(person => (person.First, person.Last)))
        {
            Add(person);
        }

        if (random.Next(12) == 0)
        {
            // A namesake in the next office: the company gave the two different addresses and phones.
            Add(staff[0].Namesake(random));
        }
    }

    private void Add(LabelledPerson person)
    {
        var number = leads.Count + 1;
        var original = Add(person.Original(NextId()), number);
        if (random.Next(10) < 5)
        {
            var (copy, label, recipe) = copies.Of(person, original, NextId());
            pairs.Add(new(original, Add(copy, number), label, person.Company.Script, recipe));
        }
    }

    private Lead Add(Lead lead, int person)
    {
        leads.Add(lead);
        people[lead.Id] = person;
        return lead;
    }

    // Ids say nothing of who is whose copy.
    private LeadId NextId() => new($"L-{random.Next():x8}-{leads.Count}");

    private T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
