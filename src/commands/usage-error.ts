/** The call or the configuration is wrong: ends the run with exit code 2 and this message. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** The command, an option or an argument is not one that there is: the help says which there are. */
export class CallError extends UsageError {
  constructor(message: string) {
    super(message);
    this.name = 'CallError';
  }
}
