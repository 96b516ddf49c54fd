import { newThreat } from '../definitions/new-threat.js';
import type { JsonObject } from '../values/json.js';
import type { Arguments, Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { NEW_OPTIONS, newFile, newId, texts } from './new-file.js';
import { looksLikeEql, refuseMistakes } from './query-text.js';
import { openAttack } from './repository.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write-whole.js';

/** Where hunts usually are. */
const FOLDERS: readonly string[] = ['queries', 'hunting', 'hunts'];

/** `dragnet new hunt`: a valid hunt to start from. */
export const newHunt: Command = {
  options: NEW_OPTIONS,
  examples: [[`$0 new hunt --name 'Rare Shells of Web Servers' --technique T1059.004`, 'A file in queries/']],
  async run(args, terminal) {
    const given = args['query'] as string | undefined;
    const isEql = given !== undefined && looksLikeEql(given);
    if (given !== undefined) refuseMistakes({ query: given, language: isEql ? 'eql' : 'esql' });
    const techniques = texts(args, 'technique').map((id) => id.toUpperCase());
    const { problem } = newThreat(techniques, [], await openAttack(terminal));
    if (problem !== undefined) throw new UsageError(problem);
    const language = isEql ? 'EQL' : 'ES|QL';
    const table = huntTable(args, techniques, language);
    const file = await newFile(args, { kind: 'hunt', folders: FOLDERS, prefix: '', table }, terminal);
    await writeWhole(file.path, file.text);
    terminal.out(`${file.file}\n`);
    const todo = [
      ...(args['description'] === undefined ? ['description'] : []),
      ...(given === undefined ? ['query'] : []),
      ...(techniques.length === 0 ? ['mitre'] : []),
    ];
    terminal.err(
      `new: wrote ${file.file}\nFill in: ${[...todo, 'notes'].join(', ')}. Tests of hunts are written by hand: docs/testing.md.\n`,
    );
    return EXIT.clean;
  },
};

function huntTable(args: Arguments, techniques: readonly string[], language: string): JsonObject {
  const { query: given, description } = args as { readonly query?: string; readonly description?: string };
  const indices = texts(args, 'index');
  const integration = texts(args, 'integration');
  const query = given ?? example(indices.length > 0 ? indices : ['logs-endpoint.events.process-*']);
  return {
    hunt: {
      author: texts(args, 'author')[0] ?? 'Security Team',
      description: description ?? 'TODO: what the hunt looks for, and why it matters.\n',
      integration: integration.length > 0 ? [...integration] : ['endpoint'],
      uuid: newId(),
      name: String(args['name']),
      language: [language],
      license: 'Apache-2.0',
      notes: ['TODO: how to read the results.'],
      ...(techniques.length === 0 ? {} : { mitre: techniques }),
      query: [query.endsWith('\n') ? query : `${query}\n`],
    },
  };
}

function example(indices: readonly string[]): string {
  return [
    `FROM ${indices.join(', ')}`,
    '| WHERE @timestamp > NOW() - 7 days',
    '| WHERE event.category == "process" AND event.type == "start"',
    '| STATS n = COUNT(*), hosts = COUNT_DISTINCT(host.id) BY process.name',
    '| WHERE hosts == 1',
    '| SORT n ASC',
    '| LIMIT 100',
  ].join('\n');
}
