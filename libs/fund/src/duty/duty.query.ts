import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import type { FundRow } from '../fund/fund.query.js';
import { findDissolution } from '../life/life.query.js';
import type { DutyFacts } from './duty.js';

/** What happened in a fund by a date as known at a time that asks for something to be done, and what was. */
export async function dutyFacts(tx: Tx, fund: FundRow, point: TimePoint): Promise<DutyFacts> {
  const at = [fund.id, point.asOf, point.knownBefore];
  const changes: DutyFacts['changes'] = await tx.query(
    `select 'AGREEMENT' as kind, number, decided_on as "on" from agreement_version where fund_id = $1 and number > 1 and decided_on <= $2 and known_at < $3
      union all select 'PARTNERS', number, effective_on from commitment_transfer where fund_id = $1 and effective_on <= $2 and known_at < $3
      union all select 'LIFE', number, decided_on from fund_extension where fund_id = $1 and decided_on <= $2 and known_at < $3`,
    at,
  );
  const done: DutyFacts['done'] = await tx.query(
    `select duty, done_on as "doneOn", note, document_id as "documentId" from fund_duty_done where fund_id = $1 and done_on <= $2 and known_at < $3`,
    at,
  );
  return { foundedOn: fund.foundedOn, registeredOn: fund.registeredOn, dissolution: await findDissolution(tx, fund.id, point), changes, done };
}
