import { parseIpAddress } from '../../values/ip-address.js';
import type { JsonObject } from '../../values/json.js';
import {
  isJsonList,
  isJsonMap,
  isJsonNumber,
  nodeFromJson,
  nodeToJson,
  printNode,
  type JsonMap,
  type JsonNode,
} from '../json-node.js';
import { DocumentBuilder, RecordMistake } from './document-builder.js';
import { EVENT_CATEGORIES } from './event-categories.js';

import { dropEmptyEntries, javaText } from './java-text.js';
import type { RecordProblem } from './record-problem.js';
import { isoTime } from './time.js';
import { userAgentFields } from './user-agent.js';

/** A converted record: the ECS document as an object, and as one line of JSON with every number as it was written. Or the problem. */
export type Conversion =
  | { readonly document: JsonObject; readonly source: string; readonly problem?: undefined }
  | { readonly problem: RecordProblem };

/** What {@link convertCloudTrail} may add. */
export interface ConvertOptions {
  /** Also writes `aws.cloudtrail.console_login.*` (mobile_version, login_to, mfa_used) for console logins. */
  readonly consoleLogin?: boolean;
}

/**
 * Converts one raw CloudTrail record into the ECS document that Elastic's `aws.cloudtrail` integration makes of it (without its
 * enrichments from databases: no `source.geo`, no `source.as`). Nulls, empty strings, empty objects and empty lists vanish, here as
 * there. Takes a record of `readCloudTrail`, or a plain object. Never throws: a record that cannot be converted gives a problem.
 *
 * @see https://www.elastic.co/docs/reference/integrations/aws/cloudtrail
 */
export function convertCloudTrail(record: JsonNode | JsonObject, options: ConvertOptions = {}): Conversion {
  const raw = isJsonMap(record as JsonNode) ? (record as JsonMap) : nodeFromJson(record as JsonObject);
  if (raw === undefined) return { problem: tooDeep };
  if (!isJsonMap(raw)) return { problem: notAnObject };
  try {
    const document = build(raw, options);
    return { document: nodeToJson(document) as JsonObject, source: printNode(document) };
  } catch (error) {
    if (error instanceof RecordMistake) return { problem: error.problem };
    throw error;
  }
}

const notAnObject: RecordProblem = {
  what: 'The record is not a JSON object.',
  why: 'A CloudTrail record is an object with eventTime, eventName and so on.',
  fix: 'Pass the records themselves, or the file that CloudTrail wrote.',
};

const tooDeep: RecordProblem = {
  what: 'The record nests deeper than 1000 levels.',
  why: 'Elasticsearch refuses such a document.',
  fix: 'Leave the record out.',
};

/** Where a field of the record goes as it is; a target that is already there keeps its first value. */
const MOVED: readonly (readonly [from: string, to: string])[] = [
  ['eventVersion', 'aws.cloudtrail.event_version'],
  ['userIdentity.type', 'aws.cloudtrail.user_identity.type'],
  ['userIdentity.userName', 'user.name'],
  ['userIdentity.principalId', 'user.id'],
  ['userIdentity.arn', 'aws.cloudtrail.user_identity.arn'],
  ['userIdentity.accountId', 'cloud.account.id'],
  ['userIdentity.accessKeyId', 'aws.cloudtrail.user_identity.access_key_id'],
  [
    'userIdentity.sessionContext.attributes.mfaAuthenticated',
    'aws.cloudtrail.user_identity.session_context.mfa_authenticated',
  ],
  [
    'userIdentity.sessionContext.sessionIssuer.type',
    'aws.cloudtrail.user_identity.session_context.session_issuer.type',
  ],
  ['userIdentity.sessionContext.sessionIssuer.userName', 'user.name'],
  [
    'userIdentity.sessionContext.sessionIssuer.principalId',
    'aws.cloudtrail.user_identity.session_context.session_issuer.principal_id',
  ],
  ['userIdentity.sessionContext.sessionIssuer.arn', 'aws.cloudtrail.user_identity.session_context.session_issuer.arn'],
  [
    'userIdentity.sessionContext.sessionIssuer.accountId',
    'aws.cloudtrail.user_identity.session_context.session_issuer.account_id',
  ],
  ['userIdentity.invokedBy', 'aws.cloudtrail.user_identity.invoked_by'],
  ['sessionCredentialFromConsole', 'aws.cloudtrail.session_credential_from_console'],
  ['eventSource', 'event.provider'],
  ['eventName', 'event.action'],
  ['eventCategory', 'aws.cloudtrail.event_category'],
  ['awsRegion', 'cloud.region'],
  ['sourceIPAddress', 'source.address'],
  ['errorCode', 'aws.cloudtrail.error_code'],
  ['errorMessage', 'aws.cloudtrail.error_message'],
  ['requestID', 'aws.cloudtrail.request_id'],
  ['eventID', 'event.id'],
  ['eventType', 'aws.cloudtrail.event_type'],
  ['apiVersion', 'aws.cloudtrail.api_version'],
  ['managementEvent', 'aws.cloudtrail.management_event'],
  ['readOnly', 'aws.cloudtrail.read_only'],
  ['recipientAccountId', 'aws.cloudtrail.recipient_account_id'],
  ['sharedEventID', 'aws.cloudtrail.shared_event_id'],
  ['sharedEventId', 'aws.cloudtrail.shared_event_id'],
  ['vpcEndpointId', 'aws.cloudtrail.vpc_endpoint_id'],
  ['awsAccountId', 'cloud.account.id'],
  ['digestS3Object', 'file.path'],
  ['tlsDetails.cipherSuite', 'tls.cipher'],
  ['tlsDetails.clientProvidedHostHeader', 'tls.client.server_name'],
];

