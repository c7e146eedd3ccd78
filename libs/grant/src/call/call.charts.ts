import { account, defineChart, type AccountRef, type Chart } from '#libs/journal';

/** The set of books of a call. */
export const callBook = (callId: string): string => `grant/${callId}`;

/** An account of a call; `part` tells accounts of one kind apart (a fiscal year, an agreement, a line). */
export const grantAccount = (chart: Chart, callId: string, part?: string): AccountRef => account(chart, callBook(callId), ...(part === undefined ? [] : [part]));

/** By fiscal year: money of the state that the call may draw, and the same carried over for what is paid after the year's end. */
export const APPROPRIATION = defineChart({
  code: 'grant.appropriation', class: 'ASSET', normalSide: 'D', unit: 'KRW', floor: null,
  name: { ko: '예산배정액', en: 'Appropriation' },
});
export const APPROPRIATION_CARRIED = defineChart({
  code: 'grant.appropriation-carried', class: 'ASSET', normalSide: 'D', unit: 'KRW', floor: 0n,
  name: { ko: '이월예산', en: 'Appropriation carried over' },
});
/** By fiscal year: budget that no agreement has taken yet. */
export const AVAILABLE = defineChart({
  code: 'grant.available', class: 'EQUITY', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '협약가능 예산', en: 'Budget not yet agreed' },
});
/** By agreement: what was agreed and not yet decided to be paid. */
export const COMMITTED = defineChart({
  code: 'grant.committed', class: 'LIABILITY', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '협약 미지급액', en: 'Agreed and not yet paid' },
});
/** By agreement: tranches decided and not yet transferred. */
export const PAYABLE = defineChart({
  code: 'grant.payable', class: 'LIABILITY', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '지급결정 미지급금', en: 'Tranches payable' },
});

/**
 * Memo books of each agreement: the institution's project account as the agency knows it. At all times
 * cash + spent + returned = government + own + others + interest.
 */
export const PROJECT_CASH = defineChart({
  code: 'grant.project-cash', class: 'MEMO', normalSide: 'D', unit: 'KRW', floor: null,
  name: { ko: '과제계좌 잔액', en: 'Cash of the project' },
});
export const PROJECT_SPENT = defineChart({
  code: 'grant.project-spent', class: 'MEMO', normalSide: 'D', unit: 'KRW', floor: 0n,
  name: { ko: '과제 현금 집행액', en: 'Cash spent by the project' },
});
export const PROJECT_RETURNED = defineChart({
  code: 'grant.project-returned', class: 'MEMO', normalSide: 'D', unit: 'KRW', floor: 0n,
  name: { ko: '과제 반납액', en: 'Given back by the project' },
});
export const PROJECT_GOVERNMENT = defineChart({
  code: 'grant.project-government', class: 'MEMO', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '정부지원금 수령액', en: 'Received from the government' },
});
export const PROJECT_OWN = defineChart({
  code: 'grant.project-own', class: 'MEMO', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '기관부담 현금 납입액', en: 'Own cash paid in' },
});
export const PROJECT_OTHER = defineChart({
  code: 'grant.project-other', class: 'MEMO', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '지자체·기타 현금 납입액', en: 'Cash of provinces and others' },
});
export const PROJECT_INTEREST = defineChart({
  code: 'grant.project-interest', class: 'MEMO', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '발생이자', en: 'Interest earned' },
});

/** By line: what may still be spent on it. The floor is what two officers who spend the last won meet. */
export const LINE = defineChart({
  code: 'grant.line', class: 'MEMO', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '비목 집행가능액', en: 'Left on a line' },
});
/** By agreement: the other side of what was planned on its lines. */
export const LINES_PLANNED = defineChart({
  code: 'grant.lines-planned', class: 'MEMO', normalSide: 'D', unit: 'KRW', floor: null,
  name: { ko: '비목 계획액', en: 'Planned on lines' },
});
/** By line: what was used. */
export const LINE_USED = defineChart({
  code: 'grant.line-used', class: 'MEMO', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '비목 사용액', en: 'Used on a line' },
});

export const CALL_CHARTS: readonly Chart[] = [
  ...[APPROPRIATION, APPROPRIATION_CARRIED, AVAILABLE, COMMITTED, PAYABLE],
  ...[PROJECT_CASH, PROJECT_SPENT, PROJECT_RETURNED, PROJECT_GOVERNMENT, PROJECT_OWN, PROJECT_OTHER, PROJECT_INTEREST],
  ...[LINE, LINES_PLANNED, LINE_USED],
];
