import { localDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import { cleanText } from '#libs/identifier';
import { won } from '#libs/money';
import type { PlannedTrancheInput, TrancheConditionInput } from './tranche.dto.js';
import type { PlannedTranche, TrancheCondition } from './tranche.js';

/** The typed plan; a condition without what its kind asks for is refused at its field. */
export const toPlanned = (tranches: readonly PlannedTrancheInput[]): PlannedTranche[] =>
  tranches.map(({ fiscalYear, label, amountWon, plannedOn, conditions = [] }, index) => ({
    ...{ fiscalYear, label: cleanText(label), amountWon: won(amountWon), plannedOn: localDate(plannedOn) },
    conditions: conditions.map((each, at) => toCondition(each, `/tranches/${index}/conditions/${at}`)),
  }));

function toCondition({ kind, amountWon, basisPoints, label }: TrancheConditionInput, pointer: string): TrancheCondition {
  if (kind === 'OWN_CASH') {
    if (amountWon === undefined) throw invalidField(`${pointer}/amountWon`, 'grant-tranche.condition-amount', { ko: '납입되어야 할 금액을 적어 주세요.', en: 'Give the amount that has to be paid in.' });
    return { kind, amountWon: won(amountWon) };
  }
  if (kind === 'PREVIOUS_SPENT') {
    if (basisPoints === undefined || basisPoints === 0) throw invalidField(`${pointer}/basisPoints`, 'grant-tranche.condition-ratio', { ko: '집행되어야 할 비율을 적어 주세요(5000은 50%).', en: 'Give the ratio that has to be spent (5000 is 50 %).' });
    return { kind, basisPoints };
  }
  if (label === undefined) throw invalidField(`${pointer}/label`, 'grant-tranche.condition-label', { ko: '어떤 마일스톤·보고서인지 적어 주세요.', en: 'Say which milestone or report.' });
  return { kind: kind === 'REPORT' ? 'REPORT' : 'MILESTONE', label: cleanText(label) };
}
