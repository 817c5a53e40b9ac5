using 'main.bicep'

param environmentName = 'prod'
param planSku = 'P0v3'
param minInstances = 2
param maxInstances = 4
param storageSku = 'Standard_ZRS'
param lockRecords = true
param logDays = 90
param probeFrequency = 300
param monthlyBudget = 300
param budgetStart = '2026-12-01'

// Yours:
param operatorEmail = 'baton-operators@contoso.com'
param githubRepository = 'contoso/baton'
