/**
 * The last parts of the codes of files and queries, by area: what `dragnet explain` knows besides checks. A test compares them with the sources.
 * The areas `config` and `test` have those of schemas, too.
 */
export const KNOWN_CODES: Readonly<Record<string, readonly string[]>> = {
  toml: 'encoding syntax too-deep too-large unreadable'.split(' '),
  config: 'attack-data baseline-outdated local-checks-off unknown-check'.split(' '),
  test: 'missing-now no-clauses no-definition only too-few uncovered-clause wrong-bounds wrong-now wrong-run-at'.split(
    ' ',
  ),
  lock: 'demoted deprecated-unlisted duplicate-id fork-full fork-missing missing outdated type-changed'.split(' '),
  import:
    'duplicate-rule exists incomplete-rule item-without-list no-toml not-json not-yaml sigma unknown-object'.split(' '),
  edit: 'not-possible'.split(' '),
  schema: 'mixed-file'.split(' '),
  kql: 'bad-escape keyword-in-value missing-clause missing-value too-deep unclosed-bracket unclosed-quote unexpected-text unknown-field value-type'.split(
    ' ',
  ),
  lucene:
    'bad-boost bad-escape bad-range missing-clause small-operator too-deep unclosed-bracket unclosed-quote unclosed-regexp unexpected-text unknown-field value-type'.split(
      ' ',
    ),
  eql: 'address-as-text all-events-missing argument-count array-index bad-escape bad-regexp bad-runs by-after-with field-comparison join-key-types join-keys-differ maxspan-decimal maxspan-not-positive maxspan-unit maxspan-without-unit missing-event-in-sample missing-maxspan no-condition no-insensitive-form number-too-large old-string pattern-not-text pipe-arguments pipes-in-sample removed-function runs-in-sample sample-without-key stack text-without-keyword too-deep too-few-steps too-many-steps type-mismatch unclosed-comment unclosed-name unclosed-string unexpected-character unknown-category unknown-field unknown-function unknown-option unknown-pipe unreachable-step unsupported-join unsupported-join-key unsupported-pipe unsupported-relation until-missing until-runs unusable-field value-type'.split(
    ' ',
  ),
  esql: 'aggregate argument arguments bad-token bracket dissect drop-all enrich-mode grok grouping index-name join limit lookup misplaced number option parameter renamed sample search shadowed stack stats syntax time-unit timestamp too-deep too-large type unknown-column unknown-function unknown-index unknown-metadata unknown-policy unknown-type unsupported unsupported-field wildcard'.split(
    ' ',
  ),
};

/** What a JSON Schema has against a file, whatever the file is. */
export const SCHEMA_CODES: readonly string[] =
  'conflicting-key empty-table misplaced-key missing-key out-of-range too-few too-many unknown-key wrong-form wrong-type wrong-value'.split(
    ' ',
  );
