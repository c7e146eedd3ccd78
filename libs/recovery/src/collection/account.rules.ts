import type { LocalDate } from '#libs/calendar';
import { minWon, subtractWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import type { ClaimAccount, Claimed, Instalment, MovementKind, Settled } from './collection.js';

/** What is paid after a write-off comes off what was given up: the claim had not ended, only the hope. */
export function accountOf(claim: Claimed): ClaimAccount {
  const sum = (...kinds: readonly MovementKind[]): bigint => claim.movements.filter(({ kind }) => kinds.includes(kind)).reduce((total, { amountWon }) => total + BigInt(amountWon), 0n);
  const demanded = BigInt(claim.demandedWon) - sum('REDUCED');
  const [surcharged, settled, givenUp] = [sum('SURCHARGED'), sum('RECEIVED', 'OFFSET') - sum('REVERSED'), sum('WRITTEN_OFF')];
  const owed = demanded + surcharged - settled;
  const writtenOff = givenUp < owed ? givenUp : owed;
  return { demandedWon: won(demanded), surchargedWon: won(surcharged), settledWon: won(settled), writtenOffWon: won(writtenOff), openWon: won(owed - writtenOff) };
}

/** The plan as it was decided. */
export const planOf = ({ instalments }: Claimed): Instalment[] => instalments.map(({ dueOn, amountWon }) => ({ dueOn, amountWon: won(BigInt(amountWon)) }));

const PAYING: readonly MovementKind[] = ['RECEIVED', 'OFFSET', 'REDUCED'];

/** What was paid towards it, and when; what a decision took off was never owed, and a receipt that was reversed never came. */
export function settledOf({ movements }: Claimed): Settled[] {
  const alike = ({ valueOn, amountWon }: Claimed['movements'][number]): string => `${valueOn} ${amountWon}`;
  const reversed = movements.filter(({ kind }) => kind === 'REVERSED').map(alike);
  const stands = (movement: Claimed['movements'][number]): boolean => {
    const found = movement.kind === 'RECEIVED' ? reversed.indexOf(alike(movement)) : -1;
    if (found !== -1) reversed.splice(found, 1);
    return found === -1;
  };
  return movements.filter((movement) => PAYING.includes(movement.kind) && stands(movement)).map(({ valueOn, amountWon }) => ({ on: valueOn, amountWon: won(BigInt(amountWon)) }));
}

export type ClaimStatus = 'OPEN' | 'OVERDUE' | 'SETTLED' | 'WRITTEN_OFF';

/** Of the plan, what fell due before `on` and is open; won. */
export function overdueOf(claim: Claimed, on: LocalDate): Won {
  const { openWon } = accountOf(claim);
  return openWon === 0n ? ZERO_WON : minWon(openWon, sumWon(paidPlanOf(claim).filter((each) => each.dueOn < on).map((each) => each.leftWon)));
}

export function statusOf(claim: Claimed, on: LocalDate): ClaimStatus {
  const { openWon, writtenOffWon } = accountOf(claim);
  if (openWon === 0n) return writtenOffWon > 0n ? 'WRITTEN_OFF' : 'SETTLED';
  return overdueOf(claim, on) > 0n ? 'OVERDUE' : 'OPEN';
}

/** The plan with what is settled of each part and what is left, the earliest first. */
export function paidPlanOf(claim: Claimed): (Instalment & { readonly settledWon: Won; readonly leftWon: Won })[] {
  let paid = sumWon(settledOf(claim).map(({ amountWon }) => amountWon));
  return planOf(claim).map((each) => {
    const settledWon = minWon(each.amountWon, paid);
    paid = subtractWon(paid, settledWon);
    return { ...each, settledWon, leftWon: subtractWon(each.amountWon, settledWon) };
  });
}
