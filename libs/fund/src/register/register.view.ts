import type { CommandContext } from '#libs/command';
import type { Bilingual } from '#libs/errors';
import type { RowVerdict, SheetVerdict } from '#libs/sheet';
import type { ImportResultDto, SheetResultDto } from './register.dto.js';
import type { RegisterPlan } from './register.js';
import type { ImportRegister } from './register.service.js';

/** The result of an import as it is kept and shown; instants are text, so that a stored one reads like a fresh one. */
export type ImportSummary = Omit<ImportResultDto, 'importedAt' | 'id' | 'dryRun'> & { readonly id: string; readonly importedAt: string };

export function summarise(id: string, input: ImportRegister, context: CommandContext, plan: RegisterPlan, breachCount: number): ImportSummary {
  const sheets = plan.sheets.map(sheetResult);
  const sum = (pick: (sheet: SheetResultDto) => number): number => sheets.reduce((total, sheet) => total + pick(sheet), 0);
  const breaches: Bilingual[] =
    breachCount === 0
      ? []
      : [{ ko: `납입 당시 주목적 투자여력을 넘은 투자 ${breachCount}건을 있는 그대로 기록했습니다. 보고서의 예외 목록에 표시됩니다.`, en: `${breachCount} deals had broken the headroom when they were paid. They are recorded as they happened and listed as exceptions.` }];
  return {
    id,
    ...input,
    importedAt: context.now.toISOString(),
    importedBy: context.actor.name,
    accepted: sum((sheet) => sheet.accepted),
    unchanged: sum((sheet) => sheet.unchanged),
    rejected: sum((sheet) => sheet.rejected),
    warnings: sum((sheet) => sheet.warnings),
    sheets,
    notes: [...plan.notes, ...breaches].map((note) => ({ ...note })),
  };
}

export function viewImport(summary: ImportSummary, dryRun: boolean): ImportResultDto {
  return { ...summary, id: dryRun ? null : summary.id, dryRun, importedAt: new Date(summary.importedAt) };
}

/** UNCHANGED rows were accepted before and count as accepted; a sheet-wide remark is a warning without a row. */
export function sheetResult(sheet: SheetVerdict): SheetResultDto {
  const rows = sheet.rows.filter((row) => row.row !== null);
  const rejected = rows.filter((row) => row.outcome === 'REJECTED').length;
  const remarked = sheet.rows.filter((row) => row.remarks.length > 0);
  return {
    name: sheet.name,
    headerRow: sheet.headerRow,
    dataRows: sheet.dataRows,
    accepted: rows.length - rejected,
    unchanged: rows.filter((row) => row.outcome === 'UNCHANGED').length,
    rejected,
    warnings: remarked.filter((row) => row.outcome !== 'REJECTED').reduce((total, row) => total + row.remarks.length, 0),
    rows: remarked.map(shownRow),
    skipped: sheet.skipped.map((skipped) => ({ ...skipped })),
  };
}

function shownRow(row: RowVerdict): SheetResultDto['rows'][number] {
  return {
    row: row.row,
    verdict: row.outcome,
    key: row.key,
    remarks: row.remarks.map((remark) => ({ ...remark, text: { ...remark.text }, fix: remark.fix === null ? null : { ...remark.fix } })),
  };
}
