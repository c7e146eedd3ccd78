/** Injection token of the `DocumentStore`. */
export const DOCUMENT_STORE = Symbol('DocumentStore');

/** Bytes that have arrived but are not yet evidence: either kept or discarded. */
export interface StagedFile {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** All of it, to be looked at before it is kept. */
  content(): Promise<Buffer>;
  /** Moves it under its hash. Bytes that are there already stay as they are; throws `document.damaged` if they differ. */
  keep(): Promise<void>;
  /** Throws it away; after `keep` this does nothing. */
  discard(): Promise<void>;
}

/**
 * Where the bytes of evidence lie, under the hash of their content: nothing is ever overwritten, the same file is
 * stored once, and what comes out is what went in or nothing at all.
 */
export interface DocumentStore {
  /** Takes the bytes in. Throws `document.too-large` as soon as there are more than `maximumBytes`. */
  stage(bytes: AsyncIterable<Uint8Array>, maximumBytes: number): Promise<StagedFile>;
  /** Throws `document.damaged` when the bytes no longer have that hash, `document.lost` when they are gone. */
  read(sha256: string): Promise<Buffer>;
}
