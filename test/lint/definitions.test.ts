import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findFiles } from '../../src/definitions/find.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { loadDefinitions } from '../../src/definitions/load-definitions.js';
import type { Profile } from '../../src/lint/profiles.js';
import { lint } from '../../src/lint/run.js';

const root = path.resolve(import.meta.dirname, '../..');

/** Rules and hunts kept beside the repository, read in place. */
const corpus = path.resolve(root, '../shared/corpus');

/** Mistakes that are really there: what is said about a file, as often as it is said, and why it is right. */
const REAL: readonly (readonly [file: string, code: string, times: number, reason: string])[] = [
  [
    'rules/integrations/cloud_defend/persistence_suspicious_webserver_child_process_execution.toml',
    'lint/duplicate-clause',
    2,
    'two command lines of php stand twice in a list',
  ],
  [
    'rules/linux/defense_evasion_chattr_immutable_file.toml',
    'lint/duplicate-clause',
    1,
    'cf-agent stands twice in a list',
  ],
  [
    'rules/linux/lateral_movement_telnet_network_activity_external.toml',
    'lint/sequence-has-maxspan',
    1,
    'a telnet process and a connection of any time later make an alert',
  ],
  [
    'rules/linux/persistence_apt_package_manager_file_creation.toml',
    'lint/duplicate-clause',
    2,
    'podman stands twice in a list',
  ],
  [
    'rules/linux/persistence_apt_package_manager_file_creation.toml',
    'lint/shadowed-clause',
    1,
    'all of perl is excluded before a single file of perl',
  ],
  [
    'rules/linux/persistence_apt_package_manager_file_creation.toml',
    'lint/wildcard-taken-literally',
    1,
    '/dev/fd/* stands in a list of in',
  ],
  ['rules/linux/persistence_cron_job_creation.toml', 'lint/duplicate-clause', 4, 'podman stands twice in lists'],
  [
    'rules/linux/persistence_grub_configuration_creation.toml',
    'lint/duplicate-clause',
    5,
    'podman, dockerd and others stand twice in lists',
  ],
  [
    'rules/linux/persistence_grub_configuration_creation.toml',
    'lint/tactic-tags-agree',
    1,
    'a tag without its entry in threat',
  ],
  [
    'rules/linux/persistence_pluggable_authentication_module_creation.toml',
    'lint/duplicate-clause',
    2,
    'podman stands twice in a list',
  ],
  [
    'rules/linux/persistence_pluggable_authentication_module_creation.toml',
    'lint/shadowed-clause',
    1,
    '*.pam-new is excluded before that of perl',
  ],
  [
    'rules/linux/persistence_potential_persistence_script_executable_bit_set.toml',
    'lint/duplicate-clause',
    1,
    'autostart stands twice in a list',
  ],
  [
    'rules/linux/persistence_systemd_service_creation.toml',
    'lint/duplicate-clause',
    5,
    'podman, dockerd and others stand twice in lists',
  ],
  [
    'rules/linux/persistence_webserver_unusual_file_creation.toml',
    'lint/duplicate-clause',
    1,
    'installedApps stands twice in a list',
  ],
  [
    'rules/windows/credential_access_suspicious_lsass_access_generic.toml',
    'lint/duplicate-clause',
    1,
    '0x3200 stands twice in a list',
  ],
  [
    'rules/windows/defense_evasion_regmod_remotemonologue.toml',
    'lint/duplicate-clause',
    1,
    'the same exception is written twice',
  ],
  [
    'rules/windows/execution_posh_hacktool_functions.toml',
    'lint/duplicate-clause',
    2,
    'two functions stand twice in a list',
  ],
  [
    'hunting/azure/queries/entra_authentication_attempts_from_abused_hosting_service_providers.toml',
    'lint/esql-array-compared',
    1,
    'ECS keeps lists in event.category; sign-ins may be of more than one',
  ],
  [
    'hunting/windows/queries/drivers_load_with_low_occurrence_frequency.toml',
    'lint/esql-array-compared',
    1,
    'ECS keeps lists in event.category',
  ],
  [
    'hunting/windows/queries/windows_logon_activity_by_source_ip.toml',
    'lint/esql-array-compared',
    1,
    'ECS keeps lists in event.category; logons may be of authentication and session',
  ],
  [
    'rules/cross-platform/multiple_alerts_llm_by_user_entity.toml',
    'lint/esql-negation-keeps-null',
    1,
    'alerts without user.id are left out, although user.name decides',
  ],
  [
    'rules/cross-platform/multiple_vulnerabilities_wiz_by_container.toml',
    'lint/esql-array-compared',
    1,
    'ECS keeps lists in event.category',
  ],
  [
    'rules/linux/defense_evasion_base64_decoding_activity.toml',
    'lint/esql-array-compared',
    8,
    'process.args holds all arguments: of a list nothing is found',
  ],
  [
    'rules/windows/credential_access_bruteforce_multiple_logon_failure_same_srcip.toml',
    'lint/esql-array-compared',
    1,
    'ECS keeps lists in event.category',
  ],
  [
    'rules/windows/credential_access_bruteforce_multiple_logon_failure_same_srcip.toml',
    'lint/esql-negation-keeps-null',
    3,
    'logons without user name, domain or status are left out',
  ],
];

