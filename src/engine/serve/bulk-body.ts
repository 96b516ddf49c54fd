import { ClusterError, UnsupportedError } from '../cluster-error.js';
import { isJsonObject } from '../../values/json.js';
import type { JsonObject } from '../../values/json.js';
import { parseBody } from './request.js';

/** One action of a bulk request; `source` is the JSON text of the document or update, empty for a deletion. */
export interface BulkAction {
  readonly type: 'index' | 'create' | 'update' | 'delete';
  readonly index: string;
  readonly id: string | undefined;
  readonly source: string;
}

/**
 * Reads the lines of a bulk request. A request that is not of the form is refused as a whole, before anything is indexed; what a
 * document holds is not looked at here.
 */
export function readBulk(body: string, defaultIndex: string | undefined): readonly BulkAction[] {
  if (body.trim() === '')
    throw invalid('action_request_validation_exception', 'Validation Failed: 1: no requests added;');
  if (!body.endsWith('\n'))
    throw invalid('illegal_argument_exception', 'The bulk request must be terminated by a newline [\\n]');
  const lines = body.split('\n');
  const actions: BulkAction[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    const action = readAction(line, at + 1, defaultIndex);
    if (action.type !== 'delete') at++;
    actions.push(action.type === 'delete' ? action : { ...action, source: documentLine(lines[at]) });
  }
  return actions;
}

function documentLine(line: string | undefined): string {
  const source = line?.trim() ?? '';
  if (source === '')
    throw invalid('illegal_argument_exception', 'The bulk request must be terminated by a newline [\\n]');
  return source;
}

function readAction(line: string, number: number, defaultIndex: string | undefined): BulkAction {
  const value = parseBody(line);
  const [entry, ...others] = isJsonObject(value) ? Object.entries(value) : [];
  if (entry === undefined || others.length > 0 || !isJsonObject(entry[1])) {
    throw malformed(number, 'expected START_OBJECT with one of [index, create, delete, update]');
  }
  const [type, metadata] = entry;
  if (type !== 'index' && type !== 'create' && type !== 'update' && type !== 'delete') {
    throw malformed(number, `expected field [create], [delete], [index] or [update] but found [${type}]`);
  }
  const { index = defaultIndex, id } = readMetadata(metadata, number);
  if (index === undefined)
    throw invalid('action_request_validation_exception', 'Validation Failed: 1: index is missing;');
  if ((type === 'delete' || type === 'update') && id === undefined)
    throw invalid('action_request_validation_exception', 'Validation Failed: 1: id is missing;');
  return { type, index, id, source: '' };
}

function readMetadata(metadata: JsonObject, number: number): { readonly index?: string; readonly id?: string } {
  const { _index: index, _id: id, require_alias: requireAlias = false, ...rest } = metadata;
  // Nothing else writes meanwhile, so that there is nothing to retry.
  const names = Object.keys(rest).filter((name) => name !== 'retry_on_conflict');
  const [other] = requireAlias === true ? ['require_alias'] : names;
  if (other !== undefined) {
    if (UNSUPPORTED.has(other)) throw new UnsupportedError(`[${other}] in a bulk action`);
    throw invalid(
      'illegal_argument_exception',
      `Action/metadata line [${number}] contains an unknown parameter [${other}]`,
    );
  }
  return {
    ...(typeof index === 'string' ? { index } : {}),
    ...(typeof id === 'string' || typeof id === 'number' || typeof id === 'bigint' ? { id: String(id) } : {}),
  };
}

const UNSUPPORTED = new Set(
  'routing version version_type if_seq_no if_primary_term pipeline dynamic_templates require_alias require_data_stream'.split(
    ' ',
  ),
);

function malformed(line: number, what: string): ClusterError {
  return invalid('illegal_argument_exception', `Malformed action/metadata line [${line}], ${what}`);
}

function invalid(type: string, reason: string): ClusterError {
  return new ClusterError(400, { type, reason });
}