/** Objects without a fixed shape: each as text in Java's spelling, and as an object of type `flattened`. */
const STRINGIFIED: readonly (readonly [from: string, to: string])[] = [
  ['requestParameters', 'request_parameters'],
  ['responseElements', 'response_elements'],
  ['additionalEventData', 'additional_eventdata'],
  ['serviceEventDetails', 'service_event_details'],
];

/** From this length on, a stringified object is not flattened: it would be too long for a Lucene term. */
const FLATTENED_LIMIT = 32_766;

/** Fields of a digest file, which CloudTrail delivers beside the logs. */
const DIGEST_FIELDS: readonly (readonly [from: string, to: string, kind: 'as is' | 'time'])[] = [
  ['logFiles', 'log_files', 'as is'],
  ['digestStartTime', 'start_time', 'time'],
  ['digestEndTime', 'end_time', 'time'],
  ['digestS3Bucket', 's3_bucket', 'as is'],
  ['newestEventTime', 'newest_event_time', 'time'],
  ['oldestEventTime', 'oldest_event_time', 'time'],
  ['previousDigestS3Bucket', 'previous_s3_bucket', 'as is'],
  ['previousDigestHashAlgorithm', 'previous_hash_algorithm', 'as is'],
  ['publicKeyFingerprint', 'public_key_fingerprint', 'as is'],
  ['digestSignatureAlgorithm', 'signature_algorithm', 'as is'],
];

function build(raw: JsonMap, options: ConvertOptions): JsonMap {
  const record = dropEmptyEntries(raw);
  const document = new DocumentBuilder(record);
  putTimestamp(document);
  document.put('ecs.version', '8.11.0');
  for (const [from, to] of MOVED) document.move(from, to);
  putCreationDate(document);
  putSource(document);
  putTls(document);
  putUserAgent(document);
  for (const [from, to] of STRINGIFIED) putStringified(document, from, to);
  putResources(document);
  if (options.consoleLogin === true) putConsoleLogin(document);
  putCategories(document);
  putDigest(document);
  putUsersAndGroups(document);
  document.put('event.dataset', 'aws.cloudtrail');
  document.put('event.module', 'aws');
  document.put('event.original', printNode(raw));
  document.put('data_stream', new Map([['type', 'logs'], ['dataset', 'aws.cloudtrail'], ['namespace', 'default']])); // prettier-ignore
  document.put('tags', ['preserve_original_event']);
  return document.build();
}

function putTimestamp(document: DocumentBuilder): void {
  const field = document.text('digestEndTime') === undefined ? 'eventTime' : 'digestEndTime';
  const text = document.text(field);
  const time = text === undefined ? undefined : isoTime(text);
  if (time === undefined) {
    throw new RecordMistake({
      what:
        text === undefined
          ? 'The record has no eventTime.'
          : `${field} is ${JSON.stringify(text)}, which is no ISO 8601 time.`,
      why: 'Every document of a data stream needs @timestamp.',
      fix: 'Give the time as CloudTrail does, such as "2024-08-02T09:08:27Z".',
    });
  }
  document.put('@timestamp', time);
}

function putCreationDate(document: DocumentBuilder): void {
  const time = isoTime(document.text('userIdentity.sessionContext.attributes.creationDate') ?? '');
  document.put('aws.cloudtrail.user_identity.session_context.creation_date', time);
}

function putSource(document: DocumentBuilder): void {
  const address = document.text('sourceIPAddress');
  if (address !== undefined && parseIpAddress(address) !== undefined) document.put('source.ip', address);
}

