/** Injection token of the `SealOptions`. */
export const SEAL_OPTIONS = Symbol('SealOptions');

export interface SealOptions {
  /** Where anchors are written; meant to be carried out of the house. */
  readonly anchorFolder: string;
  /** How long a fact waits for its seal at most, while nothing else delays it; 0 seals on demand only. */
  readonly intervalSeconds: number;
  /** A timestamping authority that speaks RFC 3161; null for none. */
  readonly authorityUrl: string | null;
}
