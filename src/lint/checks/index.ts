import type { Check } from '../check.js';
import { attackFrameworkFits } from './attack-framework-fits.js';
import { attackIdKnown } from './attack-id-known.js';
import { attackNamesAgree } from './attack-names-agree.js';
import { attackTacticOnce } from './attack-tactic-once.js';
import { attackTechniqueCurrent } from './attack-technique-current.js';
import { attackTechniqueOfTactic } from './attack-technique-of-tactic.js';
import { cardinalityCanVary } from './cardinality-can-vary.js';
import { caseSensitiveWindowsPath } from './case-sensitive-windows-path.js';
import { contradictoryClauses } from './contradictory-clauses.js';
import { deprecatedHasDate } from './deprecated-has-date.js';
import { duplicateClause } from './duplicate-clause.js';
import { esqlArrayCompared } from './esql-array-compared.js';
import { esqlFilterBeforeStats } from './esql-filter-before-stats.js';
import { esqlKeepsDocumentId } from './esql-keeps-document-id.js';
import { esqlNegationKeepsNull } from './esql-negation-keeps-null.js';
import { guideNamesRule } from './guide-names-rule.js';
import { guidePlaceholdersFilled } from './guide-placeholders-filled.js';
import { ignoreHasReason } from './ignore-has-reason.js';
import { ignoreIsUsed } from './ignore-is-used.js';
import { indexHasCatalogue } from './index-has-catalogue.js';
import { intervalNotTooShort } from './interval-not-too-short.js';
import { licenceNamed } from './licence-named.js';
import { lookbackCoversInterval } from './lookback-covers-interval.js';
import { maxSignalsWithinLimit } from './max-signals-within-limit.js';
import { maxspanWithinLookback } from './maxspan-within-lookback.js';
import { minStackCoversKeys } from './min-stack-covers-keys.js';
import { minStackExplained } from './min-stack-explained.js';
import { mixedAndOr } from './mixed-and-or.js';
import { newTermsHistoryBeforeLookback } from './new-terms-history-before-lookback.js';
import { noSecrets } from './no-secrets.js';
import { queryFieldsKnown } from './query-fields-known.js';
import { queryNarrows } from './query-narrows.js';
import { querySyntax } from './query-syntax.js';
import { queryTypes } from './query-types.js';
import { referencesAreUrls } from './references-are-urls.js';
import { riskScoreMatchesSeverity } from './risk-score-matches-severity.js';
import { ruleFieldsKnown } from './rule-fields-known.js';
import { setupInOnePlace } from './setup-in-one-place.js';
import { shadowedClause } from './shadowed-clause.js';
import { tacticTagsAgree } from './tactic-tags-agree.js';
import { testExpectsSomething } from './test-expects-something.js';
import { testFitsDefinition } from './test-fits-definition.js';
import { testHasDefinition } from './test-has-definition.js';
import { threatMappingNegation } from './threat-mapping-negation.js';
import { timelineHasId } from './timeline-has-id.js';
import { uniqueEntries } from './unique-entries.js';
import { uniqueHuntUuid } from './unique-hunt-uuid.js';
import { uniqueName } from './unique-name.js';
import { uniqueRuleId } from './unique-rule-id.js';
import { uniqueTags } from './unique-tags.js';
import { uniqueTestNames } from './unique-test-names.js';
import { updatedNotBeforeCreation } from './updated-not-before-creation.js';
import { wildcardTakenLiterally } from './wildcard-taken-literally.js';

/** All checks, by name. */
export const CHECKS: readonly Check[] = [
  attackFrameworkFits,
  attackIdKnown,
  attackNamesAgree,
  attackTacticOnce,
  attackTechniqueCurrent,
  attackTechniqueOfTactic,
  cardinalityCanVary,
  caseSensitiveWindowsPath,
  contradictoryClauses,
  deprecatedHasDate,
  duplicateClause,
  esqlArrayCompared,
  esqlFilterBeforeStats,
  esqlKeepsDocumentId,
  esqlNegationKeepsNull,
  guideNamesRule,
  guidePlaceholdersFilled,
  ignoreHasReason,
  ignoreIsUsed,
  indexHasCatalogue,
  intervalNotTooShort,
  licenceNamed,
  lookbackCoversInterval,
  maxSignalsWithinLimit,
  maxspanWithinLookback,
  minStackCoversKeys,
  minStackExplained,
  mixedAndOr,
  newTermsHistoryBeforeLookback,
  noSecrets,
  queryFieldsKnown,
  queryNarrows,
  querySyntax,
  queryTypes,
  referencesAreUrls,
  riskScoreMatchesSeverity,
  ruleFieldsKnown,
  setupInOnePlace,
  shadowedClause,
  tacticTagsAgree,
  testExpectsSomething,
  testFitsDefinition,
  testHasDefinition,
  threatMappingNegation,
  timelineHasId,
  uniqueEntries,
  uniqueHuntUuid,
  uniqueName,
  uniqueRuleId,
  uniqueTags,
  uniqueTestNames,
  updatedNotBeforeCreation,
  wildcardTakenLiterally,
];
