/** A mistake that a compiled schema found. */
export interface SchemaError {
  /** Keyword of JSON Schema that does not hold; `false schema` for a key that must not be there. */
  readonly keyword: string;
  /** JSON pointer of the value in the data. */
  readonly instancePath: string;
  readonly params: {
    readonly missingProperty?: string;
    readonly additionalProperty?: string;
    readonly limit?: number;
  };
}

/** A compiled schema; after a call that returned false, `errors` has every mistake. */
export interface SchemaValidator {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/** Mistakes of one file that are kept: a list with a million wrong elements needs no million messages. */
const MOST = 500;

/** Called by the generated validators: adds a mistake to the list, which starts as null. */
export function note(
  errors: SchemaError[] | null,
  instancePath: string,
  keyword: string,
  params: SchemaError['params'],
): SchemaError[] {
  const all = errors ?? [];
  if (all.length < MOST) all.push({ keyword, instancePath, params });
  return all;
}
