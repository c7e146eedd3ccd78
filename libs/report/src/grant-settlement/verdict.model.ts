import { both, dateText, wonText } from '../report/report-text.js';
import type { ReportVerdict } from '../report/report.js';
import { total } from '../table/rows.js';
import { outstandingWon, remittedWon } from './grant-settlement.rules.js';
import type { GrantSettlementFacts } from './grant-settlement.js';

/** What was paid and settled in one sentence, and in another whether anything is still open. */
export function verdictOf(facts: GrantSettlementFacts): ReportVerdict {
  const { agreements, settled, recoveries } = facts;
  const stages = new Set(facts.lines.map(({ agreementId, stage }) => `${agreementId} ${stage}`));
  const final = settled.filter(({ finalizedOn }) => finalizedOn !== null);
  const outstanding = total(recoveries, outstandingWon);
  const held = total(recoveries, ({ receivedWon }) => receivedWon) - total(recoveries, remittedWon);
  const [paid, returned] = [wonText(total(agreements, ({ paidWon }) => paidWon)), wonText(total(settled, ({ form }) => form.returns.totalWon))];
  const finding = both(
    `${dateText(facts.asOf)} 현재 협약 ${agreements.length}건에 정부지원금 ${paid}원을 지급하였고, ${stages.size}개 단계 가운데 ${settled.length}개의 정산을 결정하였습니다(확정 ${final.length}개). 반납액은 ${returned}원입니다.`,
    `On ${facts.asOf} ${paid} won were paid on ${agreements.length} agreements; ${settled.length} of ${stages.size} stages are settled (${final.length} finally), ${returned} won go back.`,
  );
  const stands = (code: ReportVerdict['code'], title: ReportVerdict['title'], ko: string, en: string): ReportVerdict => ({ code, title, text: both(`${finding.ko} ${ko}`, `${finding.en} ${en}`) });
  const settledIds = new Set(settled.map(({ agreementId }) => agreementId));
  const overdue = agreements.filter(({ id, periodTo }) => periodTo < facts.asOf && !settledIds.has(id));
  if (overdue.length > 0) {
    const numbers = overdue.map(({ number }) => number);
    return stands('UNSETTLED', both('정산 미완료', 'Not settled'), `수행기간이 끝났으나 정산하지 않은 협약이 ${numbers.length}건 있습니다: ${numbers.join(', ')}.`, `The period is over and nothing settled of ${numbers.join(', ')}.`);
  }
  if (stages.size > 0 && final.length === stages.size && outstanding === 0n && held === 0n) {
    return stands('SETTLED', both('정산 완료', 'Settled'), '모든 단계의 정산이 확정되고 반납금이 국고에 납입되었습니다.', 'Every stage is finally settled and what came back is with the Treasury.');
  }
  return stands('IN_PROGRESS', both('정산 진행 중', 'In progress'), `회수 미수금 ${wonText(outstanding)}원, 국고납입 전 보관액 ${wonText(held)}원이 있습니다.`, `${wonText(outstanding)} won are outstanding, ${wonText(held)} wait to be remitted.`);
}
