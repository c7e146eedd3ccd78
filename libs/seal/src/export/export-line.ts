import type { Anchor } from '../anchor/anchor.js';
import type { Batch } from '../chain/batch.js';
import type { NamedKey } from '../chain/known-keys.js';
import type { SealedRow } from '../row/row.js';

/** A line of an export: newline-delimited JSON, in this order: head, anchors, then batch after batch, and the end. */
export type ExportLine =
  | { readonly kind: 'baton-export'; readonly version: 1; readonly exportedAt: string; readonly keys: readonly NamedKey[] }
  | { readonly kind: 'anchor'; readonly name: string; readonly anchor: Anchor }
  | { readonly kind: 'batch'; readonly batch: Batch }
  /** Leaves of one table; `withheld` when the rows stay in the house. */
  | { readonly kind: 'page'; readonly table: string; readonly keys: readonly string[]; readonly digests: readonly string[]; readonly withheld: boolean }
  | { readonly kind: 'row'; readonly table: string; readonly key: string; readonly row: SealedRow }
  | { readonly kind: 'end'; readonly batches: number };
