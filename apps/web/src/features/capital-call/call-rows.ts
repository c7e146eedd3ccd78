import type { CallShare, CapitalCall } from '../../api/types.js';

/** One partner's share of one call: the line people look for in their spreadsheet. */
export interface CallRow {
  readonly call: CapitalCall;
  readonly share: CallShare;
  readonly state: ShareState;
  readonly lastPaidOn: string | null;
}

export type ShareState = 'PAID' | 'LATE' | 'PARTLY' | 'OPEN' | 'UNPAID';

export function callRows(calls: readonly CapitalCall[]): CallRow[] {
  return calls.flatMap((call) =>
    call.shares.map((share) => ({
      call,
      share,
      state: stateOf(share),
      lastPaidOn: share.receipts.map(({ valueOn }) => valueOn).sort().at(-1) ?? null,
    })),
  );
}

function stateOf(share: CallShare): ShareState {
  if (BigInt(share.unpaidWon) <= 0n) return share.daysLate > 0 ? 'LATE' : 'PAID';
  if (share.daysLate === 0) return 'OPEN';
  return BigInt(share.paidWon) > 0n ? 'PARTLY' : 'UNPAID';
}
