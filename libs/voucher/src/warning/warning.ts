import type { Bilingual, Details } from '#libs/errors';

export const SIGNALS = [
  'PROVIDER_CONCENTRATION', 'PRICE_AT_CAP', 'SHORT_INTERVAL', 'SAME_DELIVERABLE', 'SAME_CONTACT', 'APPLICATION_BURST',
  'RELATED_PARTIES', 'INVOICE_OUTSIDE_AGREEMENT', 'SUPPLIER_CLOSED', 'DUPLICATE_SUPPORT', 'YEAR_END_DUMPING', 'SELF_APPROVAL', 'RESEARCHER_IS_INSIDER',
] as const;
export type Signal = (typeof SIGNALS)[number];

/** What each signal is called, which pattern it points to (docs/domain.md §3.7), and what it usually means where nothing is wrong. */
export const SIGNAL_WORDS: Readonly<Record<Signal, { readonly name: Bilingual; readonly pattern: Bilingual; readonly innocent: Bilingual }>> = {
  PROVIDER_CONCENTRATION: {
    name: { ko: '공급기관 편중', en: 'one provider gets much' },
    pattern: { ko: '리베이트·페이백', en: 'kickbacks' },
    innocent: { ko: '그 분야의 공급기관이 적을 수 있습니다.', en: 'Few may offer that service.' },
  },
  PRICE_AT_CAP: {
    name: { ko: '한도에 맞춘 같은 가격', en: 'the same price, at the cap' },
    pattern: { ko: '리베이트·페이백', en: 'kickbacks' },
    innocent: { ko: '표준 상품일 수 있습니다.', en: 'It may be a standard package.' },
  },
  SHORT_INTERVAL: {
    name: { ko: '계약 직후 결과보고', en: 'delivered right after the contract' },
    pattern: { ko: '허위 수행', en: 'ghost delivery' },
    innocent: { ko: '미리 만든 시료나 자료일 수 있습니다.', en: 'It may have been prepared before.' },
  },
  SAME_DELIVERABLE: {
    name: { ko: '같은 결과물', en: 'the same deliverable' },
    pattern: { ko: '허위 수행·중복수혜', en: 'ghost delivery, duplicate support' },
    innocent: { ko: '공통 양식만 올렸을 수 있습니다.', en: 'Only the template may have been uploaded.' },
  },
  SAME_CONTACT: {
    name: { ko: '같은 전화·주소의 신청', en: 'applications with the same phone or address' },
    pattern: { ko: '조직적 대리신청', en: 'applications by an agent' },
    innocent: { ko: '같은 창업보육센터에 있을 수 있습니다.', en: 'They may sit in the same incubator.' },
  },
  APPLICATION_BURST: {
    name: { ko: '몰아서 낸 신청', en: 'a burst of applications' },
    pattern: { ko: '조직적 대리신청', en: 'applications by an agent' },
    innocent: { ko: '마감 직전일 수 있습니다.', en: 'It may be just before the deadline.' },
  },
  RELATED_PARTIES: {
    name: { ko: '기업과 공급기관의 관계', en: 'company and provider are related' },
    pattern: { ko: '담합·순환거래', en: 'collusion, circular dealing' },
    innocent: { ko: '서로 다른 사업의 거래일 수 있습니다.', en: 'They may deal in different lines of business.' },
  },
  INVOICE_OUTSIDE_AGREEMENT: {
    name: { ko: '협약기간 밖의 세금계산서', en: 'invoice outside the agreement' },
    pattern: { ko: '허위·중복 세금계산서', en: 'false or duplicate invoices' },
    innocent: { ko: '작성일을 잘못 적었을 수 있습니다.', en: 'The date may have been mistyped.' },
  },
  SUPPLIER_CLOSED: {
    name: { ko: '휴·폐업 공급자', en: 'supplier not in business' },
    pattern: { ko: '허위 세금계산서', en: 'false invoices' },
    innocent: { ko: '폐업일이 정정되었을 수 있습니다.', en: 'The closing date may have been corrected.' },
  },
  DUPLICATE_SUPPORT: {
    name: { ko: '중복수혜 가능성', en: 'the same technology supported twice' },
    pattern: { ko: '중복수혜', en: 'duplicate support' },
    innocent: { ko: '다른 단계의 지원일 수 있습니다.', en: 'It may be support for another stage.' },
  },
  YEAR_END_DUMPING: {
    name: { ko: '만료 직전 몰아쓰기', en: 'contracts just before the end' },
    pattern: { ko: '연도 말 몰아쓰기', en: 'year-end dumping' },
    innocent: { ko: '협의가 늦어졌을 수 있습니다.', en: 'Negotiations may have taken long.' },
  },
  SELF_APPROVAL: {
    name: { ko: '본인 결재 시도', en: 'attempts to approve one’s own' },
    pattern: { ko: '자기 승인', en: 'self-approval' },
    innocent: { ko: '업무 분담이 바뀐 직후일 수 있습니다.', en: 'Duties may have just been handed over.' },
  },
  RESEARCHER_IS_INSIDER: {
    name: { ko: '연구자와 기업의 이해관계', en: 'researcher is an insider of the company' },
    pattern: { ko: '이해충돌', en: 'conflict of interest' },
    innocent: { ko: '이름만 같을 수 있고, 심의를 거친 경우도 있습니다.', en: 'Only the name may be the same, or a committee has cleared it.' },
  },
};

/** One thing behind a sign: what it is, and what is known of it. */
export interface SignFact {
  readonly label: string;
  /** The voucher where it is found. */
  readonly voucherId: string | null;
  readonly values: Details;
}

export interface SignRow {
  readonly subjectId: string;
  readonly subject: string;
  readonly facts: readonly SignFact[];
  /** What the sentence names beside the facts. */
  readonly measures: Details;
}

/** Something to look at. It says nothing about guilt, and nothing follows from it by itself. */
export interface WarningSign extends SignRow {
  readonly signal: Signal;
  readonly text: Bilingual;
  /** Of the facts: another fact makes it another sign. */
  readonly fingerprint: string;
}

export const VERDICTS = ['EXPLAINED', 'WATCH', 'INSPECT', 'CLAWBACK'] as const;
export type SignVerdict = (typeof VERDICTS)[number];
