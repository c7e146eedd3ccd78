import { maxDate, seoulDateOf } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { COMPANY_BASIS_NAMES, fundPosition, ROUTE_NAMES, STATUS_NAMES, type FundRow } from '#libs/fund';
import { nameIn } from '#libs/report';
import type { PackQuestion, PackRecord } from '../pack/pack.js';
import { parametersAt } from './deals.query.js';

/** The rule version of decisions that an imported register told of. */
const FROM_REGISTER = 'register';

/** The decision known last among those in effect, for each deal that counts. `$2` the date, `$3` known before. */
const STANDING = `
  select i.id, f.number as fund, i.number, y.name as company, i.paid_on, i.amount_won, c.route, c.company_basis, c.decided_by, c.known_at, c.reason, c.rule_version
    from investment i join fund f on f.id = i.fund_id join party y on y.id = i.company_id
    join lateral (select * from classification c where c.investment_id = i.id and c.effective_on <= $2::date and c.known_at < $3
                   order by c.known_at desc, c.id desc limit 1) c on c.decision = 'QUALIFIED'
   where i.fund_id = any($1::uuid[]) and i.kind <> 'CONVERSION' and i.paid_on <= $2 and i.known_at < $3
     and not exists (select 1 from investment_void v where v.investment_id = i.id and v.known_at < $3)
     and not exists (select 1 from investment_exit x where x.investment_id = i.id and x.kind = 'RESCISSION' and x.exited_on <= $2 and x.known_at < $3)`;

export async function countedDeals(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rows: (PackRecord & { route: string; companyBasis: string })[] = await tx.query(
    `select s.fund, s.number, s.company, s.paid_on as "paidOn", s.amount_won::text as "amountWon", s.route, s.company_basis as "companyBasis",
            (select count(*) from evidence e where e.investment_id = s.id and e.known_at < $3)::text as "evidenceCount",
            coalesce(u.name, '시스템') as "decidedBy", s.known_at as "decidedAt", s.reason, s.rule_version as "ruleVersion"
       from (${STANDING}) s left join app_user u on u.id = s.decided_by order by s.fund, s.paid_on, s.number`,
    [...parametersAt(question)],
  );
  return rows.map((row) => ({ ...row, route: nameIn(ROUTE_NAMES, row.route), companyBasis: nameIn(COMPANY_BASIS_NAMES, row.companyBasis), ruleVersion: row['ruleVersion'] === FROM_REGISTER ? '과거 기록' : (row['ruleVersion'] ?? null) }));
}

interface Removal extends PackRecord {
  readonly fundId: string;
  readonly removedAt: Date;
  readonly result: string;
}

/** Deals that counted once and do not any more, with the deciding ratio just before and just after that became known. */
export async function removedDeals(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const removals: Removal[] = await tx.query(
    `with decided as (
       select c.investment_id, c.decision, c.known_at, coalesce(u.name, '시스템') as by, c.reason,
              lag(c.decision) over history as earlier, lag(c.known_at) over history as earlier_at, lag(coalesce(u.name, '시스템')) over history as earlier_by
         from classification c left join app_user u on u.id = c.decided_by where c.known_at < $3
       window history as (partition by c.investment_id order by c.known_at, c.id)),
     removed as (
       select investment_id, decision as result, known_at, by, reason, earlier_at, earlier_by from decided where earlier = 'QUALIFIED' and decision <> 'QUALIFIED'
       union all
       select v.investment_id, 'VOIDED', v.known_at, coalesce(u.name, a.actor_login), v.reason, last.known_at, last.by
         from investment_void v join command_author a on a.id = v.command_id left join app_user u on u.id = a.actor_id
         join lateral (select * from decided d where d.investment_id = v.investment_id and d.known_at < v.known_at order by d.known_at desc limit 1) last on last.decision = 'QUALIFIED'
        where v.known_at < $3)
     select f.id as "fundId", f.number as fund, i.number, y.name as company, i.amount_won::text as "amountWon", r.earlier_at as "countedAt", r.earlier_by as "countedBy",
            r.known_at as "removedAt", r.by as "removedBy", r.result, r.reason
       from removed r join investment i on i.id = r.investment_id join fund f on f.id = i.fund_id join party y on y.id = i.company_id
      where i.fund_id = any($1::uuid[]) and i.paid_on <= $2 order by r.known_at, f.number, i.number`,
    [...parametersAt(question)],
  );
  const rows: PackRecord[] = [];
  for (const { fundId, ...removal } of removals) rows.push({ ...removal, result: removal.result === 'VOIDED' ? '기록 취소' : nameIn(STATUS_NAMES, removal.result), ...(await ratiosAround(tx, question, fundId, removal.removedAt)) });
  return rows;
}

async function ratiosAround(tx: Tx, { funds }: PackQuestion, fundId: string, at: Date): Promise<{ beforePercent: string | null; afterPercent: string | null }> {
  const fund = funds.find(({ id }) => id === fundId);
  if (fund === undefined) return { beforePercent: null, afterPercent: null };
  return { beforePercent: await ratioAt(tx, fund, at, at), afterPercent: await ratioAt(tx, fund, at, new Date(at.getTime() + 1)) };
}

/** On the day it became known, or the first day of the fund where that came later. */
async function ratioAt(tx: Tx, fund: FundRow, at: Date, knownBefore: Date): Promise<string | null> {
  const { position } = await fundPosition(tx, fund, { asOf: maxDate(seoulDateOf(at), fund.foundedOn), knownBefore });
  return position.decisive.ratioPercent;
}

export async function evidenceOfDeals(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  return tx.query(
    `select f.number as fund, i.number, y.name as company, e.kind, e.issued_on as "issuedOn", e.issuer, coalesce(d.file_name, '파일 미등록') as file, d.sha256 as "fileSha256",
            e.known_at as "attachedAt"
       from evidence e join investment i on i.id = e.investment_id join fund f on f.id = i.fund_id join party y on y.id = i.company_id left join document d on d.id = e.document_id
      where i.fund_id = any($1::uuid[]) and i.paid_on <= $2 and e.known_at < $3 order by f.number, i.paid_on, i.number, e.kind, e.id`,
    [...parametersAt(question)],
  );
}
