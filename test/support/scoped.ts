import { randomUUID } from 'node:crypto';
import { CHECKER_SIGNS, draftCall, laySigned } from './approvals.js';
import { Client, DEMO_PASSWORD, type Json } from './client.js';
import { pdfBytes } from './files.js';
import { businessNumber, CLAIM, decide, deal, formFund } from './funds.js';
import { hashOfPassword } from './keys.js';
import { decidedRule } from './mandates.js';
import { nextSecond } from './packs.js';
import { withSql } from './sql.js';
import { matchedLine } from './custodian.js';

export interface Account {
  readonly id: string;
  readonly login: string;
}

/**
 * An account with the password of the demo and no roles, laid down by the owner: who may give accounts is tested elsewhere.
 * With `personOf` it is another account of the same natural person.
 */
export async function newAccount(personOf: string | null = null): Promise<Account> {
  const [id, login] = [randomUUID(), `s-${randomUUID()}`];
  const passwordHash = await hashOfPassword(id, DEMO_PASSWORD);
  await withSql('OWNER', (sql) =>
    sql.query(
      `with account as (
         insert into app_user (id, login, name, created_by, valid_through, person_id)
         select $1, $2, '범위 시험', created_by, '2099-12-31', coalesce((select person_id from app_user where id = $3), $1) from app_user where login = 'manager' returning id)
       insert into user_password (user_id, password_hash, chosen_at) select id, $4, now() from account`,
      [id, login, personOf, passwordHash],
    ),
  );
  return { id, login };
}

/** Somebody with one role, held where `scopes` say, and signed in. */
export async function scopedPerson(role: string, scopes: readonly string[]): Promise<Client & Account> {
  const account = await newAccount();
  await holdRole(account.id, role, scopes);
  return Object.assign(await Client.signIn(account.login), account);
}

/** Lets an account hold a role in just these places, as a decision of the past would have left it. */
export async function holdRole(userId: string, role: string, scopes: readonly string[]): Promise<void> {
  await withSql('OWNER', async (sql) => {
    await sql.query('delete from user_role where user_id = $1 and role = $2', [userId, role]);
    if (scopes.length > 0) await sql.query('insert into user_role (user_id, role, scopes, granted_by) values ($1, $2, $3, gen_random_uuid())', [userId, role, scopes]);
  });
}

/** A fund in which something has happened, and the ids of all that one might ask for. */
export interface Target {
  readonly fundId: string;
  readonly fundNumber: string;
  readonly book: string;
  readonly programmeId: string;
  readonly vintageId: string;
  readonly callId: string;
  readonly partnerId: string;
  readonly investmentId: string;
  readonly documentId: string;
  readonly importId: string;
  readonly userId: string;
  /** Waits for a signature. */
  readonly approvalId: string;
  readonly contentHash: string;
  /** In the names of all its partners and companies: the directory of parties is shared by all funds. */
  readonly partyMark: string;
  readonly ruleId: string;
  /** A line of the fund's account that is a receipt of capital, and a receipt of interest. */
  readonly lineId: string;
  readonly receiptId: string;
  readonly interestId: string;
  /** A report about it that was issued. */
  readonly issueId: string;
  /** What the decision about the deal froze. */
  readonly snapshotSha256: string;
}

