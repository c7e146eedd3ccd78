import { addYears, type LocalDate } from '#libs/calendar';
import type { Instrument } from '../investment/investment.js';
import { DIMENSIONS } from '../obligation/mandate/dimension.data.js';
import type { Traits } from '../obligation/mandate/mandate.js';

/** What the facts on record say of a deal, from which its traits follow. */
export interface TraitFacts {
  readonly companyId: string;
  readonly instrument: Instrument;
  readonly paidOn: LocalDate;
  readonly incorporatedOn: LocalDate | null;
  /** As recognised; null without recognition. */
  readonly route: string | null;
  /** Null where no terms were recorded, as for deals of an imported register: then the usual is assumed of them. */
  readonly terms: { readonly newlyIssued: boolean; readonly listed: boolean; readonly overseas: boolean; readonly project: string | null } | null;
  /** What was recorded besides: region, zone, … */
  readonly stored: Traits;
}

/** Years from incorporation within which a company is an early start-up, and a start-up (중소기업창업 지원법 §2). */
export interface StageYears {
  readonly early: number;
  readonly startup: number;
}

/** Dimensions that follow from other facts: nobody records them by hand, so nothing can disagree. */
export const DERIVED_DIMENSIONS: readonly string[] = ['company', 'shares', 'place', 'market', 'kind', 'project', 'route', 'purpose', 'stage'];

/** The others: what somebody says of a deal. */
export const RECORDED_DIMENSIONS: readonly string[] = DIMENSIONS.map(({ code }) => code).filter((code) => !DERIVED_DIMENSIONS.includes(code));

/** Everything a deal is, one value for each dimension. */
export function dealTraits(facts: TraitFacts, years: StageYears): Traits {
  const { terms } = facts;
  const isOld = facts.instrument === 'SECONDARY' || terms?.newlyIssued === false;
  const stage = stageOf(facts.incorporatedOn, facts.paidOn, years);
  return {
    ...facts.stored,
    company: facts.companyId,
    shares: isOld ? 'SECONDARY' : 'NEW',
    place: terms?.overseas === true ? 'OVERSEAS' : 'DOMESTIC',
    market: terms?.listed === true ? 'LISTED' : 'UNLISTED',
    ...(facts.instrument === 'PROJECT' ? { kind: 'PROJECT' } : {}),
    ...(typeof terms?.project === 'string' ? { project: terms.project } : {}),
    ...(stage === null ? {} : { stage }),
    ...recognisedTraits(facts.route),
  };
}

/** The same deal once recognition on `route` is accepted. */
export const withRecognition = (traits: Traits, route: string): Traits => ({ ...traits, ...recognisedTraits(route) });

const recognisedTraits = (route: string | null): Traits => (route === null ? {} : { route, purpose: 'PUBLIC_TECHNOLOGY' });

/** The age of a company on the day of payment, the anniversary included; null for an older one, and where nobody knows. */
function stageOf(incorporatedOn: LocalDate | null, paidOn: LocalDate, { early, startup }: StageYears): 'EARLY' | 'STARTUP' | null {
  if (incorporatedOn === null) return null;
  if (paidOn <= addYears(incorporatedOn, early)) return 'EARLY';
  return paidOn <= addYears(incorporatedOn, startup) ? 'STARTUP' : null;
}
