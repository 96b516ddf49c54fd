import { request as httpRequest } from 'node:http';
import { type Answer, type Request, readBody } from './exchange.js';

/** Sends a request and reads the answer. */
export function ask(base: string, { method, path, headers, body }: Request): Promise<Answer> {
  const type = /_bulk|_msearch/u.test(path) ? 'application/x-ndjson' : 'application/json';
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      base + path,
      {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': type }), ...Object.fromEntries(headers) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const contentType = response.headers['content-type'] ?? '';
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({
            status: response.statusCode ?? 0,
            type: contentType,
            warnings: warningsOf(response.rawHeaders),
            body: readBody(contentType, text),
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The texts of the Warning headers: `299 Elasticsearch-… "text"`. */
function warningsOf(raw: readonly string[]): string[] {
  return raw.flatMap((name, at) => {
    if (at % 2 === 1 || name.toLowerCase() !== 'warning') return [];
    const value = raw[at + 1] ?? '';
    return [...value.matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/gsu)].map(([, text = '']) =>
      text.replaceAll(/\\(.)/gsu, '$1'),
    );
  });
}
