import { fraction } from '#libs/money';
import type { RoyaltyTerms } from './royalty.js';

/** 국가연구개발혁신법 제18조, 시행령 제38조 내지 제41조. */
export const INNOVATION_ROYALTIES: RoyaltyTerms = {
  rates: { SME: fraction(25n, 1_000n), MID_SIZE: fraction(5n, 100n), LARGE: fraction(10n, 100n) },
  caps: { SME: fraction(10n, 100n), MID_SIZE: fraction(20n, 100n), LARGE: fraction(40n, 100n) },
  yearsFromFirstCollection: 5,
  yearsFromProjectEnd: 7,
  clause: '국가연구개발혁신법 제18조, 시행령 제38조~제41조',
};

/** How a non-profit owner uses the government's part: researchers, transfer and patents, contributing staff, the rest. */
export const NON_PROFIT_SHARES = [
  { name: '연구자', least: fraction(60n, 100n) },
  { name: '기술이전·지식재산', least: fraction(15n, 100n) },
  { name: '기여자', least: fraction(10n, 100n) },
  { name: '그 밖의 사용', least: null },
] as const;
