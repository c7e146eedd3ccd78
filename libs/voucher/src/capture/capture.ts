import { addWon, minWon, subtractWon, type Won } from '#libs/money';

/** What a decision to pay takes out of each lot, and what of the hold it gives back; in won. */
export interface CaptureMoney {
  readonly publicWon: Won;
  /** Out of the company's deposit; the rest of its share it pays to the provider itself. */
  readonly ownWon: Won;
  /** Held by the contract and not billed. */
  readonly releasedWon: Won;
}

interface Bill {
  readonly governmentWon: Won;
  readonly selfWon: Won;
}

/** A bill against what the contract holds and what the company's lot has left. */
export function captureMoney(bill: Bill, heldWon: Won, ownMoneyWon: Won): CaptureMoney {
  return { publicWon: bill.governmentWon, ownWon: minWon(bill.selfWon, ownMoneyWon), releasedWon: subtractWon(heldWon, bill.governmentWon) };
}

/** What is left of each company's lot while several bills on one voucher are decided on together. */
export class OwnMoney {
  private readonly used = new Map<string, Won>();

  left(voucherId: string, lotWon: Won): Won {
    const used = this.used.get(voucherId);
    return used === undefined ? lotWon : subtractWon(lotWon, used);
  }

  use(voucherId: string, amountWon: Won): void {
    const used = this.used.get(voucherId);
    this.used.set(voucherId, used === undefined ? amountWon : addWon(used, amountWon));
  }
}
