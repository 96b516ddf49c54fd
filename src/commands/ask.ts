import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Asks a question on a terminal; undefined where whoever sits there leaves (Ctrl-C, Ctrl-D). */
export type Ask = (question: string, options?: { readonly isSecret?: boolean }) => Promise<string | undefined>;

/** Asks on standard error, so that data in pipes stays data. What is secret is not echoed. */
export function askOn(host: Pick<NodeJS.Process, 'stdin' | 'stderr'>): Ask {
  return (question, { isSecret = false } = {}) =>
    new Promise((resolve) => {
      host.stderr.write(question);
      const silent = new Writable({
        write: (_chunk, _encoding, done) => {
          done();
        },
      });
      const lines = createInterface({ input: host.stdin, output: isSecret ? silent : host.stderr, terminal: true });
      let answer: string | undefined;
      lines.once('line', (line) => {
        answer = line.trim();
        lines.close();
      });
      lines.once('SIGINT', () => {
        lines.close();
      });
      lines.once('close', () => {
        if (isSecret || answer === undefined) host.stderr.write('\n');
        resolve(answer);
      });
    });
}
