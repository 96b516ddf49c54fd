import { AUDITD } from './auditd.js';
import { AWS_CLOUDTRAIL } from './aws-cloudtrail.js';
import { mergeCatalogues } from './catalogue.js';
import type { FieldCatalogue } from './catalogue.js';
import { ecsCatalogue } from './ecs.js';
import { ELASTIC_DEFEND } from './elastic-defend.js';
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
  windows: { indices: ['logs-windows.', 'winlogbeat-'], fields: WINDOWS },
};

/** Names of all profiles, for messages. */
export const PROFILE_NAMES: readonly string[] = Object.keys(PROFILES);

/** Whether a text names a profile: `aws.cloudtrail`, or a dataset of one (`endpoint.events.process`). */
export function isProfile(name: string): boolean {
  return profileNamed(name) !== undefined;
}

/** ECS with what the named profiles add; unknown names add nothing (see {@link isProfile}). */
export function catalogueOf(names: readonly string[]): FieldCatalogue {
  const added = names.flatMap((name) => profileNamed(name)?.fields ?? []);
  return added.length === 0 ? ecsCatalogue() : mergeCatalogues([ecsCatalogue(), ...added]);
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
