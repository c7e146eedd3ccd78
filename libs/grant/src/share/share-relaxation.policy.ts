import { basisPoints } from '#libs/money';
import type { PolicySet } from '#libs/policy';
import { INSTITUTION_TYPES, type InstitutionType, type ShareVersion } from './share.js';

const slug = (type: InstitutionType): string => type.toLowerCase().replaceAll('_', '-');
const governmentKey = (type: InstitutionType): string => `grant.government-share-basis-points.${slug(type)}`;
const cashKey = (type: InstitutionType): string => `grant.own-cash-basis-points.${slug(type)}`;

/** Terms by which a call differs from 별표 1 (비고 1: where the ministry agreed); each with the reference it rests on. There is no default: the law is it. */
export const SHARE_TERMS: Readonly<Record<string, number>> = Object.fromEntries(INSTITUTION_TYPES.flatMap((type) => [[governmentKey(type), 0], [cashKey(type), 0]]));

/** The wording of the law as far as the call does not relax it for this type of institution. */
export function relaxedShares(version: ShareVersion, type: InstitutionType, policies: PolicySet): ShareVersion {
  const [government, cash] = [policies.find(governmentKey(type)), policies.find(cashKey(type))];
  if (government === null && cash === null) return version;
  const law = version.limits[type];
  const limit = {
    governmentAtMost: basisPoints(policies.integer(governmentKey(type), law.governmentAtMost)),
    cashAtLeast: basisPoints(policies.integer(cashKey(type), law.cashAtLeast)),
  };
  const clauses = [version.clause, ...new Set([government?.clause, cash?.clause].filter((clause) => clause !== undefined))];
  return { ...version, id: `${version.id}+RELAXED`, limits: { ...version.limits, [type]: limit }, clause: clauses.join('; ') };
}
