using Shouldly;
using TeamsBot.Domain.Matching;
using Xunit;

namespace TeamsBot.Domain.Tests.Matching;

public sealed class CompanyNameTests
{
    [Theory]
    [InlineData("Acme GmbH", "ACME")]
    [InlineData("Müller & Söhne GmbH & Co. KG", "Mueller und Soehne")]
    [InlineData("Nowa Stal sp. z o.o.", "NOWA STAL SP Z O O")]
    [InlineData("Nowa Stal Sp.z.o.o.", "Nowa Stal Spółka z ograniczoną odpowiedzialnością")]
    [InlineData("Łódź Tech S. A.", "Lodz Tech SA")]
    [InlineData("The Data Soft Company, Inc.", "DataSoft Corp.")]
    [InlineData("Plan B S.A.", "Plan B")]
    [InlineData("A.B.C. Ltd", "ABC Limited")]
    [InlineData("Grupo Sol, S.A. de C.V.", "Grupo Sol")]
    [InlineData("Lumière S.à r.l.", "LUMIERE SARL")]
    [InlineData("Koç Holding A.Ş.", "Koc Holding")]
    [InlineData("ООО «Ромашка»", "Ромашка, ООО")]
    [InlineData("ООО «Ромашка»", "Romashka LLC")]
    [InlineData("ТОВ «Світанок»", "Svitanok Ltd")]
    [InlineData("شركة النور للتجارة ذ.م.م", "النور للتجاره")]
    [InlineData("مؤسسة الأفق", "الافق")]
    [InlineData("الشركة المتحدة المحدودة", "المتحدة")]
    [InlineData("上海華聯科技有限公司", "上海华联科技股份有限公司")]
    [InlineData("微软（中国）有限公司", "微软中国")]
    [InlineData("Ａｃｍｅ　Ｌｔｄ", "acme")]
    [InlineData("Nova Group", "NOVA-GROUP Ltd.")]
    public void Two_spellings_of_one_company_have_one_key(string one, string other)
    {
        CompanyName.Key(one).ShouldNotBeNull();
        CompanyName.Key(one).ShouldBe(CompanyName.Key(other));
    }

    [Theory]
    [InlineData("Nova Poland", "Nova Group")]
    [InlineData("Bauer", "Baur")]
    [InlineData("Plan B S.A.", "Plan A S.A.")]
    [InlineData("北京华联有限公司", "上海华联有限公司")]
    [InlineData("شركة النور", "شركة الأفق")]
    [InlineData("Blue Ltd", "Blu Ltd")]
    [InlineData("H&M", "M&H")]
    public void Two_companies_have_two(string one, string other) => CompanyName.Key(one).ShouldNotBe(CompanyName.Key(other));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("GmbH & Co. KG")]
    [InlineData("有限公司")]
    [InlineData("ООО")]
    [InlineData("شركة")]
    [InlineData("The Company Ltd")]
    public void A_name_of_which_nothing_is_left_has_none(string? company) => CompanyName.Key(company).ShouldBeNull();

    [Fact]
    public void Broken_text_is_no_reason_to_fail() => CompanyName.Key("Acme\ud800 GmbH").ShouldNotBeNull();
}
