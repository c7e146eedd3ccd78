import type { CommandContext, CommandOutcome } from '#libs/command';
import { shownSheet, type SheetVerdictDto } from '#libs/document';
import type { Bilingual } from '#libs/errors';
import type { JournalEntry } from '#libs/journal';
import { postedTotals } from '#libs/ledger';
import { sumWon } from '#libs/money';
import { numberKey } from '#libs/sheet';
import type { IssueLimits } from '../issue/issue.js';
import { limitsText } from '../issue/issue.view.js';
import type { RosterYear } from './recording/roster-year.js';
import type { RosterResultDto } from './roster.dto.js';
import type { RosterFacts, RosterPlan } from './roster.js';
import type { ImportRoster } from './roster.service.js';

/** The result of an import as it is kept and shown; instants and amounts are text, so that a stored one reads like a fresh one. */
export type RosterSummary = Omit<RosterResultDto, 'importedAt' | 'id' | 'dryRun'> & { readonly id: string; readonly importedAt: string };

interface Outcome extends RosterYear {
  readonly plan: RosterPlan;
  readonly known: RosterFacts;
  readonly change: { readonly before: IssueLimits; readonly after: IssueLimits; readonly entries: readonly JournalEntry[] };
  /** Providers that nothing can be paid to yet. */
  readonly unpaid: readonly string[];
  /** Ids of vouchers by number. */
  readonly issued: ReadonlyMap<string, string>;
}

export function summarise(id: string, input: ImportRoster, context: CommandContext, outcome: Outcome): RosterSummary {
  const { plan, year, opened, change, unpaid, issued } = outcome;
  const sheets = plan.sheets.map(shownSheet);
  const sum = (pick: (sheet: SheetVerdictDto) => number): number => sheets.reduce((total, sheet) => total + pick(sheet), 0);
  const { fileName, sha256, sizeBytes } = input;
  const { providers, brokers, applications, issues, uses } = plan.newFacts;
  return {
    ...{ id, fileName, sha256, sizeBytes, importedAt: context.now.toISOString(), importedBy: context.actor.name },
    ...{ yearId: year.id, yearName: year.name, opened },
    ...{ accepted: sum((sheet) => sheet.accepted), unchanged: sum((sheet) => sheet.unchanged), rejected: sum((sheet) => sheet.rejected), warnings: sum((sheet) => sheet.warnings) },
    fresh: { providers: providers.length, brokers: brokers.length, applications: applications.length, issues: issues.length, uses: uses.length },
    issuedWon: sumWon(issues.map(({ amountWon }) => amountWon)).toString(),
    issues: issues.map(({ voucher, company, amountWon, issuedOn, validTo }) => ({ voucherId: issued.get(numberKey(voucher)) ?? '', number: voucher, company: company ?? '', amountWon: amountWon.toString(), issuedOn, validTo })),
    ...{ before: limitsText(change.before), after: limitsText(change.after), postings: postedTotals(change.entries) },
    sheets,
    notes: [...plan.notes, ...(unpaid.length > 0 ? [accountsMissing(unpaid)] : [])].map((note) => ({ ...note })),
  };
}

/** Account numbers of a workbook are not taken over: see docs/decisions/2026-11-22-voucher-rosters.md. */
function accountsMissing(names: readonly string[]): Bilingual {
  const list = names.join(', ');
  return {
    ko: `지급계좌가 등록되지 않은 공급기관 ${names.length}곳: ${list}. 파일의 계좌번호는 저장하지 않으니 '계좌' 화면에서 등록해 주세요.`,
    en: `${names.length} provider(s) have no registered bank account: ${list}. Account numbers of a file are not stored; register them under bank accounts.`,
  };
}

export function viewRoster({ result, dryRun }: CommandOutcome<RosterSummary>): RosterResultDto {
  return { ...result, id: dryRun ? null : result.id, dryRun, importedAt: new Date(result.importedAt) };
}

/** Columns that name people, and so whom a remark with a cell of it is about. */
const PERSONAL_COLUMNS: ReadonlySet<string | null> = new Set(['대표자', '임원명단', '연구자', '국가연구자번호', '성명', '예금주', '계좌번호']);

/** The rows whose remarks show somebody's data, for the log of access. */
export function peopleIn({ sheets }: RosterResultDto): readonly string[] {
  return sheets.flatMap(({ name, rows }) => rows.filter(({ remarks }) => remarks.some(({ column }) => PERSONAL_COLUMNS.has(column))).map(({ key }) => `${name} ${key ?? ''}`.trim()));
}
