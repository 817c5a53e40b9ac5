using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Stores;
using Xunit;

namespace TeamsBot.Storage.Tests.Stores;

public sealed class LeadSearchTests : IAsyncLifetime
{
    private static readonly Coverage Everything = new([nameof(Lead.Name), nameof(Lead.Company), nameof(Lead.Email)], []);
    private TemporaryStore store = null!;
    private LeadStore leads = null!;

    public async Task InitializeAsync()
    {
        store = await TemporaryStore.CreateAsync();
        leads = new LeadStore(store.Tables, TimeProvider.System);
        await SaveAsync(
            NewLead("L-1", "Łukasz Żółkiewski", "Zakłady Metalowe Śląsk Sp. z o.o.", "lukasz@metal.example"),
            NewLead("L-2", "Anna Nowak", "Nordwind Logistik GmbH"),
            NewLead("L-3", "Anna Nowakowska", "Müller & Söhne"),
            NewLead("L-4", "محمد الأحمد", "شركة النُّور للتجارة"),
            NewLead("L-5", "王小明", "北京科技有限公司"),
            NewLead("L-6", "Seán O’Brien", "ＡＢＣ Trading"),
            NewLead("L-7", "Anna Maria Nowak", "Nowak"),
            NewLead("L-8", null, null));
    }

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Theory]
    [InlineData("lukasz zolkiewski", "L-1")]
    [InlineData("ŻÓŁKIEWSKI", "L-1")]
    [InlineData("metalowe slask", "L-1")]
    [InlineData("mull", "L-3")]
    [InlineData("muller sohne", "L-3")]
    [InlineData("محمد الاحمد", "L-4")]
    [InlineData("النور", "L-4")]
    [InlineData("شركه", "L-4")]
    [InlineData("王小明", "L-5")]
    [InlineData("小明", "L-5")]
    [InlineData("科技", "L-5")]
    [InlineData("obrien", "L-6")]
    [InlineData("o'brien", "L-6")]
    [InlineData("abc trad", "L-6")]
    [InlineData("sean", "L-6")]
    [InlineData("LUKASZ@METAL.example", "L-1")]
    [InlineData("L-8", "L-8")]
    public async Task A_lead_is_found_by_what_people_type(string typed, string expected) =>
        (await FindAsync(typed)).ShouldBe([expected]);

    [Fact]
    public async Task The_full_name_stands_before_names_that_contain_it() =>
        (await FindAsync("anna nowak")).ShouldBe(["L-2", "L-7", "L-3"]);

    [Fact]
    public async Task The_exact_id_stands_before_names_that_match()
    {
        await SaveAsync(NewLead("nowak", "Zoe Berg", null));
        (await FindAsync("nowak"))[0].ShouldBe("nowak");
    }

    [Theory]
    [InlineData("anna berg")]
    [InlineData("owak")]
    [InlineData("nobody@nowhere.example")]
    [InlineData("!!!")]
    [InlineData("   ")]
    public async Task What_matches_no_lead_in_all_its_words_finds_nothing(string typed) =>
        (await FindAsync(typed)).ShouldBeEmpty();

    [Fact]
    public async Task A_full_name_is_found_among_very_many_that_share_its_words()
    {
        await SaveAsync([.. Enumerable.Range(0, 1200).Select(i => NewLead($"J-{i:D4}", i == 1100 ? "Jan Kowal" : $"Jan Kowal {(char)('A' + (i % 26))}x{i}", null))]);
        (await FindAsync("jan kowal"))[0].ShouldBe("J-1100");
        (await FindAsync("jan kowal ax26")).ShouldBe(["J-0026", "J-0260"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_lead_that_was_renamed_is_found_by_its_new_name_alone()
    {
        var before = await store.CountAsync(TableNames.Index);
        await SaveAsync(NewLead("L-2", "Ewa Lis", "Nordwind Logistik GmbH"));

        (await FindAsync("nowak")).ShouldNotContain("L-2");
        (await FindAsync("ewa lis")).ShouldBe(["L-2"]);
        (await store.CountAsync(TableNames.Index)).ShouldBe(before);
    }

    [Fact]
    public async Task A_hostile_or_endless_name_is_only_a_name()
    {
        await SaveAsync(
            NewLead("X-1", """[click](https://evil.example) **x** <at>everyone</at> =HYPERLINK("x")""", null),
            NewLead("X-2", "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafe", null));
        (await FindAsync("hyperlink")).ShouldBe(["X-1"]);
        (await FindAsync("Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafe")).ShouldBe(["X-2"]);
    }

    private async Task<IReadOnlyList<string>> FindAsync(string typed) =>
        [.. (await leads.FindAsync(typed, 10, CancellationToken.None)).Select(lead => lead.Id.Value)];

    private async Task SaveAsync(params Lead[] some) =>
        (await leads.SaveAsync(some, Everything, CancellationToken.None)).ShouldNotContain(saved => saved.Outcome == SaveOutcome.Refused);

    private static Lead NewLead(string id, string? name, string? company, string? email = null) =>
        new(new LeadId(id)) { Name = name, Company = company, Email = email };
}
