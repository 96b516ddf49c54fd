import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ElasticsearchCluster } from '../../src/engine/elasticsearch.js';
import { answerLines, loadScript, unloadScript } from '../spec/esql/answer.js';
import { SEEDS, generatedScript } from '../spec/esql/generated-scripts.js';
import { readScript, withAnswers } from '../spec/esql/script.js';
import { scriptFiles } from '../spec/esql/script-files.js';

const url = process.env['ORACLE_URL'];
const update = process.env['UPDATE_SPEC'] !== undefined;

/** Generated scripts are written anew, to be answered with all others. */
if (url && update) {
  const folder = new URL('../spec/esql/generated/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const seed of SEEDS) writeFileSync(new URL(`seed-${seed}.spec`, folder), generatedScript(seed));
}

describe.runIf(url).each(scriptFiles())('%s', (_, file) => {
  const text = readFileSync(file, 'utf8');
  const script = readScript(text);
  const cluster = new ElasticsearchCluster({ node: url! });
  beforeAll(async () => {
    await unloadScript(script, cluster);
    await loadScript(script, cluster);
  });
  afterAll(async () => {
    await unloadScript(script, cluster);
    await cluster.close();
  });

  test.runIf(update)('is answered', async () => {
    const answers: (string[] | undefined)[] = [];
    for (const question of script.questions) answers.push(await answerLines(question, cluster));
    writeFileSync(file, withAnswers(text, answers));
  });

  test.runIf(!update)('the real node answers the same', async () => {
    const other: object[] = [];
    for (const question of script.questions) {
      const given = await answerLines(question, cluster);
      if (given?.join('\n') !== question.answer.join('\n')) other.push({ ...question, given });
    }
    expect(other).toEqual([]);
  });
});

test.runIf(!url)('there is no node to ask', (context) => {
  context.skip('ORACLE_URL is not set');
});
