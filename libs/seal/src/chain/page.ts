/** Leaves of one table in a batch, one after another in the tree. */
export interface Page {
  readonly batchNumber: number;
  readonly pageNo: number;
  readonly table: string;
  readonly keys: readonly string[];
  /** In the order of the keys, lower-case hexadecimal. */
  readonly digests: readonly string[];
}

const DIGEST_BYTES = 32;

/** The digests of a page, which are stored one after another. */
export function unpacked(bytes: Buffer): string[] {
  const text = bytes.toString('hex');
  return Array.from({ length: bytes.length / DIGEST_BYTES }, (_, at) => text.slice(at * DIGEST_BYTES * 2, (at + 1) * DIGEST_BYTES * 2));
}
