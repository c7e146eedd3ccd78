import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { subtractWon } from '#libs/money';
import { isVerificationMissing } from '../../verification/verification.query.js';
import type { Worksheet } from '../worksheet/worksheet.query.js';
import type { StageReadiness } from './decision.rules.js';

/** How far a stage is ready to be settled on `today`. */
export async function readinessOf(tx: Tx, sheet: Worksheet, today: LocalDate): Promise<StageReadiness> {
  const { agreement, stage, books, wording, form } = sheet;
  const reported: { yes: boolean }[] = await tx.query(
    `select exists (select 1 from grant_settlement_report where agreement_id = $1 and stage = $2 and kind = 'SETTLEMENT') as yes`,
    [agreement.id, stage.stage],
  );
  const untied = form.lines.filter((line) => {
    const book = books.lines.get(line.lineId);
    return book === undefined || book.usedWon !== line.usedWon || book.leftWon !== subtractWon(line.subtotalWon, line.usedWon);
  });
  return {
    endsOn: stage.endsOn,
    over: stage.endsOn < today || agreement.state === 'TERMINATED',
    reported: reported[0]?.yes === true,
    unreviewed: sheet.unreviewed,
    payableWon: books.payableWon,
    untied: untied.map(({ line }) => line),
    verificationMissing: await isVerificationMissing(tx, sheet),
    clauses: { report: wording.report.clause, settle: wording.settle.clause, verification: wording.verification?.clause ?? '공고에서 정한 경우' },
  };
}
