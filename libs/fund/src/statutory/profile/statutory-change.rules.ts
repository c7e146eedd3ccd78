import type { LocalDate } from '#libs/calendar';
import { STATUTORY_VERSIONS } from '../statutory.policy.js';
import { statutoryPosition } from '../statutory.rules.js';
import type { StatutoryFigures, StatutoryPartner, StatutoryVerdict } from '../statutory.js';

/** Where a manager's funds together, or one of them, stand under one wording. */
export interface StatutoryStanding {
  readonly generalPartnerId: string;
  /** Null: its funds together. */
  readonly fundId: string | null;
  readonly versionId: string;
  readonly figures: StatutoryFigures;
  readonly verdict: StatutoryVerdict;
}

/** A standing before and after something was recorded; null where the wording did not hold, or holds no more. */
export interface StatutoryChange extends Pick<StatutoryStanding, 'generalPartnerId' | 'fundId' | 'versionId'> {
  readonly before: StatutoryStanding | null;
  readonly after: StatutoryStanding | null;
}

/** Every standing of these managers on a day: each one's funds together first, then fund by fund. */
export function statutoryStandings(partners: readonly StatutoryPartner[], on: LocalDate): StatutoryStanding[] {
  return partners.flatMap((partner) => {
    const { generalPartnerId } = partner;
    const position = statutoryPosition(partner, STATUTORY_VERSIONS, on);
    return [
      ...position.partner.map(({ version, figures, verdict }): StatutoryStanding => ({ generalPartnerId, fundId: null, versionId: version.id, figures, verdict })),
      ...position.funds.map(({ fundId, version, figures, verdict }): StatutoryStanding => ({ generalPartnerId, fundId, versionId: version.id, figures, verdict })),
    ];
  });
}

/** The standings side by side, in the order of the ones before. */
export function statutoryChanges(before: readonly StatutoryStanding[], after: readonly StatutoryStanding[]): StatutoryChange[] {
  const among = (list: readonly StatutoryStanding[], one: StatutoryStanding): StatutoryStanding | null =>
    list.find((each) => each.generalPartnerId === one.generalPartnerId && each.fundId === one.fundId && each.versionId === one.versionId) ?? null;
  const added = after.filter((each) => among(before, each) === null);
  return [...before, ...added].map((each) => {
    const { generalPartnerId, fundId, versionId } = each;
    return { generalPartnerId, fundId, versionId, before: among(before, each), after: among(after, each) };
  });
}
