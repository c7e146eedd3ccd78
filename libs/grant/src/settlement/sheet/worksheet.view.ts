import { shownVerdict } from '#libs/http';
import { sumWon } from '#libs/money';
import type { SettlementForm } from '../form.js';
import type { ReportRow } from '../report/report.query.js';
import type { WorksheetPage } from '../worksheet/worksheet-page.query.js';
import { viewForm, viewVersion } from './form.view.js';
import type { ComparedFigureDto, SettlementWorksheetDto } from './worksheet.dto.js';

export function viewWorksheet({ sheet, stages, origins, verdicts, reports, decided }: WorksheetPage): SettlementWorksheetDto {
  const { call, agreement, stage, form, digest, books } = sheet;
  return {
    ...{ callId: call.id, agreementId: agreement.id, digest, stages: stages.map((each) => ({ ...each })), form: viewForm(form) },
    books: { governmentPaidWon: `${books.governmentPaidWon}`, ownPaidWon: `${books.ownPaidWon}`, payableWon: `${books.payableWon}`, cashWon: `${books.cashWon}` },
    origins: { plan: origins.plan.map((row) => ({ ...row })), expenses: origins.expenses.map((row) => ({ ...row, entryIds: [...row.entryIds] })), interest: origins.interest.map((row) => ({ ...row })) },
    verdicts: verdicts.map(shownVerdict),
    reports: reports.map(({ documentId: _document, ...row }) => row),
    compared: compared(form, reports.find(({ kind, stage: of }) => kind === 'SETTLEMENT' && of === stage.stage)),
    decided: decided.filter((row) => row.stage === stage.stage).map(viewVersion),
  };
}

/** What the institution stated beside what the books give, where it stated anything. */
function compared({ lines, returns }: SettlementForm, stated: ReportRow | undefined): ComparedFigureDto[] {
  if (stated === undefined) return [];
  const figures: readonly (readonly [ComparedFigureDto['figure'], string | null, bigint])[] = [
    ['used', stated.usedWon, sumWon(lines.map(({ usedWon }) => usedWon))],
    ['unused', stated.unusedWon, returns.unusedWon],
    ['disallowed', stated.disallowedWon, returns.disallowedWon],
    ['inKindShortage', stated.inKindShortageWon, returns.inKindShortageWon],
    ['interest', stated.interestWon, returns.interestWon],
    ['total', stated.totalWon, returns.totalWon],
  ];
  return figures.flatMap(([figure, statedWon, computed]) => (statedWon === null ? [] : [{ figure, statedWon, computedWon: `${computed}`, differenceWon: `${computed - BigInt(statedWon)}` }]));
}
