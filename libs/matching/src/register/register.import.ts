import type { Bilingual } from '#libs/errors';
import { comparableWord, type BlankForm, type ColumnRules, type Sheet, type SheetRules, type SheetVerdict } from '#libs/sheet';
import { MOVE_RULES, readMoves } from './money/move.import.js';
import { readReleases, RELEASE_RULES } from './money/release.import.js';
import { readSettlements, SETTLEMENT_RULES } from './money/settlement.import.js';
import { OVERVIEW_ITEMS, OVERVIEW_RULES, readProgramme } from './project/programme.import.js';
import { PROJECT_RULES, readProjects } from './project/project.import.js';
import { openMatchingBook, type MatchingBook } from './reading/book.import.js';
import type { MatchingLimits } from './register-limits.rules.js';
import type { MatchingFacts, MatchingPlan, StatedProgramme } from './register.js';

const OVERVIEW = '사업개요';

/** The sheets of a register of matching projects in the order in which they build on each other. */
const SHEETS: readonly (readonly [name: string, read: (name: string, sheet: Sheet, book: MatchingBook) => SheetVerdict, rules: ColumnRules])[] = [
  ['과제', readProjects, PROJECT_RULES],
  ['민간입금', readMoves, MOVE_RULES],
  ['정부지급', readReleases, RELEASE_RULES],
  ['집행잔액', readSettlements, SETTLEMENT_RULES],
];

/** The names of the sheets, and the columns by which each is read. */
export const MATCHING_SHEETS: readonly string[] = SHEETS.map(([name]) => name);
export const MATCHING_SHEET_RULES: SheetRules = new Map(SHEETS.map(([name, , rules]) => [comparableWord(name), rules]));

/** The register as a form to be filled in; a pool that is open already needs no overview, and takes it blank. */
export const MATCHING_FORM: BlankForm = {
  title: '매칭대장',
  sheets: [{ name: OVERVIEW, rules: OVERVIEW_RULES, items: OVERVIEW_ITEMS }, ...SHEETS.map(([name, , rules]) => ({ name, rules }))],
};

const named = (sheets: readonly Sheet[], name: string): Sheet | undefined => sheets.find((each) => comparableWord(each.name) === comparableWord(name));

/** What the overview of a workbook says of its programme; null without that sheet. */
export function statedProgramme(sheets: readonly Sheet[]): StatedProgramme | null {
  const sheet = named(sheets, OVERVIEW);
  return sheet === undefined ? null : readProgramme(OVERVIEW, sheet).stated;
}

/**
 * Plans the import of a register of matching projects: a verdict on every row, and the facts that are new. Any subset of
 * the sheets may be there, in any order. The first failing check of a row is its code; a refused row changes nothing. Pure:
 * nothing is stored, and the same input gives the same plan.
 */
export function planMatchingRegister(sheets: readonly Sheet[], known: MatchingFacts, limits: MatchingLimits): MatchingPlan {
  const book = openMatchingBook(known, limits);
  const verdicts = SHEETS.flatMap(([name, read]) => {
    const sheet = named(sheets, name);
    return sheet === undefined ? [] : [read(name, sheet, book)];
  });
  const names = [OVERVIEW, ...SHEETS.map(([name]) => name)].map(comparableWord);
  const ignored = sheets.filter((sheet) => !names.includes(comparableWord(sheet.name))).map((sheet) => notRead(sheet.name));
  return { newFacts: book.added, sheets: verdicts, notes: verdicts.length === 0 ? [...ignored, nothingFound()] : ignored };
}

function notRead(name: string): Bilingual {
  return { ko: `'${name}' 시트는 매칭 대장의 시트가 아니어서 읽지 않았습니다.`, en: `The sheet '${name}' is no part of a register of matching projects and was not read.` };
}

function nothingFound(): Bilingual {
  const names = SHEETS.map(([name]) => name).join(', ');
  return { ko: `매칭 대장의 시트가 없습니다. 시트 이름: ${names}`, en: `There is no sheet of a register of matching projects. Their names: ${names}` };
}
