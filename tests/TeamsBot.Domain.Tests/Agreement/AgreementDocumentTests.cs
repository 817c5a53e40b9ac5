using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Agreement;

public sealed class AgreementDocumentTests
{
    private static readonly SlaAgreement Agreement = AgreementCast.Read(AgreementCast.Text);
    private static readonly WorkingCalendar Default = Agreement.WorkingTimes[SlaAgreement.DefaultWorkingTime];

    [Fact]
    public void Tiers_reminders_and_steps_are_read()
    {
        Agreement.Hot.ShouldBe(new TierTerms(75, Duration.FromMinutes(30), Duration.FromMinutes(90)));
        Agreement.Warm.ShouldBe(new TierTerms(45, Duration.FromHours(4), Duration.FromHours(8)));
        Agreement.Cold.ShouldBe(new TierTerms(0, Duration.FromHours(8), Duration.FromHours(24)));
        Agreement.Reminders.ShouldBe([50, 80]);
        Agreement.Escalation.ShouldBe(
        [
            new(Duration.FromMinutes(15), EscalationAction.Head),
            new(Duration.FromMinutes(30), EscalationAction.Next),
            new(Duration.FromHours(2), EscalationAction.CatchAll),
        ]);
        Agreement.Quiet.ShouldBe(new QuietHours(new(20, 0), new(7, 0)));
        Agreement.CatchAll.ShouldBe(AgreementCast.Anna);
        Agreement.Promise.ShouldBe(new Promise(40, 60));
    }

    [Theory]
    [InlineData("2026-03-05T11:59", true)]
    [InlineData("2026-03-05T12:00", false)]
    [InlineData("2026-03-06T14:59", true)]
    [InlineData("2026-03-06T15:00", false)]
    [InlineData("2027-05-03T10:00", false)]
    [InlineData("2026-04-06T10:00", false)]
    [InlineData("2026-12-23T11:00", true)]
    [InlineData("2026-12-23T13:00", false)]
    [InlineData("2026-12-31T10:00", false)]
    public void The_default_calendar_is_open_as_it_was_written(string at, bool open) => Default.IsOpen(In(Default, at)).ShouldBe(open);

    [Fact]
    public void A_week_may_begin_on_sunday()
    {
        var gulf = Agreement.CalendarOf(AgreementCast.Gulf.Id);
        gulf.Zone.Id.ShouldBe("Asia/Riyadh");
        Enum.GetValues<IsoDayOfWeek>().Skip(1).Where(day => gulf.Week.On(day).Count > 0).ShouldBe(
            [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Sunday]);
    }

    [Fact]
    public void A_night_is_two_blocks_and_its_calendar_takes_the_organisations_zone()
    {
        var nights = Agreement.WorkingTimes["nights"];
        nights.Zone.ShouldBe(AgreementCast.Warsaw);
        nights.Week.On(IsoDayOfWeek.Monday).ShouldBe([new(LocalTime.Midnight, new(6, 0)), new(new(22, 0), LocalTime.Midnight)]);
    }

