import type { Tx } from '#libs/database';
import { GRANT_LIFE } from '#libs/grant';
import type { GrantAgreementFacts, GrantBudget, GrantLineFacts } from '../grant-settlement.js';
import { amounts, counts, type Digits, type GrantPoint } from './point.js';

/** `spendable` are the stages at which money may be spent. */
export async function readBudgets(tx: Tx, [callId, asOf, knownBefore]: GrantPoint, spendable: readonly string[]): Promise<GrantBudget[]> {
  const rows: Digits<GrantBudget>[] = await tx.query(
    `select d.fiscal_year as "fiscalYear", d.stage, d.stage = any($4) as spendable, d.decided_on as "decidedOn", d.amount_won::text as "amountWon", d.clause
       from grant_budget d where d.call_id = $1::uuid and ${counts('d', ['grant-budget', 'd.id'], 'd.decided_on')} order by d.fiscal_year, d.decided_on, d.recorded_at, d.id`,
    [callId, asOf, knownBefore, spendable],
  );
  return rows.map((row) => amounts<GrantBudget>(row));
}

/** The version in force: its entry may lie before the day on which it takes effect, on that of the agreement. */
const VERSION = `
  select v.* from grant_version v
   where v.agreement_id = a.id and ${counts('v', ['grant', 'v.agreement_id'], 'least(v.effective_on, v.decided_on)', null)} order by v.version desc limit 1`;

const SOURCES = `
  select coalesce(sum(s.amount_won) filter (where s.source = 'GOVERNMENT'), 0)::text as "governmentWon",
         coalesce(sum(s.amount_won) filter (where s.source = 'OWN' and s.resource = 'CASH'), 0)::text as "ownCashWon",
         coalesce(sum(s.amount_won) filter (where s.source = 'OWN' and s.resource = 'IN_KIND'), 0)::text as "ownInKindWon",
         coalesce(sum(s.amount_won) filter (where s.source in ('LOCAL', 'OTHER') and s.resource = 'CASH'), 0)::text as "otherCashWon",
         coalesce(sum(s.amount_won) filter (where s.source in ('LOCAL', 'OTHER') and s.resource = 'IN_KIND'), 0)::text as "otherInKindWon"
    from grant_source_plan s where s.version_id = v.id`;

const FUNDED = `
  select coalesce(sum(f.amount_won), 0)::text as "fundedWon"
    from grant_funding f where f.agreement_id = a.id and ${counts('f', ['grant', 'f.agreement_id'], `(f.known_at at time zone 'Asia/Seoul')::date`, null)}`;

/** Decided: by the last thing that happened to the tranche; paid: by its entries, which a payment run makes, a register or a set-off. */
const TRANCHES = `
  select coalesce(sum(t.amount_won) filter (where last.event = 'decide'), 0)::text as "decidedWon", coalesce(sum(paid.won), 0)::text as "paidWon"
    from grant_tranche t
    left join lateral (select e.event from grant_tranche_event e where e.tranche_id = t.id and ${counts('e', ['grant-tranche', 'e.tranche_id'], 'e.happened_on')} order by e.id desc limit 1) last on true
    left join lateral (select sum(case j.posting when 'grant.tranche-returned' then -l.amount else l.amount end) as won
                         from journal_entry j join entry_line l on l.entry_id = j.id join ledger_account y on y.id = l.account_id and y.chart = 'grant.payable'
                        where j.subject_kind = 'grant-tranche' and j.subject_id = t.id and j.effective_on <= $2::date and j.known_at < $3::timestamptz
                          and j.posting in ('grant.tranche-paid', 'grant.tranche-set-off', 'grant.tranche-returned')) paid on true
   where t.agreement_id = a.id`;

/** Of a matching project: private money that left the account again. */
const LEFT = `coalesce((select sum(w.amount_won) from matching_withdrawal w where w.agreement_id = a.id and w.withdrawn_on <= $2::date and w.known_at < $3::timestamptz
                          and not exists (select 1 from matching_withdrawal_reversal v where v.withdrawal_id = w.id and ${counts('v', ['grant', 'w.agreement_id'], `(v.known_at at time zone 'Asia/Seoul')::date`, null)})), 0)`;

