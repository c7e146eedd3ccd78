import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { paymentsOf, type PayableState } from '#libs/payment';
import { TRANCHE_PAID, TRANCHE_PAYABLE, TRANCHE_SET_OFF } from '../tranche.posting.js';

/** How far a tranche is paid. */
export interface TranchePayment {
  readonly subjectId: string;
  readonly state: PayableState;
  /** Null where no run paid it: a register told so, or it was set off. */
  readonly runNumber: string | null;
  readonly paidOn: LocalDate | null;
  /** What was set off against recoveries and is not transferred; won. */
  readonly setOffWon: string;
}

interface Booked {
  readonly subjectId: string;
  readonly paidOn: LocalDate;
  readonly setOffWon: string;
}

/**
 * How these tranches are paid, whichever way: by payment runs, by set-off, or before Baton, as a register told. What is owed says a
 * payable; where none stands, the books say that it is paid. Tranches that are neither are left out.
 */
export async function paymentsOfTranches(tx: Tx, trancheIds: readonly string[]): Promise<readonly TranchePayment[]> {
  const owed = new Map((await paymentsOf(tx, TRANCHE_PAYABLE, trancheIds)).map((each) => [each.subjectId, each]));
  const booked: Booked[] = await tx.query(
    `select e.subject_id as "subjectId", max(e.effective_on) as "paidOn", coalesce((select sum(o.amount_won) from grant_set_off o where o.tranche_id = e.subject_id), 0)::text as "setOffWon"
       from journal_entry e where e.subject_kind = 'grant-tranche' and e.subject_id = any($1) and e.posting = any($2) group by e.subject_id`,
    [trancheIds, [TRANCHE_PAID.code, TRANCHE_SET_OFF.code]],
  );
  const setOff = new Map(booked.map(({ subjectId, setOffWon }) => [subjectId, setOffWon]));
  return [
    ...[...owed.values()].map(({ subjectId, state, runNumber, paidOn }) => ({ subjectId, state, runNumber, paidOn, setOffWon: setOff.get(subjectId) ?? '0' })),
    ...booked.filter(({ subjectId }) => !owed.has(subjectId)).map((each) => ({ ...each, state: 'PAID' as const, runNumber: null })),
  ];
}
