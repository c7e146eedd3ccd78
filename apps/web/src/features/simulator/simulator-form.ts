import { newKey } from '../../api/intent.js';
import { parseWonInput } from '../../format/won-input.js';
import type { SimulatedDeal } from '../obligation/obligation.requests.js';

/** Properties that somebody thinking of a deal can say, by the dimension's code. */
export const ASKED = ['stage', 'shares', 'place', 'founder', 'region', 'zone'] as const;

export interface DealForm {
  readonly key: string;
  readonly fundId: string;
  readonly amount: string;
  /** Taken for recognised on this route; empty for a deal outside the main purpose. */
  readonly route: string;
  /** Values by dimension; empty where nothing is said. */
  readonly traits: Readonly<Record<string, string>>;
}

export const blankDeal = (fundId: string): DealForm => ({ key: newKey(), fundId, amount: '', route: '', traits: { shares: 'NEW', place: 'DOMESTIC' } });

/** The deals that are filled in far enough to be asked about, in their order. */
export function readDeals(deals: readonly DealForm[]): SimulatedDeal[] {
  return deals.flatMap(({ fundId, amount, route, traits }) => {
    const won = parseWonInput(amount);
    if (fundId === '' || !won.ok || won.amount <= 0n) return [];
    const recognised = route === '' ? [] : [{ dimension: 'purpose', value: 'PUBLIC_TECHNOLOGY' }, { dimension: 'route', value: route }];
    const said = Object.entries(traits).flatMap(([dimension, value]) => (value.trim() === '' ? [] : [{ dimension, value: value.trim() }]));
    return [{ fundId, amountWon: won.amount.toString(), traits: [...recognised, ...said] }];
  });
}
