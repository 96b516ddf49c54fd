import type { Check } from '../check.js';
import { actionFrequencyWhole } from './action-frequency-whole.js';
import { attackFrameworkFits } from './attack-framework-fits.js';
import { attackIdKnown } from './attack-id-known.js';
import { attackNamesAgree } from './attack-names-agree.js';
import { attackTacticOnce } from './attack-tactic-once.js';
import { attackTechniqueCurrent } from './attack-technique-current.js';
import { attackTechniqueOfTactic } from './attack-technique-of-tactic.js';
import { buildingBlockFolder } from './building-block-folder.js';
import { buildingBlockTiming } from './building-block-timing.js';
import { cardinalityCanVary } from './cardinality-can-vary.js';
import { caseSensitiveWindowsPath } from './case-sensitive-windows-path.js';
import { connectorTypeAgrees } from './connector-type-agrees.js';
import { constantCondition } from './constant-condition.js';
import { contradictoryClauses } from './contradictory-clauses.js';
import { dataSetFitsIndex } from './data-set-fits-index.js';
import { datesExist } from './dates-exist.js';
import { deprecatedFolder } from './deprecated-folder.js';
import { deprecatedHasDate } from './deprecated-has-date.js';
import { duplicateClause } from './duplicate-clause.js';
import { esqlArrayCompared } from './esql-array-compared.js';
import { esqlFilterBeforeStats } from './esql-filter-before-stats.js';
import { esqlKeepsDocumentId } from './esql-keeps-document-id.js';
import { esqlNegationKeepsNull } from './esql-negation-keeps-null.js';
import { exceptionFieldsKnown } from './exception-fields-known.js';
import { exceptionItemOfList } from './exception-item-of-list.js';
import { exceptionListUsed } from './exception-list-used.js';
import { exceptionNotExpired } from './exception-not-expired.js';
import { exceptionValuesFit } from './exception-values-fit.js';
import { exceptionWildcardIsOne } from './exception-wildcard-is-one.js';
import { fileNameForm } from './file-name-form.js';
import { fileNameHasTactic } from './file-name-has-tactic.js';
import { filtersKnown } from './filters-known.js';
import { guideNamesRule } from './guide-names-rule.js';
import { guidePlaceholdersFilled } from './guide-placeholders-filled.js';
import { guidePluginsReadable } from './guide-plugins-readable.js';
import { guidePresent } from './guide-present.js';
import { guideSetupHeading } from './guide-setup-heading.js';
import { huntLanguageFits } from './hunt-language-fits.js';
import { ignoreHasReason } from './ignore-has-reason.js';
import { ignoreIsUsed } from './ignore-is-used.js';
import { indexForm } from './index-form.js';
import { indexHasCatalogue } from './index-has-catalogue.js';
import { indexHasIntegration } from './index-has-integration.js';
import { integrationFitsIndex } from './integration-fits-index.js';
import { intervalCoversMaxspan } from './interval-covers-maxspan.js';
import { intervalNotTooShort } from './interval-not-too-short.js';
import { kqlShortestForm } from './kql-shortest-form.js';
import { leadingWildcard } from './leading-wildcard.js';
import { licenceIsElastic } from './licence-is-elastic.js';
import { licenceNamed } from './licence-named.js';
import { listTypeAgrees } from './list-type-agrees.js';
import { lookbackCoversInterval } from './lookback-covers-interval.js';
import { machineLearningJobForm } from './machine-learning-job-form.js';
import { machineLearningJobIntegration } from './machine-learning-job-integration.js';
import { mappingComplete } from './mapping-complete.js';
import { maxSignalsWithinLimit } from './max-signals-within-limit.js';
import { maxspanWithinLookback } from './maxspan-within-lookback.js';
import { minStackCoversKeys } from './min-stack-covers-keys.js';
import { minStackCoversQuery } from './min-stack-covers-query.js';
import { minStackExplained } from './min-stack-explained.js';
import { mixedAndOr } from './mixed-and-or.js';
import { nameForm } from './name-form.js';
import { newTermsHistoryBeforeLookback } from './new-terms-history-before-lookback.js';
import { noControlCharacters } from './no-control-characters.js';
import { noPlaceholders } from './no-placeholders.js';
import { noSecrets } from './no-secrets.js';
import { noVersionInFile } from './no-version-in-file.js';
import { osAgrees } from './os-agrees.js';
import { osFolderAgrees } from './os-folder-agrees.js';
import { queryFieldsKnown } from './query-fields-known.js';
import { queryNarrows } from './query-narrows.js';
import { querySyntax } from './query-syntax.js';
import { queryTypes } from './query-types.js';
import { referencesAreUrls } from './references-are-urls.js';
import { referencesUseHttps } from './references-use-https.js';
import { relatedIntegrationsForm } from './related-integrations-form.js';
import { responseActionForm } from './response-action-form.js';
import { riskScoreMatchesSeverity } from './risk-score-matches-severity.js';
import { ruleFieldsKnown } from './rule-fields-known.js';
import { sequenceHasMaxspan } from './sequence-has-maxspan.js';
import { setupInOnePlace } from './setup-in-one-place.js';
import { shadowedClause } from './shadowed-clause.js';
import { sourceNamed } from './source-named.js';
import { suppressionOfSequences } from './suppression-of-sequences.js';
import { tacticTagPresent } from './tactic-tag-present.js';
import { tacticTagsAgree } from './tactic-tags-agree.js';
import { tagForm } from './tag-form.js';
import { tagPrefixKnown } from './tag-prefix-known.js';
import { tagsTellKind } from './tags-tell-kind.js';
import { tagsTellSource } from './tags-tell-source.js';
import { testExpectsSomething } from './test-expects-something.js';
import { testFitsDefinition } from './test-fits-definition.js';
import { testHasDefinition } from './test-has-definition.js';
import { testInputsExist } from './test-inputs-exist.js';
import { testTimeHasZone } from './test-time-has-zone.js';
import { threatMappingNegation } from './threat-mapping-negation.js';
import { threatMappingTypes } from './threat-mapping-types.js';
import { threatMappingsOnce } from './threat-mappings-once.js';
import { timelineHasId } from './timeline-has-id.js';
import { timelineKnown } from './timeline-known.js';
import { timestampOverrideSet } from './timestamp-override-set.js';
import { uniqueEntries } from './unique-entries.js';
import { uniqueFileName } from './unique-file-name.js';
import { uniqueHuntUuid } from './unique-hunt-uuid.js';
import { uniqueListId } from './unique-list-id.js';
import { uniqueName } from './unique-name.js';
import { uniqueOverlay } from './unique-overlay.js';
import { uniqueRuleId } from './unique-rule-id.js';
import { uniqueTags } from './unique-tags.js';
import { uniqueTestNames } from './unique-test-names.js';
import { updatedNotBeforeCreation } from './updated-not-before-creation.js';
import { valueListValuesFit } from './value-list-values-fit.js';
import { wildcardTakenLiterally } from './wildcard-taken-literally.js';

