import type { Bilingual } from '#libs/errors';
import { both } from '../report/report-text.js';

/** What codes are called that no feature shows under another name. */
export const EVIDENCE_WORDS: Readonly<Record<string, Bilingual>> = {
  TAX_INVOICE: both('전자세금계산서', 'Tax invoice'),
  CARD: both('카드전표', 'Card slip'),
  TRANSFER: both('계좌이체확인증', 'Transfer'),
  CASH_RECEIPT: both('현금영수증', 'Cash receipt'),
  PAYROLL: both('급여이체', 'Payroll'),
  IN_KIND: both('현물 평가', 'In kind'),
  OTHER: both('기타', 'Other'),
};

export const GROUND_WORDS: Readonly<Record<string, Bilingual>> = {
  FALSE_CLAIM: both('거짓 신청·부정수급', 'False claim'),
  OFF_PURPOSE: both('용도 외 사용', 'Used for something else'),
  CONDITION_BREACH: both('조건 위반', 'Breach of conditions'),
  REQUIREMENT_UNMET: both('요건 미충족', 'Requirement not met'),
};

export const OPINION_WORDS: Readonly<Record<string, Bilingual>> = {
  CLEAN: both('적정', 'Clean'),
  QUALIFIED: both('한정', 'Qualified'),
  ADVERSE: both('부적정', 'Adverse'),
  DISCLAIMED: both('의견거절', 'Disclaimed'),
};

export const VERIFICATION_WORDS: Readonly<Record<string, Bilingual>> = {
  SETTLEMENT: both('정산보고서 검증', 'Settlement'),
  FISCAL_YEAR: both('회계연도 감사', 'Fiscal year'),
};

export const OUTCOME_WORDS: Readonly<Record<string, Bilingual>> = {
  ACCEPTED: both('인용', 'Accepted'),
  PARTLY: both('일부 인용', 'Partly accepted'),
  REJECTED: both('기각', 'Rejected'),
  UPHELD: both('유지', 'Upheld'),
  REDUCED: both('감경', 'Reduced'),
  LIFTED: both('취소', 'Lifted'),
};

export const DECISION_WORDS: Readonly<Record<string, Bilingual>> = {
  ALLOWED: both('인정', 'Accepted'),
  PARTLY: both('일부 인정', 'Partly'),
  DISALLOWED: both('불인정', 'Not accepted'),
};
