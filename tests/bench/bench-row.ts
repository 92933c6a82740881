/** One line of the table that `npm run bench` prints. */
export interface BenchRow {
  /** What was measured, with its size: `PDF of 13 pages`. */
  readonly what: string;
  /** `ms`, `MiB`. */
  readonly unit: string;
  readonly ours: number;
  /** The same, measured in the same run without Chancery; `null` when there is nothing to hold it against. */
  readonly baseline: number | null;
  readonly baselineName: string;
  /** Our own limit for `ours`; `null` when only the comparison counts. */
  readonly atMost: number | null;
}
