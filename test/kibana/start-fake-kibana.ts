import { bulkActionApi } from './bulk-action-api.js';
import { connectorsApi } from './connectors-api.js';
import { contract } from './contract.js';
import { exceptionItemsApi } from './exception-items-api.js';
import { exceptionListsApi } from './exception-lists-api.js';
import { exportExceptionsApi } from './exceptions-export.js';
import { importExceptionsApi } from './exceptions-import.js';
import { findExceptionsApi } from './find-exceptions-api.js';
import { prebuiltRulesApi } from './prebuilt-rules-api.js';
import { ruleExceptionsApi } from './rule-exceptions-api.js';
import { valueListItemsApi } from './value-list-items-api.js';
import { valueListsApi } from './value-lists-api.js';
import { FakeKibana } from './fake-kibana.js';
import type { FakeOptions } from './fake-kibana.js';
import { findRulesApi } from './find-rules-api.js';
import { rulesApi } from './rules-api.js';
import { importRulesApi } from './rules-import.js';
import { exportRulesApi } from './rules-export.js';
import { signalsApi } from './signals-api.js';
import { FakeState } from './state.js';
import type { Violation } from './state.js';
import { statusApi } from './status-api.js';

/** A Kibana with all APIs that are here. */
export interface StartOptions extends Omit<FakeOptions, 'state'> {
  readonly clock?: () => Date;
  /** What it does otherwise than Kibana. */
  readonly violate?: readonly Violation[];
  /**
   * Whether requests and answers are checked against Kibana's OpenAPI where it is at hand, so that `stop()` fails where one does not keep to it. They are,
   * unless this says no or something is violated on purpose.
   */
  readonly contract?: boolean;
  /** `enterprise` without one. */
  readonly license?: 'basic' | 'enterprise';
  /** Port to listen on; a free one without. */
  readonly port?: number;
}

/** Starts a Kibana with all APIs that are here, on a port of its own; `stop()` ends it. See README.md. */
export async function startFakeKibana(options: StartOptions = {}): Promise<FakeKibana> {
  const {
    clock,
    violate,
    port = 0,
    handlers = [],
    version = '8.19.4',
    license,
    contract: isChecked,
    ...rest
  } = options;
  const state = new FakeState({ ...(clock ? { clock } : {}), ...(violate ? { violate } : {}) });
  state.license = license ?? 'enterprise';
  const checked = (isChecked ?? (violate ?? []).length === 0) ? contract() : undefined;
  const kibana = new FakeKibana({
    ...(checked === undefined ? {} : { check: (request, answer) => checked.problems(request, answer) }),
    ...rest,
    version,
    state,
    handlers: [
      ...handlers,
      statusApi(violate?.includes('old-version') === true ? '8.18.0' : version),
      findRulesApi(state, version),
      bulkActionApi(state),
      importRulesApi(state),
      exportRulesApi(state),
      rulesApi(state),
      prebuiltRulesApi(state),
      signalsApi(state),
      ruleExceptionsApi(state),
      findExceptionsApi(state),
      exceptionListsApi(state),
      exceptionItemsApi(state),
      importExceptionsApi(state),
      exportExceptionsApi(state),
      valueListsApi(state),
      valueListItemsApi(state),
      connectorsApi(state),
    ],
  });
  await kibana.start(port);
  return kibana;
}
