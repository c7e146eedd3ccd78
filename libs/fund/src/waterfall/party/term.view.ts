import { DAY_COUNTS, INTERIM_PAYOUTS } from '../waterfall.js';
import type { TermsRecord } from '../terms.model.js';
import type { WaterfallPartyDto, WaterfallTermsDto } from './term.dto.js';

export function shownTerms(terms: TermsRecord, names: ReadonlyMap<string, string>): WaterfallTermsDto {
  const named = (partnerId: string, weight: string): WaterfallPartyDto => ({ partnerId, partner: names.get(partnerId) ?? '', weight });
  return {
    hurdleBasisPoints: terms.hurdle,
    carryBasisPoints: terms.carry,
    catchUpBasisPoints: terms.catchUp,
    dayCount: DAY_COUNTS.find((each) => each === terms.dayCount) ?? DAY_COUNTS[0],
    interim: INTERIM_PAYOUTS.find((each) => each === terms.interim) ?? INTERIM_PAYOUTS[0],
    clause: terms.clause,
    firstLoss: terms.firstLoss.map(({ partnerId, share }) => named(partnerId, share.toString())),
    carried: terms.carriedPartners.map(({ partnerId, weight }) => named(partnerId, weight)),
  };
}

export const namesOf = (partners: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> => new Map(partners.map(({ id, name }) => [id, name]));
