import type { CallShare, CapitalCall } from '../../api/types.js';

/** One partner's share of one call: the line people look for in their spreadsheet. */
export interface CallRow {
  readonly call: CapitalCall;
  readonly share: CallShare;
  readonly lastPaidOn: string | null;
}

export function callRows(calls: readonly CapitalCall[]): CallRow[] {
  return calls.flatMap((call) => call.shares.map((share) => ({ call, share, lastPaidOn: share.receipts.map(({ valueOn }) => valueOn).sort().at(-1) ?? null })));
}

/** Shares that are past their due date, or owe interest; those in default first. */
export function lateRows(rows: readonly CallRow[]): CallRow[] {
  const rank = { IN_DEFAULT: 0, IN_CURE: 1, INTEREST_DUE: 2, OPEN: 3, PAID: 3 } as const;
  return rows.filter(({ share }) => rank[share.state] < 3).sort((one, other) => rank[one.share.state] - rank[other.share.state]);
}
