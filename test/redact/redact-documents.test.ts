import { describe, expect, it } from 'vitest';
import { redactDocuments } from '../../src/redact/redact-documents.js';
import type { RedactionRule } from '../../src/redact/redaction-rules.js';
import type { JsonObject } from '../../src/values/json.js';
import { pick, seededRandom } from '../seeded-random.js';

const KEY = 'a key of our own for these tests';

function redact(
  documents: readonly JsonObject[],
  rules: readonly RedactionRule[] = [],
  key = KEY,
): readonly JsonObject[] {
  const { documents: made, leaks } = redactDocuments(documents, { rules, key });
  expect(leaks).toEqual([]);
  return made;
}

function one(document: JsonObject, rules: readonly RedactionRule[] = []): Record<string, unknown> {
  return redact([document], rules)[0] as Record<string, unknown>;
}

describe('what is redacted unless told otherwise', () => {
  it('user names, also in paths and command lines, equal ones alike', () => {
    const made = one({
      user: { name: 'jdoe' },
      related: { user: ['jdoe', 'root'] },
      process: { command_line: 'cat /home/jdoe/.ssh/id_rsa', args: ['cat', '/home/jdoe/.ssh/id_rsa'] },
      message: 'session opened for jdoe, not for jdoes',
    });
    const { name } = made['user'] as { name: string };
    expect(name).toMatch(/^user-[0-9a-f]{8}$/);
    expect(made).toMatchObject({
      related: { user: [name, 'root'] },
      process: { command_line: `cat /home/${name}/.ssh/id_rsa` },
      message: `session opened for ${name}, not for jdoes`,
    });
  });

  it('a name in a path that no field has', () => {
    const { process } = one({ process: { executable: 'C:\\Users\\mmuster\\a.exe' }, user: { name: 'SYSTEM' } });
    expect(process).toEqual({ executable: expect.stringMatching(/^C:\\Users\\user-[0-9a-f]{8}\\a\.exe$/) as string });
  });

  it('an ARN: the account and the user in it, wherever they come again', () => {
    const made = one({
      cloud: { account: { id: '123456789012' } },
      aws: {
        cloudtrail: {
          user_identity: { arn: 'arn:aws:iam::123456789012:user/Berta', access_key_id: 'AKIAQQQQWWWWEEEERRRR' },
          request_parameters: '{userName=Berta, policyArn=arn:aws:iam::210987654321:policy/x}',
        },
      },
      message: 'key AKIAQQQQWWWWEEEERRRR of 123456789012',
    });
    const text = JSON.stringify(made);
    for (const original of ['123456789012', '210987654321', 'Berta', 'AKIAQQQQWWWWEEEERRRR']) {
      expect(text).not.toContain(original);
    }
    const { id } = (made['cloud'] as { account: { id: string } }).account;
    expect(id).toMatch(/^[1-9]\d{11}$/);
    expect(made).toMatchObject({
      aws: {
        cloudtrail: { user_identity: { arn: expect.stringContaining(`arn:aws:iam::${id}:user/User-`) as string } },
      },
      message: expect.stringMatching(new RegExp(`^key AKIA[A-Z]{16} of ${id}$`)) as string,
    });
  });

  it('addresses, in their class and version', () => {
    const classes: readonly (readonly [string, RegExp])[] = [
      ['10.1.2.3', /^10\./],
      ['192.168.7.7', /^192\.168\./],
      ['172.20.1.1', /^172\.(1[6-9]|2\d|3[01])\./],
      ['100.64.3.2', /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./],
      ['203.0.113.7', /^203\.0\.113\./],
      ['fe80::1:2', /^fe[89ab]/],
      ['fd12:3456::1', /^f[cd]/],
      ['2a00:1450:4001::8', /^[23]/],
    ];
    for (const [address, form] of classes) {
      const { source, message } = one({ source: { ip: address }, message: `from ${address}:` });
      const { ip } = source as { ip: string };
      expect(ip, address).toMatch(form);
      expect(ip).not.toBe(address);
      expect(message).toBe(`from ${ip}:`);
    }
    const { source } = one({ source: { ip: '81.2.69.142' } });
    expect((source as { ip: string }).ip).not.toMatch(/^(?:10|127|0|2(?:2[4-9]|[3-5]\d))\./);
  });

  it('what is the same everywhere stays', () => {
    const document = {
      source: { ip: ['127.0.0.1', '::1', '169.254.169.254', '0.0.0.0'] },
      user: { name: 'SYSTEM', id: 'S-1-5-18', domain: 'NT AUTHORITY' },
      host: { name: 'localhost' },
      user_agent: { version: '120.0.0.0', original: 'Chrome/120.0.0.0' },
      dns: { question: { name: 'example.org' } },
    };
    expect(one(document)).toEqual(document);
  });

  it('one address in two spellings stays one', () => {
    const { a, b } = one({ a: { ip: '2001:0db8:0:0::1' }, b: { ip: '2001:db8::1' } }) as Record<string, { ip: string }>;
    expect(a?.ip).toBe(b?.ip);
  });

  it('host names with domain, alone, and as the account of a computer', () => {
    const made = one({
      host: { name: 'dc-01.corp.local', hostname: 'DC-01' },
      user: { name: 'DC-01$' },
      message: 'DC-01 shuts down',
    });
    const { name, hostname } = made['host'] as { name: string; hostname: string };
    expect(name).toMatch(/^host-[0-9a-f]{8}\.domain-[0-9a-f]{8}\.example$/);
    expect(hostname).toBe(name.split('.')[0]?.toUpperCase());
    expect(made).toMatchObject({ user: { name: `${hostname}$` }, message: `${hostname} shuts down` });
  });

  it('e-mail addresses in any text, the user in them as the user alone', () => {
    const made = one({ user: { name: 'anna.b' }, message: 'mail to anna.b@corp.example and x%40y' });
    const { name } = made['user'] as { name: string };
    expect(made['message']).toMatch(new RegExp(`^mail to ${name}@domain-[0-9a-f]{8}\\.example and x%40y$`));
  });

  it('passwords, tokens and keys, by field and by form', () => {
    const secrets = [
      'hunter22',
      'IQoJb3JpZ2luX2VjEabc123456',
      'wJalrXUtnFEMIK7MDENG',
      'swordfish',
      'eyJhbGciOi.eyJzdWIiOi.c2ln',
    ];
    const made = JSON.stringify(
      one({
        process: { command_line: 'net use z: /user:x --password hunter22' },
        response: { credentials: { sessionToken: secrets[1] ?? '', secretAccessKey: secrets[2] ?? '' } },
        url: { full: 'https://bob77:swordfish@intra/' },
        http: { request: { body: { content: `Authorization: Bearer ${secrets[4] ?? ''}` } } },
      }),
    );
    for (const secret of [...secrets, 'bob77']) expect(made).not.toContain(secret);
  });

  const tail = 'a1B2c3D4'.repeat(5);
  it.each([
    [`GITHUB_TOKEN=${tail}`, tail],
    [`use ghp_${tail} now`, tail],
    [`xoxb-123456789012-${tail}`, tail],
    [`AIza${tail}`, tail],
    ['https://api.example/x?token=abcd1234efgh&page=2', 'abcd1234efgh'],
    ['https://store.example/blob?sv=2024&sig=Zm9vYmFyYmF6%3D', 'Zm9vYmFyYmF6%3D'],
    ['{"token": "open-sesame"}', 'open-sesame'],
    ['mysql -u app -popen-sesame -h db', 'open-sesame'],
    ['mysqldump -popen-sesame shop', 'open-sesame'],
    ['sshpass -p open-sesame ssh host', 'open-sesame'],
    ['curl -s -u deploy:open-sesame https://x.example', 'open-sesame'],
    ['net user deploy Open-sesame1 /add', 'Open-sesame1'],
  ])('secrets of command lines and addresses: %s', (text, secret) => {
    const made = one({ process: { command_line: text, args: secret === tail ? [] : ['x', secret] } });
    expect(JSON.stringify(made)).not.toContain(secret);
  });

  it.each([
    'ssh -p 2222 host',
    'token=$GITHUB_TOKEN',
    'Invalid token: expired',
    'net user /domain',
    'net user anna /active:no',
    'cp -path /tmp/mysql -p',
    'curl -u deploy https://x.example/a',
  ])('what is no secret stays: %s', (text) => {
    expect(one({ process: { command_line: text } })).toEqual({ process: { command_line: text } });
  });

  it('security identifiers keep what rules look at', () => {
    const { user } = one({ user: { id: 'S-1-5-21-1111111111-2222222222-3333333333-500' } });
    expect((user as { id: string }).id).toMatch(/^S-1-5-21-\d{10}-\d{10}-\d{10}-500$/);
    expect((user as { id: string }).id).not.toContain('1111111111');
  });

  it('the raw record is left out, numbers that are accounts are changed, keys of objects too', () => {
    const { documents, counts } = redactDocuments(
      [
        {
          event: { original: '{"a":1}', action: 'x' },
          accountId: 123456789012,
          labels: { 'a@b.example': 1 },
          bytes: 5,
        },
      ],
      { key: KEY },
    );
    expect(documents[0]).toMatchObject({ event: { action: 'x' }, bytes: 5 });
    expect(documents[0]?.['event']).not.toHaveProperty('original');
    expect(documents[0]?.['accountId']).not.toBe(123456789012);
    expect(Object.keys(documents[0]?.['labels'] ?? {})[0]).toMatch(/^user-.*@domain-.*\.example$/);
    expect([...counts]).toEqual([
      ['event.original', 1],
      ['accountId', 1],
    ]);
  });
});

