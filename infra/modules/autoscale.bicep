// More instances while the processors are busy.
param location string
param name string
param planId string
param minInstances int
param maxInstances int

var steps = [
  { direction: 'Increase', operator: 'GreaterThan', threshold: 65, window: 'PT5M', cooldown: 'PT5M' }
  { direction: 'Decrease', operator: 'LessThan', threshold: 30, window: 'PT15M', cooldown: 'PT15M' }
]

resource scale 'Microsoft.Insights/autoscalesettings@2022-10-01' = {
  name: name
  location: location
  properties: {
    enabled: true
    targetResourceUri: planId
    profiles: [
      {
        name: 'processors'
        capacity: { minimum: string(minInstances), maximum: string(maxInstances), default: string(minInstances) }
        rules: [
          for step in steps: {
            metricTrigger: {
              metricName: 'CpuPercentage'
              metricResourceUri: planId
              statistic: 'Average'
              timeAggregation: 'Average'
              timeGrain: 'PT1M'
              timeWindow: step.window
              operator: step.operator
              threshold: step.threshold
            }
            scaleAction: { direction: step.direction, type: 'ChangeCount', value: '1', cooldown: step.cooldown }
          }
        ]
      }
    ]
  }
}
