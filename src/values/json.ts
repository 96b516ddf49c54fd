/** A JSON value; integers beyond 2^53 are bigints, so that they keep their value. */
export type JsonValue = null | boolean | number | bigint | string | JsonArray | JsonObject;

/** A JSON array. */
export type JsonArray = readonly JsonValue[];

/** A JSON object; own keys only (`__proto__` is an ordinary key). */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
