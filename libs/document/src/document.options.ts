/** Injection token of the resolved options. */
export const DOCUMENT_OPTIONS = Symbol('DocumentOptions');

export interface DocumentOptions {
  /** The folder that evidence files are kept in. All processes of an installation share it. */
  readonly folder: string;
  readonly maximumBytes: number;
}

/** As much as a scanned contract needs [assumption]. */
export const DEFAULT_MAXIMUM_BYTES = 20 * 1024 * 1024;
