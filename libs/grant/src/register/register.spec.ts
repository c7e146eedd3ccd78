import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readWorkbook, type Sheet, type SheetVerdict } from '#libs/sheet';
import { officialAmount, sumWon } from '#libs/money';
import { LINE_NAMES, type BudgetLine } from '../line/line.js';
import { SHARE_VERSIONS } from '../share/share.policy.js';
import { RESOURCE_NAMES } from './reading/book.import.js';
import { settledFrom } from './register-figures.rules.js';
import type { GrantLimits } from './register-limits.rules.js';
import { planGrantRegister } from './register.import.js';
import { NO_GRANT_FACTS, type GrantPlan } from './register.js';

interface Expected {
  readonly sheets: Readonly<Record<string, { header_row: number; data_rows: number; accepted: number; rejected: { row: number; code: string; key: string }[]; warnings: { row: number | null; code: string; key: string }[]; skipped: unknown[] }>>;
  readonly figures: Readonly<Record<string, { readonly settlement: Readonly<Record<string, number | string>>; readonly notice_text: string; readonly expenses: number; readonly tranches_paid: number; readonly form7_table1: readonly Readonly<Record<string, string | number | null>>[] }>>;
}

const expected = JSON.parse(readFileSync('test/fixtures/prototype-grants.expected.json', 'utf8')) as Expected;
const limits: GrantLimits = {
  shares: SHARE_VERSIONS,
  settlement: { lowExecutionBasisPoints: 5_000, indirectReturnedBy: ['SME', 'MID_SIZE', 'MID_SIZE_LARGE_SALES', 'LARGE'], clause: '국가연구개발혁신법 시행령 제26조' },
  approvalLines: ['D9', 'I1', 'I2', 'I3'],
  usedEvidence: new Set(),
  lines: null,
  today: null,
};

let sheets: readonly Sheet[];
let plan: GrantPlan;

beforeAll(async () => {
  ({ sheets } = await readWorkbook(readFileSync('test/fixtures/prototype-grants.xlsx')));
  plan = planGrantRegister(sheets, NO_GRANT_FACTS, limits);
});

const sheetNamed = (name: string): SheetVerdict => {
  const found = plan.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no verdict on ${name}`);
  return found;
};

describe('the workbook of prototype grants', () => {
  it.each(Object.entries(expected.sheets))('%s: every row gets its verdict', (name, wanted) => {
    const { headerRow, dataRows, rows, skipped } = sheetNamed(name);
    const list = (outcome: 'REJECTED' | 'WARNED') =>
      rows.filter((row) => row.outcome === outcome).flatMap(({ row, key, remarks }) => (outcome === 'REJECTED' ? remarks.slice(0, 1) : remarks).map(({ code }) => ({ row, code, key })));
    expect({ headerRow, dataRows, skipped }).toEqual({ headerRow: wanted.header_row, dataRows: wanted.data_rows, skipped: wanted.skipped });
    expect(rows.filter((row) => row.row !== null && row.outcome !== 'REJECTED')).toHaveLength(wanted.accepted);
    expect(list('REJECTED')).toEqual(wanted.rejected.map(({ row, code, key }) => ({ row, code, key })));
    expect(list('WARNED')).toEqual(wanted.warnings.map(({ row, code, key }) => ({ row, code, key })));
  });

  it('says by how much a settlement was miscomputed', () => {
    const remark = sheetNamed('정산보고').rows.flatMap((row) => row.remarks)[0];
    expect(remark?.details).toEqual({ submittedWon: '11314596', recomputedWon: '11315000', differenceWon: '404' });
  });

  it.each(Object.entries(expected.figures))('%s: settlement and table 1 to the won', (number, wanted) => {
    const facts = plan.newFacts;
    const agreement = facts.agreements.find((each) => each.number === number);
    if (agreement === undefined) throw new Error(`no agreement ${number}`);
    const settled = settledFrom(facts, agreement, limits.settlement);
    const figures = {
      unused_cash: settled.unusedCashWon,
      disallowed_cash: settled.disallowedCashWon,
      A: settled.cashWon,
      C_cash: settled.returnedCashWon,
      C_inkind: settled.inKindShortageWon,
      indirect_proportional: settled.indirectProportionalWon,
      D: settled.interestWon,
      E: settled.returnedInterestWon,
      total_return: settled.totalWon,
      notice_amount: settled.noticeWon,
      notice_cut: settled.droppedWon,
    };
    const { B, ...amounts } = wanted.settlement;
    expect(Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, Number(value)]))).toEqual(amounts);
    expect(`${settled.governmentPart.numerator}/${settled.governmentPart.denominator}`).toBe(B);
    expect(officialAmount(settled.noticeWon)).toBe(wanted.notice_text);
    expect([facts.expenses.filter((each) => each.agreement === number).length, Number(sumWon(facts.tranches.filter((each) => each.agreement === number).map((each) => each.amountWon)))]).toEqual([wanted.expenses, wanted.tranches_paid]);
    const table = settled.rows.map((row) => ({
      code: row.line,
      name: LINE_NAMES[row.line as BudgetLine].ko,
      source: RESOURCE_NAMES[row.resource],
      carried: Number(row.carriedWon),
      plan: Number(row.plannedWon),
      change: Number(row.changeWon),
      interest_in: Number(row.interestInWon),
      subtotal: Number(row.subtotalWon),
      used: Number(row.usedWon),
      balance: Number(row.balanceWon),
      used_rate: row.usedPercent === null ? null : `${row.usedPercent}%`,
    }));
    expect(table).toEqual(wanted.form7_table1);
  });

  it('adds nothing the second time, and says of each row what it said before', () => {
    const again = planGrantRegister(sheets, plan.newFacts, limits);
    expect(Object.values(again.newFacts).every((list: readonly unknown[]) => list.length === 0)).toBe(true);
    expect(again.sheets.flatMap((sheet) => sheet.rows.filter((row) => row.outcome === 'ACCEPTED'))).toEqual([]);
  });

  it('takes no invoice that another instrument has used', () => {
    const used = plan.newFacts.expenses.find((each) => (each.evidence ?? '').length >= 24)?.evidence ?? '';
    const elsewhere = planGrantRegister(sheets, NO_GRANT_FACTS, { ...limits, usedEvidence: new Set([`TAX_INVOICE ${used.replaceAll('-', '')}`]) });
    const refused = elsewhere.sheets.flatMap((sheet) => sheet.rows).flatMap((row) => row.remarks).filter((remark) => remark.code === 'EVIDENCE_DUPLICATE');
    expect(refused.length).toBeGreaterThan(1);
  });
});
