import { formatOfficialDate, type LocalDate } from '#libs/calendar';
import { formatBusinessNumber } from '#libs/identifier';
import { officialAmount, type Won } from '#libs/money';
import type { LegalRegime } from '../clawback/clawback.js';

/** What the terms of the year say to whoever holds a voucher. */
export interface LetterTerms {
  /** Share of the supply price that the voucher bears. */
  readonly governmentBasisPoints: number;
  readonly depositFirst: boolean;
  /** Services that may be bought; empty: any. */
  readonly services: readonly string[];
  readonly brokerRequired: boolean;
  readonly providers: readonly string[];
  readonly statute: LegalRegime;
}

/** A voucher as its letter tells it. */
export interface Letter {
  readonly voucherId: string;
  readonly number: string;
  readonly company: string;
  readonly businessNumber: string | null;
  readonly representative: string | null;
  readonly technology: string | null;
  readonly researcher: string | null;
  readonly institution: string | null;
  readonly contractNumber: string | null;
  readonly broker: string | null;
  readonly issuedOn: LocalDate;
  readonly validTo: LocalDate;
  readonly amountWon: Won;
  readonly programme: string;
  readonly agency: string;
  /** When the issue was recorded: the only clock the letter knows. */
  readonly recordedAt: Date;
  readonly terms: LetterTerms;
}

const STATUTES: Readonly<Record<LegalRegime, string>> = {
  PUBLIC_FINANCE: '공공재정 부정청구 금지 및 부정이익 환수 등에 관한 법률',
  SUBSIDY: '보조금 관리에 관한 법률',
  RND: '국가연구개발혁신법',
};

/** To whom it goes. */
export function addressOf({ number, company, representative, issuedOn, agency }: Letter): readonly (readonly [string, string])[] {
  return [
    ['문서번호', number],
    ['시행일자', formatOfficialDate(issuedOn)],
    ['수신', `${company}${representative === null ? '' : ` 대표 ${representative}`} 귀하`],
    ['발신', agency],
  ];
}

/** What was issued; the amount in digits and in words. */
export function contentsOf(letter: Letter): readonly (readonly [string, string])[] {
  const { number, company, businessNumber, amountWon, issuedOn, validTo, technology, researcher, institution, contractNumber, broker } = letter;
  const optional: readonly (readonly [string, string | null])[] = [
    ['기술이전계약', contractNumber],
    ['이전기술', technology],
    ['연구자', researcher === null ? null : [researcher, institution].filter((each) => each !== null).join(', ')],
    ['중개인', broker],
  ];
  return [
    ['바우처번호', number],
    ['수요기업', businessNumber === null ? company : `${company} (사업자등록번호 ${formatBusinessNumber(businessNumber)})`],
    ['발급금액', officialAmount(amountWon)],
    ['유효기간', `${formatOfficialDate(issuedOn)} ~ ${formatOfficialDate(validTo)}`],
    ...optional.flatMap(([label, value]) => (value === null || value === '' ? [] : [[label, value] as const])),
  ];
}

/** So many names of providers stand in a letter; it says how many more there are. */
const PROVIDERS_NAMED = 6;

/** The conditions, each a sentence; figures are those of the terms on the day of issue. */
export function conditionsOf({ validTo, terms, agency }: Letter): readonly string[] {
  const share = `${terms.governmentBasisPoints / 100}%`;
  return [
    `${formatOfficialDate(validTo)}까지 계약하고 세금계산서를 받은 서비스에 쓸 수 있습니다. 그 뒤 남은 금액은 소멸합니다.`,
    `공급가액의 ${share}를 바우처로, 나머지 자부담금과 부가가치세는 기업이 부담합니다.${terms.depositFirst ? ' 자부담금은 납입하신 금액에서 함께 지급됩니다.' : ' 자부담금은 공급기관에 직접 지급해 주십시오.'}`,
    ...(terms.services.length === 0 ? [] : [`살 수 있는 서비스: ${terms.services.join(', ')}.`]),
    `${providersHint(terms.providers)} 등록되지 않은 곳의 서비스에는 쓸 수 없습니다.`,
    ...(terms.brokerRequired ? ['협약부터 지급까지 등록된 중개인이 참여해야 하며, 결과보고 때 중개보고서를 함께 내야 합니다.'] : []),
    `바우처는 양도하거나 현금으로 바꿀 수 없습니다. 거짓이나 그 밖의 부정한 방법으로 쓰면 「${STATUTES[terms.statute]}」에 따라 환수하고 제재할 수 있습니다.`,
    `사용하지 않으려면 ${agency}에 포기를 알려 주십시오. 남은 금액이 사업에 돌아갑니다.`,
  ];
}

function providersHint(names: readonly string[]): string {
  if (names.length === 0) return '공급기관은 전담기관에 등록된 곳이어야 합니다.';
  const more = names.length - PROVIDERS_NAMED;
  return `공급기관: ${names.slice(0, PROVIDERS_NAMED).join(', ')}${more > 0 ? ` 외 ${more}곳` : ''}.`;
}
