/** How a fund calls its capital: everything at once, in instalments that the agreement fixes, or as it is needed. */
export const CALL_KINDS = ['LUMP_SUM', 'INSTALMENT', 'ON_DEMAND'] as const;
export type CallKind = (typeof CALL_KINDS)[number];

/** What the money is for; the text beside it says it in words. */
export const CALL_PURPOSES = ['INVESTMENT', 'MANAGEMENT_FEE', 'EXPENSE', 'MIXED', 'OTHER'] as const;
export type CallPurpose = (typeof CALL_PURPOSES)[number];

export const CALL_KIND_NAMES: Readonly<Record<CallKind, string>> = { LUMP_SUM: '일시납', INSTALMENT: '분할납', ON_DEMAND: '수시납' };
export const CALL_PURPOSE_NAMES: Readonly<Record<CallPurpose, string>> = {
  INVESTMENT: '투자재원',
  MANAGEMENT_FEE: '관리보수',
  EXPENSE: '조합운영비',
  MIXED: '투자재원 및 보수·운영비',
  OTHER: '기타',
};
