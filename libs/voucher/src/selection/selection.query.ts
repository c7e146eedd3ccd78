import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { minWon, subtractWon, sumWon, won, type Won } from '#libs/money';
import { limitsLeft } from '../issue/issue.query.js';
import type { Candidate, EarlierRanks, Places } from './selection.rules.js';

interface CandidateRow {
  readonly voucherId: string;
  readonly companyId: string;
  readonly company: string;
  readonly number: string;
  readonly receivedOn: LocalDate;
  readonly receivedTime: string | null;
  readonly score: string | null;
  readonly requestedWon: string;
}

/** A candidate with what a ranking shows of it. */
export interface RankedApplication extends Candidate {
  readonly requestedWon: Won;
}

const RANKED_LAST = '2147483647';

/** Applications in one state, the waiting list in its order; what each would be given is cut at the face value. */
export async function candidatesIn(tx: Tx, yearId: string, state: 'EVALUATED' | 'WAITLISTED', faceWon: Won): Promise<RankedApplication[]> {
  const rows: CandidateRow[] = await tx.query(
    `select a.voucher_id as "voucherId", v.company_id as "companyId", p.name as company, a.number, a.received_on as "receivedOn", to_char(a.received_time, 'HH24:MI:SS') as "receivedTime",
            a.requested_won::text as "requestedWon",
            coalesce((select trim_scale(round(avg(c.score), 6)) from evaluation_score c where c.voucher_id = a.voucher_id), (select trim_scale(r.score) from evaluation_result r where r.voucher_id = a.voucher_id))::text as score
       from voucher_application a
       join voucher v on v.id = a.voucher_id
       join voucher_state s on s.voucher_id = a.voucher_id
       join party p on p.id = v.company_id
      where a.year_id = $1 and s.state = $2
      order by coalesce((select (e.detail ->> 'rank')::int from voucher_event e where e.voucher_id = a.voucher_id and e.event = 'waitlist' order by e.id desc limit 1), ${RANKED_LAST}),
               a.received_on, a.received_time nulls last, a.number`,
    [yearId, state],
  );
  return rows.map((row) => {
    const requestedWon = won(row.requestedWon);
    return { ...row, requestedWon, amountWon: minWon(requestedWon, faceWon), held: false };
  });
}

/** Who waits from earlier decisions, and the last rank that a decision gave out. */
export async function earlierRanks(tx: Tx, yearId: string): Promise<EarlierRanks> {
  const rows: EarlierRanks[] = await tx.query(
    `select count(*) filter (where s.state = 'WAITLISTED')::int as waiting, coalesce(max((e.detail ->> 'rank')::int), 0) as "lastRank"
       from voucher v join voucher_state s on s.voucher_id = v.id
       left join voucher_event e on e.voucher_id = v.id and e.event in ('select', 'waitlist')
      where v.year_id = $1`,
    [yearId],
  );
  return rows[0] ?? { waiting: 0, lastRank: 0 };
}

interface CompanyRow {
  readonly companyId: string;
  /** Vouchers promised to it and not issued yet, and their public money. */
  readonly promised: number;
  readonly promisedWon: string;
  readonly hasVoucher: boolean;
}

/** What may still be promised. Ask under the lock of the year. */
export async function placesLeft(tx: Tx, yearId: string, faceWon: Won): Promise<Places> {
  const { vouchers, companies, budgetWon } = await limitsLeft(tx, yearId);
  const rows: CompanyRow[] = await tx.query(
    `select v.company_id as "companyId", (count(*) filter (where s.state in ('SELECTED', 'AGREED')))::int as promised, bool_or(i.voucher_id is not null) as "hasVoucher",
            coalesce(sum(coalesce(g.amount_won, least(a.requested_won, $2))) filter (where s.state in ('SELECTED', 'AGREED')), 0)::text as "promisedWon"
       from voucher v
       join voucher_state s on s.voucher_id = v.id
       left join voucher_issue i on i.voucher_id = v.id
       left join voucher_application a on a.voucher_id = v.id
       left join voucher_agreement g on g.voucher_id = v.id
      where v.year_id = $1 and (s.state in ('SELECTED', 'AGREED') or i.voucher_id is not null)
      group by v.company_id`,
    [yearId, faceWon.toString()],
  );
  return {
    vouchers: Number(vouchers) - rows.reduce((sum, { promised }) => sum + promised, 0),
    companies: Number(companies) - rows.filter(({ hasVoucher }) => !hasVoucher).length,
    budgetWon: subtractWon(budgetWon, sumWon(rows.map(({ promisedWon }) => won(promisedWon)))),
    served: new Set(rows.map(({ companyId }) => companyId)),
  };
}
