/**
 * Types of connectors → the names of their secrets. A type that is not here is taken to have none that is needed.
 * https://www.elastic.co/docs/reference/kibana/connectors-kibana
 */
export const CONNECTOR_SECRETS: ReadonlyMap<string, readonly string[]> = new Map([
  ['.bedrock', ['accessKey', 'secret']],
  ['.cases-webhook', ['user', 'password']],
  ['.crowdstrike', ['clientId', 'clientSecret']],
  ['.d3security', ['token']],
  ['.email', ['user', 'password']],
  ['.gemini', ['credentialsJson']],
  ['.gen-ai', ['apiKey']],
  ['.jira', ['email', 'apiToken']],
  ['.microsoft_defender_endpoint', ['clientSecret']],
  ['.opsgenie', ['apiKey']],
  ['.pagerduty', ['routingKey']],
  ['.resilient', ['apiKeyId', 'apiKeySecret']],
  ['.sentinelone', ['token']],
  ['.servicenow', ['username', 'password']],
  ['.servicenow-itom', ['username', 'password']],
  ['.servicenow-sir', ['username', 'password']],
  ['.slack', ['webhookUrl']],
  ['.slack_api', ['token']],
  ['.swimlane', ['apiToken']],
  ['.teams', ['webhookUrl']],
  ['.thehive', ['apiKey']],
  ['.tines', ['email', 'token']],
  ['.torq', ['token']],
  ['.webhook', ['user', 'password']],
  ['.xmatters', ['user', 'password']],
]);
