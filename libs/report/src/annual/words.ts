import type { Bilingual } from '#libs/errors';
import type { TextPart } from '../report-text/report-text.js';
import type { Instrument, RiskCount } from './annual.js';

export const INSTRUMENT_NAMES: Readonly<Record<Instrument, Bilingual>> = {
  FUND: { ko: '펀드(투자)', en: 'Funds' },
  VOUCHER: { ko: '바우처', en: 'Vouchers' },
  GRANT: { ko: '지원(출연·보조)', en: 'Grants' },
  MATCHING: { ko: '매칭(민간투자형)', en: 'Matching' },
};

/** Kinds of support that no book is named after. */
export const SUPPORT_NAMES: Readonly<Record<string, Bilingual>> = {
  FUND: { ko: '펀드 투자', en: 'Investment' },
  EQUIP_EVAL: { ko: '장비 성능평가', en: 'Equipment evaluation' },
  TEST: { ko: '시험·분석', en: 'Test' },
  ROYALTY: { ko: '기술료 대상 기술', en: 'Technology with royalties' },
};

export const RISK_NAMES: Readonly<Record<RiskCount['group'], Bilingual>> = {
  WARNING: { ko: '부정의심 신호 판단', en: 'Warning signs judged' },
  VERDICT: { ko: '규칙 위반·경고(펀드)', en: 'Rules not kept' },
  CLAWBACK: { ko: '바우처 환수 결정', en: 'Clawbacks' },
  RECOVERY: { ko: '지원금 회수 결정', en: 'Recoveries' },
  SANCTION: { ko: '제재처분', en: 'Sanctions' },
  WAIVER: { ko: '규약 예외승인', en: 'Waivers' },
};

export const RISK_CODES: Readonly<Record<string, Bilingual>> = {
  EXPLAINED: { ko: '소명됨', en: 'Explained' },
  WATCH: { ko: '관찰', en: 'Watch' },
  INSPECT: { ko: '현장점검', en: 'Inspect' },
  CLAWBACK: { ko: '환수 착수', en: 'Claw back' },
  WARN: { ko: '경고', en: 'Warning' },
  BLOCK: { ko: '차단', en: 'Blocked' },
  OFF_PURPOSE: { ko: '목적 외 사용', en: 'Off purpose' },
  FALSE_CLAIM: { ko: '거짓 신청', en: 'False claim' },
  EXCESS_CLAIM: { ko: '과다 청구', en: 'Excess claim' },
  CONDITION_BREACH: { ko: '조건 위반', en: 'Breach of condition' },
  REQUIREMENT_UNMET: { ko: '요건 미달', en: 'Requirement unmet' },
  SETTLEMENT: { ko: '정산에 따른 반납', en: 'By settlement' },
  SANCTION: { ko: '제재부가금', en: 'By sanction' },
};

export const PART_NAMES: Readonly<Record<TextPart, Bilingual>> = {
  FINDING: { ko: '총평', en: 'Finding' },
  IMPROVEMENT: { ko: '제도개선', en: 'Improvements' },
  NEXT_YEAR: { ko: '다음 연도 계획', en: 'Plan of the next year' },
};
