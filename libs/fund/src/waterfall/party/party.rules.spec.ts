import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '#libs/errors';
import { won } from '#libs/money';
import type { Partner } from '../../fund/fund.js';
import { defaultParties, partiesOf, requireParties, type WaterfallParty } from './party.rules.js';

const partners: Partner[] = [
  { id: 'lp', name: '공제회', kind: 'LIMITED', ordinal: 1, commitmentWon: won(900n) },
  { id: 'gp1', name: '기술지주', kind: 'GENERAL', ordinal: 2, commitmentWon: won(70n) },
  { id: 'gp2', name: '벤처투자', kind: 'GENERAL', ordinal: 3, commitmentWon: won(30n) },
];
const party = (partnerId: string, role: WaterfallParty['role'], weight: number): WaterfallParty => ({ partnerId, role, weight });

describe('the parties of a waterfall', () => {
  it('are the general partners by their commitments where nobody was named', () => {
    const shared = [{ partnerId: 'gp1', weight: 70n }, { partnerId: 'gp2', weight: 30n }];
    expect(defaultParties(partners)).toEqual({ firstLoss: [], carriedPartners: shared });
    expect(partiesOf([party('gp1', 'FIRST_LOSS', 1_000)], partners)).toEqual({ firstLoss: [{ partnerId: 'gp1', share: 1_000 }], carriedPartners: shared });
  });

  it('are those who were named', () => {
    expect(partiesOf([party('gp2', 'CARRIED', 1)], partners).carriedPartners).toEqual([{ partnerId: 'gp2', weight: 1n }]);
  });

  it.each<[string, WaterfallParty[], string, string]>([
    ['a stranger', [party('gp1', 'CARRIED', 1), party('nobody', 'CARRIED', 1)], 'waterfall.not-a-partner', '/parties/1/partnerId'],
    ['a partner twice in a role', [party('gp1', 'CARRIED', 1), party('gp1', 'CARRIED', 2)], 'waterfall.party-twice', '/parties/1/partnerId'],
    ['more than the whole', [party('gp1', 'FIRST_LOSS', 6_000), party('gp2', 'FIRST_LOSS', 4_001)], 'waterfall.first-loss', '/parties'],
  ])('are not %s', (_what, parties, code, pointer) => {
    let refused: DomainError | null = null;
    try {
      requireParties(parties, partners);
    } catch (error) {
      refused = error as DomainError;
    }
    expect([refused?.code, refused?.faults.map((fault) => fault.pointer)]).toEqual([code, [pointer]]);
  });
});
