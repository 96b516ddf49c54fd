// @ts-check
/** Starts an Elasticsearch for tests and keeps it until Ctrl-C: `node test/elasticsearch/start.mjs [PORT]`; prints its URL. */
import { startNode } from './node.mjs';

const port = process.argv[2] === undefined ? {} : { port: Number(process.argv[2]) };
const interruption = new AbortController();
const ended = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
});
void ended.then(() => interruption.abort());

try {
  const node = await startNode({
    ...port,
    signal: interruption.signal,
    log: (line) => void process.stderr.write(`${line}\n`),
  });
  process.stdout.write(`${node.url}\n`);
  await ended;
  await node.stop();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
