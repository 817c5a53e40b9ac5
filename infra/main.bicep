// Baton in one resource group: az deployment group create -g GROUP -f infra/main.bicep -p infra/prod.bicepparam
targetScope = 'resourceGroup'

@description('Where everything is kept and runs.')
param location string = resourceGroup().location

@description('Distinguishes the names of this environment: dev, prod.')
@minLength(2)
@maxLength(8)
param environmentName string

@description('The name that people see beside what the bot writes.')
param displayName string = 'Baton'

@description('App Service plan: B1 for one instance; P0v3 and above can scale.')
param planSku string

@description('Instances that always run.')
@minValue(1)
param minInstances int

@description('Instances under load. The same number as minInstances: no autoscale, as B1 demands.')
@minValue(1)
param maxInstances int

@description('Standard_LRS keeps records in one data centre, Standard_ZRS in three zones of the region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageSku string

@description('Whether nobody can delete the storage account, and the SLA ledger with it, before taking away a lock.')
param lockRecords bool

@description('A free network of at least 128 addresses; matters only where it is peered with yours.')
param addressSpace string = '10.40.0.0/24'

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int

@description('Seconds between two looks from outside, whether the bot answers.')
@allowed([300, 900])
param probeFrequency int

@description('Who is told of alerts and of the budget.')
param operatorEmail string

@description('What a month may cost, in the currency of the subscription.')
@minValue(1)
param monthlyBudget int

@description('The first day of the month from which the budget counts, such as 2026-12-01. It cannot be changed later.')
param budgetStart string

@description('The repository whose workflow deploys, as OWNER/NAME. Its GitHub environment has the name environmentName.')
param githubRepository string

@description('A collector that takes OTLP over HTTP, such as https://collector.contoso.com:4318; empty: no traces and metrics are sent.')
param otlpEndpoint string = ''

var name = 'baton-${environmentName}'
var unique = uniqueString(resourceGroup().id, environmentName)

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: { location: location, name: 'id-${name}' }
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: { location: location, name: 'vnet-${name}', addressSpace: addressSpace }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    location: location
    name: take('baton${environmentName}${unique}', 24)
    sku: storageSku
    lockRecords: lockRecords
    networkId: network.outputs.networkId
    endpointSubnetId: network.outputs.endpointSubnetId
    principalId: identity.outputs.principalId
  }
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: { location: location, name: name, days: logDays }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    location: location
    name: 'app-${name}-${unique}'
    planName: 'plan-${name}'
    planSku: planSku
    instances: minInstances
    subnetId: network.outputs.appSubnetId
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    tableEndpoint: storage.outputs.tableEndpoint
    workspaceId: logs.outputs.workspaceId
    otlpEndpoint: otlpEndpoint
  }
}

module autoscale 'modules/autoscale.bicep' = if (maxInstances > minInstances) {
  name: 'autoscale'
  params: { location: location, name: 'scale-${name}', planId: app.outputs.planId, minInstances: minInstances, maxInstances: maxInstances }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: 'bot-${name}-${unique}'
    displayName: displayName
    host: app.outputs.host
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    location: location
    name: name
    operatorEmail: operatorEmail
    siteId: app.outputs.siteId
    host: app.outputs.host
    workspaceId: logs.outputs.workspaceId
    insightsId: logs.outputs.insightsId
    probeFrequency: probeFrequency
  }
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  params: { name: 'budget-${name}', amount: monthlyBudget, start: budgetStart, operatorEmail: operatorEmail }
}

module deployer 'modules/deployer.bicep' = {
  name: 'deployer'
  params: {
    location: location
    name: 'id-${name}-deploy'
    siteName: app.outputs.siteName
    repository: githubRepository
    environmentName: environmentName
  }
}

@description('For the command "package".')
output appId string = identity.outputs.clientId
output domain string = app.outputs.host

@description('For the workflow: variables of the GitHub environment.')
output workflow object = {
  AZURE_CLIENT_ID: deployer.outputs.clientId
  AZURE_TENANT_ID: tenant().tenantId
  AZURE_SUBSCRIPTION_ID: subscription().subscriptionId
  AZURE_RESOURCE_GROUP: resourceGroup().name
  APP_NAME: app.outputs.siteName
  APP_HOST: app.outputs.host
}
