// The pass of a backtest without the runs that follow it: which rules each document concerns, and the alerts of single events.
// Arguments: the log, the folder of rules, and `single` for rules alone whose alerts are single events. Prints the counts.
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Backtest } from '../../dist/backtest/backtest.js';
import { MemoryStore } from '../../dist/backtest/document-store.js';
import { LogDocuments } from '../../dist/backtest/log-documents.js';
import { planRule } from '../../dist/backtest/planned-rule.js';
import { loadDefinitions } from '../../dist/definitions/load-definitions.js';
import { catalogueOfIndex } from '../../dist/schemas/fields/profiles.js';
import { toIndexDefinition } from '../../dist/schemas/fields/to-index-definition.js';

const [, , log, root, kind] = process.argv;
const files = (await readdir(join(root, 'rules'), { recursive: true })).filter((name) => name.endsWith('.toml'));
const loaded = await loadDefinitions(
  files.map((name) => join('rules', name)),
  root,
);
const now = new Date();
const rules = [];
for (const { value: rule } of loaded.rules) {
  if (kind !== 'single' || (await planRule({ rule }, now)).isSingle) rules.push({ rule });
}
const pass = await Backtest.of(rules, {
  definitionOf: (index) => toIndexDefinition(catalogueOfIndex(index)),
  store: new MemoryStore(),
  now,
});
const documents = new LogDocuments({ file: 'log', index: undefined });
let rest = '';
let line = 0;
for await (const chunk of createReadStream(log, { highWaterMark: 4 * 1024 * 1024 })) {
  let from = 0;
  for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
    const text = rest + chunk.toString('utf8', from, end);
    rest = '';
    for (const document of documents.of(text, (line += 1), () => undefined)) pass.add(document, document.value);
    from = end + 1;
  }
  rest = chunk.toString('utf8', from);
}
console.log(JSON.stringify({ rules: rules.length, ...pass.counts }));
