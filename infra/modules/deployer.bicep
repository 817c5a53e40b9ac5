// The identity of the workflow: GitHub vouches for it, so that nothing is kept there. It may change the app, and nothing else.
param location string
param name string
param siteName string

@description('OWNER/NAME on GitHub.')
param repository string
param environmentName string

var websiteContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'de139f84-1756-47ae-9be6-808fbbe84772')

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location

  resource github 'federatedIdentityCredentials' = {
    name: 'github'
    properties: {
      issuer: 'https://token.actions.githubusercontent.com'
      subject: 'repo:${repository}:environment:${environmentName}'
      audiences: ['api://AzureADTokenExchange']
    }
  }
}

resource site 'Microsoft.Web/sites@2024-04-01' existing = {
  name: siteName
}

resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(site.id, name, websiteContributor)
  scope: site
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: websiteContributor
  }
}

output clientId string = identity.properties.clientId
