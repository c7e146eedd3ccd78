import { localDate, type LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { GrantRegime } from '../call.js';

/** One thing that the law of a regime says: shown with the call, so that the words of the other never stand on its screens. */
export interface RegimeFact {
  readonly key: string;
  readonly name: Bilingual;
  readonly value: Bilingual;
  readonly clause: string;
}

/** What the two regimes ask for (docs/domain.md §4.1) [law]. */
export const REGIME_FACTS: Readonly<Record<GrantRegime, readonly RegimeFact[]>> = {
  RND: [
    { key: 'system', name: { ko: '관리시스템', en: 'Systems' }, value: { ko: 'IRIS(신청·협약), 통합Ezbaro·통합RCMS(집행)', en: 'IRIS for applications, Ezbaro and RCMS for spending' }, clause: '국가연구개발혁신법 제20조' },
    { key: 'contract', name: { ko: '약정', en: 'Contract' }, value: { ko: '연구개발과제협약(별지 제2호서식), 통보 후 30일 안', en: 'Agreement (form 2) within 30 days of the notice' }, clause: '국가연구개발혁신법 시행령 제13조제2항' },
    { key: 'account', name: { ko: '계좌', en: 'Account' }, value: { ko: '과제별 별도 계좌와 연구비카드', en: 'An account and card for each project' }, clause: '국가연구개발혁신법 시행령 제24조' },
    { key: 'use-report', name: { ko: '연도별 사용보고', en: 'Yearly report' }, value: { ko: '연도 종료 후 1개월 안', en: 'Within 1 month of the end of the year' }, clause: '국가연구개발혁신법 시행령 제25조' },
    { key: 'settlement', name: { ko: '사용실적보고', en: 'Settlement report' }, value: { ko: '단계 종료 후 3개월 안, 별지 제7호서식', en: 'Form 7, within 3 months of the end of the stage' }, clause: '국가연구개발혁신법 시행령 제26조제1항' },
    { key: 'interest', name: { ko: '발생이자', en: 'Interest' }, value: { ko: '승인받은 용도가 아니면 국고에 납입', en: 'To the Treasury unless an approved use is made of it' }, clause: '국가연구개발혁신법 시행령 제20조제3항' },
    { key: 'sanction', name: { ko: '제재', en: 'Sanctions' }, value: { ko: '참여제한 10년 이내, 제재부가금 5배 이내', en: 'Exclusion up to 10 years, penalty up to 5 times' }, clause: '국가연구개발혁신법 제32조' },
  ],
  SUBSIDY: [
    { key: 'system', name: { ko: '관리시스템', en: 'Systems' }, value: { ko: 'e나라도움(보조금통합관리망)', en: 'e-Naradoum (the subsidy network)' }, clause: '보조금 관리에 관한 법률 제26조의2' },
    { key: 'contract', name: { ko: '약정', en: 'Contract' }, value: { ko: '보조금 교부결정과 교부조건', en: 'Decision to grant, with conditions' }, clause: '보조금 관리에 관한 법률 제17조·제18조' },
    { key: 'account', name: { ko: '계정', en: 'Account' }, value: { ko: '보조금 별도 계정', en: 'A separate account' }, clause: '보조금 관리에 관한 법률 제34조' },
    { key: 'settlement', name: { ko: '실적보고·정산', en: 'Report and settlement' }, value: { ko: '완료·폐지·회계연도 종료 후 2개월 안(늦으면 다음 교부액 10·20·50% 이내 감액)', en: 'Within 2 months of completion or the fiscal year’s end; late reports cut the next grant by up to 10, 20 or 50 %' }, clause: '보조금 관리에 관한 법률 시행령 제12조' },
    { key: 'verification', name: { ko: '감사인 검증', en: 'External verification' }, value: { ko: '1억원 이상 정산보고서 검증, 연 10억원 이상 감사보고서', en: 'From 100 million won a verified settlement, from 1 billion a year an audit report' }, clause: '보조금 관리에 관한 법률 제27조·제27조의2' },
    { key: 'disclosure', name: { ko: '정보공시', en: 'Disclosure' }, value: { ko: '연 1천만원 이상은 4개월 안에 공시', en: 'From 10 million won a year, within 4 months' }, clause: '보조금 관리에 관한 법률 제26조의10' },
    { key: 'interest', name: { ko: '발생이자', en: 'Interest' }, value: { ko: '보조금과 함께 반환', en: 'Given back with the subsidy' }, clause: '보조금 관리에 관한 법률 제31조' },
    { key: 'sanction', name: { ko: '제재', en: 'Sanctions' }, value: { ko: '수행대상 배제 5년 이내, 제재부가금 5배 이내', en: 'Exclusion up to 5 years, penalty up to 5 times' }, clause: '보조금 관리에 관한 법률 제31조의2·제33조의2' },
    { key: 'property', name: { ko: '중요재산', en: 'Important property' }, value: { ko: '승인 없는 양도·담보·용도변경 금지, 반기별 보고', en: 'No transfer, pledge or other use without approval; a report each half-year' }, clause: '보조금 관리에 관한 법률 제35조' },
  ],
};

/** The authority of the budget by date: the ministry was divided on 2026-01-02 (정부조직법). */
const BUDGET_AUTHORITIES: readonly { readonly from: LocalDate; readonly name: Bilingual }[] = [
  { from: localDate('2008-02-29'), name: { ko: '기획재정부', en: 'Ministry of Economy and Finance' } },
  { from: localDate('2026-01-02'), name: { ko: '기획예산처', en: 'Ministry of Planning and Budget' } },
];

/** What the law of a regime asks for on a day, the authority of the budget by its name of that day. */
export function regimeFactsOn(regime: GrantRegime, day: LocalDate): readonly RegimeFact[] {
  const authority = BUDGET_AUTHORITIES.filter(({ from }) => from <= day).at(-1);
  const fact: RegimeFact[] = authority === undefined ? [] : [{ key: 'budget-authority', name: { ko: '예산 당국', en: 'Budget authority' }, value: authority.name, clause: '정부조직법' }];
  return [...REGIME_FACTS[regime], ...fact];
}
