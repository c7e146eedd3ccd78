import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { policiesOfCall } from '#libs/grant';
import type { TimePoint } from '#libs/http';
import type { DeclaredOutcome } from '../annual/annual.js';
import { amounts, counts, type Digits, type GrantPoint } from '../grant-settlement/reading/point.js';
import { readCallFacts } from '../grant-settlement/reading/settlement.query.js';
import type { MatchingClawbackFacts, MatchingDepositFacts, MatchingFacts, MatchingProjectFacts, MatchingReleaseFacts, MatchingWithdrawalFacts } from './matching.js';

/**
 * Everything report D shows of a pool at one point in both times; the caller's transaction is the one snapshot. Throws like
 * `readCallFacts`, and `report.no-pool` for a call that is no pool of matching.
 */
export async function readMatchingFacts(tx: Tx, callId: string, point: TimePoint): Promise<MatchingFacts> {
  const grant = await readCallFacts(tx, callId, point);
  if (grant.call.kind !== 'MATCHING') {
    throw new DomainError('invalid', 'report.no-pool', { ko: `'${grant.call.name}'은(는) 매칭 사업이 아닙니다. 정산보고서(C)를 이용해 주세요.`, en: `'${grant.call.name}' is no matching pool. Use the settlement report (C).` });
  }
  const at: GrantPoint = [callId, point.asOf, point.knownBefore, grant.agreements.map(({ id }) => id)];
  return {
    grant,
    terms: (await policiesOfCall(tx, grant.call, point.asOf, point.knownBefore)).all().filter(({ key }) => key.startsWith('matching.')),
    projects: await readProjects(tx, at),
    deposits: await readDeposits(tx, at),
    releases: await readReleases(tx, at),
    withdrawals: await readWithdrawals(tx, at),
    clawbacks: await readClawbacks(tx, at),
    outcomes: await readOutcomes(tx, at),
  };
}

const OF_THE_POOL = 'g.call_id = $1::uuid and g.id = any($4::uuid[])';
const known = (alias: string): string => `${alias}.known_at < $3::timestamptz`;

async function readProjects(tx: Tx, at: GrantPoint): Promise<MatchingProjectFacts[]> {
  const rows: Digits<MatchingProjectFacts>[] = await tx.query(
    `select g.id as "agreementId", g.number, g.title, m.position, c.name as company, p.name as performer, m.researcher, m.chosen_because as "chosenBecause", m.relation, m.relation_note as "relationNote",
            m.ip_terms as "ipTerms", m.royalty_terms as "royaltyTerms", z.name_ko as zone, z.mode as "zoneMode", z.clause as "zoneClause", m.zone_party as "zoneParty", m.zone_stated as "zoneStated",
            m.committed_on as "committedOn", m.private_won::text as "privateWon", m.match_basis_points as "matchBasisPoints", m.government_at_most as "governmentAtMost", m.cap_won::text as "capWon",
            m.budget_left_won::text as "budgetLeftWon", m.government_won::text as "governmentWon", m.bound, m.stated_government_won::text as "statedGovernmentWon"
       from matching_project m join grant_agreement g on g.id = m.agreement_id join party c on c.id = m.company_id join party p on p.id = m.performer_id left join matching_zone z on z.id = m.zone_id
      where ${OF_THE_POOL} and m.committed_on <= $2::date and ${known('m')} order by m.position`,
    [...at],
  );
  return rows.map((row) => amounts<MatchingProjectFacts>(row));
}

async function readDeposits(tx: Tx, at: GrantPoint): Promise<MatchingDepositFacts[]> {
  const rows: Digits<MatchingDepositFacts>[] = await tx.query(
    `select d.agreement_id as "agreementId", g.number as project, d.deposited_on as "depositedOn", d.depositor, d.relation, d.source, d.source_text as "sourceText", d.amount_won::text as "amountWon",
            d.locked_until as "lockedUntil", exists (select 1 from matching_deposit_reversal r where r.deposit_id = d.id and ${known('r')}) as reversed,
            f.evidence, f.bank_line_id is not null as "byBank", f.proven_on as "provenOn",
            array(select distinct k.kind from matching_deposit_flag k left join matching_flag_decision n on n.flag_id = k.id and ${known('n')}
                   where k.deposit_id = d.id and k.uncounts and ${known('k')} and n.counts is not true order by 1) as flags
       from matching_deposit d join grant_agreement g on g.id = d.agreement_id
       left join lateral (select p.* from matching_deposit_proof p where p.deposit_id = d.id and p.proven_on <= $2::date and ${known('p')}
                             and not exists (select 1 from matching_proof_undo u where u.proof_id = p.id and ${known('u')}) order by p.recorded_at desc limit 1) f on true
      where ${OF_THE_POOL} and d.deposited_on <= $2::date and ${known('d')} order by g.number, d.deposited_on, d.recorded_at, d.id`,
    [...at],
  );
  return rows.map((row) => amounts<MatchingDepositFacts>(row));
}

