using System.Text.Json;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Scoring;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Tests.Agreement;

/// <summary>The people and channels of an organisation in Warsaw, and an agreement that uses every section.</summary>
public static class AgreementCast
{
    public const string Text = """
        {
          // As agreed in March.
          "tiers": {
            "hot": { "fromScore": 75, "accept": "30m", "contact": "1h30m" },
            "warm": { "fromScore": 45, "accept": "4h", "contact": "8 h" },
            "cold": { "accept": "480 min", "contact": "24h" },
          },
          "reminders": [50, 80],
          "workingTime": {
            "default": {
              "timeZone": "Europe/Warsaw",
              "week": { "mon-thu": "09:00-12:00, 13:00-17:00", "fri": "9:00–15:00" },
              "holidays": ["PL"],
              "closed": ["2026-12-24", "2026-12-27..2026-12-31", "2026-12-23 12:00..2026-12-24 00:00"]
            },
            "Gulf": { "timeZone": "Asia/Riyadh", "week": { "sun-thu": "08:00-16:00" } },
            "nights": { "week": { "mon-sun": "22:00-06:00" } },
            "support": "always"
          },
          "holidays": { "PL": ["01-01", "05-03", "2026-04-06"] },
          "channels": {
            "Sales DACH": { "workingTime": "default", "timeZone": "Europe/Berlin" },
            "19:gulf@thread.tacv2": { "workingTime": "gulf" }
          },
          "escalation": [
            { "after": "15m", "do": "head" },
            { "after": "30m", "do": "next" },
            { "after": "2h", "do": "catchAll" }
          ],
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
            "engagement": [{ "event": "demo", "halfLife": "14d", "times": 2, "points": 25 }],
            "negative": [{ "of": "source", "is": ["purchased list"], "points": -20 }, { "event": "unsubscribed", "points": -30 }],
            "bant": [{ "of": "budget", "is": ["confirmed"], "points": 10 }]
          },
          "routing": {
            "rules": [
              { "name": "Key accounts", "account": ["Acme GmbH"], "rep": "Anna Nowak", "pool": "dach" },
              { "name": "Same company", "sameCompany": true },
              { "name": "All others", "country": "Poland", "pool": "DACH" }
            ],
            "pools": {
              "dach": { "channel": "Sales DACH", "offerFor": "2h", "reps": [{ "rep": "Anna Nowak", "weight": 2, "daily": 5, "open": 20 }] },
              "gulf": { "channel": "19:gulf@thread.tacv2" }
            }
          }
        }
        """;

    public static readonly DateTimeZone Warsaw = DateTimeZoneProviders.Tzdb["Europe/Warsaw"];

    public static readonly PersonRef Anna = new(new PersonId("7d0c"), "Anna Nowak");
    public static readonly PersonRef John = new(new PersonId("11aa"), "John Smith");
    public static readonly PersonRef OtherJohn = new(new PersonId("22bb"), "John Smith");

    public static readonly SalesChannel Dach = new("19:dach@thread.tacv2", "team", "Sales DACH", "");
    public static readonly SalesChannel Gulf = new("19:gulf@thread.tacv2", "team", "مبيعات الخليج", "");
    public static readonly SalesChannel General = new("19:general1@thread.tacv2", "team", "General", "");
    public static readonly SalesChannel OtherGeneral = new("19:general2@thread.tacv2", "other", "general", "");

    /// <summary>As a person writes: names of channels and people, and a day from which there has to be working time.</summary>
    public static readonly AgreementNames Names = new(Warsaw)
    {
        Today = new LocalDate(2026, 3, 2),
        Channels = [Dach, Gulf, General, OtherGeneral],
        People = [Anna, John, OtherJohn],
    };

    /// <summary>As a store writes: ids alone.</summary>
    public static readonly AgreementNames Ids = new(Warsaw);

    public static SlaAgreement Read(string json, AgreementNames? names = null)
    {
        var reading = AgreementDocument.Read(json, names ?? Names);
        return reading is AgreementReading.Valid(var agreement)
            ? agreement
            : throw new ShouldAssertException(string.Join('\n', FaultsOf(reading)) + "\n" + json);
    }

    public static IReadOnlyList<AgreementFault> FaultsOf(AgreementReading reading) =>
        reading is AgreementReading.Faulty(var faults) ? faults : [];

    /// <summary>All that an agreement says, so that two can be compared.</summary>
    public static string Flat(SlaAgreement agreement) => JsonSerializer.Serialize(new
    {
        Tiers = new[] { $"{agreement.Hot}", $"{agreement.Warm}", $"{agreement.Cold}" },
        agreement.Reminders,
        Escalation = agreement.Escalation.Select(step => $"{step}"),
        WorkingTimes = agreement.WorkingTimes.OrderBy(time => time.Key, StringComparer.Ordinal).Select(time => $"{time.Key}: {Flat(time.Value)}"),
        Holidays = agreement.Holidays.Select(Flat),
        Channels = agreement.Channels.OrderBy(channel => channel.Key, StringComparer.Ordinal).Select(channel => $"{channel.Key}: {channel.Value}"),
        Rejections = agreement.Rejections.OrderBy(one => one.Key).Select(one => $"{one.Key}: {one.Value}"),
        Quiet = $"{agreement.Quiet}",
        CatchAll = $"{agreement.CatchAll}",
        Promise = $"{agreement.Promise}",
        Scoring = $"{agreement.Rubric.MqlFrom} {agreement.Rubric.OwnScorePercent}",
        Rules = agreement.Rubric.Rules.Select(rule => rule is FactRule fact
            ? $"{fact.Reason} {fact.Of} {fact.Points} {fact.From} {fact.To} {string.Join('|', fact.Is)} {string.Join('|', fact.Contains)}"
            : $"{rule}"),
        Routing = agreement.Routing.Rules.Select(rule => $"{rule.Name} {rule.Pool} {rule.Rep} {rule.SameCompany} {string.Join(';', rule.Conditions.Select(one => $"{one.Of} {string.Join('|', one.Is)}"))}"),
        Pools = agreement.Routing.Pools.Select(pool => $"{pool.Name} {pool.Channel} {pool.OfferFor} {string.Join('|', pool.Members)}"),
    });

    private static string Flat(WorkingCalendar calendar) =>
        $"{Sla.WorkingCases.Describe(calendar)}, of its own {Flat(calendar.Closed.Own)}, and of {string.Join("; ", calendar.Closed.Regions.Select(Flat))}";

    private static string Flat(HolidayRegion region) => $"{region.Name} {Flat(region.Dates)}";

    private static string Flat(Closures closures) => $"{string.Join(", ", closures.EveryYear)} {string.Join(", ", closures.Once)}";
}