describe('rules', () => {
  const document = {
    user: { name: 'jdoe' },
    okta: { actor: 'Jane D' },
    n: 4,
    when: '2026-05-01T00:00:00Z',
    ip: '81.2.69.1',
  };

  it('keep, hash, replace and remove fields; the last one decides', () => {
    const rules: readonly RedactionRule[] = [
      { field: 'user.*', action: 'remove' },
      { field: 'user.name', action: 'keep' },
      { field: 'okta.*', action: 'hash' },
      { field: 'n', action: 'replace' },
      { field: 'when', action: 'replace' },
      { field: 'ip', action: 'replace' },
    ];
    expect(one(document, rules)).toEqual({
      user: { name: 'jdoe' },
      okta: { actor: expect.stringMatching(/^Text-[0-9a-f]{8}$/i) as string },
      n: 0,
      when: '1970-01-01T00:00:00.000Z',
      ip: '192.0.2.1',
    });
    expect(one(document, [{ field: 'user', action: 'remove' }])).not.toHaveProperty('user');
  });

  it('a key gives the same stand-ins in every run, another one others', () => {
    expect(redact([document])).toEqual(redact([document]));
    expect(redact([document])).not.toEqual(redact([document], [], 'another key'));
  });
});

describe('laws, on documents made by chance', () => {
  const USERS = ['jdoe', 'Maria.Silva', 'svc_backup01', 'CORP\\kim', 'user1', 'üzgür', 'x9$', 'ab', '1000', 'host-a'];
  const HOSTS = ['web-01', 'web-01.corp.local', 'LAPTOP-7F', 'ip-10-0-1-5.ec2.internal', 'db7'];
  const ADDRESSES = ['10.0.1.5', '10.0.1.55', '81.2.69.142', '192.0.2.77', 'fe80::12', '2001:db8::7', '203.0.113.9'];
  const ACCOUNTS = ['123456789012', '555566667777'];
  const TEXTS = [
    '%1 logged on to %2 from %3',
    '{userName=%1, ip=%3, acct=%4}',
    'arn:aws:iam::%4:user/%1',
    '%2',
    '[%3]:22 %1@%2',
  ];

  function documents(seed: number): readonly JsonObject[] {
    const random = seededRandom(seed);
    return Array.from({ length: 12 }, () => {
      const [user, host, ip, account] = [USERS, HOSTS, ADDRESSES, ACCOUNTS].map((list) => pick(random, list)) as [
        string,
        string,
        string,
        string,
      ];
      const text = pick(random, TEXTS);
      const message = text.replace('%1', user).replace('%2', host).replace('%3', ip).replace('%4', account);
      return {
        user: { name: user },
        host: { name: host },
        source: { ip },
        cloud: { account: { id: account } },
        message,
      };
    });
  }

  it('no value of a redacted field is left, and equality is kept both ways', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const before = documents(seed);
      const after = redact(before);
      const text = JSON.stringify(after).toLowerCase();
      for (const value of [...USERS, ...HOSTS, ...ADDRESSES, ...ACCOUNTS]) {
        // Names of one or two letters are changed where they are the whole value; a word is searched as a word.
        if (value.length < 3) continue;
        const escaped = value.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        const isThere = before.some((document) => JSON.stringify(document).includes(JSON.stringify(value)));
        if (isThere && !/^\d{1,5}$/.test(value))
          expect(text).not.toMatch(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u'));
      }
      for (const read of [
        (document: JsonObject) => (document['source'] as { ip: string }).ip,
        (document: JsonObject) => (document['host'] as { name: string }).name,
        (document: JsonObject) => (document['cloud'] as { account: { id: string } }).account.id,
        (document: JsonObject) => (document['user'] as { name: string }).name,
      ]) {
        for (const [i, left] of before.entries())
          for (const [j, right] of before.entries())
            expect(read(after[i] ?? {}) === read(after[j] ?? {})).toBe(read(left) === read(right));
      }
    }
  });

  it('what was redacted once is redacted again without an error, and hostile keys are keys', () => {
    const hostile = JSON.parse(
      '{"__proto__":{"user":{"name":"eve77"}},"constructor":"eve77","user":{"name":"eve77"}}',
    ) as JsonObject;
    const [made] = redact(redact([hostile]));
    expect(JSON.stringify(made)).not.toContain('eve77');
    expect(Object.keys(made ?? {})).toEqual(['__proto__', 'constructor', 'user']);
  });
});

