import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { basisPoints, won } from '#libs/money';
import { readWorkbook, type Sheet, type SheetVerdict } from '#libs/sheet';
import { commitInTurn, matchClawback, releasePosition } from '../match/match.rules.js';
import type { MatchingLimits } from './register-limits.rules.js';
import { planMatchingRegister, statedProgramme } from './register.import.js';
import { NO_MATCHING_FACTS, type MatchingPlan } from './register.js';

interface Expected {
  readonly sheets: Readonly<Record<string, { header_row: number; data_rows: number; accepted: number; rejected: { row: number; code: string; key: string }[]; warnings: { row: number; code: string; key: string }[]; skipped: unknown[] }>>;
  readonly figures: {
    readonly programme: Readonly<Record<'budget' | 'cap' | 'match_bps' | 'max_gov_bps', number>>;
    readonly projects: Readonly<Record<string, { gov_commit: number; budget_left_before: number; at: Readonly<Record<string, number | string>>[]; clawback: number; clawback_over_released: number; clawback_notice: number }>>;
  };
}

const expected = JSON.parse(readFileSync('test/fixtures/matching-projects.expected.json', 'utf8')) as Expected;
const since = localDate('2005-01-01');
const { programme } = expected.figures;
const limits: MatchingLimits = {
  terms: { match: basisPoints(programme.match_bps), governmentAtMost: basisPoints(programme.max_gov_bps), capPerProjectWon: won(BigInt(programme.cap)), clause: '사업공고' },
  budgetWon: BigInt(programme.budget),
  zones: ['대덕', '광주', '창원', '울산 울주'].map((name) => ({ name, from: since, to: null })),
  roundTripDays: 30,
  today: null,
};

let sheets: readonly Sheet[];
let plan: MatchingPlan;

beforeAll(async () => {
  ({ sheets } = await readWorkbook(readFileSync('test/fixtures/matching-projects.xlsx')));
  plan = planMatchingRegister(sheets, NO_MATCHING_FACTS, limits);
});

const sheetNamed = (name: string): SheetVerdict => {
  const found = plan.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no verdict on ${name}`);
  return found;
};

describe('the workbook of matching projects', () => {
  it.each(Object.entries(expected.sheets))('%s: every row gets its verdict', (name, wanted) => {
    const { headerRow, dataRows, rows, skipped } = sheetNamed(name);
    const list = (outcome: 'REJECTED' | 'WARNED') => rows.filter((row) => row.outcome === outcome).flatMap(({ row, key, remarks }) => remarks.map(({ code }) => ({ row, code, key })));
    expect({ headerRow, dataRows, skipped }).toEqual({ headerRow: wanted.header_row, dataRows: wanted.data_rows, skipped: wanted.skipped });
    expect(rows.filter((row) => row.outcome !== 'REJECTED')).toHaveLength(wanted.accepted);
    expect(list('REJECTED')).toEqual(wanted.rejected.map(({ row, code, key }) => ({ row, code, key })));
    expect(list('WARNED')).toEqual(wanted.warnings.map(({ row, code, key }) => ({ row, code, key })));
  });

  it('reads what the overview says of its programme', () => {
    expect(statedProgramme(sheets)).toEqual({ budgetWon: 900_000_000n, capPerProjectWon: 300_000_000n, match: 10_000, governmentAtMost: 5_000 });
  });

  it.each(Object.entries(expected.figures.projects))('%s: commitment, releases and clawback to the won', (number, wanted) => {
    const { projects, moves, releases, settlements } = plan.newFacts;
    const queue = commitInTurn(won(limits.budgetWon), projects.map((each) => ({ number: each.number, agreedOn: each.agreedOn, privateWon: each.privateWon, terms: each.match === null ? limits.terms : { ...limits.terms, match: each.match } })));
    const commitment = queue.find((each) => each.number === number);
    const project = projects.find((each) => each.number === number);
    if (commitment === undefined || project === undefined) throw new Error(`no project ${number}`);
    expect([commitment.governmentWon, commitment.budgetLeftBeforeWon]).toEqual([BigInt(wanted.gov_commit), BigInt(wanted.budget_left_before)]);
    const money = { governmentWon: commitment.governmentWon, privateWon: project.privateWon };
    const paid = releases.filter((each) => each.project === number).map((each) => ({ on: each.paidOn, amountWon: each.amountWon }));
    const positions = wanted.at.map((at) => releasePosition(money, moves.filter((each) => each.project === number), paid, localDate(String(at['as_of']))));
    expect(positions.map((each, index) => ({ as_of: wanted.at[index]?.['as_of'], counted_private_effective: Number(each.countedWon), uncounted_private: Number(each.uncountedWon), releasable: Number(each.releasableWon), released: Number(each.releasedWon), remaining_releasable: Number(each.remainingWon), over_released: Number(each.overReleasedWon) }))).toEqual(wanted.at);
    const settlement = settlements.find((each) => each.project === number) ?? null;
    const clawback = matchClawback(money, positions.at(-1)?.overReleasedWon ?? won(0n), settlement);
    expect([clawback.totalWon, clawback.overReleasedWon, clawback.noticeWon]).toEqual([wanted.clawback, wanted.clawback_over_released, wanted.clawback_notice].map(BigInt));
  });

  it('adds nothing the second time', () => {
    const again = planMatchingRegister(sheets, plan.newFacts, limits);
    expect(Object.values(again.newFacts).every((list: readonly unknown[]) => list.length === 0)).toBe(true);
  });
});
