import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { PostedTotalDto } from '#libs/ledger';
import { basisPoints, won } from '#libs/money';
import { STANDS } from '../../room/room.query.js';
import type { MatchingFacts, MoveFact, ProjectFact, ReleaseFact, SettlementFact } from '../register.js';

type Texts<Fact, Amounts extends keyof Fact> = Omit<Fact, Amounts> & Readonly<Record<Amounts, string>>;

/** Everything of a pool that is on record, as a register would tell it. */
export async function recordedRegister(tx: Tx, callId: string): Promise<MatchingFacts> {
  return { projects: await recordedProjects(tx, callId), moves: await recordedMoves(tx, callId), releases: await recordedReleases(tx, callId), settlements: await recordedSettlements(tx, callId) };
}

async function recordedProjects(tx: Tx, callId: string): Promise<ProjectFact[]> {
  const rows: (Omit<ProjectFact, 'privateWon' | 'match' | 'statedGovernmentWon'> & { privateWon: string; match: number; statedGovernmentWon: string | null })[] = await tx.query(
    `select a.number, a.title, c.name as company, coalesce(c.business_number, '') as "businessNumber", p.researcher, f.name as performer, coalesce(p.zone_stated, z.name_ko) as zone, p.committed_on as "agreedOn",
            p.private_won::text as "privateWon", p.match_basis_points as match, p.stated_government_won::text as "statedGovernmentWon"
       from matching_project p join grant_agreement a on a.id = p.agreement_id join party c on c.id = p.company_id join party f on f.id = p.performer_id left join matching_zone z on z.id = p.zone_id
      where p.call_id = $1 order by p.position`,
    [callId],
  );
  return rows.map((row) => ({ ...row, privateWon: won(row.privateWon), match: basisPoints(row.match), statedGovernmentWon: row.statedGovernmentWon === null ? null : won(row.statedGovernmentWon) }));
}

/** Deposits and withdrawals that were reversed are told anew. */
async function recordedMoves(tx: Tx, callId: string): Promise<MoveFact[]> {
  const rows: Texts<MoveFact, 'amountWon'>[] = await tx.query(
    `select a.number as project, d.deposited_on as "on", d.depositor as payer, 'DEPOSIT' as kind, d.amount_won::text as "amountWon", d.source, d.source_text as "sourceText", d.reference as proof
       from matching_deposit d join matching_deposit_state s on s.deposit_id = d.id join grant_agreement a on a.id = d.agreement_id where a.call_id = $1 and s.state <> 'REVERSED'
     union all
     select a.number, w.withdrawn_on, w.paid_to, 'RETURN', w.amount_won::text, 'OWN', null, null from matching_withdrawal w join grant_agreement a on a.id = w.agreement_id where a.call_id = $1 and ${STANDS}`,
    [callId],
  );
  return rows.map((row) => ({ ...row, amountWon: won(row.amountWon) }));
}

/** Releases that were paid. The turn that a register names stands before the milestone in the label of its tranche. */
async function recordedReleases(tx: Tx, callId: string): Promise<ReleaseFact[]> {
  const rows: { project: string; turn: string | null; paidOn: LocalDate; amountWon: string; milestone: string | null; confirmedOn: LocalDate | null }[] = await tx.query(
    `select a.number as project, substring(t.label from '^([0-9]+)차') as turn, e.effective_on as "paidOn", t.amount_won::text as "amountWon", r.milestone, m.met_on as "confirmedOn"
       from matching_release r join grant_tranche t on t.id = r.tranche_id join grant_agreement a on a.id = t.agreement_id
       join journal_entry e on e.subject_kind = 'grant-tranche' and e.subject_id = t.id and e.posting = 'grant.tranche-paid'
       left join grant_condition_met m on m.tranche_id = t.id and m.position = 1
      where a.call_id = $1 order by a.number, e.effective_on, t.number`,
    [callId],
  );
  return rows.map(({ turn, amountWon, ...row }) => ({ ...row, turn: turn === null ? null : Number(turn), amountWon: won(amountWon) }));
}

async function recordedSettlements(tx: Tx, callId: string): Promise<SettlementFact[]> {
  const rows: Texts<SettlementFact, 'unspentWon' | 'disallowedWon' | 'interestWon'>[] = await tx.query(
    `select a.number as project, s.settled_on as "settledOn", s.unspent_won::text as "unspentWon", s.disallowed_won::text as "disallowedWon", s.interest_won::text as "interestWon"
       from matching_settlement s join grant_agreement a on a.id = s.agreement_id where a.call_id = $1 order by a.number, s.settled_on`,
    [callId],
  );
  return rows.map((row) => ({ ...row, unspentWon: won(row.unspentWon), disallowedWon: won(row.disallowedWon), interestWon: won(row.interestWon) }));
}

/** What a command has posted so far, by chart and side; amounts as text. */
export function postingsOf(tx: Tx, commandId: string): Promise<PostedTotalDto[]> {
  return tx.query(
    `select c.code as chart, c.name_ko as "nameKo", c.name_en as "nameEn", a.unit, l.side, sum(l.amount)::text as amount, count(distinct a.id)::int as accounts
       from journal_entry e join entry_line l on l.entry_id = e.id join ledger_account a on a.id = l.account_id join ledger_chart c on c.code = a.chart
      where e.command_id = $1 group by c.code, c.name_ko, c.name_en, a.unit, l.side order by c.code, l.side`,
    [commandId],
  );
}
