import type { JsonObject } from '../../values/json.js';

/**
 * The fields that Elasticsearch's `user_agent` processor makes of a User-Agent header: `original`, `name`, `device.name`, and `version`
 * and `os` where it knows them. Known here: the AWS clients, the usual browsers and operating systems; the rest is `Other`.
 *
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.19/user-agent-processor.html
 */
export function userAgentFields(original: string): JsonObject {
  const client = firstMatch(CLIENTS, original);
  const os = firstMatch(SYSTEMS, original);
  return {
    original,
    device: { name: deviceName(original) },
    name: client?.name ?? 'Other',
    ...(client?.version === undefined ? {} : { version: client.version }),
    ...(os === undefined ? {} : { os: osFields(os) }),
  };
}

interface Product {
  readonly name: string;
  readonly version?: string;
}

/** A pattern (every part of bounded cost), and the product's name unless the first group gives it. */
type Family = readonly [pattern: RegExp, name?: string];

/** In order: the first that matches wins, as in the parser's own list. */
const CLIENTS: readonly Family[] = [
  [/\b(Boto3?|aws-cli|aws-sdk-(?:cpp|go|java|nodejs|ruby2?|dotnet-(?:\d\d?|core)))\/(\d+)\.(\d+)(?:\.(\d+))?/],
  [/(Edg)(?:e|A|iOS)?\/(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:\.(\d+))?/, 'Edge'],
  [/(OPR)\/(\d+)(?:\.(\d+))?(?:\.(\d+))?/, 'Opera'],
  [/(Firefox)\/(\d+)\.(\d+)(?:\.(\d+)|())/],
  [/(HeadlessChrome|Chrome)\/(\d+)\.(\d+)\.(\d+)\.(\d+)/],
  [/(Version)\/(\d+)\.(\d+)(?:\.(\d+))?(?: Mobile\/\w{1,20})? Safari\//, 'Safari'],
  [/(curl|Wget|okhttp|Go-http-client)\/(\d+)\.(\d+)(?:\.(\d+))?/],
];

const SYSTEMS: readonly Family[] = [
  [/(Windows) NT (10)\.0/],
  [/(Windows) NT 6\.3/, 'Windows 8.1'],
  [/(Windows) NT 6\.2/, 'Windows 8'],
  [/(Windows) NT 6\.1/, 'Windows 7'],
  [/(Android)[ /](\d+)(?:\.(\d+))?(?:\.(\d+))?/],
  [/(iPhone|iPad)[^)]{0,60} OS (\d+)_(\d+)(?:_(\d+))?/, 'iOS'],
  [/(Mac OS X) (\d+)[_.](\d+)(?:[_.](\d+))?/],
  [/(Ubuntu)(?:\/(\d+)\.(\d+))?/],
  [/(Linux)(?:[ /](\d+)\.(\d+)(?:\.(\d+))?)?/],
];

function firstMatch(families: readonly Family[], original: string): Product | undefined {
  for (const [pattern, name] of families) {
    const match = pattern.exec(original);
    if (match === null) continue;
    const version = match.slice(2).filter((part) => (part as string | undefined) !== undefined);
    return { name: name ?? match[1] ?? 'Other', ...(version.length === 0 ? {} : { version: version.join('.') }) };
  }
  return undefined;
}

/** The older Windows versions have names, not numbers: "Windows 7" is name and version in one. */
function osFields({ name, version = /^Windows (.+)$/.exec(name)?.[1] }: Product): JsonObject {
  const plainName = name.startsWith('Windows ') ? 'Windows' : name;
  return version === undefined ? { name } : { name: plainName, version, full: `${plainName} ${version}` };
}

function deviceName(original: string): string {
  // "bot" is in botocore and Boto3 too: the processor counts them among the spiders.
  if (/bot|crawl|spider|scraper/i.test(original)) return 'Spider';
  if (original.includes('iPhone')) return 'iPhone';
  if (original.includes('iPad')) return 'iPad';
  return original.includes('Macintosh') ? 'Mac' : 'Other';
}
