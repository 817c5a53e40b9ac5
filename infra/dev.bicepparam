using 'main.bicep'

param environmentName = 'dev'
param displayName = 'Baton (dev)'
param planSku = 'B1'
param minInstances = 1
param maxInstances = 1
param storageSku = 'Standard_LRS'
param lockRecords = false
param logDays = 30
param probeFrequency = 900
param monthlyBudget = 50
param budgetStart = '2026-12-01'

// Yours:
param operatorEmail = 'baton-operators@contoso.com'
param githubRepository = 'contoso/baton'
