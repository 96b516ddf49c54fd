/** A value of a document. */
export type Scalar = string | number | bigint | boolean;
