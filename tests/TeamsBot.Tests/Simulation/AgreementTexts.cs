namespace TeamsBot.Tests.Simulation;

/// <summary>The two versions of the agreement as a manager writes them. <see cref="AgreedTerms"/> says the same once more.</summary>
internal static class AgreementTexts
{
    public const string First = """
        {
          "tiers": {
            "hot": { "fromScore": 80, "accept": "30m", "contact": "2h" },
            "warm": { "fromScore": 50, "accept": "4h", "contact": "8h" },
            "cold": { "accept": "8h", "contact": "24h" }
          },
          "reminders": [50, 80],
          "workingTime": {
            "default": {
              "timeZone": "Europe/Warsaw",
              "week": { "mon-thu": "09:00-12:00, 13:00-17:00", "fri": "09:00-15:00" },
              "holidays": ["PL"],
              "closed": ["2026-09-10 11:00..2026-09-10 14:20"]
            },
            "East Coast": {
              "timeZone": "America/New_York",
              "week": { "mon-fri": "09:00-12:30, 13:30-18:00", "sun": "00:30-01:30" },
              "closed": ["10-12", "2026-09-07", "2026-11-26..2026-11-27"]
            },
            "Gulf": { "timeZone": "Asia/Riyadh", "week": { "sun-thu": "08:00-12:00, 12:30-16:30" }, "closed": ["09-23"] },
            "Golden Week": { "timeZone": "Asia/Shanghai", "week": { "mon-fri": "09:00-12:00, 13:30-18:00", "sat": "09:00-11:15" }, "closed": ["2026-10-01..2026-10-07"] },
            "Nights": { "timeZone": "Australia/Sydney", "week": { "mon-thu": "08:30-12:00, 12:30-17:00", "sat-sun": "22:00-06:00" }, "closed": ["2026-10-05"] }
          },
          "holidays": { "PL": ["11-01", "11-11", "2026-09-18"], "IN": ["10-02", "2026-11-09..2026-11-10"] },
          "channels": {
            "NewYork": { "workingTime": "East Coast" },
            "Riyadh": { "workingTime": "Gulf" },
            "Shanghai": { "workingTime": "Golden Week" },
            "Sydney": { "workingTime": "Nights" },
            "Kolkata": { "timeZone": "Asia/Kolkata" }
          },
          "escalation": [
            { "after": "15m", "do": "head" },
            { "after": "30m", "do": "next" },
            { "after": "1h", "do": "next" },
            { "after": "2h", "do": "nextChannel" },
            { "after": "3h", "do": "catchAll" }
          ]
        }
        """;

    public const string Second = """
        {
          "tiers": {
            "hot": { "fromScore": 75, "accept": "25m", "contact": "1h30m" },
            "warm": { "fromScore": 40, "accept": "3h", "contact": "7h" },
            "cold": { "accept": "10h", "contact": "20h" }
          },
          "reminders": [29, 58, 90],
          "workingTime": {
            "default": {
              "timeZone": "Europe/Warsaw",
              "week": { "mon-fri": "08:00-12:00, 12:30-16:30", "sat": "23:00-04:00" },
              "holidays": ["PL"]
            },
            "East Coast": { "timeZone": "America/New_York", "week": { "mon-fri": "08:00-17:00", "sat-sun": "21:00-05:00" }, "closed": ["2026-11-26"] },
            "Gulf": { "timeZone": "Asia/Riyadh", "week": { "sun-thu": "09:00-13:00, 17:00-20:00" } },
            "India": { "timeZone": "Asia/Kolkata", "week": { "mon-sat": "10:00-13:30, 14:15-18:45" }, "holidays": ["IN"] },
            "Round the clock": { "timeZone": "Australia/Sydney", "week": "always", "closed": ["2026-11-03 09:30..2026-11-03 16:45"] }
          },
          "holidays": { "PL": ["11-01", "11-11"], "IN": ["10-02", "2026-11-09..2026-11-10"] },
          "channels": {
            "NewYork": { "workingTime": "East Coast" },
            "Riyadh": { "workingTime": "Gulf" },
            "Shanghai": { "workingTime": "Gulf", "timeZone": "Asia/Shanghai" },
            "Sydney": { "workingTime": "Round the clock" },
            "Kolkata": { "workingTime": "India" }
          },
          "escalation": [
            { "after": "10m", "do": "remind" },
            { "after": "10m", "do": "head" },
            { "after": "45m", "do": "next" },
            { "after": "1h30m", "do": "next" },
            { "after": "2h", "do": "next" },
            { "after": "2h30m", "do": "next" },
            { "after": "5h", "do": "catchAll" }
          ],
          "catchAll": "Last Resort"
        }
        """;
}