    [Fact]
    public void Channels_are_found_by_name_and_by_id_and_kept_by_id()
    {
        Agreement.Channels[AgreementCast.Dach.Id].ShouldBe(new ChannelTime("default", DateTimeZoneProviders.Tzdb["Europe/Berlin"]));
        Agreement.Channels[AgreementCast.Gulf.Id].ShouldBe(new ChannelTime("Gulf", null));
        Agreement.WorkingTimes["support"].IsAlways.ShouldBeTrue();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\uFEFF{ } // nothing was changed")]
    public void What_is_left_out_is_as_it_was_at_first(string json) =>
        AgreementCast.Flat(AgreementCast.Read(json)).ShouldBe(AgreementCast.Flat(SlaAgreement.Initial(AgreementCast.Warsaw)));

    [Theory]
    [InlineData("\"none\"", null, null)]
    [InlineData("\" 22:30 – 6:00 \"", "22:30", "06:00")]
    [InlineData("\"12:00-24:00\"", "12:00", "00:00")]
    public void Quiet_hours_are_times_or_none(string json, string? from, string? to)
    {
        var quiet = AgreementCast.Read($$"""{ "quietHours": {{json}} }""").Quiet;
        (quiet?.From.ToString("HH:mm", null), quiet?.To.ToString("HH:mm", null)).ShouldBe((from, to));
    }

    [Theory]
    [InlineData("1m", 1)]
    [InlineData("90 min", 90)]
    [InlineData("2 H", 120)]
    [InlineData("1h30m", 90)]
    [InlineData("1 hour 30 minutes", 90)]
    [InlineData("1000h", 60_000)]
    public void Lengths_of_time_are_written_in_hours_and_minutes(string text, int minutes) =>
        AgreementCast.Read($$"""{ "tiers": { "cold": { "accept": "{{text}}", "contact": "8h" } } }""").Cold.Accept.ShouldBe(Duration.FromMinutes(minutes));

    [Theory]
    [InlineData("6s")]
    [InlineData("1m30s")]
    [InlineData("2h")]
    [InlineData("2h1m1s")]
    public void A_length_of_time_is_read_back_to_the_second(string text)
    {
        var read = AgreementCast.Read($$"""{ "tiers": { "cold": { "accept": "{{text}}", "contact": "8h" } } }""");
        AgreementDocument.Write(read, AgreementCast.Names).ShouldContain($"\"accept\": \"{text}\"");
        AgreementCast.Read(AgreementDocument.Write(read, AgreementCast.Names)).Cold.ShouldBe(read.Cold);
    }

    [Fact]
    public void An_agreement_is_written_for_people()
    {
        AgreementDocument.Write(Agreement, AgreementCast.Names).ShouldBe("""
            {
              "tiers": {
                "hot": { "fromScore": 75, "accept": "30m", "contact": "1h30m" },
                "warm": { "fromScore": 45, "accept": "4h", "contact": "8h" },
                "cold": { "accept": "8h", "contact": "24h" }
              },
              "reminders": [50, 80],
              "workingTime": {
                "default": {
                  "timeZone": "Europe/Warsaw",
                  "week": {
                    "mon-thu": "09:00-12:00, 13:00-17:00",
                    "fri": "09:00-15:00"
                  },
                  "holidays": ["PL"],
                  "closed": ["2026-12-23 12:00..2026-12-24 00:00", "2026-12-24", "2026-12-27..2026-12-31"]
                },
                "Gulf": {
                  "timeZone": "Asia/Riyadh",
                  "week": {
                    "sun-thu": "08:00-16:00"
                  }
                },
                "nights": {
                  "timeZone": "Europe/Warsaw",
                  "week": {
                    "mon-sun": "22:00-06:00"
                  }
                },
                "support": "always"
              },
              "holidays": {
                "PL": ["01-01", "05-03", "2026-04-06"]
              },
              "channels": {
                "Sales DACH": { "workingTime": "default", "timeZone": "Europe/Berlin" },
                "مبيعات الخليج": { "workingTime": "Gulf" }
              },
              "escalation": [
                { "after": "15m", "do": "head" },
                { "after": "30m", "do": "next" },
                { "after": "2h", "do": "catchAll" }
              ],
              "rejections": {
                "profile": { "do": "disqualify" },
                "budget": { "do": "recycle", "days": 90 },
                "authority": { "do": "mend" },
                "need": { "do": "disqualify" },
                "timing": { "do": "recycle", "days": 90 },
                "duplicate": { "do": "disqualify" },
                "wrongData": { "do": "mend" },
                "other": { "do": "mend" },
                "territory": { "do": "reroute" },
                "competitor": { "do": "disqualify" }
              },
              "quietHours": "20:00-07:00",
              "catchAll": "Anna Nowak",
              "promise": { "leadsPerMonth": 40, "acceptance": "60%" },
              "scoring": {
                "mqlFrom": 45,
                "ownScore": "0%",
                "fit": [
                  { "of": "country", "is": ["Poland", "Germany"], "points": 10 },
                  { "of": "employees", "from": 50, "to": 500, "points": 20 },
                  { "of": "title", "contains": ["head of", "director"], "points": 15 }
                ],
                "engagement": [
                  { "event": "demo", "halfLife": "14d", "times": 2, "points": 25 }
                ],
                "negative": [
                  { "of": "source", "is": ["purchased list"], "points": -20 },
                  { "event": "unsubscribed", "points": -30 }
                ],
                "bant": [
                  { "of": "budget", "is": ["confirmed"], "points": 10 }
                ]
              },
              "routing": {
                "rules": [
                  { "name": "Key accounts", "account": ["Acme GmbH"], "rep": "Anna Nowak", "pool": "dach" },
                  { "name": "Same company", "sameCompany": true },
                  { "name": "All others", "country": ["Poland"], "pool": "dach" }
                ],
                "pools": {
                  "dach": {
                    "channel": "Sales DACH",
                    "offerFor": "2h",
                    "reps": [
                      { "rep": "Anna Nowak", "weight": 2, "daily": 5, "open": 20 }
                    ]
                  },
                  "gulf": {
                    "channel": "مبيعات الخليج"
                  }
                }
              }
            }

            """);
    }

    [Fact]
    public void A_stored_agreement_is_read_after_its_channels_and_people_are_gone()
    {
        var stored = AgreementDocument.Write(Agreement, AgreementCast.Ids);
        stored.ShouldContain(AgreementCast.Dach.Id);
        stored.ShouldContain("Anna Nowak <7d0c>");
        AgreementCast.Flat(AgreementCast.Read(stored, AgreementCast.Ids)).ShouldBe(AgreementCast.Flat(Agreement));

        var nobody = AgreementCast.Names with { Channels = [], People = [] };
        AgreementCast.FaultsOf(AgreementDocument.Read(stored, nobody)).Select(fault => fault.Kind).ShouldBe(
            [
                AgreementFaultKind.UnknownChannel, AgreementFaultKind.UnknownChannel, AgreementFaultKind.UnknownPerson,
                AgreementFaultKind.UnknownChannel, AgreementFaultKind.UnknownPerson, AgreementFaultKind.UnknownChannel, AgreementFaultKind.UnknownPerson,
            ]);
    }

    // What was agreed on stays readable when its long holidays have begun, and when ids make it longer than a person may write.
    [Fact]
    public void A_stored_agreement_is_read_whatever_the_date_and_its_length()
    {
        var json = """{ "workingTime": { "default": { "week": { "mon": "9:00-17:00" }, "closed": ["2026-01-01..2030-12-31"] } } }""";
        AgreementCast.Read(json, AgreementCast.Ids).WorkingTimes.Keys.ShouldBe(["default"]);
        AgreementCast.Read(json + new string(' ', AgreementDocument.MaxCharacters), AgreementCast.Ids).WorkingTimes.Keys.ShouldBe(["default"]);
    }

    [Fact]
    public void People_of_the_same_name_are_written_with_their_ids()
    {
        var written = AgreementDocument.Write(Agreement with { CatchAll = AgreementCast.OtherJohn }, AgreementCast.Names);
        written.ShouldContain("\"catchAll\": \"John Smith <22bb>\"");
        AgreementCast.Read(written).CatchAll.ShouldBe(AgreementCast.OtherJohn);
        AgreementCast.Read("""{ "catchAll": "11aa" }""").CatchAll.ShouldBe(AgreementCast.John);
        AgreementCast.Read("""{ "catchAll": "22bb" }""", AgreementCast.Ids).CatchAll.ShouldBe(new PersonRef(new PersonId("22bb"), "22bb"));
    }

    [Fact]
    public void Channels_of_the_same_name_are_written_by_their_ids()
    {
        var channels = new Dictionary<string, ChannelTime>(StringComparer.Ordinal) { [AgreementCast.General.Id] = new(null, AgreementCast.Warsaw) };
        var written = AgreementDocument.Write(Agreement with { Channels = channels }, AgreementCast.Names);
        AgreementCast.Read(written).Channels.ShouldBe(channels);
    }

    private static Instant In(WorkingCalendar calendar, string at) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(at).Value.InZoneStrictly(calendar.Zone).ToInstant();
}
