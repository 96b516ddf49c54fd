import { nearest } from '../diagnostics/did-you-mean.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { boundedFailure, brief, difference, fieldLines } from './difference.js';
import type { Difference, Failure } from './failure.js';
import { flatten } from './flatten.js';
import type { OutcomeAlert } from './test-case.js';
import { same } from './value-equality.js';

/**
 * At least one alert has all the fields; else the failure shows the alert that lacks least, field by field. Fields are named with dots, whether
 * the alert nests them or not; one that the alert has not is compared with its names, for misspellings.
 */
export function compareFields(expected: readonly JsonObject[], alerts: readonly OutcomeAlert[]): readonly Failure[] {
  const documents = alerts.map(({ ids, document }) => ({ ids, fields: flatten(document) }));
  return expected.flatMap((fields, at) => {
    const wanted = [...flatten(fields)];
    const candidates = documents.map((alert) => ({
      ...alert,
      wrong: wanted.filter(([name, value]) => !same(value, alert.fields.get(name))),
    }));
    if (candidates.some(({ wrong }) => wrong.length === 0)) return [];
    const which = expected.length > 1 ? ` of expect.alert ${at + 1}` : '';
    const what = `No alert has the expected fields${which}`;
    const closest = candidates.reduce<(typeof candidates)[number] | undefined>(
      (best, next) => (!best || costOf(next.wrong, next.fields) < costOf(best.wrong, best.fields) ? next : best),
      undefined,
    );
    if (!closest) {
      return [boundedFailure(`${what}.`, ['there is no alert at all', ...wanted.map(wantedLine)], missing(wanted, at))];
    }
    const of = alerts.length > 1 ? `; the nearest is that of ${closest.ids.join(', ')}:` : ':';
    return [
      boundedFailure(
        what + of,
        closest.wrong.flatMap(([name, value]) => linesOf(name, value, closest.fields)),
        closest.wrong.map(([name, value]) => difference(pathOf(at, name), value, closest.fields.get(name))),
      ),
    ];
  });
}

/** Fewer wrong fields are nearer; of equal ones, an alert that at least has the fields. */
function costOf(wrong: readonly (readonly [string, JsonValue])[], fields: ReadonlyMap<string, JsonValue>): number {
  return wrong.reduce((sum, [name]) => sum + (fields.has(name) ? 1 : 1.01), 0);
}

function linesOf(name: string, value: JsonValue, fields: ReadonlyMap<string, JsonValue>): readonly string[] {
  return fieldLines(name, value, fields.get(name), fields.has(name) ? '' : hintOf(name, fields));
}

/** What the writer may have meant by a field that the alert has not. */
function hintOf(name: string, fields: ReadonlyMap<string, JsonValue>): string {
  const below = [...fields.keys()].filter((other) => other.startsWith(`${name}.`));
  if (below.length > 0) return `; it is an object with ${below.slice(0, 3).join(', ')}${below.length > 3 ? ', …' : ''}`;
  const [near] = nearest(name, fields.keys(), 1);
  return near === undefined ? '' : `; did you mean ${near}, which is ${brief(fields.get(near))}?`;
}

function wantedLine([name, value]: readonly [string, JsonValue]): string {
  return `- ${name}: ${brief(value)}`;
}

function missing(wanted: readonly (readonly [string, JsonValue])[], at: number): readonly Difference[] {
  return wanted.map(([name, value]) => difference(pathOf(at, name), value, undefined));
}

function pathOf(at: number, name: string): string {
  return `alert[${at}].fields.${name}`;
}
