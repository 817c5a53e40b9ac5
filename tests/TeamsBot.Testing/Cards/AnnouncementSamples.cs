using NodaTime;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Testing.Cards;

/// <summary>One campaign as all who have to do with it see it, before, while and after it runs; and others that are as long, or as foul, as can be.</summary>
public static class AnnouncementSamples
{
    public static readonly PersonRef Priya = new(new("u-priya"), "Priya Raman");
    public static readonly PersonRef Ben = new(new("u-ben"), "Ben Ortiz");

    private static readonly Instant Tuesday = Instant.FromUtc(2026, 11, 17, 9, 0);
    private static readonly Instant Wednesday = Instant.FromUtc(2026, 12, 2, 9, 0);
    private static readonly Instant January = Instant.FromUtc(2027, 1, 4, 9, 0);

    public static Organisation Organisation { get; } = new("contoso")
    {
        TimeZone = Samples.Warsaw,
        SalesChannels = [new("19:dach", "team-dach", "Sales DACH", "DACH, enterprise"), new("19:uk", "team-uk", "Sales UK", ""), new("19:riyadh", "team-riyadh", "مبيعات الرياض", "")],
    };

    public static AnnouncementForm Form { get; } = AnnouncementForm.Empty
        .With(AnnouncementForm.Name, "Dock Delays 2026")
        .With(AnnouncementForm.StartsOn, "2026-11-23")
        .With(AnnouncementForm.EndsOn, "2026-12-18")
        .With(AnnouncementForm.Kinds, "Email,Event")
        .With(AnnouncementForm.Audience, "Operations heads, cold chain, 200 to 1,000 people, DACH")
        .With(AnnouncementForm.Offer, "Free dock audit, two hours on site, until 4 December")
        .With(AnnouncementForm.Goal, "120 qualified leads")
        .With(AnnouncementForm.Budget, "12,500 EUR")
        .With(AnnouncementForm.TalkingPoints, "Dock wait: 47 minutes; with us 12\nNo new hardware: live in three weeks\nIf they ask about SAP: yes, both ways\nIf they ask about price: per dock, no set-up fee")
        .With(AnnouncementForm.Links, "One-page brief https://content.example.com/dock/brief\nCall script https://content.example.com/dock/script\nRostock case https://content.example.com/dock/rostock\nPrice list https://content.example.com/dock/prices")
        .With(AnnouncementForm.SalesChannels, "19:dach,19:uk,19:riyadh")
        .With(AnnouncementForm.PostDate, "2026-11-20")
        .With(AnnouncementForm.PostTime, "09:00");

    public static Announcement Draft { get; } = new("A-118", "contoso", Priya) { Draft = AnnouncementForm.Empty, CreatedAt = Tuesday };

    public static Announcement Announced { get; } = Draft with { Status = AnnouncementStatus.Announced, Version = 2, Draft = null, Published = Form, AnnouncedAt = Tuesday };

    public static Announcement Withdrawn { get; } = Announced with { Status = AnnouncementStatus.Withdrawn, Version = 3, WithdrawnBy = Priya };

    /// <summary>Each field as long as may be posted, in letters of three bytes.</summary>
    public static Announcement Longest { get; } = Announced with { Published = Filled(new string('字', 39) + " " + new string('码', 40), 300, 200) };

    /// <summary>A foe's words in every field.</summary>
    public static Announcement Hostile { get; } = Announced with { Published = Foul(), Author = new(Priya.Id, Samples.Hostile) };

    public static AnnouncementQuestion Open { get; } = new(2, Samples.Lena, "19:uk", "Does the audit cost anything for a site with more than ten docks?", Wednesday);

    public static AnnouncementQuestion Answered { get; } = new(1, Ben, "19:dach", "May we offer it to customers that we have already?", Tuesday)
    {
        Answer = "Yes, if they have no dock planner yet.",
        AnsweredBy = Priya,
    };

    private static ContentLink FirstLink => Announced.Content.Links[0];

    public static AnnouncementForm Faulty { get; } = Form
        .With(AnnouncementForm.Name, "")
        .With(AnnouncementForm.StartsOn, "next Monday")
        .With(AnnouncementForm.EndsOn, "2026-10-01")
        .With(AnnouncementForm.Links, "Brief http://content.example.com/brief")
        .With(AnnouncementForm.PostTime, "");

