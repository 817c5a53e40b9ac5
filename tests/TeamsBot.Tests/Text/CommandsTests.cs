using System.Text.Json;
using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Features.Sla;
using TeamsBot.Protocol.Cards;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
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

    [Theory]
    [InlineData("hand off Nadia Brandt, hot", "Nadia Brandt", null, Tier.Hot)]
    [InlineData("hand off Nadia Brandt #HOT", "Nadia Brandt", null, Tier.Hot)]
    [InlineData("hand off Nadia Brandt, #cold: call first", "Nadia Brandt", "call first", Tier.Cold)]
    [InlineData("hand off \"Nadia Brandt\", warm: call, hot", "Nadia Brandt", "call, hot", Tier.Warm)]
    [InlineData("przekaż Łukasz Żak, pilny: zadzwoń", "Łukasz Żak", "zadzwoń", Tier.Hot)]
    [InlineData("przekaż Łukasz Żak, gorący", "Łukasz Żak", null, Tier.Hot)]
    [InlineData("przekaż Łukasz Żak #zimny", "Łukasz Żak", null, Tier.Cold)]
    [InlineData("تسليم خالد الحربي، ساخن: الاتصال اليوم", "خالد الحربي", "الاتصال اليوم", Tier.Hot)]
    [InlineData("تسليم خالد الحربي، دافئ", "خالد الحربي", null, Tier.Warm)]
    [InlineData("移交张伟，热：今天打电话", "张伟", "今天打电话", Tier.Hot)]
    [InlineData("移交张伟、冷", "张伟", null, Tier.Cold)]
    [InlineData("hand off Brandt, Nadia", "Brandt, Nadia", null, null)]
    [InlineData("hand off Hot", "Hot", null, null)]
    public void A_tier_may_follow_the_name(string text, string lead, string? step, Tier? tier)
    {
        var handOff = Commands.Recognise(text).ShouldBeOfType<Command.HandOff>();
        (handOff.Lead, handOff.FirstStep, handOff.Tier).ShouldBe((lead, step, tier));
    }

    [Theory]
    [InlineData("agreement")]
    [InlineData("Service Level Agreement?")]
    [InlineData("umowa SLA")]
    [InlineData("ustalenia")]
    [InlineData("اتفاقية مستوى الخدمة")]
    [InlineData("协议")]
    [InlineData("SLA协议")]
    public void The_agreement_is_asked_for(string text) => Commands.Recognise(text).ShouldBe(new Command.Agreement());

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
    [InlineData("sla", ReportPeriod.ThisMonth)]
    [InlineData("SLA status", ReportPeriod.ThisMonth)]
    [InlineData("sla status last month", ReportPeriod.LastMonth)]
    [InlineData("SLA: this quarter?", ReportPeriod.ThisQuarter)]
    [InlineData("sla all time", ReportPeriod.AllTime)]
    [InlineData("stan sla", ReportPeriod.ThisMonth)]
    [InlineData("Stan SLA w poprzednim miesiącu", ReportPeriod.LastMonth)]
    [InlineData("stan sla poprzedni kwartal", ReportPeriod.LastQuarter)]
    [InlineData("حالة المهلة", ReportPeriod.ThisMonth)]
    [InlineData("حالة sla الشهر الماضي", ReportPeriod.LastMonth)]
    [InlineData("حالة المهلة آخر 30 يوما", ReportPeriod.Last30Days)]
    [InlineData("sla 状态", ReportPeriod.ThisMonth)]
    [InlineData("sla状态上季度", ReportPeriod.LastQuarter)]
    [InlineData("SLA 最近30天", ReportPeriod.Last30Days)]
    public void The_status_of_the_SLA_is_asked_for_with_or_without_a_period(string text, ReportPeriod period) =>
        Commands.Recognise(text).ShouldBe(new Command.SlaStatus(period));

    [Theory]
    [InlineData("export sla", ReportPeriod.ThisMonth)]
    [InlineData("Export SLA last quarter", ReportPeriod.LastQuarter)]
    [InlineData("eksport sla cały okres", ReportPeriod.AllTime)]
    [InlineData("تصدير المهلة هذا الربع", ReportPeriod.ThisQuarter)]
    [InlineData("导出sla上月", ReportPeriod.LastMonth)]
    public void The_ledger_is_asked_for_with_or_without_a_period(string text, ReportPeriod period) =>
        Commands.Recognise(text).ShouldBe(new Command.ExportSla(period));

    [Theory]
    [InlineData("funnel status", ReportPeriod.ThisMonth)]
    [InlineData("Funnel: last quarter", ReportPeriod.LastQuarter)]
    [InlineData("stan lejka w poprzednim miesiącu", ReportPeriod.LastMonth)]
    [InlineData("حالة المسار", ReportPeriod.ThisMonth)]
    [InlineData("مسار المبيعات الشهر الماضي", ReportPeriod.LastMonth)]
    [InlineData("漏斗状态", ReportPeriod.ThisMonth)]
    [InlineData("漏斗上季度", ReportPeriod.LastQuarter)]
    public void The_funnel_is_asked_for_with_or_without_a_period(string text, ReportPeriod period) =>
        Commands.Recognise(text).ShouldBe(new Command.FunnelStatus(period));

    [Theory]
    [InlineData("funnel by source")]
    [InlineData("export sla next month")]
    [InlineData("slack")]
    [InlineData("role Anna Nowak = queen")]
    [InlineData("role = rep")]
    [InlineData("handoffs last week")]
    [InlineData("przekazane leady w marcu")]
    [InlineData("how many leads came in March?")]
    [InlineData("")]
    [InlineData("😀")]
    public void Anything_else_is_left_to_others(string text) => Commands.Recognise(text).ShouldBe(new Command.Unknown(text));

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_button_of_a_period_is_understood(Language language)
    {
        var card = new ShownCard("", "", CardJson.ToJsonElement(SlaStatusCard.Render(SlaSamples.Empty(Say.In(language)))));
        foreach (var period in Enum.GetValues<ReportPeriod>().Where(period => period != ReportPeriod.LastQuarter))
        {
            var said = JsonDocument.Parse(card.Press($"sla-{period}").Data).RootElement.Text("text")!;
            Commands.Recognise(said).ShouldBe(new Command.SlaStatus(period), said);
        }
    }

    public static TheoryData<Language> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_example_that_help_shows_is_understood(Language language)
    {
        var say = Say.In(language);
        Commands.Recognise(say.Text("help.handOffSay")).ShouldBeOfType<Command.HandOff>().FirstStep.ShouldBeNull();
        Commands.Recognise(say.Text("help.firstStepSay")).ShouldBeOfType<Command.HandOff>().FirstStep.ShouldNotBeNull();
        Commands.Recognise(say.Text("help.myLeadsSay")).ShouldBeOfType<Command.MyLeads>();
        Commands.Recognise(say.Text("help.agreementSay")).ShouldBeOfType<Command.Agreement>();
        Commands.Recognise(say.Text("help.setupSay")).ShouldBeOfType<Command.Setup>();
        Commands.Recognise(say.Text("help.rolesSay")).ShouldBeOfType<Command.Roles>();
        Commands.Recognise(say.Text("help.roleSay")).ShouldBe(new Command.AssignRole("Anna Nowak", Roles.Marketer | Roles.Manager));
        Commands.Recognise(say.Text("help.slaSay")).ShouldBe(new Command.SlaStatus(ReportPeriod.ThisMonth));
        Commands.Recognise(say.Text("help.funnelSay")).ShouldBe(new Command.FunnelStatus(ReportPeriod.ThisMonth));
        Commands.Recognise(say.Text("example.count")).ShouldBeOfType<Command.Unknown>();
        Commands.Recognise(say.Text("answer.helpSay")).ShouldBeOfType<Command.Help>();
        Commands.Recognise(say.Text("help.exportSlaSay")).ShouldBe(new Command.ExportSla(ReportPeriod.ThisMonth));
        Commands.Recognise(say.Text("roles.backSay")).ShouldBe(new Command.AssignRole("Anna Nowak", null));
    }
}