describe('secrets that only their surroundings give away', () => {
  it.each([
    ['a header with hyphens', 'X-Api-Key: abcdef123456', 'abcdef123456'],
    ['JSON inside of a JSON text', String.raw`{\"password\":\"hunter2hunter2\"}`, 'hunter2hunter2'],
    ['words in quotes', 'password: "two secret words"', 'secret words'],
    ['an element of XML', '<Password>Xyz12345</Password>', 'Xyz12345'],
    ['a token before a host without a dot', 'https://t0k3nt0k3n@localhost:9200/x', 't0k3nt0k3n'],
    ['a password with @ in an address', 'https://svc:p@ssw0rd@host.internal/x', 'ssw0rd'],
    ['an option at the start', '--api-key abcd9876', 'abcd9876'],
    ['another scheme of authorization', 'Authorization: ApiKey QWJjZGVmZ2g=', 'QWJjZGVmZ2g'],
    ['a cookie', 'Set-Cookie: sid=qwertyuiop', 'qwertyuiop'],
    ['a JWT behind another word', 'jwt-eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.c2lnbmF0dXJl', 'eyJzdWIiOiIxMjM0'],
  ])('%s', (_, message, secret) => {
    expect(one({ message })['message']).not.toContain(secret);
  });

  it('the word behind an option, where each argument stands for itself', () => {
    const made = one({ process: { args: ['mysql', '--password', 'hunter3hunter'] } });
    expect(made).toMatchObject({ process: { args: ['mysql', '--password', expect.stringMatching(/^redacted-/)] } });
  });

  it('fields whose names are written with hyphens', () => {
    expect(JSON.stringify(one({ headers: { 'x-api-key': 'abcdef123', 'set-cookie': 'sid=qwerty' } }))).not.toMatch(
      /abcdef123|qwerty/,
    );
  });
});