    public static IReadOnlyList<AnnouncementFault> Faults { get; } =
        AnnouncementCheck.Faults(Faulty, new(Organisation, Tuesday, _ => Domain.Sla.WorkingCalendar.Always(Samples.Warsaw), _ => true));

    public static IReadOnlyList<ContentVote> Votes { get; } =
        [new(Samples.Lena.Id, FirstLink.Key, true), new(Ben.Id, FirstLink.Key, true), new(Samples.Tomasz.Id, FirstLink.Key, false), new(Ben.Id, Announced.Content.Links[1].Key, true)];

    public static IReadOnlyDictionary<string, Func<Say, AdaptiveCard>> All { get; } = new Dictionary<string, Func<Say, AdaptiveCard>>
    {
        ["announcement-coming"] = say => AnnouncementCard.Render(View(say, Announced, Tuesday + Duration.FromDays(2))),
        ["announcement-far"] = say => AnnouncementCard.Render(View(say, Announced, Tuesday - Duration.FromDays(7))),
        ["announcement-live"] = say => AnnouncementCard.Render(View(say, Announced, Wednesday) with { Questions = [Answered, Open] }),
        ["announcement-got-it"] = say => AnnouncementCard.Render(View(say, Announced, Wednesday) with { HasGotIt = true, GotIt = 19, Reader = Samples.Lena.Id }),
        ["announcement-over"] = say => AnnouncementCard.Render(View(say, Announced, January)),
        ["announcement-withdrawn"] = say => AnnouncementCard.Render(View(say, Withdrawn, Wednesday)),
        ["announcement-longest"] = say => AnnouncementCard.Render(Full(say)),
        ["announcement-hostile"] = say => AnnouncementCard.Render(View(say, Hostile, Wednesday) with { Questions = [Foul(Answered)] }),
        ["announcement-details"] = say => AnnouncementCard.Details(View(say, Announced, Wednesday) with { Questions = [Answered, Open], Votes = Votes, Reader = Samples.Lena.Id }),
        ["announcement-details-longest"] = say => AnnouncementCard.Details(Full(say)),
        ["announcement-details-hostile"] = say => AnnouncementCard.Details(View(say, Hostile, Wednesday) with { Questions = [Foul(Answered), Foul(Open)] }),
        ["announcement-who"] = say => WhoGotItCard.Render(View(say, Announced, Wednesday), Progress(0, ChannelState.Posted) with { GotIt = 21, Missing = [Samples.Lena, Ben, Samples.Tomasz] }),
        ["announcement-who-all"] = say => WhoGotItCard.Render(View(say, Announced, Wednesday), Progress(0, ChannelState.Posted) with { GotIt = 24, Missing = [] }),
        ["announcement-who-longest"] = say => WhoGotItCard.Render(Full(say), Progress(0, ChannelState.Posted) with { GotIt = 7, Members = 107, Missing = [.. Enumerable.Range(1, 100).Select(Person)] }),
        ["announcement-who-hostile"] = say => WhoGotItCard.Render(View(say, Hostile, Wednesday), Progress(0, ChannelState.Posted) with { Missing = [new(new("u-foe"), Samples.Hostile)] }),
        ["announcement-preview"] = say => PreviewCard.Render(Preview(say, Draft with { Draft = Form })),
        ["announcement-preview-changes"] = say => PreviewCard.Render(Preview(say, Announced) with { Posts = [(Organisation.SalesChannels[0], null, Samples.Warsaw)] }),
        ["announcement-preview-longest"] = say => PreviewCard.Render(new(Full(say), [.. Enumerable.Range(1, 60).Select(n => (Channel(n), (Instant?)January, Samples.Warsaw))])),
        ["announcement-author-draft"] = say => AuthorCard.Render(Author(say, Draft, [])),
        ["announcement-author-ready"] = say => AuthorCard.Render(Author(say, Draft with { Draft = Form }, []) with { MaySeeBudget = true }),
        ["announcement-author-posting"] = say => AuthorCard.Render(Author(say, Announced, [Progress(0, ChannelState.Posted), Progress(1, ChannelState.Uncertain), Progress(2, ChannelState.Refused) with { Why = "BotNotInConversationRoster" }, Waiting(3)])),
        ["announcement-author-posted"] = say => AuthorCard.Render(Author(say, Announced with { RemindedAt = Wednesday }, [Progress(0, ChannelState.Posted), Progress(1, ChannelState.Posted) with { GotIt = 3, Members = 9 }]) with { Questions = [Answered, Open], Votes = Votes, MaySeeBudget = true }),
        ["announcement-author-changed"] = say => AuthorCard.Render(Author(say, Announced with { Draft = Form.With(AnnouncementForm.Name, "Dock Delays") }, [Progress(0, ChannelState.Posted)])),
        ["announcement-author-over"] = say => AuthorCard.Render(Author(say, Announced, [Progress(0, ChannelState.Posted)]) with { Moments = At(say, January) }),
        ["announcement-author-withdrawn"] = say => AuthorCard.Render(Author(say, Withdrawn, [Progress(0, ChannelState.Posted)])),
        ["announcement-author-longest"] = say => AuthorCard.Render(Author(say, Longest, [.. Enumerable.Range(1, 60).Select(n => Many(n))]) with { Votes = [.. Longest.Content.Links.Select(link => new ContentVote(Ben.Id, link.Key, true))], MaySeeBudget = true, Questions = Questions(50) }),
        ["announcement-author-hostile"] = say => AuthorCard.Render(Author(say, Hostile, [Progress(0, ChannelState.Refused) with { Channel = new("19:foe", "t", Samples.Hostile, Samples.Hostile), Why = Samples.Hostile }])),
        ["announcement-note-soon"] = say => NoteCard.Render(View(say, Announced, Tuesday + Duration.FromDays(3)), AnnouncementNote.Soon, null),
        ["announcement-note-live"] = say => NoteCard.Render(View(say, Announced, Instant.FromUtc(2026, 11, 23, 8, 0)), AnnouncementNote.Live, null),
        ["announcement-note-results"] = say => NoteCard.Render(View(say, Announced, January), AnnouncementNote.Results, new(1_248, 311, 212, 17, 48_250.5m, "EUR")),
        ["announcement-note-no-results"] = say => NoteCard.Render(View(say, Announced, January), AnnouncementNote.Results, null),
        ["announcement-question"] = say => QuestionCard.Render(View(say, Announced, Wednesday), Open, mayAnswer: false),
        ["announcement-question-owner"] = say => QuestionCard.Render(View(say, Announced, Wednesday), Open, mayAnswer: true),
        ["announcement-question-answered"] = say => QuestionCard.Render(View(say, Announced, Wednesday), Answered, mayAnswer: true),
        ["announcement-question-hostile"] = say => QuestionCard.Render(View(say, Hostile, Wednesday), Foul(Open), mayAnswer: true),
        ["announcement-reminder"] = say => ReminderCard.Render(View(say, Announced, Wednesday) with { Reader = Samples.Lena.Id }),
        ["announcement-reminder-done"] = say => ReminderCard.Render(View(say, Announced, Wednesday) with { Reader = Samples.Lena.Id, HasGotIt = true }),
        ["campaigns"] = say => CampaignsCard.Render(new(Listed, At(say, Wednesday), MayAnnounce: true)),
        ["campaigns-rep"] = say => CampaignsCard.Render(new(Listed, At(say, Wednesday), MayAnnounce: false)),
        ["campaigns-none"] = say => CampaignsCard.Render(new([], At(say, Wednesday), MayAnnounce: false)),
        ["campaigns-none-marketer"] = say => CampaignsCard.Render(new([], At(say, Wednesday), MayAnnounce: true)),
        ["campaigns-longest"] = say => CampaignsCard.Render(new(ManyListed, At(say, Wednesday), MayAnnounce: true)),
        ["campaigns-month"] = say => CampaignsCard.Render(new(Listed, At(say, Wednesday), MayAnnounce: true, new(2026, 11))),
        ["campaigns-month-longest"] = say => CampaignsCard.Render(new(ManyListed, At(say, Wednesday), MayAnnounce: true, new(2026, 12))),
        ["campaigns-hostile"] = say => CampaignsCard.Render(new([new("A-1", Samples.Hostile, new(2026, 12, 1), null, CampaignPhase.Live, Hostile)], At(say, Wednesday), MayAnnounce: true)),
        ["announcement-compose-1"] = say => ComposeForm.Render(Compose(say, 1) with { Form = AnnouncementForm.Empty, Announcement = Draft }),
        ["announcement-compose-1-filled"] = say => ComposeForm.Render(Compose(say, 1)),
        ["announcement-compose-1-faults"] = say => ComposeForm.Render(Compose(say, 1) with { Form = Faulty, Faults = Faults }),
        ["announcement-compose-2"] = say => ComposeForm.Render(Compose(say, 2)),
        ["announcement-compose-2-faults"] = say => ComposeForm.Render(Compose(say, 2) with { Form = Faulty, Faults = Faults }),
        ["announcement-compose-3"] = say => ComposeForm.Render(Compose(say, 3)),
        ["announcement-compose-3-longest"] = say => ComposeForm.Render(Longer(say, 3) with { Organisation = Organisation with { SalesChannels = [.. Enumerable.Range(1, 70).Select(Channel)] } }),
        ["announcement-compose-3-faults"] = say => ComposeForm.Render(Compose(say, 3) with { Form = Faulty, Faults = Faults }),
        ["announcement-compose-4"] = say => ComposeForm.Render(Compose(say, 4)),
        ["announcement-compose-4-longest"] = say => ComposeForm.Render(Longer(say, 4)),
        ["announcement-compose-1-longest"] = say => ComposeForm.Render(Longer(say, 1) with { People = [.. Enumerable.Range(1, 200).Select(Person)] }),
        ["announcement-compose-2-longest"] = say => ComposeForm.Render(Longer(say, 2)),
        ["announcement-compose-1-hostile"] = say => ComposeForm.Render(Compose(say, 1) with { Form = Hostile.Published!, Faults = [new(AnnouncementForm.Budget, AnnouncementFaultKind.NotReadable, Samples.Hostile)] }),
    };

