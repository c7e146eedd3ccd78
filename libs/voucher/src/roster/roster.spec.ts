import { beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import type { RowRemark, RowVerdict, Sheet, SheetVerdict } from '#libs/sheet';
import { expectedRoster, limitsOf, recordedAfter, rosterSheets, type ExpectedSheet } from '../../../../test/fixtures/roster-workbooks.js';
import { rankApplications } from '#libs/selection';
import { ledgerOn, rosterFigures, voucherBalances } from './roster-figures.rules.js';
import { planRoster } from './roster.import.js';
import { NO_ROSTER_FACTS, type RosterPlan, type UseState } from './roster.js';

const WORKBOOKS = ['as-voucher-roster', 'kttn-vouchers'] as const;
type Name = (typeof WORKBOOKS)[number];

const expected = { 'as-voucher-roster': expectedRoster('as-voucher-roster'), 'kttn-vouchers': expectedRoster('kttn-vouchers') };
const limits = { 'as-voucher-roster': limitsOf(expected['as-voucher-roster']), 'kttn-vouchers': limitsOf(expected['kttn-vouchers']) };
const sheets = {} as Record<Name, readonly Sheet[]>;
const plans = {} as Record<Name, RosterPlan>;

/** A/S comes first; its invoices are known when KTTN is read. */
beforeAll(async () => {
  for (const name of WORKBOOKS) sheets[name] = await rosterSheets(name);
  plans['as-voucher-roster'] = planRoster(sheets['as-voucher-roster'], NO_ROSTER_FACTS, limits['as-voucher-roster']);
  const { invoices } = plans['as-voucher-roster'].newFacts;
  plans['kttn-vouchers'] = planRoster(sheets['kttn-vouchers'], { ...NO_ROSTER_FACTS, invoices }, limits['kttn-vouchers']);
});

/** The detail of expected.json, from the data of a remark. */
function detailOf({ code, column, value, details = {} }: RowRemark): string | null {
  const text = (key: string): string => JSON.stringify(details[key] ?? null).replaceAll('"', '');
  switch (code) {
    case 'REQUIRED_MISSING':
      return column;
    case 'TRANSFER_EXPIRED':
      return `window ended ${text('windowEndedOn')}`;
    case 'DUPLICATE_APPLICATION':
    case 'ISSUE_DUPLICATE':
    case 'COI_NOT_CLEARED':
      return text('application');
    case 'APPLICATION_NOT_ELIGIBLE':
      return text('code');
    case 'INSUFFICIENT_BALANCE':
      return `available ${text('availableWon')}, asked ${text('askedWon')}`;
    case 'INVOICE_DUPLICATE':
      return `AS 사용내역 row ${text('row')}`;
    case 'PROVIDER_NOT_REGISTERED':
      return text('provider');
    case 'REFERENCE_UNKNOWN':
      return text('reference');
    case 'USE_OUTSIDE_VALIDITY':
      return text('on');
    case 'BROKER_REQUIRED':
      return text('voucher');
    case 'BROKER_REPORT_MISSING':
      return text('use');
    case 'BROKER_FEE_OVER_CAP':
      return `${text('feeWon')} > ${text('capBasisPoints')} bps of ${text('supplyWon')}`;
    default:
      return value;
  }
}

/** What expected.json says about a warning besides row, code and key. */
function figuresOf(row: RowVerdict, { code, details = {} }: RowRemark, plan: RosterPlan): Record<string, unknown> {
  const number = (key: string): number => Number(details[key]);
  if (code === 'AMOUNT_OVER_CAP') return { asked: number('askedWon'), cap: number('capWon') };
  if (code === 'VAT_MISMATCH') return { expected: number('expectedWon'), typed: number('typedWon') };
  if (code === 'RESEARCHER_IS_OFFICER') return { held: details['held'] };
  if (code === 'UNIT_CONVERTED') return { amount: Number(plan.newFacts.applications.find((fact) => fact.number === row.key)?.requestedWon) };
  return {};
}

function reported(sheet: SheetVerdict | undefined, plan: RosterPlan): ExpectedSheet | undefined {
  if (sheet === undefined) return undefined;
  const rejected = sheet.rows.filter((row) => row.outcome === 'REJECTED');
  return {
    header_row: sheet.headerRow ?? 0,
    data_rows: sheet.dataRows,
    accepted: sheet.rows.length - rejected.length,
    rejected: rejected.map((row) => ({ row: row.row ?? 0, code: row.remarks[0]?.code ?? '', key: row.key ?? '', detail: row.remarks[0] === undefined ? '' : (detailOf(row.remarks[0]) ?? '') })),
    warnings: sheet.rows
      .filter((row) => row.outcome !== 'REJECTED')
      .flatMap((row) => row.remarks.map((remark) => ({ row: row.row ?? 0, code: remark.code, key: row.key ?? '', ...figuresOf(row, remark, plan) }))),
    skipped: sheet.skipped.map(({ row, why }) => ({ row, why })),
  };
}

const STATE_WORDS: Record<UseState, string> = { PAID: '지급완료', CLAIMED: '청구', IN_INSPECTION: '검수중', CANCELLED: '취소' };

describe.each(WORKBOOKS)('%s', (name) => {
  it.each(Object.keys(expected[name].sheets))('%s is reported as expected, row by row', (sheet) => {
    const verdict = plans[name].sheets.find((each) => each.name === sheet);
    expect(reported(verdict, plans[name])).toEqual(expected[name].sheets[sheet]);
  });

  it('tells every refusal in both languages, with a way to mend it', () => {
    const refusals = plans[name].sheets.flatMap((sheet) => sheet.rows.filter((row) => row.outcome === 'REJECTED').flatMap((row) => row.remarks));
    expect(refusals.length).toBeGreaterThan(0);
    for (const { code, text, fix } of refusals) {
      expect([code, text.ko, text.en]).not.toContain('');
      if (!['CRN_FORMAT', 'INVOICE_FORMAT'].includes(code)) expect([code, fix]).not.toContain(null);
    }
  });

  it('states the programme that it belongs to', () => {
    const { programme } = expected[name].figures;
    expect(plans[name].stated).toMatchObject({
      fiscalYear: programme.fy,
      budgetWon: BigInt(programme.budget),
      quota: programme.quota,
      capWon: BigInt(programme.cap),
      selfBurden: programme.self_bps,
      windowYears: programme.years ?? null,
      brokerFeeCap: programme.fee_bps ?? null,
    });
    expect(plans[name].sheets.find((sheet) => sheet.name === '사업개요')?.rows.flatMap((row) => row.remarks)).toEqual([]);
    expect(plans[name].notes).toEqual([]);
  });

  it('issues and pays as expected', () => {
    const { issued_count, issued_amount, distinct_companies, remaining_quota, remaining_budget, paid_claims } = expected[name].figures;
    expect(rosterFigures(plans[name].newFacts, limits[name])).toEqual({
      issuedCount: issued_count,
      issuedWon: BigInt(issued_amount),
      distinctCompanies: distinct_companies,
      remainingVouchers: remaining_quota,
      remainingCompanies: limits[name].companyQuota - distinct_companies,
      remainingBudgetWon: BigInt(remaining_budget),
      paid: {
        count: paid_claims.count,
        supplyWon: BigInt(paid_claims.supply),
        governmentWon: BigInt(paid_claims.gov),
        selfWon: BigInt(paid_claims.self),
        vatWon: BigInt(paid_claims.vat),
      },
    });
  });

  it.each(expected[name].figures.ledger)('the ledger as of $as_of', ({ as_of, ...wanted }) => {
    const { issuedCount, issuedWon, revokedWon, capturedWon, heldWon, expiredWon, availableWon } = ledgerOn(plans[name].newFacts, localDate(as_of));
    const numbers = [issuedCount, issuedWon, revokedWon, capturedWon, heldWon, expiredWon, availableWon].map(Number);
    expect(numbers).toEqual([wanted.issued_count, wanted.issued, wanted.revoked, wanted.captured, wanted.held, wanted.expired, wanted.available]);
  });

  it('every voucher at the end', () => {
    const { as_of, columns, rows } = expected[name].figures.vouchers_at_end;
    const issueRows = new Map(plans[name].sheets.find((sheet) => sheet.name === '발급대장')?.rows.map((row) => [row.key, row.row]));
    expect(columns).toEqual(['voucher', 'issue_row', 'issued', 'revoked', 'captured', 'held', 'expired', 'available']);
    const balances = voucherBalances(plans[name].newFacts, localDate(as_of)).map(({ voucher, issuedWon, revokedWon, capturedWon, heldWon, expiredWon, availableWon }) => [
      ...[voucher, issueRows.get(voucher)],
      ...[issuedWon, revokedWon, capturedWon, heldWon, expiredWon, availableWon].map(Number),
    ]);
    expect(balances).toEqual(rows);
  });

  it('every claim with its parts', () => {
    const { columns, rows } = expected[name].figures.claims;
    const useRows = new Map(plans[name].sheets.find((sheet) => sheet.name === '사용내역')?.rows.map((row) => [row.key, row.row]));
    expect(columns).toEqual(['use_no', 'row', 'voucher', 'supply', 'gov', 'self', 'vat', 'total_to_provider', 'state']);
    const claims = plans[name].newFacts.uses.map(({ number, voucher, supplyWon, governmentWon, selfWon, vatWon, state }) => [
      ...[number, useRows.get(number), voucher],
      ...[supplyWon, governmentWon, selfWon, vatWon, supplyWon + vatWon].map(Number),
      STATE_WORDS[state],
    ]);
    expect(claims).toEqual(rows);
  });

  it('brings nothing new a second time, and says the same', () => {
    const known = recordedAfter(plans[name], name === 'kttn-vouchers' ? { ...NO_ROSTER_FACTS, invoices: plans['as-voucher-roster'].newFacts.invoices } : NO_ROSTER_FACTS);
    const again = planRoster(sheets[name], known, limits[name]);
    expect(again.newFacts).toEqual(NO_ROSTER_FACTS);
    const rows = (plan: RosterPlan): RowVerdict[] => plan.sheets.filter((sheet) => sheet.name !== '사업개요').flatMap((sheet) => sheet.rows);
    expect(new Set(rows(again).map((row) => row.outcome))).toEqual(new Set(['UNCHANGED', 'REJECTED']));
    const said = (plan: RosterPlan): unknown => rows(plan).map((row) => [row.row, row.key, row.outcome === 'REJECTED', row.remarks]);
    expect(said(again)).toEqual(said(plans[name]));
  });

  it('may come sheet by sheet, what is on record being referred to', () => {
    const order = ['중개인명부', '공급기관', '신청명단', '발급대장', '사용내역'];
    let known = name === 'kttn-vouchers' ? { ...NO_ROSTER_FACTS, invoices: plans['as-voucher-roster'].newFacts.invoices } : NO_ROSTER_FACTS;
    const start = known;
    for (const sheet of order) known = recordedAfter(planRoster(sheets[name].filter((each) => each.name === sheet), known, limits[name]), known);
    expect(known).toEqual(recordedAfter(plans[name], start));
  });
});

describe('as-voucher-roster', () => {
  const { figures } = expected['as-voucher-roster'];

  it('ranks applications, issues by rank and holds back a conflict of interest', () => {
    const { applications, issues } = plans['as-voucher-roster'].newFacts;
    expect(rankApplications(applications).map((fact) => fact.number)).toEqual(figures.rank_order_of_clear_applications);
    expect(issues.map((fact) => fact.application)).toEqual(figures.issue_order);
    expect(applications.filter((fact) => fact.held).map((fact) => fact.number)).toEqual(figures.held_for_conflict_of_interest);
  });

  it.each([
    ['신청명단', 12, '5000000'],
    ['사용내역', 35, '125000'],
  ])('%s row %i suggests %s', (name, row, suggested) => {
    const verdict = plans['as-voucher-roster'].sheets.find((sheet) => sheet.name === name)?.rows.find((each) => each.row === row);
    expect(verdict?.remarks[0]?.suggested).toBe(suggested);
  });

  it('suggests the check digit that holds', () => {
    const remark = plans['as-voucher-roster'].sheets.find((sheet) => sheet.name === '신청명단')?.rows.find((each) => each.row === 13)?.remarks[0];
    expect(remark).toMatchObject({ code: 'BRN_CHECKSUM', value: '329-86-30882', suggested: expect.stringMatching(/^329-86-3088[013-9]$/) });
    expect(remark?.fix?.ko).toContain('마지막 숫자는');
  });

  it('refuses an invoice of A/S in KTTN, whatever its spelling', () => {
    const [taken] = plans['kttn-vouchers'].newFacts.invoices;
    const invoices = taken === undefined ? [] : [{ ...taken, use: 'USE-2021-0001' }];
    const plan = planRoster(sheets['kttn-vouchers'], { ...NO_ROSTER_FACTS, invoices }, limits['kttn-vouchers']);
    const refused = plan.sheets.find((sheet) => sheet.name === '사용내역')?.rows.find((row) => row.row === 4);
    expect(refused).toMatchObject({ outcome: 'REJECTED', remarks: [{ code: 'INVOICE_DUPLICATE', details: { use: 'USE-2021-0001', row: null } }] });
  });
});
