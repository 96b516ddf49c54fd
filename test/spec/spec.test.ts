import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { answerScript } from './run-script.js';
import { parseScript } from './script.js';

/** `now` of the scripts' queries: no document's date lies between it and the day on which the real node answers. */
const clock = (): Date => new Date('2026-11-22T12:00:00Z');

describe.each(['scripts', 'generated'])('%s', (folder) => {
  const root = new URL(`${folder}/`, import.meta.url);
  test.each(readdirSync(root))('%s', async (file) => {
    const script = parseScript(readFileSync(new URL(file, root), 'utf8'));
    const answers = await answerScript(script, new EmbeddedCluster({ clock }), 'spec');
    expect(answers.length).toBeGreaterThan(0);
    const wrong = answers.filter(({ query, given }) => JSON.stringify(given) !== JSON.stringify(query.expected));
    expect(
      wrong.map(({ query, given }) => ({ line: query.line, text: query.text, expected: query.expected, given })),
    ).toEqual([]);
  });
});