    public static AnnouncementView View(Say say, Announcement announcement, Instant now) => new(announcement, At(say, now))
    {
        GotIt = 18,
        Members = 24,
        RefreshFor = ["29:1LenaHoff", "29:1BenOrtiz"],
    };

    /// <summary>Everything at its most.</summary>
    public static AnnouncementView Full(Say say) => View(say, Longest, Wednesday) with
    {
        Questions = Questions(30),
        Votes = [.. Longest.Content.Links.Select(link => new ContentVote(Ben.Id, link.Key, false))],
        Reader = Ben.Id,
        RefreshFor = [.. Enumerable.Range(1, 200).Select(n => $"29:1{new string('x', 60)}{n}")],
    };

    public static ComposeView Compose(Say say, int page) => new(Draft with { Draft = Form }, Form, page, At(say, Tuesday), Organisation) { People = [Samples.Anna, Ben] };

    private static ComposeView Longer(Say say, int page) => Compose(say, page) with { Form = Longest.Published! };

    private static PreviewView Preview(Say say, Announcement announcement) => new(
        View(say, announcement, Tuesday) with { Members = 0, RefreshFor = [] },
        [
            (Organisation.SalesChannels[0], Instant.FromUtc(2026, 11, 20, 8, 0), DateTimeZoneProviders.Tzdb["Europe/Berlin"]),
            (Organisation.SalesChannels[1], Tuesday, DateTimeZoneProviders.Tzdb["Europe/London"]),
            (Organisation.SalesChannels[2], null, DateTimeZoneProviders.Tzdb["Asia/Riyadh"]),
        ]);

