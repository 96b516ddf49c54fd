import { describe, expect, it } from 'vitest';
import { convertCloudTrail, type ConvertOptions } from '../../../src/convert/cloudtrail/convert-cloud-trail.js';
import { readCloudTrail } from '../../../src/convert/cloudtrail/read-cloud-trail.js';
import type { JsonObject, JsonValue } from '../../../src/values/json.js';

const base = { eventTime: '2024-08-02T09:08:27Z', eventName: 'GetUser', eventSource: 'iam.amazonaws.com' };

function convert(record: JsonObject, options?: ConvertOptions): JsonObject {
  const conversion = convertCloudTrail({ ...base, ...record }, options);
  if (conversion.problem !== undefined) throw new Error(conversion.problem.what);
  return conversion.document;
}

function at(document: JsonObject, path: string): JsonValue | undefined {
  return path
    .split('.')
    .reduce<JsonValue | undefined>((value, key) => (value as JsonObject | undefined)?.[key], document);
}

const problemOf = (record: JsonObject): string | undefined => convertCloudTrail({ ...base, ...record }).problem?.what;

describe('converting a CloudTrail record', () => {
  it('keeps the record itself as event.original, compact, with the digits it came with', () => {
    const text =
      '{ "eventTime": "2024-08-02T09:08:27Z",\n "requestParameters": {"count": 12345678901234567890, "ratio": 1.0, "none": null} }';
    const [record] = readCloudTrail(text).records;
    const conversion = convertCloudTrail(record!.value);
    if (conversion.problem !== undefined) throw new Error(conversion.problem.what);
    expect(at(conversion.document, 'event.original')).toBe(
      '{"eventTime":"2024-08-02T09:08:27Z","requestParameters":{"count":12345678901234567890,"ratio":1.0,"none":null}}',
    );
    expect(at(conversion.document, 'aws.cloudtrail.request_parameters')).toBe(
      '{count=12345678901234567890, ratio=1.0}',
    );
    expect(at(conversion.document, 'aws.cloudtrail.flattened.request_parameters')).toEqual({
      count: 12345678901234567890n,
      ratio: 1,
    });
    expect(conversion.source).toContain(
      '"flattened":{"request_parameters":{"count":12345678901234567890,"ratio":1.0}}',
    );
  });

  it('writes times in UTC with milliseconds', () => {
    expect(convert({ eventTime: '2024-08-02T09:08:27.123456+02:00' })['@timestamp']).toBe('2024-08-02T07:08:27.123Z');
    expect(convert({ eventTime: '2024-08-02' })['@timestamp']).toBe('2024-08-02T00:00:00.000Z');
    expect(convert({ eventTime: '2024-08-02T09-0130' })['@timestamp']).toBe('2024-08-02T10:30:00.000Z');
  });

  it('takes the session issuer as user of an assumed role, the identity itself where it has a name', () => {
    const sessionContext = {
      attributes: { creationDate: '2024-08-02T00:00:00Z' },
      sessionIssuer: { userName: 'role', type: 'Role' },
    };
    expect(at(convert({ userIdentity: { type: 'AssumedRole', sessionContext } }), 'user.name')).toBe('role');
    const named = convert({ userIdentity: { userName: 'eve', sessionContext } });
    expect([at(named, 'user.name'), at(named, 'related.user')]).toEqual(['eve', ['eve']]);
    expect(at(named, 'aws.cloudtrail.user_identity.session_context.creation_date')).toBe('2024-08-02T00:00:00.000Z');
  });

  it('flattens a stringified object below 32,766 characters only', () => {
    const short = convert({ responseElements: { a: 'x'.repeat(32_761) } });
    expect(at(short, 'aws.cloudtrail.response_elements')).toHaveLength(32_765);
    expect(at(short, 'aws.cloudtrail.flattened.response_elements')).toBeDefined();
    const long = convert({ responseElements: { a: 'x'.repeat(32_762) } });
    expect(at(long, 'aws.cloudtrail.response_elements')).toHaveLength(32_766);
    expect(at(long, 'aws.cloudtrail.flattened')).toBeUndefined();
  });

  it.each([
    [{ eventName: 'CreateUser' }, ['iam'], ['user', 'creation'], 'success'],
    [{ eventName: 'SendCommand', errorCode: 'AccessDenied' }, ['process'], undefined, 'failure'],
    [{ eventName: 'PutObject', errorMessage: 'no' }, undefined, ['info'], 'failure'],
    [
      { eventName: 'ConsoleLogin', responseElements: { ConsoleLogin: 'Failure' } },
      ['authentication'],
      ['info'],
      'failure',
    ],
    [{ eventName: 'constructor' }, undefined, ['info'], 'success'],
  ])('categorises %j', (record, category, type, outcome) => {
    expect(convert(record)['event']).toMatchObject({ kind: 'event', outcome });
    expect(at(convert(record), 'event.category')).toEqual(category);
    expect(at(convert(record), 'event.type')).toEqual(type);
  });

  it('puts an address into source.ip only if Elasticsearch takes it as one', () => {
    const ipOf = (address: string): unknown => at(convert({ sourceIPAddress: address }), 'source.ip');
    for (const ip of ['1.2.3.4', '255.255.255.255', '::1', '2001:db8::', '2001:DB8:0:0:0:0:0:1', '::ffff:1.2.3.4'])
      expect(ipOf(ip)).toBe(ip);
    for (const no of [
      'ssm.amazonaws.com',
      '01.2.3.4',
      '1.2.3',
      '256.1.1.1',
      '1::2::3',
      '1:2:3:4:5:6:7:8:9',
      ':::',
      '1.2.3.4::',
      'AWS Internal',
    ]) {
      expect(ipOf(no)).toBeUndefined();
    }
    expect(at(convert({ sourceIPAddress: 'ssm.amazonaws.com' }), 'source.address')).toBe('ssm.amazonaws.com');
  });

  it('names users, groups and resources', () => {
    const document = convert({
      eventName: 'UpdateUser',
      userIdentity: { userName: 'alice' },
      requestParameters: { userName: 'bob', newUserName: 'robert', groupName: 'admins' },
      responseElements: { user: { userId: 'AIDA1' }, group: { groupId: 'AGPA1' } },
      resources: [
        { ARN: 'arn:1', accountId: '1', type: 'AWS::IAM::Role' },
        { type: 'AWS::IAM::Role', accountId: '1', ARN: 'arn:1' },
        { ARN: 'arn:2' },
      ],
    });
    expect(document['user']).toEqual({
      name: 'alice',
      target: { id: 'AIDA1', name: 'bob' },
      changes: { name: 'robert' },
    });
    expect(document['group']).toEqual({ id: 'AGPA1', name: 'admins' });
    expect(at(document, 'related.user')).toEqual(['alice', 'bob', 'robert']);
    expect(at(document, 'aws.cloudtrail.resources')).toEqual([
      { arn: 'arn:1', account_id: '1', type: 'AWS::IAM::Role' },
      { arn: 'arn:2' },
    ]);
  });

  it('reads TLS details', () => {
    expect(convert({ tlsDetails: { tlsVersion: 'TLSv1.2', cipherSuite: 'X' } })['tls']).toEqual({
      version_protocol: 'tls',
      version: '1.2',
      cipher: 'X',
    });
    expect(convert({ tlsDetails: { tlsVersion: '1.3' } })['tls']).toEqual({ version: '1.3' });
  });

  it('adds the details of a console login where asked to', () => {
    const login = {
      eventName: 'ConsoleLogin',
      additionalEventData: { MFAUsed: 'Yes', MobileVersion: 'No', LoginTo: 'https://x/' },
    };
    expect(at(convert(login), 'aws.cloudtrail.console_login')).toBeUndefined();
    expect(at(convert(login, { consoleLogin: true }), 'aws.cloudtrail.console_login')).toEqual({
      additional_eventdata: { mfa_used: true, mobile_version: false, login_to: 'https://x/' },
    });
  });

  it('converts digests and insights', () => {
    const digest = convert({
      digestEndTime: '2024-08-02T10:00:00Z',
      digestS3Bucket: 'logs',
      digestS3Object: 'a/b.json.gz',
      awsAccountId: '1',
      previousDigestHashAlgorithm: 'SHA-256',
      previousDigestSignature: 'abc',
      logFiles: [{ s3Object: 'x' }],
    });
    expect(digest['@timestamp']).toBe('2024-08-02T10:00:00.000Z');
    expect(digest['file']).toEqual({ path: 'a/b.json.gz', hash: { sha256: 'abc' } });
    expect(at(digest, 'aws.cloudtrail.flattened.digest')).toEqual({
      log_files: [{ s3Object: 'x' }],
      end_time: '2024-08-02T10:00:00.000Z',
      s3_bucket: 'logs',
      previous_hash_algorithm: 'SHA-256',
    });
    expect(at(convert({ insightDetails: { state: 'Start' } }), 'aws.cloudtrail.flattened.insight_details')).toEqual({
      state: 'Start',
    });
  });

  it.each([
    [
      'aws-cli/2.17.60 md/awscrt#0.21.2 os/macos#23.6.0',
      { name: 'aws-cli', version: '2.17.60', device: { name: 'Other' } },
    ],
    ['Boto3/1.34 Python/3.11', { name: 'Boto3', version: '1.34', device: { name: 'Spider' } }],
    ['ec2.amazonaws.com', { name: 'Other', device: { name: 'Other' } }],
    [
      'Mozilla/5.0 (Windows NT 6.1; WOW64; rv:24.0) Gecko/20100101 Firefox/24.0',
      {
        name: 'Firefox',
        version: '24.0.',
        device: { name: 'Other' },
        os: { name: 'Windows', version: '7', full: 'Windows 7' },
      },
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/91.0.4472.114 Safari/537.36',
      {
        name: 'Chrome',
        version: '91.0.4472.114',
        device: { name: 'Mac' },
        os: { name: 'Mac OS X', version: '10.15.7', full: 'Mac OS X 10.15.7' },
      },
    ],
  ])('reads the user agent %s', (original, fields) => {
    expect(convert({ userAgent: original })['user_agent']).toEqual({ original, ...fields });
  });
});