/** All checks, by name. */
export const CHECKS: readonly Check[] = [
  actionFrequencyWhole,
  attackFrameworkFits,
  attackIdKnown,
  attackNamesAgree,
  attackTacticOnce,
  attackTechniqueCurrent,
  attackTechniqueOfTactic,
  buildingBlockFolder,
  buildingBlockTiming,
  cardinalityCanVary,
  caseSensitiveWindowsPath,
  connectorTypeAgrees,
  constantCondition,
  contradictoryClauses,
  dataSetFitsIndex,
  datesExist,
  deprecatedFolder,
  deprecatedHasDate,
  duplicateClause,
  esqlArrayCompared,
  esqlFilterBeforeStats,
  esqlKeepsDocumentId,
  esqlNegationKeepsNull,
  exceptionFieldsKnown,
  exceptionItemOfList,
  exceptionListUsed,
  exceptionNotExpired,
  exceptionValuesFit,
  exceptionWildcardIsOne,
  fileNameForm,
  fileNameHasTactic,
  filtersKnown,
  guideNamesRule,
  guidePlaceholdersFilled,
  guidePluginsReadable,
  guidePresent,
  guideSetupHeading,
  huntLanguageFits,
  ignoreHasReason,
  ignoreIsUsed,
  indexForm,
  indexHasCatalogue,
  indexHasIntegration,
  integrationFitsIndex,
  intervalCoversMaxspan,
  intervalNotTooShort,
  kqlShortestForm,
  leadingWildcard,
  licenceIsElastic,
  licenceNamed,
  listTypeAgrees,
  lookbackCoversInterval,
  machineLearningJobForm,
  machineLearningJobIntegration,
  mappingComplete,
  maxSignalsWithinLimit,
  maxspanWithinLookback,
  minStackCoversKeys,
  minStackCoversQuery,
  minStackExplained,
  mixedAndOr,
  nameForm,
  newTermsHistoryBeforeLookback,
  noControlCharacters,
  noPlaceholders,
  noSecrets,
  noVersionInFile,
  osAgrees,
  osFolderAgrees,
  queryFieldsKnown,
  queryNarrows,
  querySyntax,
  queryTypes,
  referencesAreUrls,
  referencesUseHttps,
  relatedIntegrationsForm,
  responseActionForm,
  riskScoreMatchesSeverity,
  ruleFieldsKnown,
  sequenceHasMaxspan,
  setupInOnePlace,
  shadowedClause,
  sourceNamed,
  suppressionOfSequences,
  tacticTagPresent,
  tacticTagsAgree,
  tagForm,
  tagPrefixKnown,
  tagsTellKind,
  tagsTellSource,
  testExpectsSomething,
  testFitsDefinition,
  testHasDefinition,
  testInputsExist,
  testTimeHasZone,
  threatMappingNegation,
  threatMappingTypes,
  threatMappingsOnce,
  timelineHasId,
  timelineKnown,
  timestampOverrideSet,
  uniqueEntries,
  uniqueFileName,
  uniqueHuntUuid,
  uniqueListId,
  uniqueName,
  uniqueOverlay,
  uniqueRuleId,
  uniqueTags,
  uniqueTestNames,
  updatedNotBeforeCreation,
  valueListValuesFit,
  wildcardTakenLiterally,
];
