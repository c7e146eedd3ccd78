import type { Tx } from '#libs/database';
import { won } from '#libs/money';
import type { AgreementFact, BudgetFact, ExpenseFact, GrantFacts, InterestFact, StatedSettlementFact, TrancheFact } from '../register.js';

type Texts<Fact, Key extends keyof Fact> = Omit<Fact, Key> & Readonly<Record<Key, string>>;

/** The facts of a call as a register would tell them. */
export async function recordedRegister(tx: Tx, callId: string): Promise<GrantFacts> {
  return {
    agreements: await recordedAgreements(tx, callId),
    budgets: await recordedBudgets(tx, callId),
    tranches: await recordedTranches(tx, callId),
    expenses: await recordedExpenses(tx, callId),
    interests: await recordedInterests(tx, callId),
    statements: await recordedStatements(tx, callId),
  };
}

async function recordedAgreements(tx: Tx, callId: string): Promise<AgreementFact[]> {
  const rows: Texts<AgreementFact, 'governmentWon' | 'ownCashWon' | 'ownInKindWon'>[] = await tx.query(
    `select a.number, a.project_number as "projectNumber", a.title, p.name as organisation, coalesce(p.business_number, '') as "businessNumber", a.institution, a.agreed_on as "agreedOn",
            v.period_from as "from", v.period_to as "to", a.investigator, null as note,
            coalesce(sum(s.amount_won) filter (where s.source = 'GOVERNMENT'), 0)::text as "governmentWon",
            coalesce(sum(s.amount_won) filter (where s.source = 'OWN' and s.resource = 'CASH'), 0)::text as "ownCashWon",
            coalesce(sum(s.amount_won) filter (where s.source = 'OWN' and s.resource = 'IN_KIND'), 0)::text as "ownInKindWon"
       from grant_agreement a join party p on p.id = a.party_id
       join lateral (select * from grant_version v where v.agreement_id = a.id order by v.version desc limit 1) v on true
       left join grant_source_plan s on s.version_id = v.id
      where a.call_id = $1 group by a.id, p.id, v.period_from, v.period_to order by a.number`,
    [callId],
  );
  return rows.map((row) => ({ ...row, governmentWon: won(row.governmentWon), ownCashWon: won(row.ownCashWon), ownInKindWon: won(row.ownInKindWon) }));
}

/** What a line was planned with stands in the first version that knows it. */
async function recordedBudgets(tx: Tx, callId: string): Promise<BudgetFact[]> {
  const rows: (Omit<Texts<BudgetFact, 'carriedWon' | 'plannedWon' | 'interestInWon'>, 'changeWon'> & { readonly latestWon: string })[] = await tx.query(
    `select a.number as agreement, l.code as line, l.resource, null as approval,
            coalesce(sum(p.amount_won) filter (where p.kind = 'PLANNED' and v.version = f.first), 0)::text as "plannedWon",
            coalesce(sum(p.amount_won) filter (where p.kind = 'PLANNED' and v.version = f.last), 0)::text as "latestWon",
            coalesce(sum(p.amount_won) filter (where p.kind = 'CARRIED' and v.version = f.last), 0)::text as "carriedWon",
            coalesce(sum(p.amount_won) filter (where p.kind = 'INTEREST' and v.version = f.last), 0)::text as "interestInWon"
       from grant_line l join grant_agreement a on a.id = l.agreement_id join grant_line_plan p on p.line_id = l.id join grant_version v on v.id = p.version_id
       join lateral (select min(w.version) filter (where exists (select 1 from grant_line_plan q where q.version_id = w.id and q.line_id = l.id)) as first, max(w.version) as last
                       from grant_version w where w.agreement_id = a.id) f on true
      where a.call_id = $1 group by a.number, l.code, l.resource order by a.number, l.code, l.resource`,
    [callId],
  );
  return rows.map(({ latestWon, ...row }) => ({ ...row, plannedWon: won(row.plannedWon), changeWon: won(BigInt(latestWon) - BigInt(row.plannedWon)), carriedWon: won(row.carriedWon), interestInWon: won(row.interestInWon) }));
}

/** Tranches that have been paid. */
async function recordedTranches(tx: Tx, callId: string): Promise<TrancheFact[]> {
  const rows: Texts<TrancheFact, 'amountWon'>[] = await tx.query(
    `select a.number as agreement, t.label, e.effective_on as "paidOn", t.amount_won::text as "amountWon", null as account
       from grant_tranche t join grant_agreement a on a.id = t.agreement_id
       join journal_entry e on e.subject_kind = 'grant-tranche' and e.subject_id = t.id and e.posting = 'grant.tranche-paid'
      where a.call_id = $1 order by a.number, e.effective_on, t.number`,
    [callId],
  );
  return rows.map((row) => ({ ...row, amountWon: won(row.amountWon) }));
}

/** Undone ones too: their numbers are taken. */
async function recordedExpenses(tx: Tx, callId: string): Promise<ExpenseFact[]> {
  const rows: Texts<ExpenseFact, 'amountWon' | 'vatWon' | 'disallowedWon'>[] = await tx.query(
    `select e.number, a.number as agreement, l.code as line, l.resource, e.spent_on as "spentOn", e.payee_name as vendor, coalesce(p.business_number, '') as "vendorNumber",
            e.purpose, e.amount_won::text as "amountWon", e.vat_won::text as "vatWon", e.evidence_kind as "evidenceKind", e.evidence_number as evidence,
            r.id is not null as reviewed, coalesce(r.disallowed_won, 0)::text as "disallowedWon", r.reason as "disallowedFor"
       from grant_expense e join grant_agreement a on a.id = e.agreement_id join grant_line l on l.id = e.line_id left join party p on p.id = e.payee_id
       left join lateral (select * from grant_expense_review r where r.expense_id = e.id order by r.turn desc limit 1) r on true
      where e.call_id = $1 order by e.number`,
    [callId],
  );
  return rows.map((row) => ({ ...row, amountWon: won(row.amountWon), vatWon: won(row.vatWon), disallowedWon: won(row.disallowedWon) }));
}

async function recordedInterests(tx: Tx, callId: string): Promise<InterestFact[]> {
  const rows: Texts<InterestFact, 'earnedWon' | 'usedWon'>[] = await tx.query(
    `select a.number as agreement, i.time, i.earned_on as "earnedOn", i.earned_won::text as "earnedWon",
            (select coalesce(sum(u.amount_won), 0)::text from grant_interest_use u where u.interest_id = i.id) as "usedWon"
       from grant_interest i join grant_agreement a on a.id = i.agreement_id
      where a.call_id = $1 and not exists (select 1 from grant_interest_void v where v.interest_id = i.id) order by a.number, i.earned_on`,
    [callId],
  );
  return rows.map((row) => ({ ...row, earnedWon: won(row.earnedWon), usedWon: won(row.usedWon) }));
}

async function recordedStatements(tx: Tx, callId: string): Promise<StatedSettlementFact[]> {
  const rows: Texts<StatedSettlementFact, 'totalWon'>[] = await tx.query(
    `select a.number as agreement, r.received_on as "reportedOn", r.total_won::text as "totalWon" from grant_settlement_report r join grant_agreement a on a.id = r.agreement_id
      where a.call_id = $1 and r.kind = 'SETTLEMENT' and r.total_won is not null order by a.number, r.received_on`,
    [callId],
  );
  return rows.map((row) => ({ ...row, totalWon: won(row.totalWon) }));
}
