import { localDate, type Period } from '#libs/calendar';
import { ASSET_POLICIES } from '../asset/asset.policy.js';
import { CALL_POLICIES } from '../call/call.policy.js';
import { ORDER_POLICIES } from '../service-order/service-order.policy.js';
import type { DeadlineLength, DeadlineOwner, DeadlineRegime, DeadlineRule } from './deadline.js';

const SINCE = localDate('2000-01-01');
const INNOVATION_ACT = '국가연구개발혁신법';
const SUBSIDY_ACT = '보조금 관리에 관한 법률';

type Words = readonly [ko: string, en: string];

/** The clause of each regime, where they differ. */
type Laws = readonly [rnd: string, subsidy: string];

interface Rest {
  readonly nature?: DeadlineRule['nature'];
  readonly told?: boolean;
}

function rule(key: string, [regime, owner]: readonly [DeadlineRegime, DeadlineOwner], [title, occasion]: readonly [Words, Words], length: DeadlineLength, clause: string | Laws, { nature = 'DUTY', told = false }: Rest = {}): DeadlineRule {
  return {
    ...{ key, regime, owner, nature, told },
    title: { ko: title[0], en: title[1] },
    occasion: { ko: occasion[0], en: occasion[1] },
    wordings: [{ since: SINCE, length, clause: typeof clause === 'string' ? { RND: clause, SUBSIDY: clause } : { RND: clause[0], SUBSIDY: clause[1] } }],
  };
}

const after = (period: Period): DeadlineLength => ({ period });

const STAGE_END: Words = ['단계 종료일', 'End of the stage'];
const YEAR_END: Words = ['회계연도 종료일', 'End of the fiscal year'];
const NOTICE: Words = ['고지일', 'Notice'];

