import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { wonText } from '../report/report-text.js';
import type { KeyEvent } from './fund-quarterly.js';

interface EventRow {
  readonly on: LocalDate;
  readonly kind: keyof typeof EVENTS;
  readonly what: string;
  readonly detail: string | null;
  readonly amount: string | null;
}

/** What happened, in words; amounts as a report writes them. */
const EVENTS = {
  CALL: (row: EventRow) => [`출자요청`, `제${row.what}차 출자요청 ${amountOf(row)}(${row.detail ?? ''})`],
  UNPAID: (row: EventRow) => ['출자 미납', `제${row.what}차 출자요청 중 ${row.detail ?? ''}의 ${amountOf(row)}이 납입기일까지 납입되지 않았습니다.`],
  RECOGNITION: (row: EventRow) => ['주목적 판정', `${row.what}: ${row.detail ?? ''}`],
  RESCISSION: (row: EventRow) => ['투자계약 해제', `${row.what} ${amountOf(row)}`],
  EXIT: (row: EventRow) => ['회수', `${row.what} ${row.detail ?? ''} ${amountOf(row)}`],
  IMPAIRMENT: (row: EventRow) => ['손상', `${row.what} 손상차손 누계 ${amountOf(row)}${row.detail === null ? '' : ` (${row.detail})`}`],
  DISTRIBUTION: (row: EventRow) => ['분배', `제${row.what}차 분배 ${amountOf(row)}`],
  AGREEMENT: (row: EventRow) => ['규약 변경', `규약 ${row.what}판: ${row.detail ?? ''}`],
  TRANSFER: (row: EventRow) => ['출자지분 양도', row.what],
  EXTENSION: (row: EventRow) => ['기간 연장', row.what],
  DISSOLUTION: (row: EventRow) => ['해산', row.what],
} as const satisfies Record<string, (row: EventRow) => readonly [kind: string, text: string]>;

const amountOf = ({ amount }: EventRow): string => (amount === null ? '' : `${wonText(amount)}원`);

/** Key events of a period (both ends included), the earliest first. `exitName` says what a kind of exit is called. */
export async function readEvents(tx: Tx, fundId: string, period: { readonly from: LocalDate; readonly to: LocalDate }, knownBefore: Date, exitName: (kind: string) => string): Promise<KeyEvent[]> {
  const rows: EventRow[] = await tx.query(ASKED, [fundId, period.from, period.to, knownBefore]);
  return rows.map((row) => {
    const shown = row.kind === 'EXIT' ? { ...row, detail: exitName(row.detail ?? '') } : row;
    const [kind, text] = EVENTS[row.kind](shown);
    return { on: row.on, kind, text };
  });
}

const DEAL = `i.number || ' ' || y.name`;
const OF_DEALS = `join investment i on i.id = t.investment_id join party y on y.id = i.company_id where i.fund_id = $1 and t.known_at < $4`;

const ASKED = `
  select "on", kind, what, detail, amount::text from (
    select coalesce(k.notice_on, k.due_on) as "on", 'CALL' as kind, k.number::text as what, k.purpose as detail,
           (select sum(s.amount_won) from capital_call_share s where s.call_id = k.id) as amount
      from capital_call k where k.fund_id = $1 and k.known_at < $4
     union all
    select k.due_on, 'UNPAID', k.number::text, y.name,
           s.amount_won - coalesce((select sum(r.amount_won) from receipts_standing($4) r where r.call_id = k.id and r.partner_id = s.partner_id and r.value_on <= k.due_on), 0)
      from capital_call k join capital_call_share s on s.call_id = k.id join fund_partner p on p.id = s.partner_id join party y on y.id = p.party_id
     where k.fund_id = $1 and k.known_at < $4 and k.due_on < $3
       and s.amount_won > coalesce((select sum(r.amount_won) from receipts_standing($4) r where r.call_id = k.id and r.partner_id = s.partner_id and r.value_on <= k.due_on), 0)
     union all
    select (t.known_at at time zone 'Asia/Seoul')::date, 'RECOGNITION', ${DEAL},
           case t.decision when 'QUALIFIED' then '인정' when 'NOT_QUALIFIED' then '불인정' when 'REVOKED' then '인정 취소' else '보류' end || ' (' || t.reason || ')', null
      from classification t ${OF_DEALS}
     union all
    select t.exited_on, case t.kind when 'RESCISSION' then 'RESCISSION' else 'EXIT' end, ${DEAL}, t.kind, t.proceeds_won from investment_exit t ${OF_DEALS}
     union all
    select t.valued_on, 'IMPAIRMENT', ${DEAL}, coalesce(t.note, t.method), t.impairment_won from valuation t ${OF_DEALS}
       and t.impairment_won > coalesce((select e.impairment_won from valuation e where e.investment_id = t.investment_id and e.valued_on < t.valued_on and e.known_at < $4 order by e.valued_on desc, e.known_at desc limit 1), 0)
     union all
    select d.paid_on, 'DISTRIBUTION', d.number::text, null, sum(d.amount_won) from distribution d where d.fund_id = $1 and d.known_at < $4
      group by d.paid_on, d.number having sum(d.amount_won) <> 0
     union all
    select v.effective_from, 'AGREEMENT', v.number::text, v.title, null from agreement_version v where v.fund_id = $1 and v.number > 1 and v.known_at < $4
     union all
    select c.effective_on, 'TRANSFER', a.name || ' → ' || b.name || ' ' || c.units || '좌', null, null
      from commitment_transfer c join fund_partner f on f.id = c.from_id join party a on a.id = f.party_id
      join fund_partner g on g.id = c.to_id join party b on b.id = g.party_id where f.fund_id = $1 and c.known_at < $4
     union all
    select x.decided_on, 'EXTENSION', '투자기간 ' || coalesce(x.investment_to::text, '-') || ', 존속기간 ' || coalesce(x.life_to::text, '-') || '까지', null, null
      from fund_extension x where x.fund_id = $1 and x.known_at < $4
     union all
    select z.dissolved_on, 'DISSOLUTION', '조합 해산', null, null from fund_dissolution z where z.fund_id = $1 and z.known_at < $4
  ) told where "on" between $2 and $3 order by "on", kind, what`;
