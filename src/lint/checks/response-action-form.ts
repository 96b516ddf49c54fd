import { didYouMean } from '../../diagnostics/did-you-mean.js';
import type { KeyPath } from '../../definitions/locate.js';
import { isJsonObject } from '../../values/json.js';
import type { JsonObject, JsonValue } from '../../values/json.js';
import type { Check, Violation } from '../check.js';

const TYPES = ['.osquery', '.endpoint'] as const;
const COMMANDS = ['isolate', 'kill-process', 'suspend-process', 'runscript'] as const;
const OSQUERY_KEYS = ['query', 'queries', 'pack_id', 'saved_query_id', 'ecs_mapping', 'timeout'] as const;
const ENDPOINT_KEYS = ['command', 'comment', 'config'] as const;

/** Keys of Osquery of which one says what is to be asked. */
const QUESTIONS = OSQUERY_KEYS.slice(0, 4);

const ACTION = (type: string, params: string): string =>
  `response_actions = [{ action_type_id = "${type}", params = ${params} }]`;

/** See `summary`. */
export const responseActionForm: Check = {
  name: 'response-action-form',
  since: '0.1.0',
  severity: 'error',
  summary: 'Write response actions that Kibana takes.',
  rationale:
    'A response action is of type `.osquery` (with `query`, `queries`, `pack_id` or `saved_query_id`, beside them `ecs_mapping` and `timeout` from 60 to 900 seconds) or `.endpoint` (with a `command`: `isolate`, `kill-process`, `suspend-process`, `runscript`; the two for processes name the field of the process in `config`). Kibana refuses other types and commands; keys of `params` that it does not know are dropped, which is a warning.',
  references: ['https://www.elastic.co/docs/solutions/security/endpoint-response-actions/automated-response-actions'],
  examples: {
    invalid: [
      ACTION('.osqery', '{ query = "select * from processes" }'),
      ACTION('.osquery', '{ querry = "select * from processes" }'),
      ACTION('.osquery', '{ query = "select * from processes", timeout = 5 }'),
      ACTION('.endpoint', '{ command = "isolte" }'),
      ACTION('.endpoint', '{ command = "kill-process" }'),
    ],
    valid: [
      ACTION('.osquery', '{ query = "select * from processes", timeout = 120 }'),
      ACTION('.endpoint', '{ command = "isolate", comment = "Cut off" }'),
      ACTION('.endpoint', '{ command = "kill-process", config = { field = "process.entity_id", overwrite = false } }'),
    ],
  },
  *rule({ responseActions = [] }) {
    for (const [at, { action_type_id: type, params }] of responseActions.entries()) {
      const path = ['rule', 'response_actions', at];
      if (typeof type !== 'string' || !isJsonObject(params)) continue;
      if (type === '.osquery') yield* inOsquery(params, [...path, 'params']);
      else if (type === '.endpoint') yield* inEndpoint(params, [...path, 'params']);
      else
        yield {
          path: [...path, 'action_type_id'],
          what: `There is no response action "${type}".${didYouMean(type, TYPES)}`,
          why: 'Kibana refuses the rule.',
          fix: `Use one of ${TYPES.join(', ')}.`,
        };
    }
  },
};

function* inOsquery(params: JsonObject, path: KeyPath): Generator<Violation, void, undefined> {
  const unknown = [...unknownKeys(params, OSQUERY_KEYS, path)];
  yield* unknown;
  // A misspelt key is that one fault.
  if (unknown.length === 0 && !QUESTIONS.some((key) => Object.hasOwn(params, key)))
    yield {
      path,
      severity: 'warning',
      what: 'The action asks nothing of Osquery.',
      why: 'It runs for every alert, and does nothing.',
      fix: `Give it one of ${QUESTIONS.join(', ')}.`,
    };
  const { timeout } = params;
  if (timeout !== undefined && !(typeof timeout === 'number' && timeout >= 60 && timeout <= 900))
    yield {
      path: [...path, 'timeout'],
      what: 'The timeout is no number of seconds from 60 to 900.',
      why: 'Kibana takes no other.',
      fix: 'Write a number from 60 to 900, or leave timeout out.',
    };
}

function* inEndpoint(params: JsonObject, path: KeyPath): Generator<Violation, void, undefined> {
  yield* unknownKeys(params, ENDPOINT_KEYS, path);
  const { command, config } = params;
  const why = 'Kibana refuses the rule.';
  if (!COMMANDS.some((name) => name === command)) {
    const name = typeof command === 'string' ? command : '';
    yield {
      path: [...path, 'command'],
      what:
        command === undefined
          ? 'The action names no command.'
          : `There is no command "${name}".${didYouMean(name, COMMANDS)}`,
      why,
      fix: `Use one of ${COMMANDS.join(', ')}.`,
    };
  } else if ((command === 'kill-process' || command === 'suspend-process') && !hasField(config))
    yield {
      path: [...path, config === undefined ? 'command' : 'config'],
      what: `The command ${command} does not say which process.`,
      why,
      fix: 'Add config = { field = "process.entity_id", overwrite = false }.',
    };
}

function hasField(config: JsonValue | undefined): boolean {
  return config !== undefined && isJsonObject(config) && typeof config['field'] === 'string';
}

function* unknownKeys(
  params: JsonObject,
  known: readonly string[],
  path: KeyPath,
): Generator<Violation, void, undefined> {
  for (const key of Object.keys(params)) {
    if (known.includes(key)) continue;
    yield {
      path: [...path, key],
      at: 'key',
      severity: 'warning',
      what: `"${key}" is no parameter of the action.${didYouMean(key, known)}`,
      why: 'Kibana drops it.',
      fix: `Use ${known.join(', ')}.`,
    };
  }
}
