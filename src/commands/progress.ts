import type { Terminal } from './terminal.js';

/** Time before progress is shown, and between two showings. */
const FIRST_MS = 1000;
const EVERY_MS = 250;

/** Tells how far long work has come, on a terminal alone, on one line that is gone when it is done. */
export class Progress {
  private readonly terminal: Terminal;
  private next = performance.now() + FIRST_MS;
  private shown = false;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  /** `text` is asked for only when it is shown. */
  report(text: () => string): void {
    if (this.terminal.errIsTerminal !== true || performance.now() < this.next) return;
    this.next = performance.now() + EVERY_MS;
    this.shown = true;
    this.terminal.err(`\r\u001B[K${text()}`);
  }

  /** Removes the line. */
  done(): void {
    if (this.shown) this.terminal.err('\r\u001B[K');
    this.shown = false;
  }
}
