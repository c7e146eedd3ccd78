import { formatOfficialDate, type LocalDate } from '#libs/calendar';
import { officialAmount, won } from '#libs/money';
import type { Bilingual } from '#libs/errors';
import type { Instalment } from '#libs/recovery';
import type { ClawbackGround, LegalRegime } from '../clawback.js';

/** The grounds as a notice words them. */
export const GROUND_WORDS: Readonly<Record<ClawbackGround, Bilingual>> = {
  FALSE_CLAIM: { ko: '허위청구', en: 'false claim' },
  EXCESS_CLAIM: { ko: '과다청구', en: 'excess claim' },
  OFF_PURPOSE: { ko: '목적 외 사용', en: 'use for another purpose' },
  CONDITION_BREACH: { ko: '교부조건 위반', en: 'breach of a condition' },
  REQUIREMENT_UNMET: { ko: '요건 미충족', en: 'requirement not met' },
  MISPAYMENT: { ko: '오지급', en: 'mispayment' },
};

/** The statutes by their names, and where objections go. */
const STATUTES: Readonly<Record<LegalRegime, string>> = {
  PUBLIC_FINANCE: '공공재정 부정청구 금지 및 부정이익 환수 등에 관한 법률',
  SUBSIDY: '보조금 관리에 관한 법률',
  RND: '국가연구개발혁신법',
};

export interface NoticeFacts {
  readonly number: string;
  readonly agency: string;
  /** Of the money that was paid: the programme and the voucher. */
  readonly payment: string;
  readonly regime: LegalRegime;
  readonly debtor: string;
  readonly debtorNumber: string | null;
  readonly voucher: string;
  readonly service: string | null;
  readonly ground: ClawbackGround;
  readonly reason: string;
  readonly improperOn: LocalDate;
  readonly noticeOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly principalWon: bigint;
  readonly interestWon: bigint;
  readonly penaltyWon: bigint;
  readonly droppedWon: bigint;
  readonly published: boolean;
  readonly interest: readonly { readonly from: LocalDate; readonly months: number; readonly rateBasisPoints: number; readonly clause: string; readonly interestWon: bigint }[];
  readonly penaltyClause: string;
  readonly plan: readonly Instalment[];
  readonly clauses: readonly string[];
  readonly decidedAt: Date;
}

type Line = readonly [label: string, value: string];

/** A recovery notice in its final words. */
export interface Notice {
  readonly facts: NoticeFacts;
  readonly statute: string;
  /** What the statute wants on record (Enforcement Decree of 공공재정환수법 §27): payment, date, subject, reason, amounts, due date, publication. */
  readonly contents: readonly Line[];
  readonly demandedWon: bigint;
}

const amount = (value: bigint): string => officialAmount(won(value));

export function noticeOf(facts: NoticeFacts): Notice {
  const demandedWon = facts.principalWon + facts.interestWon + facts.penaltyWon - facts.droppedWon;
  const dropped: Line[] = facts.droppedWon === 0n ? [] : [['끝수(버림)', `${amount(facts.droppedWon)} (국고금 관리법 제47조)`]];
  const instalments = facts.plan.length > 1 ? ` (${facts.plan.length}회 분할, 첫 회 기한)` : '';
  return {
    facts,
    statute: STATUTES[facts.regime],
    demandedWon,
    contents: [
      ['지급금의 명칭', facts.payment],
      ['통지일', formatOfficialDate(facts.noticeOn)],
      ['대상자', facts.debtorNumber === null ? facts.debtor : `${facts.debtor} (사업자등록번호 ${facts.debtorNumber.slice(0, 3)}-${facts.debtorNumber.slice(3, 5)}-${facts.debtorNumber.slice(5)})`],
      ['대상 바우처', facts.service === null ? facts.voucher : `${facts.voucher}, 서비스 ${facts.service}`],
      ['환수 사유', `${GROUND_WORDS[facts.ground].ko} (${formatOfficialDate(facts.improperOn)}): ${facts.reason}`],
      ['부정이익', amount(facts.principalWon)],
      ['이자', amount(facts.interestWon)],
      ['제재부가금', amount(facts.penaltyWon)],
      ...dropped,
      ['납부할 금액', amount(demandedWon)],
      ['납부기한', `${formatOfficialDate(facts.dueOn)}${instalments}`],
      ['명단 공표', facts.published ? '공표 대상' : '해당 없음'],
    ],
  };
}