describe('hostile records', () => {
  it('are refused, never thrown', () => {
    expect(problemOf({ eventTime: 5 })).toBe('The record has no eventTime.');
    expect(problemOf({ eventTime: 'yesterday' })).toBe('eventTime is "yesterday", which is no ISO 8601 time.');
    for (const eventTime of [
      '2024-02-30',
      '2024-13-01T00:00:00Z',
      '2024-01-01T25:00',
      '20131102T010628Z',
      '2024-01-01T',
    ]) {
      expect(problemOf({ eventTime })).toContain('no ISO 8601 time');
    }
    expect(problemOf({ requestParameters: 'text' })).toBe('requestParameters is a string, not an object.');
    expect(problemOf({ requestParameters: [1] })).toBe('requestParameters is a list, not an object.');
    expect(problemOf({ eventName: { a: 1 } })).toBe('eventName is an object, not a value.');
    expect(problemOf({ resources: 'x' })).toBe('resources is a string, not a list of objects.');
    for (const record of [null, 'text', 7, true, []]) {
      expect(convertCloudTrail(record as unknown as JsonObject).problem?.what).toBe('The record is not a JSON object.');
    }
  });

  it('with wrong types on the way to a field just lack the field', () => {
    const document = convert({ userIdentity: 'root', tlsDetails: 5, additionalEventData: null, userAgent: 3 });
    expect(document['user']).toBeUndefined();
    expect(document['tls']).toBeUndefined();
  });

  it('may nest up to 1000 levels', () => {
    const nested = (levels: number): JsonObject => {
      let value: JsonObject = { end: 1 };
      for (let level = 0; level < levels; level++) value = { a: value };
      return value;
    };
    expect(problemOf({ requestParameters: nested(900) })).toBeUndefined();
    expect(problemOf({ requestParameters: nested(1000) })).toBe('The record nests deeper than 1000 levels.');
    expect(problemOf({ requestParameters: nested(5000) })).toBe('The record nests deeper than 1000 levels.');
  });

  it('may use the names of JavaScript objects as keys', () => {
    const record = JSON.parse(
      `{"eventTime":"2024-08-02","__proto__":{"x":1},"requestParameters":{"__proto__":{"y":"z"}}}`,
    ) as JsonObject;
    const conversion = convertCloudTrail(record);
    expect(conversion.problem).toBeUndefined();
    expect('source' in conversion && conversion.source).toContain(
      '"flattened":{"request_parameters":{"__proto__":{"y":"z"}}}',
    );
    expect(({} as { y?: string }).y).toBeUndefined();
  });
});