/** Every deadline of grants [law where a clause of a statute stands, otherwise a term of the call] (docs/domain.md §4.1, §4.7, §4.8). */
export const DEADLINE_RULES: readonly DeadlineRule[] = [
  rule('selection-objection', ['BOTH', 'INSTITUTION'], [['선정결과 이의신청', 'Objection to the selection'], ['선정결과 통보일', 'Notice of the selection']], { policy: CALL_POLICIES.objectionDays, unit: 'days', fallback: 10 }, '공고(선정결과 이의신청)', { nature: 'TERM' }),
  rule('agreement-rnd', ['RND', 'AGENCY'], [['협약 체결', 'Conclude the agreement'], ['선정결과 통보일', 'Notice of the selection']], { policy: CALL_POLICIES.agreeDays, unit: 'days', fallback: 30 }, `${INNOVATION_ACT} 시행령 제13조제2항`),
  rule('agreement-subsidy', ['SUBSIDY', 'AGENCY'], [['교부결정', 'Decide to grant'], ['선정결과 통보일', 'Notice of the selection']], { policy: CALL_POLICIES.agreeDays, unit: 'days', fallback: 30 }, `${SUBSIDY_ACT} 제17조`),
  rule('tranche', ['BOTH', 'AGENCY'], [['사업비 지급', 'Pay a tranche'], ['지급계획', 'Plan of payments']], 'TOLD', '협약 지급계획'),
  rule('own-cash', ['RND', 'INSTITUTION'], [['기관부담 현금 납입', 'Pay own cash in'], ['회계연도의 협약', 'Agreement of the fiscal year']], 'TOLD', `${INNOVATION_ACT} 시행령 제19조제5항(따로 정하지 않으면 연도 종료 3개월 전)`),
  rule('own-cash-subsidy', ['SUBSIDY', 'INSTITUTION'], [['자부담금 납입', 'Pay own money in'], ['회계연도의 교부결정', 'Grant of the fiscal year']], 'TOLD', '교부조건(따로 정하지 않으면 연도 종료 3개월 전)'),
  rule('use-report', ['RND', 'INSTITUTION'], [['연도별 사용실적보고', 'Yearly report of use'], YEAR_END], after({ months: 1 }), `${INNOVATION_ACT} 시행령 제25조`),
  rule('settlement-report-rnd', ['RND', 'INSTITUTION'], [['연구개발비 사용실적보고(정산)', 'Settlement report'], STAGE_END], after({ months: 3 }), `${INNOVATION_ACT} 시행령 제26조제1항`),
  rule('settlement-report-subsidy', ['SUBSIDY', 'INSTITUTION'], [['실적보고·정산보고서', 'Report and settlement'], ['완료·폐지 또는 회계연도 종료일', 'Completion, discontinuation or end of the fiscal year']], after({ months: 2 }), `${SUBSIDY_ACT} 시행령 제12조`),
  rule('settlement-by-agency', ['RND', 'AGENCY'], [['정산 완료', 'Settle'], ['사용실적보고 접수일', 'Receipt of the report']], after({ months: 3 }), `${INNOVATION_ACT} 제13조제8항`),
  rule('audit-report', ['SUBSIDY', 'INSTITUTION'], [['감사보고서 제출(연 10억원 이상)', 'Audit report (1 billion a year or more)'], YEAR_END], after({ months: 4 }), `${SUBSIDY_ACT} 제27조의2`),
  rule('disclosure', ['SUBSIDY', 'INSTITUTION'], [['보조사업 정보공시(연 1천만원 이상)', 'Public disclosure (10 million a year or more)'], YEAR_END], after({ months: 4 }), `${SUBSIDY_ACT} 제26조의10`, { told: true }),
  rule('settlement-objection', ['BOTH', 'INSTITUTION'], [['정산결과 이의신청', 'Objection to the settlement'], ['정산결과 통지일', 'Notice of the settlement']], 'TOLD', [`${INNOVATION_ACT} 제33조`, `${SUBSIDY_ACT} 제37조`], { nature: 'TERM' }),
  rule('objection-answer', ['BOTH', 'AGENCY'], [['이의신청 결정', 'Answer an objection'], ['이의신청일', 'Objection']], 'TOLD', [`${INNOVATION_ACT} 제33조`, `${SUBSIDY_ACT} 제37조`]),
  rule('recovery-payment', ['BOTH', 'INSTITUTION'], [['환수금 납부', 'Pay a recovery'], ['환수 통지일', 'Notice of the recovery']], 'TOLD', [`${INNOVATION_ACT} 시행령 제63조`, `${SUBSIDY_ACT} 제31조`]),
  rule('recovery-reminder', ['BOTH', 'AGENCY'], [['환수금 독촉', 'Send a reminder'], ['환수금 납부기한', 'Last day of payment']], after({ days: 15 }), [`${INNOVATION_ACT} 시행령 제63조`, `${SUBSIDY_ACT} 제33조의3(국세 강제징수의 예)`], { told: true }),
  rule('asset-check', ['BOTH', 'INSTITUTION'], [['자산 정기확인', 'Confirm an asset'], ['확인 기간 종료일', 'End of the period']], { policy: ASSET_POLICIES.checkWithin, unit: 'months', fallback: 1 }, ['국가연구개발 시설·장비의 관리 등에 관한 표준지침', `${SUBSIDY_ACT} 제35조`]),
  rule('asset-approval', ['BOTH', 'INSTITUTION'], [['자산 처분승인 유효기간', 'Use an approval of disposal'], ['처분승인일', 'Approval']], 'TOLD', '처분승인 조건', { nature: 'TERM' }),
  rule('order-certificate', ['BOTH', 'LABORATORY'], [['성적서 발급', 'Issue a certificate'], ['의뢰 접수일', 'Acceptance of the order']], { policy: ORDER_POLICIES.certifyDays, unit: 'days', fallback: 60 }, '성능평가·시험 의뢰 조건'),
  rule('sales-declaration', ['RND', 'COMPANY'], [['매출·기술료 신고', 'Declare sales and royalties'], ['신고할 연도의 말일', 'End of the year declared']], 'TOLD', `${INNOVATION_ACT} 시행령 제40조(다음 해 6월 30일까지)`),
  rule('royalty-payment', ['RND', 'INSTITUTION'], [['정부납부기술료 납부', 'Pay the government’s royalty'], NOTICE], 'TOLD', `${INNOVATION_ACT} 시행령 제38조(고지 후 90일)`),
  rule('proceeds-payment', ['BOTH', 'INSTITUTION'], [['자산 처분수입 정부 몫 납부', 'Pay the government’s part of proceeds'], NOTICE], 'TOLD', '처분승인 조건'),
  rule('records-rnd', ['RND', 'INSTITUTION'], [['연구개발 자료 보존', 'Keep the records of the project'], ['종결한 해의 다음 해 1월 1일 전날', 'Day before 1 January after the close']], after({ years: 5 }), `${INNOVATION_ACT} 시행령 · 공공기록물법 시행령 제26조`, { nature: 'TERM' }),
  rule('records-subsidy', ['SUBSIDY', 'INSTITUTION'], [['보조사업 자료 보존', 'Keep the records of the subsidy'], ['종결한 해의 다음 해 1월 1일 전날', 'Day before 1 January after the close']], after({ years: 5 }), `${SUBSIDY_ACT} 시행령 제10조의2`, { nature: 'TERM' }),
];

/** From which sum in a fiscal year a subsidy is audited and disclosed [law]; won. */
export const SUBSIDY_THRESHOLDS = { auditWon: 1_000_000_000n, disclosureWon: 10_000_000n } as const;
