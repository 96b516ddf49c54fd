const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(.{2,40}))?)?)?$/;
const TIME = /^(\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/;

/**
 * An ISO 8601 time as the integration writes it: UTC, three digits of milliseconds, `Z`. A missing part is the first of its kind, a
 * missing zone is UTC; `undefined` if the text is no such time.
 *
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.19/date-processor.html
 */
export function isoTime(text: string): string | undefined {
  const [, year, month = '01', day = '01', time = '00'] = DATE.exec(text) ?? [];
  const clock = clockTime(time);
  if (year === undefined || clock === undefined) return undefined;
  const local = `${year}-${month}-${day}T${clock.text}Z`;
  const millis = Date.parse(local);
  // Date.parse knows no 30 February, but takes it for the first of March; what it shifts was no date.
  if (Number.isNaN(millis) || new Date(millis).toISOString() !== local) return undefined;
  return new Date(millis - clock.zoneOffset).toISOString();
}

function clockTime(text: string): { readonly text: string; readonly zoneOffset: number } | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const [, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = match;
  return { text: `${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}`, zoneOffset: zoneOffset(zone) };
}

/** Milliseconds east of UTC. */
function zoneOffset(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + (zone.length > 3 ? Number(zone.slice(-2)) : 0);
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
