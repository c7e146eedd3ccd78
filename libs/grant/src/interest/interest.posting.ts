import type { LocalDate } from '#libs/calendar';
import { credit, debit, definePosting, journalEntry, type JournalEntry } from '#libs/journal';
import type { Won } from '#libs/money';
import { grantAccount, PROJECT_CASH, PROJECT_INTEREST, PROJECT_RETURNED, PROJECT_SPENT } from '../call/call.charts.js';
import { PURPOSE_NAMES, type InterestPurpose } from './interest.js';

export const INTEREST_EARNED = definePosting({
  code: 'grant.interest-earned',
  by: ['grant-interest.record', 'grant-register.import'],
  name: { ko: '과제계좌 이자 발생', en: 'Interest of a project' },
  when: { ko: '과제 전용계좌에 이자가 발생한 것을 기록한 때.', en: 'The account of a project has earned interest.' },
  charts: [PROJECT_CASH, PROJECT_INTEREST],
  lines: [{ debit: 'grant.project-cash/agreement', credit: 'grant.project-interest/agreement', amount: 'interest earned' }],
});
export const INTEREST_USED = definePosting({
  code: 'grant.interest-used',
  by: ['grant-interest.record', 'grant-interest.use', 'grant-register.import'],
  name: { ko: '이자 사용·반납', en: 'Interest used or returned' },
  when: { ko: '승인받은 용도로 이자를 쓰거나 국고에 반납한 때. 과제에 산입한 이자는 비목의 집행으로 나가므로 여기서 움직이지 않는다.', en: 'Interest leaves the account for an approved use or to the Treasury. What is taken into the project leaves as an expense of a line instead.' },
  charts: [PROJECT_CASH, PROJECT_SPENT, PROJECT_RETURNED],
  lines: [{ debit: 'grant.project-spent or grant.project-returned', credit: 'grant.project-cash/agreement', amount: 'interest used or returned' }],
});
export const INTEREST_VOIDED = definePosting({
  code: 'grant.interest-voided',
  by: ['grant-interest.void'],
  name: { ko: '이자 기록 취소', en: 'Interest voided' },
  when: { ko: '잘못 기록한 이자를 그 사용과 함께 취소한 때.', en: 'Interest that was recorded wrongly is undone, with its uses.' },
  charts: [PROJECT_CASH, PROJECT_INTEREST, PROJECT_SPENT, PROJECT_RETURNED],
  lines: [{ debit: 'the accounts credited', credit: 'the accounts debited', amount: 'as recorded' }],
});
export const INTEREST_POSTINGS = [INTEREST_EARNED, INTEREST_USED, INTEREST_VOIDED];

interface InterestMoney {
  readonly callId: string;
  readonly agreementId: string;
  readonly interestId: string;
  /** Won. */
  readonly amountWon: Won;
  readonly effectiveOn: LocalDate;
}

const about = ({ interestId, effectiveOn }: InterestMoney) => ({ effectiveOn, subject: { kind: 'grant-interest', id: interestId } });

/** None where nothing was earned. */
export function interestEarned(money: InterestMoney): JournalEntry[] {
  const { callId, agreementId, amountWon } = money;
  if (amountWon === 0n) return [];
  const lines = [debit(grantAccount(PROJECT_CASH, callId, agreementId), amountWon), credit(grantAccount(PROJECT_INTEREST, callId, agreementId), amountWon)];
  return [journalEntry(INTEREST_EARNED, { ...about(money), memo: '과제계좌 이자', lines })];
}

/** None for what stays with the project. */
export function interestUsed(money: InterestMoney, purpose: InterestPurpose): JournalEntry[] {
  const { callId, agreementId, amountWon } = money;
  if (purpose === 'PROJECT') return [];
  const out = purpose === 'TREASURY' ? PROJECT_RETURNED : PROJECT_SPENT;
  const lines = [debit(grantAccount(out, callId, agreementId), amountWon), credit(grantAccount(PROJECT_CASH, callId, agreementId), amountWon)];
  return [journalEntry(INTEREST_USED, { ...about(money), memo: `이자 ${PURPOSE_NAMES[purpose].ko}`, lines })];
}
