import type { Tx } from '#libs/database';
import type { PackQuestion, PackRecord } from '../pack/pack.js';
import { DEALS, EXIT_NAMES, parametersOf } from './deals.query.js';

/** What evidence of each sort is called, without spaces. */
const STANDING_PAPERS = ['휴폐업사실증명', '사업자등록증명', '폐업사실증명', '사업자등록상태조회'];
const TAX_PAPERS = ['납세증명서', '국세납세증명서', '지방세납세증명서', '국세완납증명서', '지방세완납증명서'];

/** A paper of one of the kinds `$n` that was valid on the day of payment: its kind and date. */
const paper = (kinds: string): string => `
  (select e.kind || ' (' || to_char(e.issued_on, 'YYYY-MM-DD') || ')' from evidence e
    where e.investment_id = d.id and e.known_at < $4 and replace(e.kind, ' ', '') = any(${kinds}::text[]) and e.issued_on <= d.paid_on and (e.valid_to is null or e.valid_to >= d.paid_on)
    order by e.issued_on desc limit 1)`;

export async function papersAtPayment(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rows: PackRecord[] = await tx.query(
    `with deal as (${DEALS})
     select d.paid_on as "paidOn", d.fund, d.number, d.company, d.business_number as "businessNumber", d.amount_won::text as "amountWon",
            ${paper('$5')} as standing, ${paper('$6')} as taxes
       from deal d order by d.paid_on, d.fund, d.number`,
    [...parametersOf(question), STANDING_PAPERS, TAX_PAPERS],
  );
  return rows.map((row) => ({ ...row, result: resultOf(row) }));
}

function resultOf({ standing, taxes }: PackRecord): string {
  const missing = [...(standing === null ? ['휴폐업 확인'] : []), ...(taxes === null ? ['납세증명'] : [])];
  return missing.length === 0 ? '확인 자료 있음' : `${missing.join('·')} 자료 없음`;
}

/** Deals that ended in a liquidation or a write-off. */
export async function failedDeals(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rows: (PackRecord & { kind: string })[] = await tx.query(
    `with deal as (${DEALS})
     select d.fund, d.number, d.company, d.paid_on as "paidOn", x.exited_on as "failedOn", (x.exited_on - d.paid_on)::text as "dayCount", x.kind, x.cost_won::text as "costWon"
       from deal d join investment_exit x on x.investment_id = d.id
      where x.kind in ('LIQUIDATION', 'WRITE_OFF') and x.known_at < $4 order by x.exited_on, d.fund, d.number`,
    [...parametersOf(question)],
  );
  return rows.map(({ kind, ...row }) => ({ ...row, what: EXIT_NAMES[kind] ?? kind }));
}
