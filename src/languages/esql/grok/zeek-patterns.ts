const FIELD = '(?:-|%{ZEEK_DATA:';

/** A field of a Zeek log: `-` where it is not set. */
const optional = (column: string): string => `${FIELD}${column}})`;
const typed = (pattern: string, column: string): string => `(?:-|%{${pattern}:${column}})`;
const row = (...fields: string[]): string => fields.join('\\t');

const TIME = '%{NUMBER:timestamp}';
const ENDPOINTS = [
  ...['%{NOTSPACE:zeek.session_id}', '%{IP:source.ip}', '%{INT:source.port:int}', '%{IP:destination.ip}'],
  '%{INT:destination.port:int}',
];

/** Patterns for Zeek's tab-separated logs, after https://docs.zeek.org/en/master/logs/ */
export const ZEEK_PATTERNS: ReadonlyMap<string, string> = new Map([
  ['ZEEK_BOOL', '[TF]'],
  ['ZEEK_DATA', '[^\\t]+'],
  [
    'ZEEK_HTTP',
    row(
      ...[TIME, ...ENDPOINTS, '%{INT:zeek.http.trans_depth:int}', typed('WORD', 'http.request.method')],
      ...[optional('url.domain'), optional('url.original'), optional('http.request.referrer')],
      ...[typed('NUMBER', 'http.version'), optional('user_agent.original'), optional('zeek.http.origin')],
      ...[typed('NUMBER', 'http.request.body.bytes:long'), typed('NUMBER', 'http.response.body.bytes:long')],
      ...[typed('POSINT', 'http.response.status_code:int'), optional('zeek.http.status_msg')],
      ...[typed('POSINT', 'zeek.http.info_code:int'), optional('zeek.http.info_msg')],
      ...['(?:\\(empty\\)|%{ZEEK_DATA:zeek.http.tags})', optional('url.username'), optional('url.password')],
      ...[optional('zeek.http.proxied'), optional('zeek.http.orig_fuids'), optional('zeek.http.orig_filenames')],
      ...[optional('http.request.mime_type'), optional('zeek.http.resp_fuids')],
      ...[optional('zeek.http.resp_filenames'), optional('http.response.mime_type')],
    ),
  ],
  [
    'ZEEK_DNS',
    row(
      ...[TIME, ...ENDPOINTS, typed('WORD', 'network.transport'), typed('INT', 'dns.id:int')],
      ...[typed('NUMBER', 'zeek.dns.rtt:float'), optional('dns.question.name'), typed('INT', 'zeek.dns.qclass:int')],
      ...[optional('zeek.dns.qclass_name'), typed('INT', 'zeek.dns.qtype:int'), optional('dns.question.type')],
      ...[typed('INT', 'zeek.dns.rcode:int'), optional('dns.response_code')],
      ...['AA', 'TC', 'RD', 'RA'].map((flag) => typed('ZEEK_BOOL', `zeek.dns.${flag}`)),
      ...[typed('NONNEGINT', 'zeek.dns.Z:int'), optional('zeek.dns.answers'), optional('zeek.dns.TTLs')],
      typed('ZEEK_BOOL', 'zeek.dns.rejected'),
    ),
  ],
  [
    'ZEEK_CONN',
    `${row(
      ...[TIME, ...ENDPOINTS, typed('WORD', 'network.transport'), optional('network.protocol')],
      ...[typed('NUMBER', 'zeek.connection.duration:float'), typed('INT', 'zeek.connection.orig_bytes:long')],
      ...[typed('INT', 'zeek.connection.resp_bytes:long'), optional('zeek.connection.state')],
      ...['orig', 'resp'].map((side) => typed('ZEEK_BOOL', `zeek.connection.local_${side}`)),
      ...[typed('INT', 'zeek.connection.missed_bytes:long'), optional('zeek.connection.history')],
      ...[typed('INT', 'source.packets:long'), typed('INT', 'source.bytes:long')],
      ...[typed('INT', 'destination.packets:long'), typed('INT', 'destination.bytes:long')],
      '(?:-|\\(empty\\)|%{ZEEK_DATA:zeek.connection.tunnel_parents})',
    )}(?:\\t(?:-|%{COMMONMAC:source.mac})\\t(?:-|%{COMMONMAC:destination.mac}))?`,
  ],
  [
    'ZEEK_FILES',
    `${row(
      ...[TIME, '%{NOTSPACE:zeek.files.fuid}'],
      ...[
        '(?:-|%{IP:server.ip}|%{ZEEK_DATA:zeek.files.tx_hosts})',
        '(?:-|%{IP:client.ip}|%{ZEEK_DATA:zeek.files.rx_hosts})',
      ],
      ...[optional('zeek.files.session_ids'), optional('zeek.files.source'), typed('INT', 'zeek.files.depth:int')],
      ...[optional('zeek.files.analyzers'), optional('file.mime_type'), optional('file.name')],
      ...[typed('NUMBER', 'zeek.files.duration:float'), typed('ZEEK_BOOL', 'zeek.files.local_orig')],
      ...[typed('ZEEK_BOOL', 'zeek.files.is_orig'), typed('INT', 'zeek.files.seen_bytes:long')],
      ...[typed('INT', 'file.size:long'), typed('INT', 'zeek.files.missing_bytes:long')],
      ...[typed('INT', 'zeek.files.overflow_bytes:long'), typed('ZEEK_BOOL', 'zeek.files.timedout')],
      ...[optional('zeek.files.parent_fuid'), optional('file.hash.md5'), optional('file.hash.sha1')],
      ...[optional('file.hash.sha256'), optional('zeek.files.extracted')],
    )}(?:\\t${typed('ZEEK_BOOL', 'zeek.files.extracted_cutoff')}\\t${typed('INT', 'zeek.files.extracted_size:long')})?`,
  ],
]);
