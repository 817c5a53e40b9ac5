using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace TeamsBot.Storage.Tables.Azure;

/// <summary>Dates and signs each try anew: the service refuses a date that is over 15 minutes old.</summary>
internal sealed class TableSharedKeyPolicy(TableSharedKeyCredential credential, TimeProvider clock) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue(HttpHeader.Names.Authorization, credential.Authorize(date, message.Request.Uri.ToUri()));
    }
}
