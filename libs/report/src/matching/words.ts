import type { Bilingual } from '#libs/errors';
import { both } from '../report/report-text.js';
import type { DepositState } from './matching.js';

export const BOUND_NAMES: Readonly<Record<string, Bilingual>> = {
  MATCH: both('매칭 비율', 'Match ratio'),
  CAP: both('과제당 한도', 'Cap'),
  BUDGET: both('남은 예산', 'Budget left'),
  SHARE: both('정부 부담 상한', 'Largest share'),
};

export const DEPOSITOR_NAMES: Readonly<Record<string, Bilingual>> = {
  COMPANY: both('참여기업', 'Company'),
  PERFORMER: both('수행기관', 'Performer'),
  RELATED: both('특수관계인', 'Related'),
  THIRD_PARTY: both('제3자', 'Third party'),
};

export const SOURCE_WORDS: Readonly<Record<string, Bilingual>> = {
  OWN: both('자기자금', 'Own'),
  OTHER_PUBLIC: both('다른 공공재원', 'Other public money'),
  GUARANTEED_LOAN: both('국가보증 대출', 'Loan guaranteed by the state'),
  RELATED_PARTY: both('특수관계인 자금', 'Of a related party'),
  OTHER: both('기타', 'Other'),
};

export const FLAG_NAMES: Readonly<Record<string, Bilingual>> = {
  EXCLUDED_SOURCE: both('불인정 재원', 'Excluded source'),
  EXCLUDED_DEPOSITOR: both('불인정 입금자', 'Excluded depositor'),
  THIRD_PARTY: both('제3자 입금', 'Third party'),
  ROUND_TRIP: both('순환입금 의심', 'Round trip'),
  LOCK_UP_BROKEN: both('예치기간 내 반환', 'Lock-up broken'),
};

export const STATE_NAMES: Readonly<Record<DepositState, Bilingual>> = {
  COUNTED: both('확인·인정', 'Counted'),
  FLAGGED: both('확인·불인정', 'Proven, not counted'),
  UNPROVEN: both('미확인', 'Unproven'),
  REVERSED: both('기록 취소', 'Reversed'),
};

export const RELATION_NAMES: Readonly<Record<string, Bilingual>> = {
  NONE: both('없음', 'None'),
  OFFICER: both('임원', 'Officer'),
  SHAREHOLDER: both('주주', 'Shareholder'),
  AFFILIATE: both('계열', 'Affiliate'),
  FAMILY: both('친족', 'Family'),
  OTHER: both('기타', 'Other'),
};

export const ZONE_WORDS: Readonly<Record<string, Bilingual>> = {
  LARGE: both('대형특구', 'Large zone'),
  COMPACT: both('강소특구', 'Compact zone'),
  COMPANY: both('참여기업', 'Company'),
  PERFORMER: both('수행기관', 'Performer'),
};

export const TRANCHE_WORDS: Readonly<Record<string, Bilingual>> = {
  request: both('요청', 'Requested'),
  sendBack: both('반려', 'Sent back'),
  decide: both('지급결정', 'Decided'),
  void: both('결정 취소', 'Voided'),
  pay: both('지급', 'Paid'),
};

export const CLAWBACK_WORDS: Readonly<Record<string, Bilingual>> = {
  DECIDED: both('환수 결정', 'Decided'),
  OVERTAKEN: both('새 제안으로 대체', 'Overtaken'),
};
