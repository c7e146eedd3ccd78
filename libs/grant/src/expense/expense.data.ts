import type { GrantRegime } from '../call/call.js';

/** On what each rule about an expense rests under either regime (docs/domain.md §4.5). */
export const EXPENSE_CLAUSES: Readonly<Record<GrantRegime, Readonly<Record<'period' | 'settlement' | 'line' | 'business' | 'evidence' | 'balance', string>>>> = {
  RND: {
    period: '국가연구개발혁신법 시행령 제20조, 연구개발비 사용 기준(협약기간 내 지출원인행위)',
    settlement: '국가연구개발혁신법 시행령 제26조',
    line: '국가연구개발혁신법 시행령 제20조, 별표 2',
    business: '연구개발비 사용 기준(폐업자와의 거래 불인정)',
    evidence: '국가연구개발혁신법 시행령 제24조, 연구개발비 사용 기준',
    balance: '국가연구개발혁신법 시행령 제14조, 협약 비목별 예산',
  },
  SUBSIDY: {
    period: '보조금 관리에 관한 법률 제22조(용도 외 사용 금지)',
    settlement: '보조금 관리에 관한 법률 제28조(보조금의 금액 확정)',
    line: '보조금 관리에 관한 법률 제22조, 교부결정 세부내역',
    business: '보조금 관리에 관한 법률 제22조, 통합관리지침(폐업자와의 거래 제한)',
    evidence: '보조금 관리에 관한 법률 제34조, 통합관리지침',
    balance: '보조금 관리에 관한 법률 제23조, 교부결정 세부내역',
  },
};