    private static AuthorView Author(Say say, Announcement announcement, IReadOnlyList<ChannelProgress> channels) => new(announcement, At(say, Wednesday), channels);

    private static ChannelProgress Progress(int number, ChannelState state) =>
        new(number < 3 ? Organisation.SalesChannels[number] : Channel(number), state, null, null, 18, 24, [Samples.Lena, Ben]);

    private static ChannelProgress Waiting(int number) => Progress(number, ChannelState.Waiting) with { Due = Wednesday + Duration.FromHours(20), GotIt = 0, Members = 0 };

    private static ChannelProgress Many(int number) => Progress(number + 3, (ChannelState)(number % 4)) with { GotIt = number % 24, Why = "BotDisabledByAdmin" };

    private static SalesChannel Channel(int number) =>
        new($"19:{number:00}{new string('a', 40)}@thread.tacv2", "team", $"Sales, temperature-controlled distribution {number}", "مؤسسات كبيرة");

    private static PersonRef Person(int number) => new(new($"00000000-0000-0000-0000-{number:000000000000}"), $"Anna-Katharina von Hohenstein zu Löwenberg {number}");

    private static Moments At(Say say, Instant now) => new(say, Samples.Warsaw, now);

    private static AnnouncementQuestion[] Questions(int count) =>
        [.. Enumerable.Range(1, count).Select(n => new AnnouncementQuestion(n, Person(n), "19:dach", new string('问', AnnouncementQuestion.LongestText), Tuesday) { Answer = new string('答', AnnouncementQuestion.LongestText), AnsweredBy = Priya })];

