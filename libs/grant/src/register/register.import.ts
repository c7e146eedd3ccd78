import type { Bilingual } from '#libs/errors';
import { comparableWord, type Sheet, type SheetVerdict } from '#libs/sheet';
import { readAgreements } from './agreement/agreement.import.js';
import { readBudgets } from './agreement/budget.import.js';
import { readTranches } from './agreement/tranche.import.js';
import { readExpenses } from './execution/expense.import.js';
import { readInterests } from './execution/interest.import.js';
import { readStatements } from './execution/stated-settlement.import.js';
import { openGrantBook, type GrantBook } from './reading/book.import.js';
import type { GrantLimits } from './register-limits.rules.js';
import type { GrantFacts, GrantPlan } from './register.js';

/** The sheets of a register of grants in the order in which they build on each other. */
const SHEETS: readonly (readonly [name: string, read: (name: string, sheet: Sheet, book: GrantBook) => SheetVerdict])[] = [
  ['협약', readAgreements],
  ['예산', readBudgets],
  ['지급', readTranches],
  ['집행', readExpenses],
  ['이자', readInterests],
  ['정산보고', readStatements],
];

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
