using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using TeamsBot.Hosting;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using Xunit;

namespace TeamsBot.Tests.Hosting;

public sealed class ReadinessTests
{
    [Fact]
    public async Task An_instance_that_reaches_all_it_needs_is_ready()
    {
        await using var app = await BatonApp.StartAsync();

        var (status, checks) = await LookAsync(app);

        status.ShouldBe(HttpStatusCode.OK);
        checks.EnumerateObject().ShouldAllBe(check => check.Value.GetString() == "fine");
        checks.EnumerateObject().Select(check => check.Name).ShouldBe(["store", "token", "figures", "life"]);
    }

    [Fact]
    public async Task An_instance_that_is_ending_is_not_ready_any_more()
    {
        await using var app = await BatonApp.StartAsync();
        (await LookAsync(app)).Checks.Text("life").ShouldBe("fine");

        app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        var (status, checks) = await LookAsync(app);
        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        checks.Text("life").ShouldBe("this instance is ending");
    }

    private static async Task<(HttpStatusCode Status, JsonElement Checks)> LookAsync(BatonApp app)
    {
        await app.Services.GetRequiredService<WarmUp>().ExecuteTask!;
        using var response = await app.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, body.RootElement.GetProperty("checks").Clone());
    }
}
