import { credit, debit, definePosting, journalEntry, type JournalEntry } from '#libs/journal';
import type { Won } from '#libs/money';
import { fundAccount, HEADROOM, HEADROOM_GRANTED } from '../fund/fund.charts.js';
import { fromHistory } from '../fund/fund.history.js';
import type { Dating } from '../fund/fund.posting.js';

export const RECOGNITION_ACCEPTED = definePosting({
  code: 'fund.recognition-accepted',
  by: ['classification.decide'],
  name: { ko: '주목적 인정', en: 'Recognition accepted' },
  when: { ko: '투자가 주목적으로 인정되어 비주목적 여력이 되돌아온 때.', en: 'A deal is recognised as main-purpose: it gives its headroom back.' },
  charts: [HEADROOM, HEADROOM_GRANTED],
  lines: [{ debit: 'fund.headroom-granted', credit: 'fund.headroom', amount: 'acquisition cost' }],
});

export const RECOGNITION_WITHDRAWN = definePosting({
  code: 'fund.recognition-withdrawn',
  by: ['classification.decide', 'evidence.invalidate'],
  name: { ko: '주목적 인정 취소', en: 'Recognition withdrawn' },
  when: { ko: '인정이 취소된 때. 사실의 기록이므로 여력이 음수가 되어도 거절하지 않는다.', en: 'Recognition is withdrawn. That is a fact, so it is recorded even where the obligation becomes unreachable by it.' },
  charts: [HEADROOM, HEADROOM_GRANTED],
  mayBreach: [HEADROOM],
  lines: [{ debit: 'fund.headroom', credit: 'fund.headroom-granted', amount: 'acquisition cost' }],
});

const ACCEPTED_IN_HISTORY = fromHistory(RECOGNITION_ACCEPTED);
const WITHDRAWN_IN_HISTORY = fromHistory(RECOGNITION_WITHDRAWN);
export const CLASSIFICATION_POSTINGS = [RECOGNITION_ACCEPTED, ACCEPTED_IN_HISTORY, RECOGNITION_WITHDRAWN, WITHDRAWN_IN_HISTORY];

interface Recognised {
  readonly investmentId: string;
  readonly number: string;
  readonly amountWon: Won;
}

export function recognitionAccepted(fundId: string, investment: Recognised, dating: Dating): JournalEntry {
  return journalEntry(dating.history ? ACCEPTED_IN_HISTORY : RECOGNITION_ACCEPTED, {
    ...dating,
    subject: { kind: 'investment', id: investment.investmentId },
    memo: `${investment.number} 주목적 인정`,
    lines: [debit(fundAccount(HEADROOM_GRANTED, fundId), investment.amountWon), credit(fundAccount(HEADROOM, fundId), investment.amountWon)],
  });
}

export function recognitionWithdrawn(fundId: string, investment: Recognised, dating: Dating): JournalEntry {
  return journalEntry(dating.history ? WITHDRAWN_IN_HISTORY : RECOGNITION_WITHDRAWN, {
    ...dating,
    subject: { kind: 'investment', id: investment.investmentId },
    memo: `${investment.number} 주목적 인정 취소`,
    lines: [debit(fundAccount(HEADROOM, fundId), investment.amountWon), credit(fundAccount(HEADROOM_GRANTED, fundId), investment.amountWon)],
  });
}
