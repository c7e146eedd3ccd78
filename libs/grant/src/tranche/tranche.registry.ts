import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { Bilingual } from '#libs/errors';
import type { Payable, PayableKind } from '#libs/payment';
import { payableOfTranchePaid, payableOfTrancheReturned, TRANCHE_PAYABLE } from './tranche.posting.js';

/** Tranches as payment runs know them: what a suspended agreement is owed waits. */
export const TRANCHE_PAYABLE_KIND: PayableKind = {
  kind: TRANCHE_PAYABLE,
  name: { ko: '지원금', en: 'Grant tranche' },
  paid: payableOfTranchePaid,
  returned: payableOfTrancheReturned,
  hindrances: suspendedTranches,
  detailsNow: closedNow,
};

/** Whether the year is closed that bears these debts: what the bank sends back then belongs to what was carried over. */
async function closedNow(tx: Tx, payables: readonly Payable[]): Promise<ReadonlyMap<string, Payable['detail']>> {
  const rows: { year: string }[] = await tx.query(`select 'grant/' || call_id || '/' || fiscal_year as year from grant_year_close where 'grant/' || call_id = any ($1)`, [[...new Set(payables.map(({ book }) => book))]]);
  const closed = new Set(rows.map(({ year }) => year));
  return new Map(payables.map(({ id, book, detail }) => [id, { closed: closed.has(`${book}/${detail['fiscalYear'] ?? ''}`) ? 'YES' : 'NO' }]));
}

async function suspendedTranches(tx: Tx, trancheIds: readonly string[], _on: LocalDate): Promise<ReadonlyMap<string, Bilingual>> {
  const rows: { id: string; number: string }[] = await tx.query(
    `select t.id, a.number from grant_tranche t join grant_agreement a on a.id = t.agreement_id join grant_state s on s.agreement_id = a.id
      where t.id = any($1) and s.state not in ('ACTIVE', 'COMPLETED')`,
    [trancheIds],
  );
  return new Map(rows.map(({ id, number }) => [id, { ko: `${number} 협약이 지급정지되었거나 끝났습니다. 정지를 해제한 뒤 지급해 주세요.`, en: `Agreement ${number} is suspended or ended. Resume it before paying.` }]));
}
