using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Text;
using Xunit;

namespace TeamsBot.Tests.Text;

public sealed class CommandsTests
{
    [Theory]
    [InlineData("hand off Nadia Brandt")]
    [InlineData("  Handoff   Nadia Brandt ")]
    [InlineData("HAND OVER \"Nadia Brandt\"")]
    [InlineData("/hand-off Nadia Brandt")]
    [InlineData("przekaż Nadia Brandt")]
    [InlineData("Przekaz Nadia Brandt")]
    [InlineData("przekaż leada Nadia Brandt")]
    [InlineData("تسليم Nadia Brandt")]
    [InlineData("سلّم Nadia Brandt")]
    [InlineData("سلم Nadia Brandt")]
    [InlineData("移交Nadia Brandt")]
    [InlineData("转交 Nadia Brandt")]
    [InlineData("交接：Nadia Brandt")]
    public void A_handoff_is_understood_in_every_language(string text) =>
        Commands.Recognise(text).ShouldBe(new Command.HandOff("Nadia Brandt", null, text.Contains('"') ? "\"Nadia Brandt\"" : "Nadia Brandt"));

    [Theory]
    [InlineData("hand off Nadia Brandt: call about the depots", "Nadia Brandt", "call about the depots")]
    [InlineData("przekaż Łukasz Żak: zadzwoń", "Łukasz Żak", "zadzwoń")]
    [InlineData("تسليم خالد الحربي: الاتصال اليوم", "خالد الحربي", "الاتصال اليوم")]
    [InlineData("移交张伟：今天打电话", "张伟", "今天打电话")]
    [InlineData("hand off crm:42: call", "crm:42", "call")]
    [InlineData("hand off crm:42", "crm", "42")]
    [InlineData("hand off Nadia:", "Nadia", null)]
    public void What_follows_a_colon_is_the_first_step(string text, string lead, string? step)
    {
        var handOff = Commands.Recognise(text).ShouldBeOfType<Command.HandOff>();
        handOff.Lead.ShouldBe(lead);
        handOff.FirstStep.ShouldBe(step);
    }

    [Fact]
    public void A_colon_may_belong_to_the_lead_itself() =>
        Commands.Recognise("hand off crm:42").ShouldBeOfType<Command.HandOff>().WholeText.ShouldBe("crm:42");

    [Fact]
    public void A_handoff_of_nobody_is_still_a_handoff() => Commands.Recognise("hand off").ShouldBe(new Command.HandOff("", null, ""));

    [Theory]
    [InlineData("help")]
    [InlineData("Hi!")]
    [InlineData("Hello")]
    [InlineData("?")]
    [InlineData("؟")]
    [InlineData("pomoc")]
    [InlineData("Czesc")]
    [InlineData("cześć!")]
    [InlineData("مساعدة")]
    [InlineData("مُسَاعَدَة")]
    [InlineData("مساعده")]
    [InlineData("帮助")]
    [InlineData("你好！")]
    public void Help_is_a_greeting_away(string text) => Commands.Recognise(text).ShouldBe(new Command.Help());

    [Theory]
    [InlineData("setup")]
    [InlineData("Set up.")]
    [InlineData("konfiguracja")]
    [InlineData("اعداد")]
    [InlineData("الإعدادات")]
    [InlineData("设置")]
    public void The_setup_is_found(string text) => Commands.Recognise(text).ShouldBe(new Command.Setup());

    [Theory]
    [InlineData("my leads")]
    [InlineData("My   leads?")]
    [InlineData("moje leady")]
    [InlineData("عملائي")]
    [InlineData("我的线索")]
    public void A_rep_asks_for_the_leads_at_hand(string text) => Commands.Recognise(text).ShouldBe(new Command.MyLeads());

    [Theory]
    [InlineData("roles")]
    [InlineData("role")]
    [InlineData("الأدوار")]
    [InlineData("角色")]
    public void Roles_alone_shows_them(string text) => Commands.Recognise(text).ShouldBe(new Command.Roles());

    [Theory]
    [InlineData("role Anna Nowak = marketer, manager", Roles.Marketer | Roles.Manager)]
    [InlineData("Role Anna Nowak=REP", Roles.Rep)]
    [InlineData("rola Anna Nowak = handlowiec, sprzedaż", Roles.Rep)]
    [InlineData("دور Anna Nowak = مسوّق، مدير", Roles.Marketer | Roles.Manager)]
    [InlineData("角色 Anna Nowak＝市场，管理员", Roles.Marketer | Roles.Admin)]
    [InlineData("role Anna Nowak = reader", Roles.Reader)]
    [InlineData("role Anna Nowak = team", null)]
    [InlineData("rola Anna Nowak = zespół", null)]
    public void A_role_is_given_by_name(string text, Roles? roles) => Commands.Recognise(text).ShouldBe(new Command.AssignRole("Anna Nowak", roles));

    [Theory]
    [InlineData("role Anna Nowak = queen")]
    [InlineData("role = rep")]
    [InlineData("handoffs last week")]
    [InlineData("przekazane leady w marcu")]
    [InlineData("how many leads came in March?")]
    [InlineData("")]
    [InlineData("😀")]
    public void Anything_else_is_left_to_others(string text) => Commands.Recognise(text).ShouldBe(new Command.Unknown(text));

    public static TheoryData<Language> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_example_that_help_shows_is_understood(Language language)
    {
        var say = Say.In(language);
        Commands.Recognise(say.Text("help.handOffSay")).ShouldBeOfType<Command.HandOff>().FirstStep.ShouldBeNull();
        Commands.Recognise(say.Text("help.firstStepSay")).ShouldBeOfType<Command.HandOff>().FirstStep.ShouldNotBeNull();
        Commands.Recognise(say.Text("help.myLeadsSay")).ShouldBeOfType<Command.MyLeads>();
        Commands.Recognise(say.Text("help.setupSay")).ShouldBeOfType<Command.Setup>();
        Commands.Recognise(say.Text("help.rolesSay")).ShouldBeOfType<Command.Roles>();
        Commands.Recognise(say.Text("help.roleSay")).ShouldBe(new Command.AssignRole("Anna Nowak", Roles.Marketer | Roles.Manager));
        Commands.Recognise(say.Text("roles.backSay")).ShouldBe(new Command.AssignRole("Anna Nowak", null));
    }
}
