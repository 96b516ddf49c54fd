import type { KeyPath } from '../definitions/locate.js';
import type { JsonObject } from '../values/json.js';
import type { ObjectKind } from './kibana.js';

/** An object that the repository wants on a target. */
export interface DesiredObject {
  readonly key: string;
  readonly kind: ObjectKind;
  /** For people. */
  readonly name: string;
  readonly file: string;
  /** Where it stands there. */
  readonly path: KeyPath;
  /** As it would be written where there is none, in the form of Kibana's API: see `PlannedAction`. */
  readonly body: JsonObject;
  /** As it is compared: see `comparableObject`. */
  readonly comparable: JsonObject;
  /** The values of a value list. */
  readonly values?: readonly string[];
  /** Secrets of a connector: name → variable of the environment. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Keys of a rule that no schema knows: an older Kibana drops them, and then they are no difference. */
  readonly unknownKeys?: readonly string[];
  /** Whether these are fields of a prebuilt rule, all others of which are Elastic's. */
  readonly isOverlay?: boolean;
  /** Other objects that it names, by their keys. */
  readonly uses: readonly Use[];
}

/** An object that another one names. */
export interface Use {
  readonly kind: ObjectKind;
  readonly key: string;
  /** As the file writes it. */
  readonly id: string;
  /** Where it is named. */
  readonly path: KeyPath;
}
