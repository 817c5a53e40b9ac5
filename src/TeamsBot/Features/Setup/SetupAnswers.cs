using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Routing;

namespace TeamsBot.Features.Setup;

/// <summary>What the answers of a form make of the set-up, or a sentence that says what is wrong with them.</summary>
public readonly record struct SetupResult(Organisation Organisation, string? Error);

/// <summary>Reads the forms of the set-up. What they name must be of this team: a channel or a person of another one is refused.</summary>
public static class SetupAnswers
{
    public static SetupResult Apply(Organisation known, CardInput input, SetupView view)
    {
        if (input.Choice<Language>(SetupVerbs.Language) is not { } language)
        {
            return new(known, view.Say.Text("setup.languageMissing"));
        }

        var zone = input.Text(SetupVerbs.TimeZone) ?? "";
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not { } timeZone)
        {
            return new(known, view.Say.Text("setup.timeZoneWrong", ("text", zone)));
        }

        var marketing = ChannelOf(input, SetupVerbs.MarketingChannel, view);
        return new(
            known with
            {
                Language = language,
                TimeZone = timeZone,
                SalesChannels = ReplaceSales(known, ChannelOf(input, SetupVerbs.SalesChannel, view), input.Text(SetupVerbs.SalesFor), view),
                MarketingTeam = marketing is null ? known.MarketingTeam : view.Team,
                MarketingChannel = marketing?.Id ?? known.MarketingChannel,
                HeadOfSales = PersonOf(input, SetupVerbs.HeadOfSales, view) ?? known.HeadOfSales,
                HeadOfMarketing = PersonOf(input, SetupVerbs.HeadOfMarketing, view) ?? known.HeadOfMarketing,
            },
            Error: null);
    }

    public static SetupResult AddChannel(Organisation known, CardInput input, SetupView view)
    {
        if (ChannelOf(input, SetupVerbs.SalesChannel, view) is not { } channel)
        {
            return new(known, view.Say.Text("setup.channelMissing"));
        }

        var others = known.SalesChannels.Where(sales => sales.Id != channel.Id);
        return new(known with { SalesChannels = [.. others, Sales(channel, input.Text(SetupVerbs.SalesFor), view)] }, Error: null);
    }

    // The form shows the first sales channel of this team; that one gives its place to the one chosen.
    private static IReadOnlyList<SalesChannel> ReplaceSales(Organisation known, TeamChannel? chosen, string? sells, SetupView view)
    {
        if (chosen is null)
        {
            return known.SalesChannels;
        }

        var shown = known.SalesChannels.FirstOrDefault(sales => view.Channels.Any(channel => channel.Id == sales.Id));
        var sales = Sales(chosen, sells, view);
        var kept = known.SalesChannels.Where(other => other.Id != chosen.Id || other == shown).ToList();
        return shown is null ? [.. kept, sales] : [.. kept.Select(other => other == shown ? sales : other)];
    }

    private static SalesChannel Sales(TeamChannel channel, string? sells, SetupView view) => new(channel.Id, view.Team, channel.Name, sells ?? "");

    private static TeamChannel? ChannelOf(CardInput input, string name, SetupView view)
    {
        var id = input.Text(name);
        return view.Channels.FirstOrDefault(channel => channel.Id == id);
    }

    private static PersonRef? PersonOf(CardInput input, string name, SetupView view)
    {
        var id = input.Text(name);
        return view.Members.FirstOrDefault(member => member.Id.Value == id);
    }
}
