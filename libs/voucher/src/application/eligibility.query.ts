import { holidayCalendar, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { won } from '#libs/money';
import type { PolicySet } from '#libs/policy';
import { businessStatusOn } from '#libs/party';
import type { VoucherState } from '../voucher/voucher.js';
import { YEAR_POLICIES, yearTerms } from '../year/year.policy.js';
import { policiesOfYear } from '../year/year.query.js';
import type { VoucherYear } from '../year/year.js';
import type { ApplicantRecord, ApplicationFacts } from './application.js';
import { judgeApplication, type EligibilityTerms } from './eligibility.rules.js';

/** An application with what the record says about it. */
export interface JudgedApplication {
  readonly voucherId: string;
  readonly number: string;
  readonly companyId: string;
  readonly company: string;
  readonly state: VoucherState;
  readonly facts: ApplicationFacts;
  readonly verdicts: readonly Verdict[];
}

type Row = Omit<JudgedApplication, 'facts' | 'verdicts'> & Omit<ApplicationFacts, 'requestedWon'> & Omit<ApplicantRecord, 'status'> & { readonly requestedWon: string };

/** Contracts and technologies are the same word however they are spaced and written. */
const folded = (column: string): string => `lower(regexp_replace(normalize(${column}, nfkc), '[[:space:]]', '', 'g'))`;
const STANDS = `not in ('REJECTED', 'WITHDRAWN')`;

/** $1 year, $2 vouchers. Of twins the one recorded later is the second. */
const TO_JUDGE = `
  select a.voucher_id as "voucherId", a.number, v.company_id as "companyId", p.name as company, s.state,
         a.received_on as "receivedOn", a.received_time::text as "receivedTime", a.representative, a.officers, a.contract_number as "contractNumber", a.contract_on as "contractOn",
         a.technology, a.researcher, a.researcher_number as "researcherNumber", a.institution, a.requested_won::text as "requestedWon", a.services, a.consented,
         coalesce(a.clearance, (select e.detail ->> 'clearance' from voucher_event e where e.voucher_id = a.voucher_id and e.event = 'screen' limit 1)) as clearance,
         a.phone, a.address, a.note,
         coalesce(others.same, '{}') as "sameContract", coalesce(others.different, '{}') as "otherContracts",
         array(select distinct y.name || ' ' || b.number
                 from voucher_application b join voucher w on w.id = b.voucher_id join voucher_state t on t.voucher_id = w.id join voucher_year y on y.id = b.year_id
                where w.company_id = v.company_id and b.year_id <> a.year_id and t.state ${STANDS} and ${folded('b.technology')} = ${folded('a.technology')} order by 1) as "otherSupport"
    from voucher_application a
    join voucher v on v.id = a.voucher_id
    join voucher_state s on s.voucher_id = a.voucher_id
    join party p on p.id = v.company_id
    left join lateral (
         select array_agg(b.number order by b.number) filter (where ${folded('b.contract_number')} = ${folded('a.contract_number')}) as same,
                array_agg(b.number order by b.number) filter (where ${folded('b.contract_number')} is distinct from ${folded('a.contract_number')}) as different
           from voucher_application b join voucher w on w.id = b.voucher_id join voucher_state t on t.voucher_id = w.id
          where w.company_id = v.company_id and b.year_id = a.year_id and b.voucher_id <> a.voucher_id and t.state ${STANDS}
            and (b.recorded_at, b.number) < (a.recorded_at, a.number)) as others on true
   where a.year_id = $1 and a.voucher_id = any ($2)
   order by a.received_on, a.received_time nulls last, a.number`;

/**
 * Applications of a year by receipt, each judged as things stand on `on`. `clearances`: documents that clear a conflict of
 * interest and are handed in just now, by voucher.
 */
export async function judgeApplications(
  tx: Tx,
  year: VoucherYear,
  on: LocalDate,
  voucherIds: readonly string[],
  clearances: ReadonlyMap<string, string> = new Map(),
): Promise<JudgedApplication[]> {
  const rows: Row[] = await tx.query(TO_JUDGE, [year.id, voucherIds]);
  const statuses = await businessStatusOn(tx, rows.map(({ companyId }) => companyId), on);
  const [terms, holidays] = [eligibilityTerms(await policiesOfYear(tx, year, on)), holidayCalendar()];
  return rows.map(({ voucherId, number, companyId, company, state, sameContract, otherContracts, otherSupport, requestedWon, ...stated }) => {
    const facts = { ...stated, clearance: clearances.get(voucherId) ?? stated.clearance, requestedWon: won(requestedWon) };
    const record = { sameContract, otherContracts, otherSupport, status: statuses.get(companyId) ?? null };
    return { voucherId, number, companyId, company, state, facts, verdicts: judgeApplication(facts, record, terms, holidays, on) };
  });
}

function eligibilityTerms(policies: PolicySet): EligibilityTerms {
  const { transferWithinYears, faceWon } = yearTerms(policies);
  return {
    windowYears: transferWithinYears === null ? null : policies.sourced(YEAR_POLICIES.transferWithinYears, transferWithinYears),
    faceWon: policies.sourced(YEAR_POLICIES.face, faceWon),
  };
}
