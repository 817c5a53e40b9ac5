// The bot as a web app.
param location string

@minLength(2)
@maxLength(60)
param name string
param planName string
param planSku string
param instances int
param subnetId string

@description('The bot\'s identity.')
param identityId string
param clientId string
param tableEndpoint string
param workspaceId string

@description('Where traces, metrics and logs go by OTLP; empty: nowhere.')
param otlpEndpoint string

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  kind: 'linux'
  sku: { name: planSku, capacity: instances }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // Any instance answers anybody.
    clientAffinityEnabled: false
    virtualNetworkSubnetId: subnetId
    // Only the storage account is reached through the network; Teams is on the internet.
    vnetRouteAllEnabled: false
    siteConfig: {
      linuxFxVersion: 'DOTNETCORE|10.0'
      appCommandLine: 'dotnet TeamsBot.dll'
      // Clocks run without anybody asking.
      alwaysOn: true
      healthCheckPath: '/health/ready'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      ASPNETCORE_URLS: 'http://0.0.0.0:8080'
      MicrosoftAppType: 'UserAssignedMSI'
      MicrosoftAppId: clientId
      MicrosoftAppTenantId: tenant().tenantId
      Storage__Connection: tableEndpoint
      // The figures of questions: a file of each instance, so not under /home, which all of them share.
      Storage__Folder: '/var/tmp/baton'
      // Which identity opens the storage account, and that no other kind is tried.
      AZURE_CLIENT_ID: clientId
      AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'
      // One line a record, which the alerts read.
      Logging__Console__FormatterName: 'json'
      OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint
      WEBSITE_RUN_FROM_PACKAGE: '1'
      // Seconds to end what is under way; the bot takes half of them at the most.
      WEBSITES_CONTAINER_STOP_TIME_LIMIT: '30'
    }
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'AppServiceConsoleLogs', enabled: true }
      { category: 'AppServicePlatformLogs', enabled: true }
      { category: 'AppServiceAuditLogs', enabled: true }
    ]
  }
}

output planId string = plan.id
output siteId string = site.id
output siteName string = site.name
output host string = site.properties.defaultHostName
