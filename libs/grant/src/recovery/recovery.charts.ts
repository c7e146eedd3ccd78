import { defineChart, type Chart } from '#libs/journal';

/** By recovery: what an institution owes. */
export const RECOVERY_RECEIVABLE = defineChart({
  code: 'grant.recovery-receivable', class: 'ASSET', normalSide: 'D', unit: 'KRW', floor: 0n,
  name: { ko: '회수 미수금', en: 'Recoveries receivable' },
});
/** What the claims of a call consist of. */
export const RECOVERED_PRINCIPAL = defineChart({
  code: 'grant.recovered-principal', class: 'INCOME', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '사업비 반납금', en: 'Grant money to be returned' },
});
export const RECOVERED_INTEREST = defineChart({
  code: 'grant.recovered-interest', class: 'INCOME', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '발생이자 반납금', en: 'Interest to be returned' },
});
export const RECOVERED_PENALTY = defineChart({
  code: 'grant.recovered-penalty', class: 'INCOME', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '제재부가금', en: 'Penalty charges' },
});
export const RECOVERED_SURCHARGE = defineChart({
  code: 'grant.recovered-surcharge', class: 'INCOME', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '가산금', en: 'Late surcharges' },
});
/** Received and not yet given to the Treasury; given to it; and given up. */
export const RECOVERED_CASH = defineChart({
  code: 'grant.recovered-cash', class: 'ASSET', normalSide: 'D', unit: 'KRW', floor: 0n,
  name: { ko: '회수금 보관액', en: 'Recovered cash' },
});
export const REMITTED = defineChart({
  code: 'grant.remitted', class: 'EXPENSE', normalSide: 'D', unit: 'KRW', floor: 0n,
  name: { ko: '국고납입액', en: 'Remitted to the Treasury' },
});
export const RECOVERY_WRITTEN_OFF = defineChart({
  code: 'grant.recovery-written-off', class: 'EXPENSE', normalSide: 'D', unit: 'KRW', floor: 0n,
  name: { ko: '결손처분액', en: 'Recoveries written off' },
});
/** Memo, by agreement: what the institution put into the project's account to give back more than the account held (disallowed use, shortages). */
export const PROJECT_MADE_GOOD = defineChart({
  code: 'grant.project-made-good', class: 'MEMO', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '기관 보전액', en: 'Made good by the institution' },
});

export const RECOVERY_CHARTS: readonly Chart[] = [
  ...[RECOVERY_RECEIVABLE, RECOVERED_PRINCIPAL, RECOVERED_INTEREST, RECOVERED_PENALTY, RECOVERED_SURCHARGE],
  ...[RECOVERED_CASH, REMITTED, RECOVERY_WRITTEN_OFF, PROJECT_MADE_GOOD],
];
