import type { DiagnosticCode, Severity } from '../diagnostics/diagnostic.js';

/** What can be said of a rule by a cluster: the documentation of each code, once. */
export interface ClusterFact {
  readonly code: DiagnosticCode & `cluster/${string}`;
  readonly severity: Severity;
  /** What the cluster must have, in the imperative. */
  readonly summary: string;
  readonly why: string;
  readonly fix: string;
}

type ClusterFactName =
  | 'noIndices'
  | 'noDocuments'
  | 'emptyField'
  | 'jobMissing'
  | 'jobNotStarted'
  | 'policyMissing'
  | 'lookupMissing'
  | 'notChecked';

/** The codes of `dragnet validate --cluster`. */
export const CLUSTER_FACTS: Readonly<Record<ClusterFactName, ClusterFact>> = {
  noIndices: {
    code: 'cluster/no-indices',
    severity: 'error',
    summary: 'Have an index for each rule.',
    why: 'Without an index the rule reads nothing, and cannot fire.',
    fix: 'Install the integration that fills the index, or correct the patterns.',
  },
  noDocuments: {
    code: 'cluster/no-documents',
    severity: 'warning',
    summary: 'Have documents of the last days in the indices of each rule.',
    why: 'A rule without data cannot fire, and nobody notices.',
    fix: 'Look why no data comes in, or give --days a longer time.',
  },
  emptyField: {
    code: 'cluster/empty-field',
    severity: 'warning',
    summary: 'Use fields that documents of the last days have.',
    why: 'The field is mapped, but no document has a value: what asks for one never holds.',
    fix: 'Use the field that the data has, or let the integration fill this one.',
  },
  jobMissing: {
    code: 'cluster/job-missing',
    severity: 'error',
    summary: 'Have the machine learning jobs of rules.',
    why: 'The rule reads the anomalies of the job: without it, it cannot fire.',
    fix: 'Create the job (it is part of the integration or of the Security app), or correct machine_learning_job_id.',
  },
  jobNotStarted: {
    code: 'cluster/job-not-started',
    severity: 'error',
    summary: 'Keep the machine learning jobs of rules, and their datafeeds, running.',
    why: 'A job that is closed or not fed finds no anomaly, so that the rule cannot fire.',
    fix: 'Start the job and its datafeed.',
  },
  policyMissing: {
    code: 'cluster/enrich-policy-missing',
    severity: 'error',
    summary: 'Have the enrich policies of ES|QL queries.',
    why: 'Elasticsearch refuses the query, so that each run of the rule fails.',
    fix: 'Create the policy and execute it, or correct its name.',
  },
  lookupMissing: {
    code: 'cluster/lookup-index-missing',
    severity: 'error',
    summary: 'Have the lookup indices of ES|QL queries.',
    why: 'Elasticsearch refuses the query, so that each run of the rule fails.',
    fix: 'Create the index with index.mode lookup, or correct its name.',
  },
  notChecked: {
    code: 'cluster/not-checked',
    severity: 'info',
    summary: 'Let the cluster answer what is asked of it.',
    why: 'Whether the rule can fire there is not known.',
    fix: 'Give the key the privilege view_index_metadata (and read, monitor_ml, monitor_enrich), or check by hand.',
  },
};

/** The reference page of a code, Markdown. */
export function clusterFactPage({ code, severity, summary, why, fix }: ClusterFact): string {
  return [
    `# ${code}`,
    summary,
    `Code \`${code}\` · severity ${severity} · of \`dragnet validate --cluster URL\` alone`,
    '## Why',
    why,
    '## What to do',
    fix,
    '',
  ].join('\n\n');
}

/** The part of the list of checks that is about clusters, Markdown. */
export function clusterFactsIndex(): string {
  const rows = Object.values(CLUSTER_FACTS).map(
    ({ code, severity, summary }) => `| [${code}](${code.replace('/', '-')}.md) | ${severity} | ${summary} |`,
  );
  return [
    '## On a cluster',
    'What `dragnet validate --cluster URL` says besides, of rules that cannot fire there. It also checks queries against the fields that the cluster maps; those messages have the codes of the languages.',
    `| Code | Severity | What it demands |\n| --- | --- | --- |\n${rows.join('\n')}`,
    '',
  ].join('\n\n');
}
