/** The package whose data an index pattern names: `logs-aws.cloudtrail-*` → `aws`; undefined where it may be of any. */
export function packageOf(pattern: string): string | undefined {
  const local = pattern.slice(pattern.indexOf(':') + 1);
  const [, name] = /^(?:logs|metrics|traces)-([a-z0-9_]+)(?:[.*-]|$)/u.exec(local) ?? [];
  // `logs-aws*` may go on in any way, but is not meant to.
  return name;
}

/** Whether documents of a package can be behind a pattern. */
export function mayHold(pattern: string, name: string): boolean {
  const local = pattern.slice(pattern.indexOf(':') + 1);
  if (local.startsWith('-')) return false;
  if (!/^(?:logs|metrics|traces)-/u.test(local)) return true;
  const own = local.replace(/^(?:logs|metrics|traces)-/u, '');
  const star = own.indexOf('*');
  const stem = star < 0 ? own : own.slice(0, star);
  return `${name}.`.startsWith(stem) || stem.startsWith(`${name}.`) || stem.startsWith(`${name}-`) || stem === name;
}