/** `TLSv1.3` is protocol `tls`, version `1.3`; a text of another form is the version. */
function putTls(document: DocumentBuilder): void {
  const text = document.text('tlsDetails.tlsVersion');
  if (text === undefined) return;
  const at = text.indexOf('v');
  if (at > 0) document.put('tls.version_protocol', text.slice(0, at).toLowerCase());
  document.put('tls.version', text.slice(at > 0 ? at + 1 : 0));
}

function putUserAgent(document: DocumentBuilder): void {
  const text = document.text('userAgent');
  if (text !== undefined) document.put('user_agent', nodeFromJson(userAgentFields(text)));
}

function putStringified(document: DocumentBuilder, from: string, to: string): void {
  const node = document.record(from);
  if (node === undefined) return;
  if (!isJsonMap(node) && !(isJsonList(node) && node.every(isJsonMap))) throw document.wrongShape(from, 'an object');
  const text = javaText(node);
  document.put(`aws.cloudtrail.${to}`, text);
  if (text.length < FLATTENED_LIMIT) document.put(`aws.cloudtrail.flattened.${to}`, node);
}

/** Resources with `arn` and `account_id` for `ARN` and `accountId`, each combination with the type once, in the order of the record. */
function putResources(document: DocumentBuilder): void {
  const resources = document.record('resources');
  if (resources === undefined) return;
  if (!isJsonList(resources)) throw document.wrongShape('resources', 'a list of objects');
  const unique = new Map<string, JsonNode>();
  for (const resource of resources.filter(isJsonMap)) {
    const renamed = new Map([...resource].map(([key, value]) => [RESOURCE_KEYS.get(key) ?? key, value]));
    const part = (key: string): string => javaText(renamed.get(key) ?? '');
    unique.set(`${part('arn')}_${part('account_id')}_${part('type')}`, renamed);
  }
  document.put('aws.cloudtrail.resources', [...unique.values()]);
}

const RESOURCE_KEYS: ReadonlyMap<string, string> = new Map([
  ['ARN', 'arn'],
  ['accountId', 'account_id'],
]);

function putConsoleLogin(document: DocumentBuilder): void {
  if (document.text('eventName') !== 'ConsoleLogin') return;
  const to = 'aws.cloudtrail.console_login.additional_eventdata';
  const isSet = (field: string): boolean | undefined => {
    const value = document.record(`additionalEventData.${field}`);
    return value === undefined ? undefined : value !== 'No';
  };
  document.put(`${to}.mobile_version`, isSet('MobileVersion'));
  document.move('additionalEventData.LoginTo', `${to}.login_to`);
  document.put(`${to}.mfa_used`, isSet('MFAUsed'));
}

function putCategories(document: DocumentBuilder): void {
  const action = document.text('eventName');
  const failed = document.record('errorCode') !== undefined || document.record('errorMessage') !== undefined;
  const login = action === 'ConsoleLogin' ? document.text('responseElements.ConsoleLogin') : undefined;
  const categorisation = EVENT_CATEGORIES.get(action ?? '');
  document.put('event.kind', 'event');
  document.put('event.outcome', login?.toLowerCase() ?? (failed ? 'failure' : 'success'));
  document.put('event.category', categorisation?.category);
  document.put('event.type', categorisation === undefined ? ['info'] : categorisation.type);
}

function putDigest(document: DocumentBuilder): void {
  for (const [from, to, kind] of DIGEST_FIELDS) {
    const node = document.record(from);
    const value = kind === 'time' ? isoTime(typeof node === 'string' ? node : '') : node;
    document.put(`aws.cloudtrail.flattened.digest.${to}`, value);
  }
  document.put('aws.cloudtrail.flattened.insight_details', document.record('insightDetails'));
  if (document.text('previousDigestHashAlgorithm') !== 'SHA-256') return;
  const hash = document.text('previousDigestSignature');
  document.put('file.hash.sha256', hash);
  document.put('related.hash', hash === undefined ? undefined : [hash]);
}

/** The people and groups that a request names, as text. */
function putUsersAndGroups(document: DocumentBuilder): void {
  const named = (path: string): string | undefined => {
    const node = document.record(path);
    if (node === undefined || node === null || isJsonMap(node) || isJsonList(node)) return undefined;
    return isJsonNumber(node) ? node.digits : String(node);
  };
  const userName = named('requestParameters.userName');
  const newUserName = named('requestParameters.newUserName');
  const related = [named('userIdentity.userName'), userName, newUserName].filter((name) => name !== undefined);
  if (related.length > 0) document.put('related.user', [...new Set(related)]);
  document.put('user.target.id', named('responseElements.user.userId'));
  document.put('user.target.name', userName);
  document.put('user.changes.name', newUserName);
  document.put('group.id', named('responseElements.group.groupId'));
  document.put('group.name', named('requestParameters.groupName'));
}
