/** What one execution needs besides rule and cluster. */
export interface Execution {
  /** The clock: windows, date math and schedules count from here. */
  readonly now: Date;
}
