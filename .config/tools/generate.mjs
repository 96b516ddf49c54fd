// Writes what is generated from the sources: the JSON Schemas for editors, the compiled validators, the table of ECS, the pages of the checks and the references of ES|QL and EQL.
// `node .config/tools/generate.mjs` writes, `--check` only compares and fails when a file is not up to date. Needs a build (dist/).
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EcsFlat } from '@elastic/ecs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { format } from 'prettier';
import { CLUSTER_FACTS, clusterFactPage, clusterFactsIndex } from '../../dist/cluster-checks/facts.js';
import { checkPage, checksIndex } from '../../dist/lint/check-page.js';
import { CHECKS } from '../../dist/lint/checks/index.js';
import { referencePages } from '../../dist/render/language-reference.js';
import { FILE_SCHEMAS } from '../../dist/schemas/file-schemas.js';

const ROOT = new URL('../../', import.meta.url);
/** The folders of generated pages; whatever else is in them goes away. */
const CHECK_PAGES = 'docs/checks';
const REFERENCES = ['esql', 'eql'];
const PAGE_FOLDERS = [CHECK_PAGES, ...REFERENCES.map((language) => `docs/reference/${language}`)];
const STYLE = { singleQuote: true, printWidth: 120 };

/** The names in code: version-lock → validateVersionLock. */
const exportOf = (kind) => `validate${kind.replace(/(^|-)([a-z])/g, (_, __, letter) => letter.toUpperCase())}`;

function validators() {
  // allErrors: every mistake is reported in one run. Data comes from files below a size limit, so the number of errors is bounded.
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    inlineRefs: false,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allowUnionTypes: true,
    unicodeRegExp: true,
    code: { source: true, esm: true, lines: false },
  });
  ajv.addKeyword('x-form');
  const names = {};
  for (const [kind, schema] of Object.entries(FILE_SCHEMAS)) {
    ajv.addSchema(schema);
    names[exportOf(kind)] = schema.$id;
  }
  let code = standaloneCode.default(ajv, names);
  if (code.includes('require('))
    throw new Error('The validators need a module of ajv at run time; use another keyword.');
  code = compact(code.replace(/^"use strict";/, ''));
  code = code.replace(/export const (validate\w+) = (\w+);/g, 'export const $1: SchemaValidator = $2;');
  return [
    '// @ts-nocheck: written by .config/tools/generate.mjs; do not edit.',
    "import { note, type SchemaValidator } from '../schema-validator.js';",
    code,
  ].join('\n');
}

/**
 * Two thirds of ajv's code are error objects and copies of the schemas: the objects become calls of `note`, the copies go away
 * (what a message needs of the schema, such as the values of an enum, is looked up in the schema itself).
 */
function compact(code) {
  const error =
    /const (err\d+) = \{instancePath(?::(.*?))?,schemaPath:(.*?),keyword:"(\w+|false schema)",params:(.*?)\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}errors\+\+;/gs;
  let count = 0;
  const calls = code.replace(error, (_, __, path, schemaPath, keyword, params) => {
    count++;
    const kept = /^\{(missingProperty|additionalProperty|limit|comparison)/.test(params)
      ? params
      : keyword === 'dependentRequired'
        ? params.replace(/^.*?(missingProperty: ?"\w+").*$/s, '{$1}')
        : '{}';
    return `vErrors = note(vErrors, ${path ?? 'instancePath'}, "${keyword}", ${kept}); errors++;`;
  });
  if (count === 0 || calls.includes('schemaPath:'))
    throw new Error('The code of ajv has changed; adapt the generator.');
  return calls.replace(/^const (schema\d+) = \{.*?\};(?=const|export|function)/gms, (declaration, name) =>
    calls.split(name).length > 2 ? declaration : '',
  );
}

/**
 * What mappings say of the fields of ECS, a line each. The package holds megabytes of descriptions, whose reading would take
 * a good part of the time that the tests of one rule may take.
 */
function ecsFields() {
  const lines = Object.values(EcsFlat).map(
    ({ flat_name: name, normalize = [], multi_fields: inner = [], ...field }) => {
      const mapping = pick(field, ['type', 'ignore_above', 'scaling_factor', 'index', 'doc_values']);
      if (inner.length > 0)
        mapping.fields = Object.fromEntries(inner.map((part) => [part.name, pick(part, ['type', 'normalizer'])]));
      const text = `${name}${normalize.includes('array') ? '[]' : ''} ${JSON.stringify(mapping)}`;
      if (/[`\\$\n]/.test(text)) throw new Error(`${name} cannot stand in a template; quote it.`);
      return text;
    },
  );
  return [
    '// Written by .config/tools/generate.mjs from the package @elastic/ecs (Apache-2.0, see NOTICE.md); do not edit.',
    '/** Each field of ECS on a line: its name, `[]` where it holds a list of values, a space, its mapping as JSON. */',
    `export const ECS_FIELDS: string = \`${lines.join('\n')}\`;`,
    '',
  ].join('\n');
}

function pick(object, keys) {
  return Object.fromEntries(keys.filter((key) => object[key] !== undefined).map((key) => [key, object[key]]));
}

async function outputs() {
  const files = new Map();
  for (const [kind, schema] of Object.entries(FILE_SCHEMAS)) {
    files.set(`schemas/${kind}.schema.json`, await format(JSON.stringify(schema), { ...STYLE, parser: 'json' }));
  }
  files.set('src/schemas/generated/validators.ts', await format(validators(), { ...STYLE, parser: 'typescript' }));
  files.set('src/schemas/generated/ecs-fields.ts', ecsFields());
  const markdown = { ...STYLE, parser: 'markdown' };
  files.set(`${CHECK_PAGES}/README.md`, await format(`${checksIndex(CHECKS)}${clusterFactsIndex()}`, markdown));
  for (const check of CHECKS) files.set(`${CHECK_PAGES}/${check.name}.md`, await format(checkPage(check), markdown));
  for (const fact of Object.values(CLUSTER_FACTS))
    files.set(`${CHECK_PAGES}/${fact.code.replace('/', '-')}.md`, await format(clusterFactPage(fact), markdown));
  for (const language of REFERENCES) {
    for (const [name, text] of referencePages(language))
      files.set(`docs/reference/${language}/${name}`, await format(text, markdown));
  }
  return files;
}

const check = process.argv.includes('--check');
let stale = 0;
const files = await outputs();
for (const folder of PAGE_FOLDERS) {
  for (const name of await readdir(new URL(folder, ROOT)).catch(() => [])) {
    const path = `${folder}/${name}`;
    if (files.has(path)) continue;
    stale++;
    if (!check) await rm(new URL(path, ROOT));
    console.error(`${check ? 'stale' : 'removed'} ${path}`);
  }
}
for (const [path, text] of files) {
  const file = fileURLToPath(new URL(path, ROOT));
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before === text) continue;
  stale++;
  if (!check) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  console.error(`${check ? 'stale' : 'wrote'} ${path}`);
}
if (check && stale > 0) {
  console.error('Run npm run generate.');
  process.exitCode = 1;
}
