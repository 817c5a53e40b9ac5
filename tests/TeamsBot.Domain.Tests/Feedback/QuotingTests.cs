using Shouldly;
using TeamsBot.Domain.Feedback;
using Xunit;

namespace TeamsBot.Domain.Tests.Feedback;

public sealed class QuotingTests
{
    [Theory]
    [InlineData("Call +49 30 23125 042 on Monday", "Call … on Monday")]
    [InlineData("Call (030) 23125-042", "Call …")]
    [InlineData("write to nadia.brandt@kestrel.example, please", "write to …, please")]
    [InlineData("see https://kestrel.example/nadia", "see …")]
    [InlineData("Budget is 50,000 EUR until Q3 2026", "Budget is 50,000 EUR until Q3 2026")]
    [InlineData("预算只有 120000 元", "预算只有 120000 元")]
    [InlineData("", "")]
    public void Nobody_is_reached_by_a_quote(string text, string shown) => Quoting.WithoutContacts(text).ShouldBe(shown);
}
