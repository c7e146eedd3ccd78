import { defineChart, type Chart } from '#libs/journal';

/** By claim: what is still to be paid of it. */
export const OUTCOME_RECEIVABLE = defineChart({
  code: 'grant.outcome-receivable', class: 'ASSET', normalSide: 'D', unit: 'KRW', floor: 0n,
  name: { ko: '기술료·처분수입 미수금', en: 'Royalties and proceeds receivable' },
});
/** What came for claims and was not paid to the Treasury yet. */
export const OUTCOME_CASH = defineChart({
  code: 'grant.outcome-cash', class: 'ASSET', normalSide: 'D', unit: 'KRW', floor: 0n,
  name: { ko: '기술료·처분수입 예치금', en: 'Royalties and proceeds held' },
});
/** What the Treasury is owed of claims; receivable and held together. */
export const OUTCOME_DUE = defineChart({
  code: 'grant.outcome-due', class: 'LIABILITY', normalSide: 'C', unit: 'KRW', floor: 0n,
  name: { ko: '국고납입 예정액(기술료·처분수입)', en: 'Due to the Treasury from royalties and proceeds' },
});

export const OUTCOME_CHARTS: readonly Chart[] = [OUTCOME_RECEIVABLE, OUTCOME_CASH, OUTCOME_DUE];
