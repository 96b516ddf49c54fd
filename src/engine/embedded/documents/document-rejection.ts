import type { ErrorCause } from '../../cluster.js';

/** Why one document cannot be indexed; thrown while it is read and turned into its item of the bulk response. */
export class DocumentRejection extends Error {
  override readonly cause: ErrorCause;

  constructor(cause: ErrorCause) {
    super(cause.reason);
    this.name = 'DocumentRejection';
    this.cause = cause;
  }
}

/** A value that a field cannot take; the field's name and the document's id are added by who reads the document. */
export class UnfitValue extends Error {
  override readonly cause: ErrorCause;

  constructor(reason: string, type = 'illegal_argument_exception') {
    super(reason);
    this.name = 'UnfitValue';
    this.cause = { type, reason };
  }
}