const OWN_SHARES = `
  select (coalesce(sum(o.amount_won) filter (where o.source = 'OWN'), 0) - ${LEFT})::text as "ownReceivedWon", coalesce(sum(o.amount_won) filter (where o.source <> 'OWN'), 0)::text as "otherReceivedWon"
    from grant_own_share o
   where o.agreement_id = a.id and ${counts('o', ['grant-own-share', 'o.id'], 'o.received_on')}
     and not exists (select 1 from grant_own_share_reversal r where r.own_share_id = o.id and ${counts('r', ['grant-own-share', 'r.own_share_id'], `(r.known_at at time zone 'Asia/Seoul')::date`, null)})`;

type AgreementRow = Digits<Omit<GrantAgreementFacts, 'state'>> & { readonly event: keyof typeof GRANT_LIFE.events | null; readonly versionId: string };

/** The agreements in sight at the point, by number, with the ids of their versions in force. */
export async function readAgreements(tx: Tx, point: GrantPoint): Promise<{ readonly agreements: GrantAgreementFacts[]; readonly versionIds: string[] }> {
  const rows: AgreementRow[] = await tx.query(
    `select a.id, a.number, p.name as "partyName", p.business_number as "businessNumber", a.institution, a.role, coalesce(v.detail ->> 'title', a.title) as title,
            coalesce(v.detail ->> 'investigator', a.investigator) as investigator, a.agreed_on as "agreedOn", v.period_from as "periodFrom", v.period_to as "periodTo", v.version, v.id as "versionId",
            (select e.event from grant_event e where e.agreement_id = a.id and e.happened_on <= $2::date and e.known_at < $3::timestamptz order by e.id desc limit 1) as event,
            s.*, f.*, t.*, o.*
       from grant_agreement a join party p on p.id = a.party_id
       join lateral (${VERSION}) v on true cross join lateral (${SOURCES}) s cross join lateral (${FUNDED}) f cross join lateral (${TRANCHES}) t cross join lateral (${OWN_SHARES}) o
      where a.call_id = $1::uuid and a.id = any($4::uuid[]) and a.agreed_on <= $2::date order by a.number`,
    [...point],
  );
  const agreements = rows.map(({ event, versionId: _version, ...row }) => ({ ...amounts<Omit<GrantAgreementFacts, 'state'>>(row), state: stateAfter(event) }));
  return { agreements, versionIds: rows.map(({ versionId }) => versionId) };
}

/** Where the life of an agreement stands after the last thing that happened to it: each event leads to one state. */
function stateAfter(event: AgreementRow['event']): string {
  const steps = Object.values(GRANT_LIFE.table).map((table: Partial<Record<string, string>>) => (event === null ? undefined : table[event]));
  return steps.find((state) => state !== undefined) ?? 'ACTIVE';
}

/** The lines of the versions in force, in the order of the form; ② is what the agreement was concluded with, ③ what was planned since. */
export async function readLines(tx: Tx, versionIds: readonly string[]): Promise<GrantLineFacts[]> {
  const rows: Digits<GrantLineFacts>[] = await tx.query(
    `select l.id, l.agreement_id as "agreementId", l.stage, l.code, json_build_object('ko', c.name_ko, 'en', c.name_en) as name, l.resource, c.indirect,
            coalesce(sum(p.amount_won) filter (where p.version_id = v.id and p.kind = 'CARRIED'), 0)::text as "carriedWon",
            coalesce(sum(p.amount_won) filter (where w.version = 1 and p.kind = 'PLANNED'), 0)::text as "plannedWon",
            (coalesce(sum(p.amount_won) filter (where p.version_id = v.id and p.kind = 'PLANNED'), 0) - coalesce(sum(p.amount_won) filter (where w.version = 1 and p.kind = 'PLANNED'), 0))::text as "changeWon",
            coalesce(sum(p.amount_won) filter (where p.version_id = v.id and p.kind = 'INTEREST'), 0)::text as "interestInWon"
       from grant_version v
       join grant_agreement a on a.id = v.agreement_id
       join grant_line l on l.agreement_id = v.agreement_id
       join grant_call_line c on (c.call_id, c.code) = (l.call_id, l.code)
       left join grant_line_plan p on p.line_id = l.id
       left join grant_version w on w.id = p.version_id
      where v.id = any($1::uuid[])
      group by l.id, a.number, c.name_ko, c.name_en, c.indirect, c.position, v.id
      order by a.number, l.stage, l.resource, c.position`,
    [versionIds],
  );
  return rows.map((row) => amounts<GrantLineFacts>(row));
}