    private static AnnouncementQuestion Foul(AnnouncementQuestion question) =>
        question with { By = new(Ben.Id, Samples.Hostile), Text = Samples.Hostile, Answer = question.Answer is null ? null : Samples.Hostile, AnsweredBy = question.Answer is null ? null : new(Ben.Id, Samples.Hostile) };

    private static AnnouncementForm Foul() => Form
        .With(AnnouncementForm.Name, Samples.Hostile)
        .With(AnnouncementForm.Audience, Samples.Hostile)
        .With(AnnouncementForm.Offer, Samples.Hostile)
        .With(AnnouncementForm.Goal, Samples.Hostile)
        .With(AnnouncementForm.TalkingPoints, string.Join('\n', Enumerable.Repeat(Samples.Hostile, 3)))
        .With(AnnouncementForm.Links, "See [click](javascript:alert) **x** <at>everyone</at> https://content.example.com/a)b](c\njavascript:alert(1)\nfile:///etc/passwd");

    private static AnnouncementForm Filled(string name, int text, int point)
    {
        var words = string.Concat(Enumerable.Repeat("字字字字字字字字字 ", 60));
        var points = string.Join('\n', Enumerable.Range(1, AnnouncementCheck.MostPoints).Select(n => $"{n} {words}"[..point]));
        var form = Form
            .With(AnnouncementForm.Name, name)
            .With(AnnouncementForm.Kinds, string.Join(',', Enum.GetValues<CampaignKind>()))
            .With(AnnouncementForm.Goal, words[..text])
            .With(AnnouncementForm.Links, string.Join('\n', Enumerable.Range(1, AnnouncementCheck.MostLinks).Select(n => $"{name[..79]} https://content.example.com/{new string('a', 200)}/{n}")))
            .With(AnnouncementForm.SalesChannels, string.Join(',', Enumerable.Range(1, 60).Select(n => Channel(n).Id)));
        return Languages.All.Aggregate(form.With(AnnouncementForm.Audience, words[..text]).With(AnnouncementForm.Offer, words[..text]).With(AnnouncementForm.TalkingPoints, points), (filled, language) => filled
            .With(AnnouncementForm.In(AnnouncementForm.Audience, language), words[..text])
            .With(AnnouncementForm.In(AnnouncementForm.Offer, language), words[..text])
            .With(AnnouncementForm.In(AnnouncementForm.TalkingPoints, language), points));
    }

    private static ListedCampaign[] Listed =>
    [
        Of(Announced),
        new("C-7", "Spring Roadshow", new(2027, 3, 1), new(2027, 3, 20), CampaignPhase.Coming, Announced with { Id = "C-7" }),
        new("C-8", "Retargeting autumn", new(2026, 11, 4), new(2026, 12, 31), CampaignPhase.Live, null),
        new("C-9", "Partner day", null, null, null, null),
        new("C-10", "Trade fair Rostock", new(2026, 11, 12), new(2026, 11, 12), CampaignPhase.Over, null),
        new("C-11", "", new(2026, 12, 7), null, CampaignPhase.Coming, Draft with { Id = "C-11" }),
        .. Enumerable.Range(1, 7).Select(n => new ListedCampaign($"C-2{n}", $"Webinar {n}", new(2026, n, 1), new(2026, n, 20), CampaignPhase.Over, null)),
    ];

    private static ListedCampaign Of(Announcement one) => new(one.Id, one.Content.Name, one.Content.StartsOn, one.LastDay, CampaignPhase.Live, one);

    private static ListedCampaign[] ManyListed =>
    [
        .. Enumerable.Range(1, 120).Select(n => new ListedCampaign($"C-{n}", Longest.Content.Name, new(2026, 11, 23), new(2026, 12, 18), (CampaignPhase)(n % 3), Longest with { Id = $"C-{n}" })),
    ];
}
