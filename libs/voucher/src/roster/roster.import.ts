import type { Bilingual } from '#libs/errors';
import { parseTaxInvoiceNumber } from '#libs/identifier';
import { comparableWord, type BlankForm, type ColumnRules, type Sheet, type SheetVerdict, type SheetRules } from '#libs/sheet';
import { APPLICATION_RULES, readApplications } from './application/application.import.js';
import { APPLICATION_ISSUE_RULES, readApplicationIssues } from './issue/application-issue.import.js';
import { BROKER_ISSUE_RULES, readBrokerIssues } from './issue/broker-issue.import.js';
import { OVERVIEW_RULES, overviewItems, readProgramme } from './overview/programme.import.js';
import { BROKER_RULES, readBrokers } from './party/broker.import.js';
import { PROVIDER_RULES, readProviders } from './party/provider.import.js';
import { openRosterBook, type RosterBook } from './reading/book.import.js';
import { withSuggestions } from './reading/refusal.import.js';
import type { RosterLimits, StatedProgramme } from './roster-limits.rules.js';
import type { RosterFacts, RosterPlan } from './roster.js';
import { USE_RULES, readUses } from './use/use.import.js';

const OVERVIEW = '사업개요';

/** The names of the sheets of a roster, as whoever pastes one of them chooses it. */
export const ROSTER_SHEETS = [OVERVIEW, '중개인명부', '공급기관', '신청명단', '발급대장', '사용내역'] as const;

/** The columns of every sheet of a roster; `brokered`: of a programme with brokers. */
export function rosterRules(brokered: boolean): SheetRules {
  return new Map(Object.entries(columnsOf(brokered)).map(([name, columns]) => [comparableWord(name), columns]));
}

const columnsOf = (brokered: boolean): Readonly<Record<(typeof ROSTER_SHEETS)[number], ColumnRules>> => ({
  사업개요: OVERVIEW_RULES,
  중개인명부: BROKER_RULES,
  공급기관: PROVIDER_RULES,
  신청명단: APPLICATION_RULES,
  발급대장: brokered ? BROKER_ISSUE_RULES : APPLICATION_ISSUE_RULES,
  사용내역: USE_RULES,
});

/**
 * A roster as a form to be filled in. Vouchers come with brokers or with applications, never with both; `withOverview`: for a
 * year that the roster says itself.
 */
export function rosterForm(brokered: boolean, withOverview: boolean): BlankForm {
  const left = [brokered ? '신청명단' : '중개인명부', ...(withOverview ? [] : [OVERVIEW])];
  const sheets = Object.entries(columnsOf(brokered)).filter(([name]) => !left.includes(name));
  return {
    title: brokered ? 'KTTN바우처_명단' : 'AS바우처_명단',
    sheets: sheets.map(([name, rules]) => ({ name, rules, items: name === OVERVIEW ? overviewItems(brokered) : [] })),
  };
}

/** The sheets of a roster in the order in which they build on each other. */
const SHEETS: readonly (readonly [name: string, read: (name: string, sheet: Sheet, book: RosterBook) => SheetVerdict])[] = [
  ['중개인명부', readBrokers],
  ['공급기관', readProviders],
  ['신청명단', readApplications],
  ['발급대장', (name, sheet, book) => (book.limits.brokerFeeCap === null ? readApplicationIssues : readBrokerIssues)(name, sheet, book)],
  ['사용내역', readUses],
];

/** What the overview of a workbook says of its programme; null without that sheet. */
export function statedProgramme(sheets: readonly Sheet[]): StatedProgramme | null {
  const sheet = sheets.find(({ name }) => comparableWord(name) === comparableWord(OVERVIEW));
  return sheet === undefined ? null : readProgramme(OVERVIEW, sheet, null).stated;
}

/** Whether vouchers of the workbook come with brokers. */
export const namesBrokers = (sheets: readonly Sheet[]): boolean => sheets.some(({ name }) => comparableWord(name) === comparableWord('중개인명부'));

/** Every text of the sheet of uses that is a tax-invoice number: those are asked for wherever they may have been used. */
export function invoiceNumbersIn(sheets: readonly Sheet[]): string[] {
  const uses = sheets.filter(({ name }) => comparableWord(name) === comparableWord('사용내역'));
  const texts = uses.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)));
  return [...new Set(texts.flatMap((text) => {
    const parsed = parseTaxInvoiceNumber(text);
    return parsed.ok ? [parsed.value] : [];
  }))];
}

/**
 * Plans the import of a voucher roster: a verdict on every row of its sheets, and the facts that are new. Any subset of the
 * sheets may be there, in any order; what they refer to may be on record already. `known` are the facts of this programme
 * year, but its invoices are those of every instrument: no invoice is used twice anywhere. `limits` are the programme's.
 * The first failing check of a row is its code; a refused row uses up nothing. A row of which everything is on record is
 * UNCHANGED; one that contradicts the record is rejected (DIFFERS_FROM_RECORD). Pure: nothing is stored, and the same input
 * gives the same plan.
 */
export function planRoster(sheets: readonly Sheet[], known: RosterFacts, limits: RosterLimits): RosterPlan {
  const book = openRosterBook(known, limits);
  const used = new Set<Sheet>();
  const find = (name: string): Sheet | undefined => {
    const sheet = sheets.find((each) => comparableWord(each.name) === comparableWord(name));
    if (sheet !== undefined) used.add(sheet);
    return sheet;
  };
  const overview = find(OVERVIEW);
  const programme = overview === undefined ? null : readProgramme(OVERVIEW, overview, limits);
  const verdicts = SHEETS.flatMap(([name, read]) => {
    const sheet = find(name);
    return sheet === undefined ? [] : [withSuggestions(read(name, sheet, book))];
  });
  return {
    stated: programme?.stated ?? null,
    newFacts: book.added,
    sheets: programme === null ? verdicts : [programme.verdict, ...verdicts],
    notes: [...sheets.filter((sheet) => !used.has(sheet)).map((sheet) => ignored(sheet.name)), ...(verdicts.length === 0 ? [nothingFound()] : [])],
  };
}

function ignored(name: string): Bilingual {
  return { ko: `'${name}' 시트는 바우처 대장의 시트가 아니어서 읽지 않았습니다.`, en: `The sheet '${name}' is no part of a voucher roster and was not read.` };
}

function nothingFound(): Bilingual {
  const names = SHEETS.map(([name]) => name).join(', ');
  return { ko: `바우처 대장의 시트가 없습니다. 시트 이름: ${names}`, en: `There is no sheet of a voucher roster. Their names: ${names}` };
}
