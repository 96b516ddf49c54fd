import { basename, resolve } from 'node:path';
import { printable } from '../diagnostics/printable.js';
import type { AttackFault, AttackFile } from '../schemas/attack-file.js';
import { printAttackFile, readAttackFile } from '../schemas/attack-file.js';
import { attackFromStix } from '../schemas/attack-stix.js';
import { isJsonObject, parseJson } from '../values/json.js';
import type { JsonValue } from '../values/json.js';
import type { Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { readAll } from './read-input.js';
import { openConfig } from './repository.js';
import { writeRepositoryFile } from './repository-file.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** Characters of the longest bundle that is read, unpacked; MITRE's have about 50 million. */
const LARGEST = 256 * 1024 * 1024;

const DEFAULT_OUTPUT = 'attack-enterprise.json';

/** `dragnet attack import`: a version of MITRE ATT&CK other than the built-in one, into a file that the checks use. */
export const attackImport: Command = {
  positionals: {
    file: {
      type: 'string',
      demandOption: true,
      describe: 'STIX bundle of ATT&CK Enterprise (enterprise-attack.json), also gzip',
    },
  },
  options: {
    output: { type: 'string', describe: `File to write (default: ${DEFAULT_OUTPUT} beside dragnet.toml)` },
    'attack-version': { type: 'string', describe: 'Version of ATT&CK, for bundles that do not say theirs' },
  },
  examples: [
    ['$0 attack import enterprise-attack-17.1.json', 'Then [attack] data in dragnet.toml names what it wrote'],
  ],
  async run(args, terminal) {
    const input = String(args['file']);
    const { root, config } = await openConfig(terminal);
    const { output, attackVersion } = args as { readonly output?: string; readonly attackVersion?: string };
    const file = await readBundle(input, attackVersion, terminal);
    const path = output === undefined ? resolve(root, DEFAULT_OUTPUT) : resolve(terminal.cwd, output);
    const written = await writeRepositoryFile(path, resolve(root), printAttackFile(file), '--output');
    terminal.out(`${written}\n`);
    terminal.err(`${printable(summary(file))}\n`);
    const { data } = config.attack ?? {};
    if (data === undefined || resolve(root, data) !== path)
      terminal.err(`Checks use it once dragnet.toml names it:\n\n[attack]\ndata = ${JSON.stringify(written)}\n`);
    return EXIT.clean;
  },
};

async function readBundle(input: string, version: string | undefined, terminal: Terminal): Promise<AttackFile> {
  const text = await readAll(input, terminal, LARGEST);
  let body: JsonValue;
  try {
    body = parseJson(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${input} is not JSON: ${reason} Fetch enterprise-attack.json of MITRE again.`);
  }
  const read = readBody(body, version ?? versionOfName(input));
  if (!('problem' in read)) return read;
  const place = read.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  const where = place === '' ? '' : ` (at ${place.slice(1)})`;
  const remedy = read.problem.includes('version')
    ? 'Give it with --attack-version, such as --attack-version 17.1.'
    : 'Give enterprise-attack.json of MITRE as it is.';
  throw new UsageError(`${input} cannot be imported: ${read.problem}${where}. ${remedy}`);
}

/** A bundle, or a data file of this command: with the latter a file moves from one repository to another. */
function readBody(body: JsonValue, version: string | undefined): AttackFile | AttackFault {
  if (isJsonObject(body) && body['type'] === undefined && body['techniques'] !== undefined) return readAttackFile(body);
  return attackFromStix(isJsonObject(body) ? body : {}, version);
}

/** `enterprise-attack-17.1.json` says it: so MITRE names its files. */
function versionOfName(input: string): string | undefined {
  return /-v?(\d{1,3}\.\d{1,3})\.json(?:\.gz)?$/u.exec(basename(input))?.[1];
}

function summary({ attack }: AttackFile): string {
  let [revoked, deprecated, techniques] = [0, 0, 0];
  for (const entry of attack.entries.values()) {
    if (entry.kind === 'tactic') continue;
    if (entry.status === 'active') techniques += 1;
    else if (entry.status === 'revoked') revoked += 1;
    else deprecated += 1;
  }
  return `ATT&CK ${attack.version}: ${attack.tactics.size} tactics, ${techniques} techniques and sub-techniques, ${revoked} revoked, ${deprecated} deprecated`;
}