const made = (what: string, answer: { readonly status: number; readonly body: Json }): Json => {
  if (answer.status !== 201 && answer.status !== 200) throw new Error(`${what} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** Forms a fund and lets happen in it what can happen, by people who may do it anywhere. Every name in it is its own. */
export async function livedInFund(changes: Json = {}): Promise<Target> {
  const [manager, finance, compliance] = [Client.as('manager'), Client.as('finance'), Client.as('compliance')];
  const [mark, partyMark] = [randomUUID().slice(0, 8), randomUUID().slice(0, 8)];
  const partners = [
    { name: `모태펀드 ${partyMark}`, kind: 'SPECIAL_LIMITED', businessNumber: businessNumber(), commitmentWon: '10000000000' },
    { name: `공제회 ${partyMark}`, kind: 'LIMITED', businessNumber: businessNumber(), commitmentWon: '9800000000' },
    { name: `지주 ${partyMark}`, kind: 'GENERAL', businessNumber: businessNumber(), commitmentWon: '200000000' },
  ];
  const fund = await formFund(manager, { name: `범위 시험조합 ${mark}`, partners, ...changes });
  const call = made('the call', await finance.post(`/funds/${fund.id}/capital-calls`, { amountWon: '4000000000', purpose: `출자 ${mark}`, noticeOn: '2024-02-01', dueOn: '2024-03-04' }));
  const partnerId = call.shares[0].partnerId as string;
  made('the receipt', await finance.post(`/capital-calls/${call.id as string}/receipts`, { partnerId, amountWon: '1000000', valueOn: '2024-03-04', note: `입금 ${mark}` }));
  const file = made('the file', await manager.upload('/documents', pdfBytes(randomUUID()), `증빙 ${mark}.pdf`));
  const company = { name: `(주)기업 ${partyMark}`, businessNumber: businessNumber(), incorporatedOn: '2022-03-02' };
  const investment = made('the deal', await manager.post(`/funds/${fund.id}/investments`, deal('100000000', { ...CLAIM, company })));
  made('the evidence', await manager.post(`/investments/${investment.id as string}/evidence`, { evidence: [{ kind: `확인서 ${mark}`, documentId: file.id }] }));
  made('the decision', await decide(investment.id as string, 'QUALIFIED', { reason: `판정 ${mark}` }));
  made('the policy', await compliance.post(`/funds/${fund.id}/policies`, { key: 'fund.lifetime-expenses-won', value: '2500000000', effectiveFrom: '2025-01-01', clause: `규약 ${mark}`, source: 'AGREEMENT', reason: '시험' }));
  // A report tells what was known by the second in which it is asked for: the fund is of the second before.
  await nextSecond();
  made('the report', await Client.as('checker').post(`/reports/fund-compliance/${fund.id}/downloads`, { format: 'csv', reason: `보고 ${mark}` }));
  const issued = made('the issue', await manager.post('/reports/issues', { kind: 'FUND_COMPLIANCE', subjectId: fund.id, asOf: '2024-06-30', knownAt: new Date().toISOString(), reason: `발급 ${mark}` }));
  const imported = made('the import', await manager.post('/imports/fund-register/paste', { sheet: '조합개요', text: `항목\t${fund.number}\t규약 조항\r\n조합명\t${mark}` }));
  const ruleId = await decidedRule(fund.id, { nameKo: `의무 ${mark}`, clause: `규약 ${mark}` });
  made('the profile', await compliance.post(`/funds/${fund.id}/statutory-profiles`, { purpose: 'GENERAL', specialRatio: false, clause: `규약 ${mark}`, effectiveFrom: '2024-06-01' }));
  const matched = await matchedLine(fund.id, call.id as string, partnerId);
  await laySigned(fund.id, 'capital-call.issue', CHECKER_SIGNS);
  const { id: approvalId, contentHash } = await draftCall(fund.id, '1000000');
  return withSql('OWNER', async (sql) => {
    const { rows } = await sql.query<{ programme_id: string; vintage_id: string }>('select v.programme_id, v.id as vintage_id from fund f join vintage v on v.id = f.vintage_id where f.id = $1', [fund.id]);
    const { rows: frozen } = await sql.query<{ sha256: string }>('select s.sha256 from recognition_snapshot s join classification c on c.id = s.classification_id where c.investment_id = $1', [investment.id]);
    return {
      fundId: fund.id,
      fundNumber: fund.number,
      book: `fund/${fund.id}`,
      programmeId: rows[0]?.programme_id ?? '',
      vintageId: rows[0]?.vintage_id ?? '',
      callId: call.id as string,
      partnerId,
      investmentId: investment.id as string,
      documentId: file.id as string,
      importId: imported.id as string,
      approvalId,
      contentHash,
      partyMark,
      ruleId,
      issueId: issued.id as string,
      snapshotSha256: frozen[0]?.sha256 ?? '',
      ...matched,
      userId: (await sql.query<{ id: string }>(`select id from app_user where login = 'checker'`)).rows[0]?.id ?? '',
    };
  });
}

/** Tables whose rows lie in a fund, with the query that finds those of fund $1. */
export const ROWS_OF_FUND: Readonly<Record<string, string>> = {
  fund: 'id = $1',
  fund_partner: 'fund_id = $1',
  capital_call: 'fund_id = $1',
  capital_call_share: 'call_id in (select id from capital_call where fund_id = $1)',
  capital_receipt: 'call_id in (select id from capital_call where fund_id = $1)',
  capital_call_detail: 'call_id in (select id from capital_call where fund_id = $1)',
  capital_receipt_void: 'receipt_id in (select r.id from capital_receipt r join capital_call c on c.id = r.call_id where c.fund_id = $1)',
  overdue_interest_receipt: 'call_id in (select id from capital_call where fund_id = $1)',
  overdue_interest_void: 'interest_id in (select r.id from overdue_interest_receipt r join capital_call c on c.id = r.call_id where c.fund_id = $1)',
  overdue_interest_waiver: 'call_id in (select id from capital_call where fund_id = $1)',
  custodian_account: 'fund_id = $1',
  statement_account: "book = 'fund/' || $1",
  bank_line: "account_id in (select id from statement_account where book = 'fund/' || $1)",
  bank_match: "line_id in (select l.id from bank_line l join statement_account a on a.id = l.account_id where a.book = 'fund/' || $1)",
  investment: 'fund_id = $1',
  investment_void: 'investment_id in (select id from investment where fund_id = $1)',
  investment_exit: 'investment_id in (select id from investment where fund_id = $1)',
  evidence: 'investment_id in (select id from investment where fund_id = $1)',
  classification: 'investment_id in (select id from investment where fund_id = $1)',
  valuation: 'investment_id in (select id from investment where fund_id = $1)',
  rule_verdict: 'fund_id = $1',
  distribution: 'fund_id = $1',
  waterfall_decision: 'fund_id = $1',
  waterfall_party: 'decision_id in (select id from waterfall_decision where fund_id = $1)',
  distribution_run: 'fund_id = $1',
  carry_payment: 'run_id in (select id from distribution_run where fund_id = $1)',
  distribution_recallable: 'distribution_id in (select id from distribution where fund_id = $1)',
  distribution_reversal: 'run_id in (select id from distribution_run where fund_id = $1)',
  carry_clawback: 'run_id in (select id from distribution_run where fund_id = $1)',
  forecast_scenario: 'fund_id = $1',
  fund_expense: 'fund_id = $1',
  agreement_version: 'fund_id = $1',
  agreement_term: 'version_id in (select id from agreement_version where fund_id = $1)',
  commitment_transfer: 'fund_id = $1',
  fund_extension: 'fund_id = $1',
  fund_dissolution: 'fund_id = $1',
  fund_duty_done: 'fund_id = $1',
  valuation_ground: 'valuation_id in (select v.id from valuation v join investment i on i.id = v.investment_id where i.fund_id = $1)',
  exit_term: 'exit_id in (select x.id from investment_exit x join investment i on i.id = x.investment_id where i.fund_id = $1)',
  escrow_receipt: 'exit_id in (select x.id from investment_exit x join investment i on i.id = x.investment_id where i.fund_id = $1)',
  fee_schedule: 'fund_id = $1',
  fee_term: 'schedule_id in (select id from fee_schedule where fund_id = $1)',
  fee_reduction: 'schedule_id in (select id from fee_schedule where fund_id = $1)',
  fee_bill: 'fund_id = $1',
  fee_bill_void: 'bill_id in (select id from fee_bill where fund_id = $1)',
  fund_payment: 'expense_id in (select id from fund_expense where fund_id = $1)',
  fund_expense_void: 'expense_id in (select id from fund_expense where fund_id = $1)',
  due_diligence: 'fund_id = $1',
  report_download: 'fund_id = $1',
  report_issue: 'subject_id = $1::text',
  report_issue_state: 'issue_id in (select id from report_issue where subject_id = $1::text)',
  report_issue_file: 'issue_id in (select id from report_issue where subject_id = $1::text)',
  report_withdrawal: 'issue_id in (select id from report_issue where subject_id = $1::text)',
  policy: `scope = 'fund/' || $1::text`,
  ledger_account: `book = 'fund/' || $1::text`,
  journal_entry: `book = 'fund/' || $1::text`,
  period_close: `book = 'fund/' || $1::text`,
  period_reopen: `book = 'fund/' || $1::text`,
  entry_line: `account_id in (select id from ledger_account where book = 'fund/' || $1::text)`,
  account_balance: `account_id in (select id from ledger_account where book = 'fund/' || $1::text)`,
  ledger_hold: `account_id in (select id from ledger_account where book = 'fund/' || $1::text)`,
  mandate_rule: 'fund_id = $1',
  statutory_profile: 'fund_id = $1',
  approval_request: `scope = 'fund/' || $1::text`,
  approval_policy: `scope = 'fund/' || $1::text`,
  approval_state: `request_id in (select id from approval_request where scope = 'fund/' || $1::text)`,
  approval_signature: `request_id in (select id from approval_request where scope = 'fund/' || $1::text)`,
  approval_event: `request_id in (select id from approval_request where scope = 'fund/' || $1::text)`,
};

/** How many rows of each table lie in a fund. */
export async function countRows(fundId: string, scopes: readonly string[] | null = ['*'], role: 'OWNER' | 'APPLICATION' | 'AUDITOR' = 'OWNER'): Promise<Record<string, number>> {
  return withSql(
    role,
    async (sql) => {
      const counts: [string, number][] = [];
      for (const [table, where] of Object.entries(ROWS_OF_FUND)) {
        const { rows } = await sql.query<{ count: number }>(`select count(*)::int as count from ${table} where ${where.replaceAll('$1', `'${fundId}'`)}`);
        counts.push([table, rows[0]?.count ?? 0]);
      }
      return Object.fromEntries(counts);
    },
    scopes,
  );
}

/** Whatever betrays a fund: the ids of all its rows, and the names that occur nowhere else. */
export async function marksOf({ fundId, fundNumber, documentId, importId, partyMark }: Target): Promise<string[]> {
  return withSql('OWNER', async (sql) => {
    const ids: string[] = [fundId, fundNumber, documentId, importId, partyMark];
    for (const table of ['fund_partner', 'capital_call', 'capital_receipt', 'investment', 'evidence', 'approval_request']) {
      const { rows } = await sql.query<{ id: string }>(`select id from ${table} where ${(ROWS_OF_FUND[table] ?? '').replaceAll('$1', `'${fundId}'`)}`);
      ids.push(...rows.map(({ id }) => id));
    }
    const { rows } = await sql.query<{ name: string }>('select name from fund where id = $1', [fundId]);
    return [...ids, rows[0]?.name.split(' ').at(-1) ?? fundId];
  });
}
