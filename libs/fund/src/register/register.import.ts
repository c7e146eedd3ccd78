import type { Bilingual } from '#libs/errors';
import { comparableWord, type BlankForm, type ColumnRules, type Sheet, type SheetVerdict } from '#libs/sheet';
import { CALL_RULES, readCallPayments } from './capital/call.import.js';
import { PARTNER_RULES, readPartners } from './capital/partner.import.js';
import { EXPENSE_RULES, readExpenses } from './expense/expense.import.js';
import { FUND_FORM_RULES, readFunds } from './overview/fund.import.js';
import { FUND_ITEMS } from './overview/fund-items.import.js';
import { EXIT_RULES, readExits } from './portfolio/exit.import.js';
import { INVESTMENT_RULES, readInvestments } from './portfolio/investment.import.js';
import { readValuations, VALUATION_RULES } from './portfolio/valuation.import.js';
import { openBook, type Book } from './reading/book.import.js';
import { DEFAULT_REGISTER_LIMITS, type RegisterLimits } from './register-limits.rules.js';
import type { RegisterFacts, RegisterPlan } from './register.js';

const OVERVIEW = '조합개요';

/** The sheets of a fund register in the order in which they build on each other. */
const SHEETS: readonly (readonly [name: string, read: (name: string, sheet: Sheet, book: Book) => SheetVerdict, rules: ColumnRules])[] = [
  [OVERVIEW, readFunds, FUND_FORM_RULES],
  ['조합원명부', readPartners, PARTNER_RULES],
  ['출자납입', readCallPayments, CALL_RULES],
  ['투자현황', readInvestments, INVESTMENT_RULES],
  ['회수·분배', readExits, EXIT_RULES],
  ['평가', readValuations, VALUATION_RULES],
  ['관리보수', readExpenses, EXPENSE_RULES],
];

/** The register as a form to be filled in. */
export const FUND_REGISTER_FORM: BlankForm = {
  title: '조합대장',
  sheets: SHEETS.map(([name, , rules]) => ({ name, rules, items: name === OVERVIEW ? FUND_ITEMS.map(({ names }) => names[0]) : [] })),
};

/** Names of sheets as compared: NFC or NFD, without spaces, any middle dot or slash. */
const sheetKey = (name: string): string => comparableWord(name).replace(/\//gu, '');

/**
 * Plans the import of a fund register: a verdict on every row of its seven sheets, and the facts that are new. Any subset
 * of the sheets may be there, in any order; what they refer to may be on record already (`known`). Checks, their order and
 * their codes are those of docs/register-format.md §1–§3. A row of which everything is on record is UNCHANGED; one that
 * contradicts the record is rejected (DIFFERS_FROM_RECORD). `limits` replace the defaults one by one. Pure: nothing is stored, and the same input gives the same plan.
 */
export function planRegister(sheets: readonly Sheet[], known: RegisterFacts, limits: Partial<RegisterLimits> = {}): RegisterPlan {
  const book = openBook(known, { ...DEFAULT_REGISTER_LIMITS, ...limits });
  const used = new Set<Sheet>();
  const verdicts = SHEETS.flatMap(([name, read]) => {
    const sheet = sheets.find((each) => sheetKey(each.name) === sheetKey(name));
    if (sheet === undefined) return [];
    used.add(sheet);
    return [read(name, sheet, book)];
  });
  const notes = sheets.filter((sheet) => !used.has(sheet)).map((sheet) => ignored(sheet.name));
  return { newFacts: book.added, sheets: verdicts, notes: verdicts.length === 0 ? [...notes, nothingFound()] : notes };
}

function ignored(name: string): Bilingual {
  return { ko: `'${name}' 시트는 조합 대장의 시트가 아니어서 읽지 않았습니다.`, en: `The sheet '${name}' is no part of a fund register and was not read.` };
}

function nothingFound(): Bilingual {
  const names = SHEETS.map(([name]) => name).join(', ');
  return { ko: `조합 대장의 시트가 없습니다. 시트 이름: ${names}`, en: `There is no sheet of a fund register. Their names: ${names}` };
}
