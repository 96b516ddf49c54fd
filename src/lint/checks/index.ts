import type { Check } from '../check.js';
import { attackIdKnown } from './attack-id-known.js';
import { attackNamesAgree } from './attack-names-agree.js';
import { attackTacticOnce } from './attack-tactic-once.js';
import { attackTechniqueCurrent } from './attack-technique-current.js';
import { attackTechniqueOfTactic } from './attack-technique-of-tactic.js';
import { contradictoryClauses } from './contradictory-clauses.js';
import { duplicateClause } from './duplicate-clause.js';
import { licenceNamed } from './licence-named.js';
import { lookbackCoversInterval } from './lookback-covers-interval.js';
import { mixedAndOr } from './mixed-and-or.js';
import { querySyntax } from './query-syntax.js';
import { riskScoreMatchesSeverity } from './risk-score-matches-severity.js';
import { shadowedClause } from './shadowed-clause.js';
import { testExpectsSomething } from './test-expects-something.js';
import { testHasDefinition } from './test-has-definition.js';
import { timelineHasId } from './timeline-has-id.js';
import { uniqueHuntUuid } from './unique-hunt-uuid.js';
import { uniqueName } from './unique-name.js';
import { uniqueRuleId } from './unique-rule-id.js';
import { uniqueTags } from './unique-tags.js';
import { updatedNotBeforeCreation } from './updated-not-before-creation.js';
import { wildcardTakenLiterally } from './wildcard-taken-literally.js';

/** All checks, by name. */
export const CHECKS: readonly Check[] = [
  attackIdKnown,
  attackNamesAgree,
  attackTacticOnce,
  attackTechniqueCurrent,
  attackTechniqueOfTactic,
  contradictoryClauses,
  duplicateClause,
  licenceNamed,
  lookbackCoversInterval,
  mixedAndOr,
  querySyntax,
  riskScoreMatchesSeverity,
  shadowedClause,
  testExpectsSomething,
  testHasDefinition,
  timelineHasId,
  uniqueHuntUuid,
  uniqueName,
  uniqueRuleId,
  uniqueTags,
  updatedNotBeforeCreation,
  wildcardTakenLiterally,
];
