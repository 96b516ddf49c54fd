import { ClusterError } from '../cluster-error.js';

const JSON_TYPE = 'application/json';
const VERSIONED = 'application/vnd.elasticsearch+json;compatible-with=8';

/** The type of an answer: with a version where the client asked with one. */
export function answerType(accept: string | undefined): string {
  if (/^application\/json; ?charset=utf-8$/i.test(accept ?? '')) return `${JSON_TYPE};charset=utf-8`;
  return accept?.includes('application/vnd.elasticsearch+') === true ? VERSIONED : JSON_TYPE;
}

/** Refuses a body that is not said to be JSON; a web page of another origin cannot say so without being asked first. */
export function checkBodyType(header: string | undefined): void {
  if (header === undefined) throw refusal(`Content-Type header is missing`);
  const [type = '', ...parameters] = header.toLowerCase().split(';').map((part) => part.trim()); // prettier-ignore
  if (!/^application\/(?:vnd\.elasticsearch\+)?(?:json|x-ndjson)$/.test(type)) {
    throw refusal(`Content-Type header [${header}] is not supported`);
  }
  const version = parameters.find((parameter) => parameter.startsWith('compatible-with='))?.split('=')[1];
  if (version !== undefined && version !== '8') {
    throw new ClusterError(400, {
      type: 'media_type_header_exception',
      reason: `A compatible version is required on both Content-Type and Accept headers; this server speaks version 8, not ${version}.`,
    });
  }
}

function refusal(reason: string): ClusterError {
  return new ClusterError(406, { type: 'media_type_header_exception', reason });
}
