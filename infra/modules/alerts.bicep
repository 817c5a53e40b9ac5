// Who is told what, and when. Everything here is measured by Azure or logged by the bot today; infra/README.md names what is not yet.
param location string
param name string
param operatorEmail string
param siteId string
param host string
param workspaceId string
param insightsId string

@description('Seconds between two looks from outside, each from three places.')
param probeFrequency int

// What the bot logs, by the ids of its events.
var logged = [
  { name: 'refused-sends', severity: 2, events: [202], threshold: 0, says: 'A conversation takes nothing from Baton any more.' }
  { name: 'people-not-reached', severity: 3, events: [201], threshold: 20, says: 'Many people could not be written to.' }
  { name: 'refused-tokens', severity: 2, events: [301], threshold: 20, says: 'Activities are refused: a wrong registration, or somebody tries the door.' }
  { name: 'failed-turns', severity: 2, events: [302], threshold: 5, says: 'People get apologies instead of answers.' }
  { name: 'work-stands-still', severity: 1, events: [101, 103], threshold: 10, says: 'The queue is not worked: cards, reminders and escalations wait.' }
  { name: 'parked-work', severity: 2, events: [107], threshold: 0, says: 'Work is not tried any more until an admin retries or drops it: say "status" to Baton.' }
  { name: 'failed-work', severity: 2, events: [102], threshold: 30, says: 'Work fails and is tried again: Teams refuses, or the bot gets no token.' }
  { name: 'figures-behind', severity: 3, events: [611], threshold: 5, says: 'Answers to questions are getting old.' }
]

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  properties: {
    groupShortName: 'baton'
    enabled: true
    emailReceivers: [{ name: 'operator', emailAddress: operatorEmail, useCommonAlertSchema: true }]
  }
}

resource fromLogs 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for alert in logged: {
    name: '${name}-${alert.name}'
    location: location
    kind: 'LogAlert'
    properties: {
      displayName: 'Baton: ${alert.name}'
      description: alert.says
      severity: alert.severity
      enabled: true
      scopes: [workspaceId]
      // Looking more often costs more.
      evaluationFrequency: alert.severity < 2 ? 'PT5M' : 'PT15M'
      windowSize: 'PT15M'
      // The table comes into being with the first log line.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: 'AppServiceConsoleLogs | where _ResourceId =~ "${siteId}" | extend line = parse_json(ResultDescription) | where toint(line.EventId) in (${join(map(alert.events, id => string(id)), ',')}) and tostring(line.Category) startswith "TeamsBot."'
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: alert.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [operators.id] }
    }
  }
]

resource unhealthy 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-unhealthy'
  location: 'global'
  properties: {
    description: 'An instance does not reach its store.'
    severity: 1
    enabled: true
    scopes: [siteId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        { criterionType: 'StaticThresholdCriterion', name: 'health', metricName: 'HealthCheckStatus', operator: 'LessThan', threshold: 100, timeAggregation: 'Average' }
      ]
    }
    actions: [{ actionGroupId: operators.id }]
  }
}

resource probe 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-ready'
  location: location
  kind: 'standard'
  tags: { 'hidden-link:${insightsId}': 'Resource' }
  properties: {
    Name: '${name}-ready'
    SyntheticMonitorId: '${name}-ready'
    Kind: 'standard'
    Enabled: true
    Frequency: probeFrequency
    Timeout: 30
    RetryEnabled: true
    Locations: [{ Id: 'emea-nl-ams-azr' }, { Id: 'emea-gb-db3-azr' }, { Id: 'us-va-ash-azr' }]
    Request: { RequestUrl: 'https://${host}/health/ready', HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 7 }
  }
}

resource down 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-down'
  location: 'global'
  properties: {
    description: 'Baton does not answer from outside.'
    severity: 0
    enabled: true
    scopes: [probe.id, insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT${probeFrequency / 60}M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: probe.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: operators.id }]
  }
}
