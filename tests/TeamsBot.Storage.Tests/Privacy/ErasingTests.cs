using NodaTime;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Privacy;
using TeamsBot.Domain.Sla;
using TeamsBot.Testing.Handoffs;
using TeamsBot.Testing.Privacy;
using Xunit;

namespace TeamsBot.Storage.Tests.Privacy;

/// <summary>What is left of the person whom all tests of forgetting are about.</summary>
public sealed class ErasingTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Actor Rita = new(new(new("rita"), "Rita"), Roles.Rep | Roles.Manager);
    private static readonly Actor Mark = new(new(new("mark"), "Mark"), Roles.Marketer);

    [Fact]
    public void Of_a_lead_nothing_personal_stays_and_all_that_figures_count()
    {
        var erased = Zyphora.Lead.Erased(At);

        Zyphora.In(erased.ToString() + Text(erased.Attributes) + Text(erased.ScoreLines)).ShouldBeEmpty();
        erased.DisplayName.ShouldBe("Z-77");
        (erased.Source, erased.Campaign, erased.Product, erased.Country, erased.Score, erased.CreatedAt, erased.Stage)
            .ShouldBe((Zyphora.Lead.Source, Zyphora.Lead.Campaign, Zyphora.Lead.Product, Zyphora.Lead.Country, Zyphora.Lead.Score, Zyphora.Lead.CreatedAt, Zyphora.Lead.Stage));
        erased.Erased(At + Duration.FromDays(1)).ShouldBe(erased);
    }

    [Fact]
    public void Every_field_of_a_lead_is_either_kept_for_figures_or_gone()
    {
        string[] kept = ["Id", "Source", "Campaign", "Product", "Segment", "Country", "CreatedAt", "Stage", "Score", "Owner", "ErasedAt", "JoinedTo", "DisplayName"];
        var (blank, erased) = (new Lead(Zyphora.Lead.Id), Zyphora.Lead.Erased(At));
        foreach (var field in typeof(Lead).GetProperties().Where(property => !kept.Contains(property.Name)))
        {
            Text(field.GetValue(Zyphora.Lead)).ShouldNotBe(Text(field.GetValue(blank)), $"{field.Name} is not tested, since the person of the test has none.");
            Text(field.GetValue(erased)).ShouldBe(Text(field.GetValue(blank)), field.Name);
        }
    }

    [Fact]
    public void A_handoff_ends_wherever_it_stood_and_its_ledger_stays()
    {
        foreach (var handoff in Walk())
        {
            var erased = handoff.Erased(At + Duration.FromDays(1));

            Zyphora.In(erased.ToString()).ShouldBeEmpty();
            (erased.LedgerRows, erased.LedgerHash, erased.State, erased.Version).ShouldBe((handoff.LedgerRows, handoff.LedgerHash, handoff.State, handoff.Version + 1));
            (erased.IsClosed, erased.IsOwned, erased.Clock, erased.NextStep(AllDay.Terms)).ShouldBe((true, false, null, null));
            Copy.Of(erased).ShouldBeEmpty();
            erased.Erased(At + Duration.FromDays(2)).ShouldBe(erased);
            erased.Tick(At + Duration.FromDays(90), AllDay.Terms, Reach.Nobody).ShouldBeOfType<Decision.Repeated>();
        }
    }

    [Fact]
    public void A_sale_stays_without_whose_it_was()
    {
        var erased = Zyphora.Deal.Erased();

        Zyphora.In(erased.ToString() + Text(erased.Attributes)).ShouldBeEmpty();
        (erased.Value, erased.Lead, erased.Rep, erased.ClosedAt).ShouldBe((Zyphora.Deal.Value, Zyphora.Deal.Lead, Zyphora.Deal.Rep, Zyphora.Deal.ClosedAt));
    }

    private static IEnumerable<Handoff> Walk()
    {
        var waiting = AllDay.Request(new(Zyphora.Lead.Id, 1), "19:sales", Tier.Hot, Mark.Person, At) with { FirstStep = Zyphora.FirstStep };
        var asked = After(waiting.Ask(Rita, At, Zyphora.Question, AllDay.Terms));
        var answered = After(asked.Reply(Mark, At, Zyphora.Answer, AllDay.Terms));
        var accepted = After(answered.Accept(Rita, At, AllDay.Terms));
        var contacted = After(accepted.Contact(Rita, At, AllDay.Terms));
        return
        [
            waiting, asked, answered, accepted, contacted, After(contacted.Qualify(Rita, At, AllDay.Terms)),
            After(answered.Reject(Rita, At, RejectionReason.Other, Zyphora.Note, AllDay.Terms)),
            After(contacted.Recycle(Rita, At, RecycleReason.Timing, new(2026, 9, 1), new(2026, 3, 2), AllDay.Terms)),
        ];
    }

    private static Handoff After(Decision decision) => ((Decision.Applied)decision).After;

    private static string Text(object? value) => value switch
    {
        string text => text,
        System.Collections.IEnumerable list => string.Join('|', list.Cast<object>()),
        _ => value?.ToString() ?? "",
    };
}
