import type { WaterfallTerms } from './waterfall.js';

/** The terms of a waterfall as stored, hashed and shown; rates in basis points, weights as digits. */
export interface TermsRecord {
  readonly hurdle: number;
  readonly dayCount: string;
  readonly carry: number;
  readonly catchUp: number | null;
  readonly interim: string;
  readonly clause: string;
  readonly firstLoss: readonly { readonly partnerId: string; readonly share: number }[];
  readonly carriedPartners: readonly { readonly partnerId: string; readonly weight: string }[];
}

export function termsRecord({ firstLoss, carriedPartners, ...terms }: WaterfallTerms): TermsRecord {
  return { ...terms, firstLoss: firstLoss.map((each) => ({ ...each })), carriedPartners: carriedPartners.map(({ partnerId, weight }) => ({ partnerId, weight: weight.toString() })) };
}
