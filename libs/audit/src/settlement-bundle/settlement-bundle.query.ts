import type { Tx } from '#libs/database';
import { demandsOf, getSettlement, PAPER_NAMES, readWorksheet } from '#libs/grant';
import { formatWon } from '#libs/money';
import type { BundleExpense, BundleFile, SettlementBundle } from './settlement-bundle.js';

/** What speaks for a settlement: the expenses of its stage with their papers, the report of the institution, the reports of auditors. */
export async function readSettlementBundle(tx: Tx, settlementId: string): Promise<SettlementBundle> {
  const { number, agreementId, agreementNumber, partyName: institution, stage } = await getSettlement(tx, settlementId);
  const demands = await demandsOf(tx, await readWorksheet(tx, agreementId, stage));
  return {
    ...{ number, agreementNumber, institution, stage },
    demands: demands.map(({ required, amountWon, fromWon, clause }) => `${required ? '외부검증 대상' : '외부검증 대상 아님'}: 정부지원금 ${formatWon(amountWon)}원${fromWon === null ? '' : ` (기준 ${formatWon(fromWon)}원 이상)`}, ${clause}`),
    expenses: await listExpenses(tx, agreementId, stage),
    files: [...(await listPapers(tx, agreementId, stage)), ...(await listReports(tx, agreementId, stage))],
  };
}

/** In the order of the form. */
function listExpenses(tx: Tx, agreementId: string, stage: number): Promise<BundleExpense[]> {
  return tx.query(
    `select e.number, e.spent_on as "spentOn", c.name_ko as line, l.resource, e.payee_name as payee, p.business_number as "payeeNumber", e.purpose, e.amount_won::text as "amountWon",
            nullif(concat_ws(' ', e.evidence_kind, e.evidence_number), '') as evidence, r.decision, coalesce(r.disallowed_won, 0)::text as "disallowedWon", r.reason,
            (select count(*)::int from grant_evidence v where v.expense_id = e.id) as papers
       from grant_expense e join grant_line l on l.id = e.line_id join grant_call_line c on c.call_id = l.call_id and c.code = l.code left join party p on p.id = e.payee_id
       left join lateral (select decision, disallowed_won, reason from grant_expense_review where expense_id = e.id order by turn desc limit 1) r on true
      where e.agreement_id = $1 and l.stage = $2 and not exists (select 1 from grant_expense_void v where v.expense_id = e.id)
      order by l.resource, c.position, e.spent_on, e.number`,
    [agreementId, stage],
  );
}

const FILE = `d.sha256, d.file_name as "fileName", d.size_bytes::float8 as "sizeBytes"`;

async function listPapers(tx: Tx, agreementId: string, stage: number): Promise<BundleFile[]> {
  const rows: (Omit<BundleFile, 'what'> & { readonly paper: string; readonly reference: string | null })[] = await tx.query(
    `select ${FILE}, v.paper, v.reference, e.number as "expenseNumber", v.attached_on as "attachedOn"
       from grant_evidence v join grant_expense e on e.id = v.expense_id join grant_line l on l.id = e.line_id join document d on d.id = v.document_id
      where e.agreement_id = $1 and l.stage = $2 and not exists (select 1 from grant_expense_void x where x.expense_id = e.id) order by e.spent_on, e.number, v.paper, v.id`,
    [agreementId, stage],
  );
  const names: Readonly<Record<string, { readonly ko: string } | undefined>> = PAPER_NAMES;
  return rows.map(({ paper, reference, ...file }) => ({ ...file, what: [names[paper]?.ko ?? paper, ...(reference === null ? [] : [reference])].join(' ') }));
}

function listReports(tx: Tx, agreementId: string, stage: number): Promise<BundleFile[]> {
  return tx.query(
    `select ${FILE}, x.what, null as "expenseNumber", x.on_day as "attachedOn" from (
       select document_id, case kind when 'SETTLEMENT' then '정산보고서' else '연차 사용실적보고서' end as what, received_on as on_day from grant_settlement_report where agreement_id = $1 and stage = $2
       union all
       select document_id, case kind when 'SETTLEMENT' then '정산 검증보고서 ' else '회계감사보고서 ' end || auditor, received_on from grant_verification where agreement_id = $1 and coalesce(stage, $2) = $2) x
      join document d on d.id = x.document_id order by x.on_day, x.what`,
    [agreementId, stage],
  );
}