/** What became of a release: by the last thing that happened to its tranche, and by its entries. */
async function readReleases(tx: Tx, at: GrantPoint): Promise<MatchingReleaseFacts[]> {
  const rows: Digits<MatchingReleaseFacts>[] = await tx.query(
    `select r.agreement_id as "agreementId", g.number as project, t.number, r.milestone, (r.known_at at time zone 'Asia/Seoul')::date as "requestedOn", t.amount_won::text as "amountWon",
            r.allowed_won::text as "allowedWon", r.released_won::text as "releasedWon",
            (select e.event from grant_tranche_event e where e.tranche_id = t.id and e.happened_on <= $2::date and ${known('e')} order by e.id desc limit 1) as event,
            (select max(j.effective_on) from journal_entry j where j.subject_kind = 'grant-tranche' and j.subject_id = t.id and j.posting like 'grant.tranche-paid%' and j.effective_on <= $2::date and ${known('j')}) as "paidOn"
       from matching_release r join grant_tranche t on t.id = r.tranche_id join grant_agreement g on g.id = r.agreement_id
      where ${OF_THE_POOL} and ${known('r')} order by g.number, t.number`,
    [...at],
  );
  return rows.map((row) => amounts<MatchingReleaseFacts>(row));
}

async function readWithdrawals(tx: Tx, at: GrantPoint): Promise<MatchingWithdrawalFacts[]> {
  const rows: Digits<MatchingWithdrawalFacts>[] = await tx.query(
    `select g.number as project, w.withdrawn_on as "withdrawnOn", w.paid_to as "paidTo", w.reason, w.amount_won::text as "amountWon", w.counted_won::text as "countedWon"
       from matching_withdrawal w join grant_agreement g on g.id = w.agreement_id
      where ${OF_THE_POOL} and w.withdrawn_on <= $2::date and ${known('w')}
        and not exists (select 1 from matching_withdrawal_reversal v where v.withdrawal_id = w.id and ${counts('v', ['grant', 'w.agreement_id'], `(v.known_at at time zone 'Asia/Seoul')::date`, null)})
      order by w.withdrawn_on, g.number, w.id`,
    [...at],
  );
  return rows.map((row) => amounts<MatchingWithdrawalFacts>(row));
}

async function readClawbacks(tx: Tx, at: GrantPoint): Promise<MatchingClawbackFacts[]> {
  const rows: Digits<MatchingClawbackFacts>[] = await tx.query(
    `select g.number as project, (c.known_at at time zone 'Asia/Seoul')::date as "proposedOn", c.cause, c.over_released_won::text as "overReleasedWon", c.disallowed_won::text as "disallowedWon",
            c.unspent_won::text as "unspentWon", c.interest_won::text as "interestWon", c.total_won::text as "totalWon", e.outcome, v.number as recovery
       from matching_clawback c join grant_agreement g on g.id = c.agreement_id left join matching_clawback_end e on e.clawback_id = c.id and ${known('e')} left join grant_recovery v on v.id = e.recovery_id
      where ${OF_THE_POOL} and (c.known_at at time zone 'Asia/Seoul')::date <= $2::date and ${known('c')} order by c.known_at, g.number`,
    [...at],
  );
  return rows.map((row) => amounts<MatchingClawbackFacts>(row));
}

async function readOutcomes(tx: Tx, at: GrantPoint): Promise<DeclaredOutcome[]> {
  const rows: Digits<DeclaredOutcome>[] = await tx.query(
    `select distinct on (g.number, t.id, x.year) g.number as agreement, p.name as company, t.name || ' (' || x.year || '년분)' as technology, t.use, x.income_won::text as "incomeWon", x.jobs
       from royalty_declaration x join royalty_technology t on t.id = x.technology_id join grant_agreement g on g.id = t.agreement_id join party p on p.id = t.company_id
      where ${OF_THE_POOL} and x.declared_on <= $2::date and ${known('x')} order by g.number, t.id, x.year, x.turn desc`,
    [...at],
  );
  return rows.map((row) => amounts<DeclaredOutcome>(row));
}
