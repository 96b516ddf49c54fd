import { randomBytes } from 'node:crypto';
import type { Options } from 'yargs';
import type { Config } from '../definitions/config.js';
import { printable } from '../diagnostics/printable.js';
import { redactDocuments } from '../redact/redact-documents.js';
import { REDACTION_ACTIONS } from '../redact/redaction-rules.js';
import type { RedactionAction, RedactionRule } from '../redact/redaction-rules.js';
import type { JsonObject } from '../values/json.js';
import type { Arguments } from './command.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** The variable that holds the key of the stand-ins. */
const KEY_VARIABLE = 'DRAGNET_REDACT_KEY';

/** The option of commands whose documents are redacted. */
export const REDACT_OPTION: Readonly<Record<string, Options>> = {
  redact: {
    type: 'string',
    array: true,
    describe: `Rule for a field, FIELD=hash|replace|keep|remove with * in FIELD; after those of dragnet.toml and the defaults (key: ${KEY_VARIABLE}, else a new one for each run); --no-redact writes documents as they are`,
  },
};

/** Shortest key that is taken: a shorter one could be guessed, and with it the values. */
const SHORTEST_KEY = 16;

/** How a call wants its documents. */
export interface Redaction {
  readonly rules: readonly RedactionRule[];
  readonly key: string;
}

/** The redaction that call, configuration and environment ask for; undefined for `--no-redact`. */
export function redactionOf(args: Arguments, config: Config, { env }: Terminal): Redaction | undefined {
  const given = [(args['redact'] ?? []) as string | false | (string | false)[]].flat();
  if (given.includes(false)) {
    if (given.length > 1) throw new UsageError('--no-redact does not go with --redact FIELD=ACTION. Keep one of them.');
    return undefined;
  }
  const configured = Object.entries(config.redact ?? {}).map(([field, action]) => ({ field, action }));
  const key = env[KEY_VARIABLE];
  if (key !== undefined && key.length < SHORTEST_KEY)
    throw new UsageError(`${KEY_VARIABLE} has fewer than ${SHORTEST_KEY} characters. Make one: openssl rand -hex 32.`);
  return {
    rules: [...configured, ...given.flatMap((text) => (text === false || text === 'on' ? [] : [ruleOf(text)]))],
    key: key ?? randomBytes(32).toString('hex'),
  };
}

function ruleOf(text: string): RedactionRule {
  const at = text.lastIndexOf('=');
  const [field, action] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at > 0 && field !== '' && isAction(action)) return { field, action };
  throw new UsageError(
    `--redact ${text} is no rule. Write FIELD=ACTION, such as user.name=keep; the actions are ${REDACTION_ACTIONS.join(', ')}.`,
  );
}

function isAction(text: string): text is RedactionAction {
  return (REDACTION_ACTIONS as readonly string[]).includes(text);
}

/** Redacts documents and says on stderr what was changed, by field; refuses to give any back that still holds an original. */
export function redacted(
  documents: readonly JsonObject[],
  redaction: Redaction | undefined,
  terminal: Terminal,
): readonly JsonObject[] {
  if (redaction === undefined) {
    terminal.err('warning: The documents are not redacted: they hold names, addresses and ids as they were logged.\n');
    return documents;
  }
  const { documents: made, counts, leaks } = redactDocuments(documents, redaction);
  if (leaks.length > 0) {
    throw new UsageError(
      `Nothing was written: after redaction these fields still hold a value that must not be there: ${leaks.map(printable).join(', ')}. Remove them: --redact FIELD=remove.`,
    );
  }
  for (const [field, count] of counts)
    terminal.err(`redacted ${printable(field)}: ${count} value${count === 1 ? '' : 's'}\n`);
  if (counts.size === 0 && documents.length > 0)
    terminal.err('redacted nothing: no field and no text holds what is redacted\n');
  return made;
}
