import { basisPoints, TREASURY_STEP_WON } from '#libs/money';
import type { CollectionTerms } from '../collection.js';

const law = <T>(value: T) => ({ value, clause: '공공재정환수법 시행령', source: 'LAW' as const });

/** Thirty days, ten-won steps, and 1 % within a week, 2 % within a month, 1 % more for each further one up to 5 %. */
export const STEPPED: CollectionTerms = {
  surcharge: { steps: law([{ within: { days: 7 }, rate: basisPoints(100) }, { within: { months: 1 }, rate: basisPoints(200) }]), monthlyRate: law(basisPoints(100)), cap: law(basisPoints(500)) },
  paymentTermDays: law(30),
  mostInstalments: law(12),
  truncationWon: law(TREASURY_STEP_WON),
};
/** The same without a rule on surcharges, demanded to the won. */
export const PLAIN: CollectionTerms = { ...STEPPED, surcharge: null, truncationWon: law(null) };
