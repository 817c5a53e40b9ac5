using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TeamsBot.Testing.Azurite;

/// <summary>A certificate for 127.0.0.1 in two files; a process on Linux trusts it when SSL_CERT_FILE names the first.</summary>
public sealed record LoopbackCertificate(string File, string KeyFile)
{
    public static LoopbackCertificate Create(string folder)
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var files = new LoopbackCertificate(Path.Combine(folder, "loopback.pem"), Path.Combine(folder, "loopback.key"));
        System.IO.File.WriteAllText(files.File, certificate.ExportCertificatePem());
        System.IO.File.WriteAllText(files.KeyFile, key.ExportPkcs8PrivateKeyPem());
        return files;
    }
}
