import { parseToml } from '../definitions/parse-toml.js';
import type { Cluster } from '../engine/cluster.js';
import { toKibana } from '../kibana-form/to-kibana.js';
import { runTestFileOnKibana } from '../testing/kibana/run-kibana-test.js';
import type { TestEnvironment, TestResult } from '../testing/run-tests.js';
import type { Subject } from '../testing/subject.js';
import type { TestFile } from '../testing/test-case.js';
import type { Arguments } from './command.js';
import { connectKibana } from './kibana-client.js';
import type { Repository } from './repository.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** Runs test files through a Kibana. */
export interface KibanaTests {
  run(file: TestFile, subject: Subject): AsyncGenerator<TestResult>;
  /** Takes away what was made in Kibana. */
  close(): Promise<void>;
}

/** What tests through Kibana are made with. */
export interface KibanaSetting {
  readonly repository: Repository;
  readonly environment: TestEnvironment;
  readonly remote: Cluster | undefined;
}

/** Connects to the Kibana that the call names; only a call names one, so that no repository can send credentials anywhere. */
export async function kibanaTests(
  args: Arguments,
  { repository, environment, remote }: KibanaSetting,
  terminal: Terminal,
): Promise<KibanaTests> {
  if (args['engine'] !== undefined)
    throw new UsageError('--kibana compares Kibana with the embedded engine. Leave --engine out.');
  if (args['cluster'] === undefined || remote === undefined)
    throw new UsageError(
      '--kibana needs the Elasticsearch behind it, where the documents go: --cluster http://localhost:9200.',
    );
  const space = String(args['kibanaSpace']);
  if (!/^[a-z0-9_-]{1,100}$/.test(space))
    throw new UsageError('--kibana-space is the id of a space: small letters, digits, - and _.');
  const kibana = await connectKibana(String(args['kibana']), terminal.env, space);
  const { embedded, prefix, inputs, signal } = environment;
  const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const kibanaRule = (file: string): ReturnType<typeof toKibana>['rule'] => {
    const table = parseToml(file, repository.texts.get(file) ?? '').table;
    return toKibana(table ?? {}).rule;
  };
  return {
    run: (file, subject) =>
      runTestFileOnKibana(file, subject, {
        kibana,
        cluster: remote,
        kibanaRule,
        wait,
        embedded,
        prefix,
        inputs,
        signal,
      }),
    close: async () => {
      const left = await kibana.close();
      if (left !== undefined) terminal.err(`warning: ${left}\n`);
    },
  };
}
