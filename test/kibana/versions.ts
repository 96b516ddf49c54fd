import { platformError } from './fake-request.js';
import type { FakeAnswer, FakeRequest } from './fake-request.js';

const PUBLIC = '2023-10-31';

/**
 * The refusal of a request whose headers name a version that is not to be had: `kbn-version` is Kibana's own, `elastic-api-version` that of the API
 * (public ones have one; internal ones count from 1). From 9.0 internal APIs are for Kibana itself (`x-elastic-internal-origin`).
 */
export function versionProblem({ headers, method, path }: FakeRequest, version: string): FakeAnswer | undefined {
  const expected = headers['kbn-version'];
  if (typeof expected === 'string' && expected !== version) {
    const why = `Browser client is out of date, please refresh the page ("kbn-version" header was "${expected}" but should be "${version}")`;
    const { status, body } = platformError(400, why);
    return { status, body: { ...(body as object), attributes: { expected: version, got: expected } } };
  }
  const isInternal = path.startsWith('/internal/');
  if (isInternal && Number(version.split('.')[0]) >= 9 && headers['x-elastic-internal-origin'] === undefined)
    return platformError(
      400,
      `uri [${path}] with method [${method.toLowerCase()}] exists but is not available with the current configuration`,
    );
  const asked = headers['elastic-api-version'];
  const known = isInternal ? '1' : PUBLIC;
  if (typeof asked !== 'string' || asked === known || !isVersioned(path)) return undefined;
  if (!isInternal && !/^\d{4}-\d\d-\d\d$/.test(asked))
    return platformError(
      400,
      `Invalid version. Received "${asked}", expected a valid date string formatted as YYYY-MM-DD.`,
    );
  return platformError(
    400,
    `No version "${asked}" available for [${method.toLowerCase()}] [${path}]. Available versions are: [${known}]`,
  );
}

/** Paths whose routes have versions. */
function isVersioned(path: string): boolean {
  return /^\/(?:api|internal)\/(?:detection_engine|exception_lists|lists|spaces)\b/.test(path);
}
