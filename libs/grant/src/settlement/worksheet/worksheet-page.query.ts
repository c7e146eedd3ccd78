import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { stagesOf } from '../../agreement/agreement.query.js';
import type { Stage } from '../../agreement/agreement.js';
import { stageIsReady } from '../decision/decision.rules.js';
import { readinessOf } from '../decision/readiness.query.js';
import { listReports, type ReportRow } from '../report/report.query.js';
import { listSettlementsOf, type SettlementRow } from '../settlement.query.js';
import { readOrigins, type Origins } from './execution.query.js';
import { readWorksheet, type Worksheet } from './worksheet.query.js';

export interface WorksheetPage {
  readonly sheet: Worksheet;
  readonly stages: readonly Stage[];
  readonly origins: Origins;
  readonly verdicts: readonly Verdict[];
  readonly reports: readonly ReportRow[];
  readonly decided: readonly SettlementRow[];
}

/** All that the screen of a settlement shows: the form, its origins, what is missing, what the institution stated, what was decided. */
export async function readPage(tx: Tx, agreementId: string, stage: number, today: LocalDate): Promise<WorksheetPage> {
  const sheet = await readWorksheet(tx, agreementId, stage);
  return {
    sheet,
    stages: await stagesOf(tx, agreementId),
    origins: await readOrigins(tx, sheet.agreement, stage),
    verdicts: stageIsReady(await readinessOf(tx, sheet, today)),
    reports: await listReports(tx, agreementId),
    decided: await listSettlementsOf(tx, agreementId),
  };
}
