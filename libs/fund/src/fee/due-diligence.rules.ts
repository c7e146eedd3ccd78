import { shareOf, subtractWon, ZERO_WON, type BasisPoints, type Won } from '#libs/money';

export const DUE_DILIGENCE_KINDS = ['FINANCIAL', 'LEGAL', 'TECHNICAL', 'OTHER'] as const;
export type DueDiligenceKind = (typeof DUE_DILIGENCE_KINDS)[number];

/** The fund's part of what an examination costs; by kind where the deal was not made. Kinds not named are the manager's. */
export interface DueDiligenceTerms {
  readonly whenInvested: BasisPoints;
  readonly whenNot: Readonly<Partial<Record<DueDiligenceKind, BasisPoints>>>;
}

/**
 * Who bears the cost of an examination: the fund all of it when it invested, half of a financial or legal one when it did
 * not (2023 model agreement; docs/domain.md §2.9). The fund's part is floored, the manager bears the rest, in won.
 */
export function dueDiligenceCost(costWon: Won, kind: DueDiligenceKind, invested: boolean, terms: DueDiligenceTerms): { readonly fundWon: Won; readonly generalPartnerWon: Won } {
  const share = invested ? terms.whenInvested : terms.whenNot[kind];
  const fundWon = share === undefined ? ZERO_WON : shareOf(costWon, share, 'floor');
  return { fundWon, generalPartnerWon: subtractWon(costWon, fundWon) };
}
