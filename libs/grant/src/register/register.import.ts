import type { Bilingual } from '#libs/errors';
import { comparableWord, type BlankForm, type ColumnRules, type Sheet, type SheetRules, type SheetVerdict } from '#libs/sheet';
import { AGREEMENT_RULES, readAgreements } from './agreement/agreement.import.js';
import { BUDGET_RULES, readBudgets } from './agreement/budget.import.js';
import { TRANCHE_RULES, readTranches } from './agreement/tranche.import.js';
import { EXPENSE_RULES, readExpenses } from './execution/expense.import.js';
import { INTEREST_RULES, readInterests } from './execution/interest.import.js';
import { STATEMENT_RULES, readStatements } from './execution/stated-settlement.import.js';
import { openGrantBook, type GrantBook } from './reading/book.import.js';
import type { GrantLimits } from './register-limits.rules.js';
import type { GrantFacts, GrantPlan } from './register.js';

/** The sheets of a register of grants in the order in which they build on each other. */
const SHEETS: readonly (readonly [name: string, read: (name: string, sheet: Sheet, book: GrantBook) => SheetVerdict, rules: ColumnRules])[] = [
  ['협약', readAgreements, AGREEMENT_RULES],
  ['예산', readBudgets, BUDGET_RULES],
  ['지급', readTranches, TRANCHE_RULES],
  ['집행', readExpenses, EXPENSE_RULES],
  ['이자', readInterests, INTEREST_RULES],
  ['정산보고', readStatements, STATEMENT_RULES],
];

/** The names of the sheets, and the columns by which each is read. */
export const GRANT_SHEETS: readonly string[] = SHEETS.map(([name]) => name);
export const GRANT_SHEET_RULES: SheetRules = new Map(SHEETS.map(([name, , rules]) => [comparableWord(name), rules]));

/** The register as a form to be filled in. */
export const GRANT_FORM: BlankForm = { title: '과제대장', sheets: SHEETS.map(([name, , rules]) => ({ name, rules })) };

/**
 * Plans the import of a register of grants: a verdict on every row, and the facts that are new. Any subset of the sheets may
 * be there, in any order; what they refer to may be on record already. The first failing check of a row is its code; a refused
 * row changes nothing. Pure: nothing is stored, and the same input gives the same plan.
 */
export function planGrantRegister(sheets: readonly Sheet[], known: GrantFacts, limits: GrantLimits): GrantPlan {
  const book = openGrantBook(known, limits);
  const verdicts = SHEETS.flatMap(([name, read]) => {
    const sheet = sheets.find((each) => comparableWord(each.name) === comparableWord(name));
    return sheet === undefined ? [] : [read(name, sheet, book)];
  });
  const names = SHEETS.map(([name]) => comparableWord(name));
  const others = sheets.filter((sheet) => !names.includes(comparableWord(sheet.name))).map((sheet) => ignored(sheet.name));
  return { newFacts: book.added, sheets: verdicts, notes: verdicts.length === 0 ? [...others, nothingFound()] : others };
}

function ignored(name: string): Bilingual {
  return { ko: `'${name}' 시트는 과제 대장의 시트가 아니어서 읽지 않았습니다.`, en: `The sheet '${name}' is no part of a register of grants and was not read.` };
}

function nothingFound(): Bilingual {
  const names = SHEETS.map(([name]) => name).join(', ');
  return { ko: `과제 대장의 시트가 없습니다. 시트 이름: ${names}`, en: `There is no sheet of a register of grants. Their names: ${names}` };
}
