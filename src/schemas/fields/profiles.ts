import { compileWildcard } from '../../values/patterns/wildcard.js';
import { ALERTS } from './alerts.js';
import { AUDITD } from './auditd.js';
import { AWS_CLOUDTRAIL } from './aws-cloudtrail.js';
import { mergeCatalogues } from './catalogue.js';
import type { FieldCatalogue } from './catalogue.js';
import type { ImportedCatalogue } from './catalogue-file.js';
import { ecsCatalogue } from './ecs.js';
import { ELASTIC_DEFEND } from './elastic-defend.js';
import { ML_ANOMALIES } from './ml-anomalies.js';
import { WINDOWS } from './windows.js';

/** A named set of fields, and the indices that have it. */
interface Profile {
  /** Starts of index names, patterns included. */
  readonly indices: readonly string[];
  readonly fields?: FieldCatalogue;
}

const PROFILES: Readonly<Record<string, Profile>> = {
  ecs: { indices: [] },
  'aws.cloudtrail': { indices: ['logs-aws.cloudtrail', 'logs-aws*', 'logs-aws-'], fields: AWS_CLOUDTRAIL },
  'auditd_manager.auditd': { indices: ['logs-auditd_manager.', 'auditbeat-'], fields: AUDITD },
  endpoint: { indices: ['logs-endpoint.events', 'logs-endpoint.alerts', 'logs-endpoint*'], fields: ELASTIC_DEFEND },
  'system.security': { indices: ['logs-system.'], fields: WINDOWS },
  alerts: { indices: ['.alerts-security.', '.internal.alerts-security.'], fields: ALERTS },
  'ml.anomalies': { indices: ['.ml-anomalies-'], fields: ML_ANOMALIES },
  windows: { indices: ['logs-windows.', 'winlogbeat-'], fields: WINDOWS },
};

/** Names of all profiles, for messages. */
export const PROFILE_NAMES: readonly string[] = Object.keys(PROFILES);

/** Whether a text names a profile (`aws.cloudtrail`, or a dataset of one: `endpoint.events.process`) or an imported catalogue. */
export function isProfile(name: string, imported: readonly ImportedCatalogue[] = []): boolean {
  return imported.some((catalogue) => catalogue.name === name) || profileNamed(name) !== undefined;
}

/**
 * The fields of the named profiles and imported catalogues together; unknown names add nothing (see {@link isProfile}). An imported catalogue
 * goes before a profile of the same name. ECS is in it unless all of them are imported and whole without.
 */
export function catalogueOf(names: readonly string[], imported: readonly ImportedCatalogue[] = []): FieldCatalogue {
  const parts = names.map((name) => {
    const own = imported.filter((catalogue) => catalogue.name === name);
    if (own.length > 0) return { addsEcs: own.some(({ addsEcs }) => addsEcs), fields: own.map(({ fields }) => fields) };
    const fields = profileNamed(name)?.fields;
    return { addsEcs: true, fields: fields === undefined ? [] : [fields] };
  });
  return joined(
    parts.length === 0 || parts.some(({ addsEcs }) => addsEcs),
    parts.flatMap(({ fields }) => fields),
  );
}

/** The fields that an index has by its name: what was imported for it, else what the profiles say. */
export function catalogueOfIndex(index: string, imported: readonly ImportedCatalogue[] = []): FieldCatalogue {
  const own = imported.filter(({ indices }) => covers(indices, index));
  if (own.length === 0) return catalogueOf(profilesOf(index));
  return joined(
    own.some(({ addsEcs }) => addsEcs),
    own.map(({ fields }) => fields),
  );
}

function joined(addsEcs: boolean, catalogues: readonly FieldCatalogue[]): FieldCatalogue {
  const all = addsEcs ? [ecsCatalogue(), ...catalogues] : catalogues;
  const [only] = all;
  return all.length === 1 && only !== undefined ? only : mergeCatalogues(all);
}

/** Whether a list of patterns has the index: the last pattern that matches decides, a `-` before it takes away. */
function covers(patterns: readonly string[], index: string): boolean {
  const last = patterns.findLast((pattern) => compileWildcard(pattern.replace(/^-/, ''))(index));
  return last !== undefined && !last.startsWith('-');
}

/** The profiles that an index (or pattern) has by its name; `ecs` alone where none is known. */
export function profilesOf(index: string): readonly string[] {
  const named = Object.entries(PROFILES).filter(([, { indices }]) => indices.some((start) => index.startsWith(start)));
  return named.length === 0 ? ['ecs'] : named.map(([name]) => name);
}

function profileNamed(name: string): Profile | undefined {
  const key = Object.keys(PROFILES).find((profile) => name === profile || name.startsWith(`${profile}.`));
  return key === undefined ? undefined : PROFILES[key];
}
