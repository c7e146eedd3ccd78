import { localDate, type LocalDate } from '#libs/calendar';
import { invariant } from '#libs/errors';
import { fraction } from '#libs/money';
import type { PolicyDraft, PolicySet } from '#libs/policy';
import type { RoyaltyPayer, RoyaltyShare, RoyaltyTerms } from './royalty.js';

/** 국가연구개발혁신법 제18조, 시행령 제38조 내지 제41조. */
export const INNOVATION_ROYALTIES: RoyaltyTerms = {
  rates: { SME: fraction(25n, 1_000n), MID_SIZE: fraction(5n, 100n), LARGE: fraction(10n, 100n) },
  caps: { SME: fraction(10n, 100n), MID_SIZE: fraction(20n, 100n), LARGE: fraction(40n, 100n) },
  yearsFromFirstCollection: 5,
  yearsFromProjectEnd: 7,
  clause: '국가연구개발혁신법 제18조, 시행령 제38조~제41조',
};

/** Each wording of the statute with the day from which agreements are under it. */
const WORDINGS: readonly { readonly from: LocalDate; readonly terms: RoyaltyTerms }[] = [{ from: localDate('2021-01-01'), terms: INNOVATION_ROYALTIES }];

/** The wording that an agreement of `agreedOn` is under; one from before the act is under its first wording (부칙 경과조치). */
export function royaltyTermsOn(agreedOn: LocalDate): RoyaltyTerms {
  const wording = WORDINGS.filter(({ from }) => from <= agreedOn).at(-1) ?? WORDINGS[0];
  invariant(wording !== undefined, 'there is a wording');
  return wording.terms;
}

/** What an institution is decides what it pays; a non-profit one divides what it gets and pays nothing. */
export const PAYER_OF: Readonly<Record<'SME' | 'MID_SIZE' | 'MID_SIZE_LARGE_SALES' | 'LARGE' | 'NON_PROFIT', RoyaltyPayer | null>> = {
  SME: 'SME', MID_SIZE: 'MID_SIZE', MID_SIZE_LARGE_SALES: 'MID_SIZE', LARGE: 'LARGE', NON_PROFIT: null,
};

export const ROYALTY_POLICIES = {
  paymentDays: 'grant.royalty-payment-days',
  shares: 'grant.royalty-shares-basis-points',
} as const;

export type DivisionBasis = 'INNOVATION_ACT' | 'TRANSFER_ACT';
export type DivisionRecipient = 'RESEARCHERS' | 'TRANSFER' | 'CONTRIBUTORS' | 'OTHERS';

/** Least parts by statute in basis points; whoever is not named takes what is left. */
const LEAST_PARTS: Readonly<Record<DivisionBasis, Readonly<Partial<Record<DivisionRecipient, number>>>>> = {
  INNOVATION_ACT: { RESEARCHERS: 6_000, TRANSFER: 1_500, CONTRIBUTORS: 1_000 },
  TRANSFER_ACT: { RESEARCHERS: 5_000, CONTRIBUTORS: 1_000 },
};

export const DIVISION_CLAUSES: Readonly<Record<DivisionBasis, string>> = {
  INNOVATION_ACT: '국가연구개발혁신법 시행령 제41조',
  TRANSFER_ACT: '기술의 이전 및 사업화 촉진에 관한 법률 시행령 제24조',
};

const SINCE = localDate('2020-01-01');

export function defaultRoyaltyPolicies(knownAt: Date): PolicyDraft[] {
  const laid = (key: string, value: PolicyDraft['value'], clause: string): PolicyDraft => ({ scope: '*', key, value, effectiveFrom: SINCE, effectiveTo: null, clause, source: 'LAW', knownAt });
  return [
    laid(ROYALTY_POLICIES.paymentDays, 90, '국가연구개발혁신법 시행령 제38조: 고지받은 날부터 90일 이내'),
    laid(ROYALTY_POLICIES.shares, LEAST_PARTS, Object.values(DIVISION_CLAUSES).join(', ')),
  ];
}

/** Days from a notice to its last day of payment. */
export const paymentDays = (policies: PolicySet): number => policies.integer(ROYALTY_POLICIES.paymentDays, 90);

const RECIPIENTS: readonly DivisionRecipient[] = ['RESEARCHERS', 'TRANSFER', 'CONTRIBUTORS'];

/** The parties of a division by the policy in force, in the order of the statute; the last one takes what is left. */
export function divisionShares(basis: DivisionBasis, policies: PolicySet): readonly (RoyaltyShare & { readonly recipient: DivisionRecipient; readonly leastBasisPoints: number | null })[] {
  const decided = policies.find(ROYALTY_POLICIES.shares)?.value as Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
  const least = decided?.[basis] ?? LEAST_PARTS[basis];
  const named = RECIPIENTS.flatMap((recipient) => {
    const points = least[recipient];
    return typeof points === 'number' ? [{ recipient, name: RECIPIENT_NAMES[recipient].ko, leastBasisPoints: points, least: fraction(BigInt(points), 10_000n) }] : [];
  });
  return [...named, { recipient: 'OTHERS', name: RECIPIENT_NAMES.OTHERS.ko, leastBasisPoints: null, least: null }];
}

export const RECIPIENT_NAMES: Readonly<Record<DivisionRecipient, { readonly ko: string; readonly en: string }>> = {
  RESEARCHERS: { ko: '연구자', en: 'Researchers' },
  TRANSFER: { ko: '기술이전·지식재산', en: 'Transfer and patents' },
  CONTRIBUTORS: { ko: '기여자', en: 'Contributing staff' },
  OTHERS: { ko: '그 밖의 사용', en: 'Other uses' },
};

/** How a non-profit owner uses the government's part: researchers, transfer and patents, contributing staff, the rest. */
export const NON_PROFIT_SHARES = [
  { name: '연구자', least: fraction(60n, 100n) },
  { name: '기술이전·지식재산', least: fraction(15n, 100n) },
  { name: '기여자', least: fraction(10n, 100n) },
  { name: '그 밖의 사용', least: null },
] as const;
