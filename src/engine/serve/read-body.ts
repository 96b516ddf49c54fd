import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';
import { ClusterError } from '../cluster-error.js';

/** The body of a request as text, unpacked if it is packed; refuses more than `limit` bytes as soon as they are seen. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLong(limit);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of unpacked(request)) {
      length += (chunk as Buffer).length;
      if (length > limit) throw tooLong(limit);
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    if (error instanceof ClusterError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ClusterError(400, {
      type: 'illegal_argument_exception',
      reason: `cannot read the request body: ${reason}`,
    });
  }
  return Buffer.concat(chunks).toString('utf8');
}

function unpacked(request: IncomingMessage): Readable {
  const encoding = request.headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (encoding === 'identity') return request;
  if (encoding === 'gzip') return request.pipe(createGunzip());
  if (encoding === 'deflate') return request.pipe(createInflate());
  throw new ClusterError(400, { type: 'illegal_argument_exception', reason: `unknown Content-Encoding [${encoding}]` });
}

function tooLong(limit: number): ClusterError {
  return new ClusterError(413, {
    type: 'content_too_long_exception',
    reason: `the request body is longer than ${limit} bytes. Send less at once, or raise the limit.`,
  });
}
