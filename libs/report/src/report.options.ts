import type { ReportSigner } from '#libs/signature';

/** Injection token of the `ReportOptions`. */
export const REPORT_OPTIONS = Symbol('ReportOptions');

export interface ReportOptions {
  /** Who signs issued reports for the house; null: they are not signed. */
  readonly signer: ReportSigner | null;
  /** A timestamping authority that speaks RFC 3161; null for none. */
  readonly authorityUrl: string | null;
  /** Whether a report goes out without an attested time when the authority is silent (PAdES-B-B), or waits for it. */
  readonly requiresTimestamp: boolean;
  /** Where people reach the server: what the code on a report leads to. */
  readonly publicUrl: string;
  /** How often is looked for issues that wait to be printed; 0: nothing is printed or drafted by itself, only on demand. */
  readonly everySeconds: number;
}
