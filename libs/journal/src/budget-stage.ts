import type { Bilingual } from '#libs/errors';

/** 정부안 is a proposal and no money yet; from 국회확정 on it can be spent (docs/domain.md §0.1, A4). */
export type BudgetStage = 'PROPOSAL' | 'APPROVED' | 'SUPPLEMENTARY' | 'TRANSFER' | 'CARRIED_FORWARD';

export const BUDGET_STAGES: Readonly<Record<BudgetStage, Bilingual & { readonly spendable: boolean }>> = {
  PROPOSAL: { ko: '정부안', en: 'government proposal', spendable: false },
  APPROVED: { ko: '국회확정', en: 'approved by the National Assembly', spendable: true },
  SUPPLEMENTARY: { ko: '추경', en: 'supplementary budget', spendable: true },
  TRANSFER: { ko: '변경', en: 'transfer', spendable: true },
  CARRIED_FORWARD: { ko: '이월', en: 'carried forward', spendable: true },
};

/** The stages whose amounts may be used. */
export const SPENDABLE_STAGES = (Object.keys(BUDGET_STAGES) as BudgetStage[]).filter((stage) => BUDGET_STAGES[stage].spendable);
