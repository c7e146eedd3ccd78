import { localDate, type LocalDate } from '#libs/calendar';

export type BankKind = 'bank' | 'internet-bank' | 'cooperative' | 'savings-bank' | 'post-office' | 'securities';

/** An institution that accounts are held at, under one name. */
export interface Bank {
  /** Three digits, assigned by the Korea Financial Telecommunications & Clearings Institute; outlives renamings. */
  readonly code: string;
  readonly ko: string;
  readonly en: string;
  readonly kind: BankKind;
  /** First and last day of that name, where it changed. */
  readonly validFrom?: LocalDate;
  readonly validTo?: LocalDate;
}

type BankRow = readonly [code: string, ko: string, en: string];

const COMMERCIAL_BANKS: readonly BankRow[] = [
  ['002', '한국산업은행', 'Korea Development Bank'],
  ['003', 'IBK기업은행', 'Industrial Bank of Korea'],
  ['004', 'KB국민은행', 'KB Kookmin Bank'],
  ['007', '수협은행', 'Suhyup Bank'],
  ['011', 'NH농협은행', 'NH NongHyup Bank'],
  ['020', '우리은행', 'Woori Bank'],
  ['023', 'SC제일은행', 'Standard Chartered Bank Korea'],
  ['027', '한국씨티은행', 'Citibank Korea'],
  ['032', '부산은행', 'Busan Bank'],
  ['034', '광주은행', 'Kwangju Bank'],
  ['035', '제주은행', 'Jeju Bank'],
  ['037', '전북은행', 'Jeonbuk Bank'],
  ['039', '경남은행', 'Kyongnam Bank'],
  ['081', '하나은행', 'Hana Bank'],
  ['088', '신한은행', 'Shinhan Bank'],
];

const INTERNET_BANKS: readonly BankRow[] = [
  ['089', '케이뱅크', 'K bank'],
  ['090', '카카오뱅크', 'KakaoBank'],
  ['092', '토스뱅크', 'Toss Bank'],
];

const COOPERATIVES: readonly BankRow[] = [
  ['012', '지역농축협', 'Local agricultural and livestock cooperatives'],
  ['045', '새마을금고', 'MG Community Credit Cooperatives'],
  ['048', '신협', 'Credit unions'],
  ['064', '산림조합', 'Forestry cooperatives'],
];

const SECURITIES_FIRMS: readonly BankRow[] = [
  ['209', '유안타증권', 'Yuanta Securities'],
  ['218', 'KB증권', 'KB Securities'],
  ['238', '미래에셋증권', 'Mirae Asset Securities'],
  ['240', '삼성증권', 'Samsung Securities'],
  ['243', '한국투자증권', 'Korea Investment & Securities'],
  ['247', 'NH투자증권', 'NH Investment & Securities'],
  ['261', '교보증권', 'Kyobo Securities'],
  ['262', 'iM증권', 'iM Securities'],
  ['264', '키움증권', 'Kiwoom Securities'],
  ['265', 'LS증권', 'LS Securities'],
  ['266', 'SK증권', 'SK Securities'],
  ['267', '대신증권', 'Daishin Securities'],
  ['269', '한화투자증권', 'Hanwha Investment & Securities'],
  ['270', '하나증권', 'Hana Securities'],
  ['271', '토스증권', 'Toss Securities'],
  ['278', '신한투자증권', 'Shinhan Securities'],
  ['279', 'DB증권', 'DB Securities'],
  ['280', '유진투자증권', 'Eugene Investment & Securities'],
  ['287', '메리츠증권', 'Meritz Securities'],
  ['288', '카카오페이증권', 'KakaoPay Securities'],
];

/** Banks and securities firms that accounts are accepted at, by code; a renamed one has a row for each name. */
export const BANKS: readonly Bank[] = [
  ...ofKind('bank', COMMERCIAL_BANKS),
  { code: '031', ko: '대구은행', en: 'DGB Daegu Bank', kind: 'bank', validTo: localDate('2024-06-04') },
  { code: '031', ko: 'iM뱅크', en: 'iM Bank', kind: 'bank', validFrom: localDate('2024-06-05') },
  ...ofKind('internet-bank', INTERNET_BANKS),
  ...ofKind('cooperative', COOPERATIVES),
  { code: '050', ko: '저축은행', en: 'Savings banks', kind: 'savings-bank' },
  { code: '071', ko: '우체국', en: 'Korea Post', kind: 'post-office' },
  ...ofKind('securities', SECURITIES_FIRMS),
];

/** The bank of a code under the name it had on that date; null if the code is unknown. */
export function findBank(code: string, on: LocalDate): Bank | null {
  const named = BANKS.find((bank) => bank.code === code && (bank.validFrom ?? on) <= on && on <= (bank.validTo ?? on));
  return named ?? null;
}

function ofKind(kind: BankKind, rows: readonly BankRow[]): Bank[] {
  return rows.map(([code, ko, en]) => ({ code, ko, en, kind }));
}
