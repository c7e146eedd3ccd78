import type { LocalDate } from '#libs/calendar';
import { credit, debit, definePosting, journalEntry, type JournalEntry } from '#libs/journal';
import type { Won } from '#libs/money';
import { grantAccount, PROJECT_CASH, PROJECT_OTHER, PROJECT_OWN } from '../call/call.charts.js';
import type { CashSource } from './own-share.js';

const CHARTS = [PROJECT_CASH, PROJECT_OWN, PROJECT_OTHER];

export const OWN_SHARE_RECEIVED = definePosting({
  code: 'grant.own-share-received',
  by: ['grant-own-share.receive', 'grant-register.import', 'matching-register.import', 'matching-deposit.prove', 'bank-match.confirm'],
  name: { ko: '기관부담 현금 납입', en: 'Own cash paid in' },
  when: { ko: '기관·지방자치단체 등이 부담하기로 한 현금이 과제계좌에 들어온 때.', en: 'Cash that the institution or others promised came in on the account of the project.' },
  charts: CHARTS,
  lines: [{ debit: 'grant.project-cash', credit: 'grant.project-own or grant.project-other', amount: 'cash that came in' }],
});
export const OWN_SHARE_REVERSED = definePosting({
  code: 'grant.own-share-reversed',
  by: ['grant-own-share.reverse', 'matching-deposit.reverse', 'bank-match.undo', 'bank-statement.import'],
  name: { ko: '기관부담 현금 납입 취소', en: 'Own cash reversed' },
  when: { ko: '잘못 기록한 입금을 취소한 때. 처음의 분개를 그대로 되돌린다.', en: 'A receipt that was recorded wrongly is undone by the mirrored entry.' },
  charts: CHARTS,
  lines: [{ debit: 'grant.project-own or grant.project-other', credit: 'grant.project-cash', amount: 'the same' }],
});
export const OWN_SHARE_RETURNED = definePosting({
  code: 'grant.own-share-returned',
  by: ['matching-withdrawal.record', 'matching-register.import'],
  name: { ko: '기관부담 현금 반환', en: 'Own cash returned' },
  when: { ko: '과제계좌에 들어왔던 기관부담 현금의 일부나 전부가 다시 나간 때.', en: 'Own cash that had come in left the account of the project again.' },
  charts: CHARTS,
  lines: [{ debit: 'grant.project-own', credit: 'grant.project-cash', amount: 'cash that left' }],
});
export const OWN_SHARE_RETURN_REVERSED = definePosting({
  code: 'grant.own-share-return-reversed',
  by: ['matching-withdrawal.reverse'],
  name: { ko: '기관부담 현금 반환 취소', en: 'Return of own cash reversed' },
  when: { ko: '나가지 않은 돈을 나간 것으로 잘못 기록하여 취소한 때. 처음의 분개를 그대로 되돌린다.', en: 'Cash that was recorded as gone had not left: the mirrored entry undoes it.' },
  charts: CHARTS,
  lines: [{ debit: 'grant.project-cash', credit: 'grant.project-own', amount: 'the same' }],
});
export const OWN_SHARE_POSTINGS = [OWN_SHARE_RECEIVED, OWN_SHARE_REVERSED, OWN_SHARE_RETURNED, OWN_SHARE_RETURN_REVERSED];

export interface OwnShareMoney {
  readonly callId: string;
  readonly agreementId: string;
  readonly ownShareId: string;
  readonly source: CashSource;
  /** Won. */
  readonly amountWon: Won;
  readonly effectiveOn: LocalDate;
  readonly memo: string;
}

export function ownShareReceived({ callId, agreementId, ownShareId, source, amountWon, effectiveOn, memo }: OwnShareMoney): JournalEntry {
  const from = source === 'OWN' ? PROJECT_OWN : PROJECT_OTHER;
  return journalEntry(OWN_SHARE_RECEIVED, {
    ...{ effectiveOn, memo, subject: { kind: 'grant-own-share', id: ownShareId } },
    lines: [debit(grantAccount(PROJECT_CASH, callId, agreementId), amountWon), credit(grantAccount(from, callId, agreementId), amountWon)],
  });
}

export function ownShareReturned({ callId, agreementId, amountWon, effectiveOn, memo }: Omit<OwnShareMoney, 'ownShareId' | 'source'>): JournalEntry {
  return journalEntry(OWN_SHARE_RETURNED, {
    ...{ effectiveOn, memo, subject: { kind: 'grant', id: agreementId } },
    lines: [debit(grantAccount(PROJECT_OWN, callId, agreementId), amountWon), credit(grantAccount(PROJECT_CASH, callId, agreementId), amountWon)],
  });
}
