namespace TeamsBot.Domain.Matching;

/// <summary>Providers that give anybody an address: sharing one says nothing of a company.</summary>
internal static class FreeMail
{
    /// <param name="domain">A registered domain, in small letters.</param>
    public static bool Is(string domain) => s_domains.Contains(domain) || s_everywhere.Contains(domain[..domain.IndexOf('.', StringComparison.Ordinal)]);

    // Under many countries' endings.
    private static readonly HashSet<string> s_everywhere = new(["gmail", "googlemail", "yahoo", "hotmail", "outlook", "live", "msn", "gmx", "yandex", "protonmail", "icloud", "aol"], StringComparer.Ordinal);

    private static readonly HashSet<string> s_domains = new(
    [
        "me.com", "mac.com", "ymail.com", "rocketmail.com", "passport.com", "proton.me", "pm.me", "tutanota.com", "tutanota.de", "tuta.io", "tuta.com", "fastmail.com", "fastmail.fm", "hey.com", "hushmail.com", "mail.com", "email.com", "inbox.com",
        "zoho.com", "zohomail.com", "zohomail.eu", "duck.com", "mailinator.com", "yopmail.com", "guerrillamail.com",
        "web.de", "t-online.de", "freenet.de", "arcor.de", "online.de", "posteo.de", "mailbox.org", "bluewin.ch", "hispeed.ch", "aon.at", "chello.at", "kpnmail.nl", "ziggo.nl", "xs4all.nl", "home.nl", "planet.nl", "telenet.be", "skynet.be",
        "wp.pl", "o2.pl", "onet.pl", "onet.eu", "op.pl", "vp.pl", "autograf.pl", "interia.pl", "interia.eu", "poczta.fm", "poczta.pl", "gazeta.pl", "tlen.pl", "buziaczek.pl", "spoko.pl", "int.pl",
        "seznam.cz", "centrum.cz", "email.cz", "post.cz", "volny.cz", "azet.sk", "zoznam.sk", "centrum.sk", "freemail.hu", "citromail.hu", "abv.bg", "mail.bg", "siol.net",
        "mail.ru", "bk.ru", "inbox.ru", "list.ru", "internet.ru", "ya.ru", "rambler.ru", "lenta.ru", "ukr.net", "i.ua", "meta.ua", "bigmir.net", "tut.by", "mail.kz",
        "orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "laposte.net", "neuf.fr", "bbox.fr", "libero.it", "virgilio.it", "tin.it", "alice.it", "tiscali.it", "telefonica.net", "terra.es", "sapo.pt", "terra.com.br", "uol.com.br", "bol.com.br", "ig.com.br",
        "btinternet.com", "sky.com", "talktalk.net", "virginmedia.com", "ntlworld.com", "comcast.net", "verizon.net", "att.net", "sbcglobal.net", "bellsouth.net", "cox.net", "charter.net", "earthlink.net", "juno.com", "shaw.ca", "sympatico.ca",
        "bigpond.com", "optusnet.com.au", "xtra.co.nz", "rediffmail.com", "maktoob.com", "mynet.com", "walla.co.il", "online.no", "telia.com", "spray.se", "mail.dk", "luukku.com",
        "qq.com", "foxmail.com", "163.com", "126.com", "yeah.net", "sina.com", "sina.cn", "sohu.com", "tom.com", "139.com", "189.cn", "21cn.com", "aliyun.com", "naver.com", "daum.net", "hanmail.net", "nate.com", "docomo.ne.jp", "ezweb.ne.jp", "pchome.com.tw",
    ], StringComparer.Ordinal);
}
