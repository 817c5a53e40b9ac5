using Shouldly;
using TeamsBot.Protocol.Connector;
using Xunit;

namespace TeamsBot.Protocol.Tests.Connector;

public sealed class UploadHostTests : ConnectorTestBase
{
    [Theory]
    [InlineData("https://contoso-my.sharepoint.com/personal/ben/_api/v2.0/drive/items/01/uploadSession?guid='1'&tempauth=x")]
    [InlineData("https://CONTOSO-my.SharePoint.com/upload")]
    [InlineData("https://contoso-my.sharepoint.us/upload")]
    [InlineData("https://contoso-my.sharepoint-mil.us/upload")]
    [InlineData("https://contoso-my.dps.mil/upload")]
    [InlineData("https://contoso-my.sharepoint.cn/upload")]
    [InlineData("https://sn3302.up.1drv.com/up/1")]
    [InlineData("https://api.onedrive.com/rup/1")]
    public void Hosts_of_OneDrive_are_known_by_name(string address) =>
        OutboundHosts.AllowsUpload(new Uri(address), allowLoopback: false).ShouldBeTrue();

    [Theory]
    [InlineData("http://contoso-my.sharepoint.com/upload")]
    [InlineData("https://contoso-my.sharepoint.com:8443/upload")]
    [InlineData("https://user@contoso-my.sharepoint.com/upload")]
    [InlineData("https://user:word@contoso-my.sharepoint.com/upload")]
    [InlineData("https://contoso-my.sharepoint.com@evil.example/upload")]
    [InlineData("https://contoso-my.sharepoint.com.evil.example/upload")]
    [InlineData("https://evilsharepoint.com/upload")]
    [InlineData("https://evil.example/contoso-my.sharepoint.com")]
    [InlineData("https://evil.example#.sharepoint.com")]
    [InlineData("https://evil.example\\.sharepoint.com/")]
    [InlineData("https://smba.trafficmanager.net/upload")]
    [InlineData("https://169.254.169.254/upload")]
    [InlineData("https://2852039166/upload")]
    [InlineData("https://[::ffff:169.254.169.254]/upload")]
    [InlineData("https://10.0.0.1/.sharepoint.com")]
    [InlineData("ftp://contoso-my.sharepoint.com/upload")]
    [InlineData("file:///etc/.sharepoint.com")]
    [InlineData("//contoso-my.sharepoint.com/upload")]
    [InlineData("/relative")]
    [InlineData("")]
    [InlineData(null)]
    public async Task No_file_goes_to_another_host(string? uploadUrl) => await Refused(Upload, uploadUrl);

    [Theory]
    [InlineData("http://127.0.0.1/upload")]
    [InlineData("https://127.0.0.1/upload")]
    [InlineData("https://localhost/upload")]
    [InlineData("https://[::1]/upload")]
    public async Task This_machine_is_no_place_for_files_unless_allowed(string uploadUrl) => await Refused(NewUpload(new ConnectorOptions()), uploadUrl);

    [Fact]
    public async Task A_user_name_is_refused_on_this_machine_too() =>
        await Refused(Upload, Teams.ServiceUrl.Replace("http://", "http://user@", StringComparison.Ordinal));

    private async Task Refused(FileUpload upload, string? uploadUrl)
    {
        var failure = await Should.ThrowAsync<FileUploadException>(() => upload.SendAsync(new() { UploadUrl = uploadUrl }, new MemoryStream([1])));

        failure.Error.ShouldBe(FileUploadError.HostNotAllowed);
        failure.IsTransient.ShouldBeFalse();
        Teams.Log.All.ShouldBeEmpty();
    }
}
