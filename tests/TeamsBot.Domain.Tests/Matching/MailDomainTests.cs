using Shouldly;
using TeamsBot.Domain.Matching;
using Xunit;

namespace TeamsBot.Domain.Tests.Matching;

public sealed class MailDomainTests
{
    [Theory]
    [InlineData("anna@acme.com", "acme.com")]
    [InlineData(" Anna.Nowak+crm@ACME.com ", "acme.com")]
    [InlineData("anna@mail.acme.co.uk", "acme.co.uk")]
    [InlineData("anna@sales.eu.acme.com", "acme.com")]
    [InlineData("anna@acme.com.pl", "acme.com.pl")]
    [InlineData("anna@acme.waw.pl", "acme.waw.pl")]
    [InlineData("anna@acme.onmicrosoft.com", "acme.onmicrosoft.com")]
    [InlineData("anna@acme.com.", "acme.com")]
    [InlineData("hans@müller.de", "xn--mller-kva.de")]
    [InlineData("li@华联.cn", "xn--xkrs16h.cn")]
    public void An_address_names_the_domain_of_its_company(string email, string domain) => MailDomain.Of(email).ShouldBe(domain);

    [Theory]
    [InlineData("anna@gmail.com")]
    [InlineData("anna@GoogleMail.com")]
    [InlineData("anna@yahoo.co.uk")]
    [InlineData("anna@wp.pl")]
    [InlineData("anna@mail.ru")]
    [InlineData("anna@vip.qq.com")]
    [InlineData("anna@web.de")]
    public void Free_mail_names_none(string email) => MailDomain.Of(email).ShouldBeNull();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("anna")]
    [InlineData("@acme.com")]
    [InlineData("anna@")]
    [InlineData("anna@localhost")]
    [InlineData("anna@co.uk")]
    [InlineData("anna@127.0.0.1")]
    [InlineData("anna@acme..com")]
    [InlineData("an na@acme.com")]
    [InlineData("anna@ac me.com")]
    [InlineData("anna@acme.com@acme.com")]
    [InlineData("anna@-acme.com")]
    public void What_is_no_address_names_none(string? email) => MailDomain.Of(email).ShouldBeNull();
}
