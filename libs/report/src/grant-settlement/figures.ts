import { stated } from '../trace/ground.js';

/** What figures are called by which others of the report are worked out. */
export const FIGURE = {
  used: '비목별 사용률',
  disallowed: '비목별 불인정 합계',
  returned: '총 반납액 합계',
} as const;

/** What an agreement plans, by its version in force. */
export const AGREED = stated('협약의 판에 적은 계획', 'grant-agreement.conclude', 'grant-agreement.amend', 'matching-project.conclude', 'grant-register.import', 'matching-register.import');

/** What a settlement says, as it was decided. */
export const DECIDED = stated('정산 결정에 담긴 서식(행 또는 표지의 정산번호)', 'grant-settlement.decide', 'grant-settlement.answer');

export const REVIEWED = stated('마지막 검토 기록', 'grant-expense.review');
