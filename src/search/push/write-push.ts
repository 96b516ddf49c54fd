import { isPassing, waitBefore, withBackOff } from '../../engine/back-off.js';
import type { BackOff } from '../../engine/back-off.js';
import { isJsonArray, isJsonObject, printJson } from '../../values/json.js';
import type { JsonObject, JsonValue } from '../../values/json.js';
import type { PushTarget } from './definitions-index.js';
import type { PushPlan, RefusedDocument } from './plan-push.js';
import type { PushedDocument } from './pushed-document.js';

/** Bounds of one bulk request; a proxy before a cluster often takes no more than 10 MB. */
const MOST_DOCUMENTS = 500;
const MOST_CHARACTERS = 2_000_000;

/** Where and as what documents are written. */
export interface PushOptions {
  readonly index: string;
  readonly repository: string;
  readonly now: Date;
  readonly backOff: BackOff;
  /** Called before each request with the number of documents that are through; throws to stop there. */
  readonly step: (done: number, all: number) => void;
}

interface Action {
  readonly id: string;
  readonly file: string;
  readonly lines: readonly string[];
}

/**
 * Writes what a plan says, in bounded requests, removals last; what the cluster refuses because it is busy is sent again, alone. Ids make repetitions
 * harmless. Returns the documents that it did not take; a request that it refuses as a whole rejects.
 * https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk
 */
export async function writePush(
  target: PushTarget,
  plan: PushPlan,
  options: PushOptions,
): Promise<readonly RefusedDocument[]> {
  const { index } = options;
  const actions = [
    ...[...plan.created, ...plan.changed].map((document) => indexAction(document, options)),
    ...plan.removed.map(({ id, file }): Action => ({
      id,
      file,
      lines: [printJson({ delete: { _index: index, _id: id } })],
    })),
  ];
  const refused: RefusedDocument[] = [];
  let done = 0;
  for (const batch of batches(actions)) {
    options.step(done, actions.length);
    refused.push(...(await writeBatch(target, batch, options.backOff)));
    done += batch.length;
  }
  return refused;
}

function indexAction({ id, file, hash, content }: PushedDocument, options: PushOptions): Action {
  const { index, repository, now } = options;
  const dragnet = { id, repository, hash, pushed_at: now.toISOString() };
  return { id, file, lines: [printJson({ index: { _index: index, _id: id } }), printJson({ ...content, dragnet })] };
}

function* batches(actions: readonly Action[]): Generator<readonly Action[]> {
  let batch: Action[] = [];
  let size = 0;
  for (const action of actions) {
    const length = action.lines.reduce((sum, line) => sum + line.length + 1, 0);
    if (batch.length === MOST_DOCUMENTS || (batch.length > 0 && size + length > MOST_CHARACTERS)) {
      yield batch;
      [batch, size] = [[], 0];
    }
    batch.push(action);
    size += length;
  }
  if (batch.length > 0) yield batch;
}

async function writeBatch(
  target: PushTarget,
  batch: readonly Action[],
  backOff: BackOff,
): Promise<readonly RefusedDocument[]> {
  const refused: RefusedDocument[] = [];
  let open = batch;
  for (let attempt = 1; open.length > 0; attempt += 1) {
    const bulkBody = open.flatMap(({ lines }) => lines);
    // Visible to the searches and counts that follow.
    const answer = await withBackOff(
      () => target.send('POST', '/_bulk', { bulkBody, query: { refresh: 'true' } }),
      backOff,
    );
    const { items } = answer;
    const results = isJsonArray(items) ? items : [];
    const again: Action[] = [];
    for (const [at, action] of open.entries()) {
      const { status, reason } = resultOf(results[at]);
      if (reason === undefined) continue;
      if (isPassing(status) && attempt < backOff.attempts) again.push(action);
      else refused.push({ id: action.id, file: action.file, reason });
    }
    open = again;
    if (open.length > 0) await waitBefore(attempt, backOff);
  }
  return refused;
}

/** What became of one document; without a reason it is as it should be. One that was to be removed and is not there, is. */
function resultOf(item: JsonValue | undefined): { readonly status: number; readonly reason?: string } {
  const result = isJsonObject(item) ? Object.values(item)[0] : undefined;
  if (!isJsonObject(result)) return { status: 500, reason: 'The cluster did not say what became of it.' };
  const { status, error } = result;
  const code = typeof status === 'number' ? status : 500;
  return isJsonObject(error) ? { status: code, reason: reasonOf(error) } : { status: code };
}

/** An error and its causes: the outermost often says only that there is one. */
function reasonOf(error: JsonObject): string {
  const texts: string[] = [];
  for (let next: JsonValue | undefined = error; isJsonObject(next) && texts.length < 5; next = next['caused_by'])
    texts.push(['type', 'reason'].map((key) => textOf(next[key])).join(': '));
  return texts.join('; ');
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : printJson(value ?? null);
}