/** The same for what the profile `elastic` finds besides. */
const REAL_FOR_ELASTIC: typeof REAL = [
  [
    'rules/integrations/cloud_defend/execution_container_management_binary_launched_inside_a_container.toml',
    'lint/licence-is-elastic',
    1,
    'the licence is spelt in another way than in all other rules',
  ],
];

/** Many rules read integrations that are not built in: that is said, once for each index pattern. */
const UNCHECKED = 'lint/index-has-catalogue';

async function problems(paths: readonly string[], folder: string, profile?: Profile): Promise<readonly Diagnostic[]> {
  const { files } = await findFiles(paths, folder, folder);
  const definitions = await loadDefinitions(files, folder);
  expect(definitions.texts.size).toBeGreaterThan(0);
  expect(definitions.diagnostics).toEqual([]);
  return lint({ ...definitions, ...(profile && { profile }) });
}

function counted(found: readonly Diagnostic[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { code, span } of found) counts[`${span.file} ${code}`] = (counts[`${span.file} ${code}`] ?? 0) + 1;
  return counts;
}

it('finds no fault with the definitions of this repository', async () => {
  expect(await problems(['rules', 'queries'], root)).toEqual([]);
});

it('finds no fault with the rules and hunts beside the repository but what is really there', async (context) => {
  if (!existsSync(corpus)) return context.skip('no ../shared/corpus beside the repository');
  const found = await problems(['.'], corpus);
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  const warnings = found.filter(({ severity, code }) => severity === 'warning' && code !== UNCHECKED);
  expect(counted(warnings)).toEqual(Object.fromEntries(REAL.map(([file, code, times]) => [`${file} ${code}`, times])));

  const unchecked = found.filter(({ code }) => code === UNCHECKED).map(({ what }) => what);
  const patterns = unchecked.map((what) => /covers (?:the indices )?([^:]+): not checked/u.exec(what)?.[1]);
  expect(patterns).not.toContain(undefined);
  expect(new Set(patterns).size).toBe(patterns.length);
  // Names of ECS are known: those that are not, belong to integrations.
  for (const what of unchecked) expect(what).not.toMatch(/ (?:@timestamp|event\.\w+|host\.name|user\.name)\b/u);
});

it('finds no more for the profile of Elastic but what is really there', async (context) => {
  if (!existsSync(corpus)) return context.skip('no ../shared/corpus beside the repository');
  const found = await problems(['.'], corpus, 'elastic');
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  const warnings = found.filter(({ severity, code }) => severity === 'warning' && code !== UNCHECKED);
  const real = [...REAL, ...REAL_FOR_ELASTIC];
  expect(counted(warnings)).toEqual(Object.fromEntries(real.map(([file, code, times]) => [`${file} ${code}`, times])));
});
