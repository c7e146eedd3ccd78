import type { LocalDate } from '#libs/calendar';
import { won, type Won } from '#libs/money';
import type { Instalment, Settled } from './collection.rules.js';

interface Claimed {
  readonly principalWon: string;
  readonly interestWon: string;
  readonly penaltyWon: string;
  readonly droppedWon: string;
  readonly instalments: readonly { readonly dueOn: LocalDate; readonly amountWon: string }[];
  readonly movements: readonly { readonly kind: 'RECEIVED' | 'OFFSET' | 'WRITTEN_OFF' | 'SURCHARGED'; readonly amountWon: string; readonly valueOn: LocalDate }[];
}

/** Where a clawback stands, in won. */
export interface ClawbackAccount {
  readonly demandedWon: Won;
  readonly surchargedWon: Won;
  /** Received or set off. */
  readonly settledWon: Won;
  /** Given up and not paid after all. */
  readonly writtenOffWon: Won;
  /** What the books still expect: the balance of its receivable. */
  readonly openWon: Won;
}

/** What is paid after a write-off comes off what was given up: the claim had not ended, only the hope. */
export function accountOf(claim: Claimed): ClawbackAccount {
  const sum = (...kinds: readonly string[]): bigint => claim.movements.filter(({ kind }) => kinds.includes(kind)).reduce((total, { amountWon }) => total + BigInt(amountWon), 0n);
  const demanded = BigInt(claim.principalWon) + BigInt(claim.interestWon) + BigInt(claim.penaltyWon) - BigInt(claim.droppedWon);
  const [surcharged, settled, givenUp] = [sum('SURCHARGED'), sum('RECEIVED', 'OFFSET'), sum('WRITTEN_OFF')];
  const owed = demanded + surcharged - settled;
  const writtenOff = givenUp < owed ? givenUp : owed;
  return { demandedWon: won(demanded), surchargedWon: won(surcharged), settledWon: won(settled), writtenOffWon: won(writtenOff), openWon: won(owed - writtenOff) };
}

/** The plan as it was decided. */
export const planOf = ({ instalments }: Claimed): Instalment[] => instalments.map(({ dueOn, amountWon }) => ({ dueOn, amountWon: won(BigInt(amountWon)) }));

/** What was paid towards it, and when. */
export const settledOf = ({ movements }: Claimed): Settled[] =>
  movements.filter(({ kind }) => kind === 'RECEIVED' || kind === 'OFFSET').map(({ valueOn, amountWon }) => ({ on: valueOn, amountWon: won(BigInt(amountWon)) }));
