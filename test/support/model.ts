/** What somebody might do to a fund. Indexes are taken round what there is. */
export type Move =
  | { readonly kind: 'deal'; readonly amount: bigint; readonly claims: boolean }
  | { readonly kind: 'decide'; readonly index: number; readonly decision: Decision }
  | { readonly kind: 'void'; readonly index: number }
  | { readonly kind: 'call'; readonly amount: bigint }
  | { readonly kind: 'receive'; readonly index: number; readonly partner: number; readonly amount: bigint }
  | { readonly kind: 'expenses'; readonly amount: bigint };

export type Decision = 'QUALIFIED' | 'NOT_QUALIFIED' | 'PENDING' | 'REVOKED';

interface ModelDeal {
  readonly amount: bigint;
  status: Decision | 'NOT_CLAIMED';
  voided: boolean;
}

const COMMITTED = 20_000_000_000n;
const REQUIRED = 10_000_000_000n;

/**
 * A fund of 20 billion as a page of arithmetic: C, E, T, M and what was called and came. It knows nothing of ledgers,
 * rules or databases; `play` says with which status the real thing must answer.
 */
export class FundModel {
  readonly deals: ModelDeal[] = [];
  readonly calls: { readonly unpaid: bigint[] }[] = [];
  expenses = 2_600_000_000n;
  received = 0n;

  get capacity(): bigint {
    return COMMITTED > this.expenses ? COMMITTED - this.expenses : 0n;
  }

  get invested(): bigint {
    return this.sum(() => true);
  }

  get qualifying(): bigint {
    return this.sum((deal) => deal.status === 'QUALIFIED');
  }

  get pending(): bigint {
    return this.sum((deal) => deal.status === 'PENDING');
  }

  get called(): bigint {
    return this.calls.flatMap(({ unpaid }) => unpaid).reduce((sum, each) => sum + each, 0n) + this.received;
  }

  get remaining(): bigint {
    return atLeastZero(this.capacity - this.invested);
  }

  get shortfall(): bigint {
    return atLeastZero(REQUIRED - this.qualifying);
  }

  get headroom(): bigint {
    return this.remaining - this.shortfall;
  }

  /** The two accounts with a floor, as the ledger must have them. */
  get ledgerHeadroom(): bigint {
    return this.capacity - REQUIRED - (this.invested - this.qualifying);
  }

  get ledgerCapacity(): bigint {
    return this.capacity - this.invested;
  }

  /** Makes the move if it may be made, and answers the status that it deserves. `shares` are what a call asks of each partner. */
  play(move: Move, shares: readonly bigint[] = []): number {
    switch (move.kind) {
      case 'deal':
        return this.record(move.amount, move.claims);
      case 'decide':
        return this.decide(this.deals[move.index % this.deals.length], move.decision);
      case 'void':
        return this.undo(this.deals[move.index % this.deals.length]);
      case 'call':
        if (move.amount > COMMITTED - this.called) return 422;
        this.calls.push({ unpaid: [...shares] });
        return 201;
      case 'receive':
        return this.receive(this.calls[move.index % this.calls.length], move.partner, move.amount);
      case 'expenses':
        this.expenses = move.amount;
        return 201;
    }
  }

  private record(amount: bigint, claims: boolean): number {
    const reachable = this.shortfall === 0n || amount <= this.headroom;
    if (!reachable || amount > this.remaining) return 422;
    this.deals.push({ amount, status: claims ? 'PENDING' : 'NOT_CLAIMED', voided: false });
    return 201;
  }

  private decide(deal: ModelDeal | undefined, decision: Decision): number {
    if (deal === undefined) return 404;
    if (deal.voided || (decision === 'REVOKED' && deal.status !== 'QUALIFIED')) return 409;
    deal.status = decision;
    return 201;
  }

  private undo(deal: ModelDeal | undefined): number {
    if (deal === undefined) return 404;
    if (deal.voided) return 409;
    deal.voided = true;
    return 201;
  }

  private receive(call: { readonly unpaid: bigint[] } | undefined, partner: number, amount: bigint): number {
    if (call === undefined) return 404;
    const unpaid = call.unpaid[partner] ?? 0n;
    if (amount > unpaid) return 400;
    call.unpaid[partner] = unpaid - amount;
    this.received += amount;
    return 201;
  }

  private sum(counts: (deal: ModelDeal) => boolean): bigint {
    return this.deals.filter((deal) => !deal.voided && counts(deal)).reduce((sum, { amount }) => sum + amount, 0n);
  }
}

const atLeastZero = (amount: bigint): bigint => (amount > 0n ? amount : 0n);
