import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';
import { answerLines, loadScript } from './answer.js';
import { readScript } from './script.js';
import { scriptFiles } from './script-files.js';

/** The queries that a real Elasticsearch answered, on the embedded engine. */
describe.each(scriptFiles())('%s', (_, file) => {
  const script = readScript(readFileSync(file, 'utf8'));
  const cluster = new EmbeddedCluster({ clock: () => new Date('2026-11-22T12:00:00Z'), stacks: ['8.19'] });
  beforeAll(() => loadScript(script, cluster));
  afterAll(() => cluster.close());

  test.each(script.questions.map((question) => [`${question.line}: ${question.query}`, question] as const))(
    '%s',
    async (__, question) => {
      expect(question.answer).not.toEqual([]);
      const given = await answerLines(question, cluster);
      if (question.gap === undefined) expect(given).toEqual(question.answer);
      else expect(given).not.toEqual(question.answer);
    },
  );
});
