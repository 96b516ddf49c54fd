import { Failure } from '../cells.js';
import { extractJson } from '../json/extract-json.js';
import { parseJsonPath } from '../json/parse-json-path.js';
import { TYPES } from '../types.js';
import type { ScalarFunction } from './function.js';

const jsonExtract: ScalarFunction = {
  kind: 'scalar',
  name: 'JSON_EXTRACT',
  since: '9.4',
  preview: true,
  summary:
    "Return the value at a path (`a.b[0]`, `['a.b']`, `$.a`) of a JSON text or of `_source`, as a text; objects and arrays as JSON.",
  parameters: [
    { name: 'string', type: { words: 'keyword, text or _source', types: ['keyword', 'text', '_source'] } },
    { name: 'path', type: TYPES.string },
  ],
  returns: 'keyword',
  examples: [
    {
      query:
        'ROW s = """{"user": {"name": "anna", "roles": ["admin", "dev"]}}""" | EVAL y = JSON_EXTRACT(s, "user.roles[1]")',
      result: 'dev',
    },
    { query: 'ROW s = """{"a.b": {"c": [1, 2]}}""" | EVAL y = JSON_EXTRACT(s, "[\'a.b\'].c")', result: '[1, 2]' },
  ],
  evaluate: ({ constants: [, path] }) => {
    const known = typeof path === 'string' ? parseJsonPath(path) : undefined;
    return (text, written) => {
      const steps = known ?? parseJsonPath(written as string);
      return steps instanceof Failure ? steps : extractJson(text as string, steps, written as string);
    };
  },
};

/** Functions of JSON texts. https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/string-functions */
export const JSON_FUNCTIONS: readonly ScalarFunction[] = [jsonExtract];
