import { invalidField, type DomainError } from '#libs/errors';
import { basisPoints } from '#libs/money';
import type { Partner } from '../../fund/fund.js';
import type { WaterfallParties } from '../waterfall.policy.js';

export const PARTY_ROLES = ['FIRST_LOSS', 'CARRIED'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** A partner with a part of its own in the waterfall; `weight` in basis points of paid-in capital, or among those who share the carry. */
export interface WaterfallParty {
  readonly partnerId: string;
  readonly role: PartyRole;
  readonly weight: number;
}

const WHOLE = 10_000;

/** What stands where nobody was named: nobody bears losses first, and the general partners share the carry by their commitments. */
export function defaultParties(partners: readonly Partner[]): WaterfallParties {
  const general = partners.filter((partner) => partner.kind === 'GENERAL');
  return { firstLoss: [], carriedPartners: general.map(({ id, commitmentWon }) => ({ partnerId: id, weight: commitmentWon })) };
}

/** The parties as a decision names them; a decision that names nobody for the carry leaves it to the general partners. */
export function partiesOf(named: readonly WaterfallParty[], partners: readonly Partner[]): WaterfallParties {
  const of = (role: PartyRole): readonly WaterfallParty[] => named.filter((party) => party.role === role);
  const carried = of('CARRIED').map(({ partnerId, weight }) => ({ partnerId, weight: BigInt(weight) }));
  return {
    firstLoss: of('FIRST_LOSS').map(({ partnerId, weight }) => ({ partnerId, share: basisPoints(weight) })),
    carriedPartners: carried.length === 0 ? defaultParties(partners).carriedPartners : carried,
  };
}

/** Every party is a partner of the fund and stands once in a role; losses borne first are at most the whole. Throws at the field. */
export function requireParties(parties: readonly WaterfallParty[], partners: readonly Partner[]): void {
  for (const [index, party] of parties.entries()) {
    if (!partners.some((partner) => partner.id === party.partnerId)) throw strangerAt(index);
    if (parties.findIndex((other) => other.partnerId === party.partnerId && other.role === party.role) !== index) throw twiceAt(index);
  }
  const borneFirst = parties.filter((party) => party.role === 'FIRST_LOSS').reduce((sum, party) => sum + party.weight, 0);
  if (borneFirst > WHOLE) {
    throw invalidField('/parties', 'waterfall.first-loss', {
      ko: '우선손실충당 비율의 합은 100% 이하여야 합니다.',
      en: 'Losses borne first are at most 100 % of the paid-in capital together.',
    });
  }
}

function strangerAt(index: number): DomainError {
  return invalidField(`/parties/${index}/partnerId`, 'waterfall.not-a-partner', {
    ko: '이 조합의 조합원이 아닙니다. 조합원 명부에서 고르십시오.',
    en: 'This is no partner of the fund. Choose one from the list of partners.',
  });
}

function twiceAt(index: number): DomainError {
  return invalidField(`/parties/${index}/partnerId`, 'waterfall.party-twice', {
    ko: '같은 조합원이 같은 역할에 두 번 있습니다. 한 줄로 합치십시오.',
    en: 'The same partner stands twice in one role. Put it in one line.',
  });
}
