import type { Traits } from '../obligation/mandate/mandate.js';
import type { ShownTraitDto } from './deal-term.dto.js';
import { DERIVED_DIMENSIONS } from './deal-trait.rules.js';

/** What a deal is, for people: which company it is in says the page already. */
export function shownTraits(traits: Traits): ShownTraitDto[] {
  return Object.entries(traits)
    .filter(([dimension]) => dimension !== 'company')
    .map(([dimension, value]) => ({ dimension, value, derived: DERIVED_DIMENSIONS.includes(dimension) }))
    .sort((left, right) => (left.dimension < right.dimension ? -1 : 1));
}
