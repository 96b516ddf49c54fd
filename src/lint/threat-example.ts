import { attackUrl } from '../schemas/attack.js';

type IdAndName = readonly [id: string, name: string, url?: string];

/** A `[[rule.threat]]` for the examples of checks: Execution, with the parts given. */
export function techniqueExample(parts: {
  readonly tactic?: IdAndName;
  readonly technique?: IdAndName;
  readonly subtechnique?: IdAndName;
}): string {
  const { tactic = ['TA0002', 'Execution'], technique, subtechnique } = parts;
  return [
    '[[rule.threat]]\nframework = "MITRE ATT&CK"',
    table('[rule.threat.tactic]', tactic),
    ...(technique ? [table('[[rule.threat.technique]]', technique)] : []),
    ...(subtechnique ? [table('[[rule.threat.technique.subtechnique]]', subtechnique)] : []),
  ].join('\n\n');
}

function table(header: string, [id, name, url = attackUrl(id)]: IdAndName): string {
  return `${header}\nid = "${id}"\nname = "${name}"\nreference = "${url}"`;
}
