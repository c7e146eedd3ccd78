export const GRANT_DEEDS = ['spend', 'undo', 'review', 'transfer', 'interest', 'give-interest', 'own', 'reverse-own', 'tranche', 'void-tranche', 'pay', 'suspend', 'resume'] as const;
export const CLAIM_DEEDS = ['spend', 'receive', 'reverse-receipt', 'remit', 'write-off'] as const;
type GrantVerb = (typeof GRANT_DEEDS)[number] | (typeof CLAIM_DEEDS)[number];

/** Indexes are taken round what there is. */
export interface GrantDeed {
  readonly kind: GrantVerb;
  readonly index: number;
  readonly line: number;
  readonly amount: bigint;
}

/** Lines that money moves between, with what is planned on them; the rest of the plan is never touched. */
export const MOVED_LINES = ['D3', 'D4', 'D8'] as const;
const PLANNED: readonly bigint[] = [22_000_000n, 58_000_000n, 15_000_000n];
const [ALL_CASH, GOVERNMENT, OWN, IN_KIND] = [155_000_000n, 150_000_000n, 5_000_000n, 45_000_000n];

interface Spent {
  readonly line: number;
  readonly amount: bigint;
  disallowed: bigint;
  voided: boolean;
}
interface Kept {
  readonly amount: bigint;
  used: bigint;
  gone: boolean;
}

const around = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, each) => total + each, 0n);
const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);

/** TV-12's institution as a page of arithmetic: it knows nothing of ledgers, rules or databases, only whether a deed may be done. */
export class GrantModel {
  readonly left = [...PLANNED];
  readonly expenses: Spent[] = [];
  readonly interests: Kept[] = [];
  readonly ownShares: Kept[] = [];
  readonly tranches: { readonly amount: bigint; state: 'DECIDED' | 'PAID' | 'VOIDED' }[] = [];
  suspended = false;
  readonly receipts: Kept[] = [];
  readonly claim = { demanded: 0n, givenUp: 0n, remitted: 0n };

  get decided(): bigint {
    return sum(this.tranches.filter(({ state }) => state !== 'VOIDED').map(({ amount }) => amount));
  }

  get paid(): bigint {
    return sum(this.tranches.filter(({ state }) => state === 'PAID').map(({ amount }) => amount));
  }

  get own(): bigint {
    return sum(this.ownShares.filter(({ gone }) => !gone).map(({ amount }) => amount));
  }

  get received(): bigint {
    return sum(this.receipts.filter(({ gone }) => !gone).map(({ amount }) => amount));
  }

  /** What is neither paid nor given up: what comes pays it first, and then what was given up. */
  get open(): bigint {
    const unpaid = this.claim.demanded - this.received;
    return unpaid - least(unpaid, this.claim.givenUp);
  }

  /** What the notice of the settlement demands (시행령 제26조), and with it the claim begins. */
  settle(): bigint {
    const standing = this.expenses.filter(({ voided }) => !voided);
    const cash = ALL_CASH - sum(standing.map(({ amount }) => amount)) + sum(standing.map(({ disallowed }) => disallowed));
    const returned = (cash * GOVERNMENT) / ALL_CASH;
    const interest = sum(this.interests.map(({ amount, used }) => amount - used));
    const total = returned - least(returned, GOVERNMENT - this.paid) + IN_KIND + (OWN - this.own) + (interest * GOVERNMENT) / ALL_CASH;
    this.left.fill(0n);
    this.claim.demanded = total - (total % 10n);
    return this.claim.demanded;
  }

  /** Does the deed if it may be done, and says whether it may. */
  play({ kind, index, line, amount }: GrantDeed): boolean {
    switch (kind) {
      case 'spend':
        return this.when(amount <= (this.left[line] ?? 0n), () => {
          this.move(line, -amount);
          this.expenses.push({ line, amount, disallowed: 0n, voided: false });
        });
      case 'undo':
      case 'review':
        return this.judge(kind, around(this.expenses, index), amount);
      case 'transfer': {
        const to = (line + 1) % MOVED_LINES.length;
        return this.when(amount <= (this.left[line] ?? 0n), () => {
          this.move(line, -amount);
          this.move(to, amount);
        });
      }
      case 'interest':
        return this.when(true, () => this.interests.push({ amount, used: 0n, gone: false }));
      case 'give-interest':
        return this.giveInterest(around(this.interests, index), amount);
      case 'own':
        return this.when(amount <= OWN - this.own, () => this.ownShares.push({ amount, used: 0n, gone: false }));
      case 'reverse-own':
        return this.reverseOwn(around(this.ownShares, index));
      case 'tranche':
        return this.when(!this.suspended && amount <= GOVERNMENT - this.decided, () => this.tranches.push({ amount, state: 'DECIDED' }));
      case 'void-tranche':
        return this.voidTranche(around(this.tranches, index));
      case 'pay':
        return this.when(!this.suspended && this.decided > this.paid, () => this.tranches.filter(({ state }) => state === 'DECIDED').forEach((each) => (each.state = 'PAID')));
      case 'suspend':
      case 'resume':
        return this.when(this.suspended === (kind === 'resume'), () => (this.suspended = !this.suspended));
      case 'receive':
        return this.when(amount <= this.claim.demanded - this.received, () => this.receipts.push({ amount, used: 0n, gone: false }));
      case 'reverse-receipt':
        return this.reverseReceipt(around(this.receipts, index));
      case 'remit':
        return this.when(amount <= this.received - this.claim.remitted, () => (this.claim.remitted += amount));
      case 'write-off':
        return this.when(this.open > 0n, () => (this.claim.givenUp += this.open));
    }
  }

  private judge(kind: 'undo' | 'review', expense: Spent | undefined, amount: bigint): boolean {
    if (expense === undefined || expense.voided) return false;
    if (kind === 'review') expense.disallowed = least(amount, expense.amount);
    else {
      expense.voided = true;
      this.move(expense.line, expense.amount);
    }
    return true;
  }

  private giveInterest(interest: Kept | undefined, amount: bigint): boolean {
    if (interest === undefined || amount > interest.amount - interest.used) return false;
    interest.used += amount;
    return true;
  }

  private reverseOwn(share: Kept | undefined): boolean {
    if (share === undefined || share.gone) return false;
    return (share.gone = true);
  }

  private voidTranche(tranche: (typeof this.tranches)[number] | undefined): boolean {
    if (tranche?.state !== 'DECIDED') return false;
    tranche.state = 'VOIDED';
    return true;
  }

  private reverseReceipt(receipt: Kept | undefined): boolean {
    if (receipt === undefined || receipt.gone || receipt.amount > this.received - this.claim.remitted) return false;
    return (receipt.gone = true);
  }

  private move(line: number, amount: bigint): void {
    this.left[line] = (this.left[line] ?? 0n) + amount;
  }

  private when(may: boolean, done: () => unknown): boolean {
    if (may) done();
    return may;
  }
}