describe('numbers', () => {
  it('of redacted fields become other numbers with as many digits, equal ones alike', () => {
    const made = one({ password: 12345678, user: { id: [19283746, 19283746, 501] }, event: { duration: 12345678 } });
    expect(made['password']).not.toBe(12345678);
    expect(String(made['password'])).toMatch(/^\d{8}$/);
    const [first, second, unix] = (made['user'] as { id: readonly number[] }).id;
    expect(first).not.toBe(19283746);
    expect([second, unix]).toEqual([first, 501]);
    // What has the same digits elsewhere is another number.
    expect(made['event']).toEqual({ duration: 12345678 });
  });

  it('of fields that a rule names do, too, also beyond 2^53', () => {
    const made = one({ ssn: 987654321, big: 12345678901234567890n }, [
      { field: 'ssn', action: 'hash' },
      { field: 'big', action: 'hash' },
    ]);
    expect(made['ssn']).not.toBe(987654321);
    expect(made['big']).not.toBe(12345678901234567890n);
    expect(typeof made['big']).toBe('bigint');
  });
});

describe('many originals', () => {
  it('of equal beginning and length are one question at each place', () => {
    const names = Array.from({ length: 30_000 }, (_, at) => `user${String(at).padStart(6, '0')}`);
    const [made] = redact([{ related: { user: names }, message: names.join(' ') }]);
    const { user } = made?.['related'] as { user: readonly string[] };
    expect(new Set(user).size).toBe(names.length);
    expect(made?.['message']).toBe(user.join(' '));
  });

  it('beginnings of tokens without an end are passed over once', () => {
    const text = 'eyJ'.repeat(100_000);
    expect(one({ message: text })['message']).toBe(text);
  });
});
