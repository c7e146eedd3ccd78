import { describe, expect, it } from '@jest/globals';
import { blankStep, readTiers, typedTiers } from './typed-tiers.js';

const TEXTS = { amount: 'amount', count: 'count', step: 'step' };
const step = { kind: 'APPROVE', role: 'APPROVER', minRank: 'EXECUTIVE', quorum: 2 } as const;

describe('tiers as they are typed', () => {
  it('say the same when a policy in force is sent again unchanged, in the order of the amounts', () => {
    const policy = { tiers: [{ fromWon: '100000000', mode: 'SIGNED', steps: [step] }, { fromWon: '0', mode: 'DIRECT', steps: [] }] };
    const { tiers, faults } = readTiers(typedTiers(policy as never), TEXTS);
    expect(faults).toEqual([]);
    expect(tiers).toEqual([{ fromWon: '0', mode: 'DIRECT', steps: [] }, { fromWon: '100000000', mode: 'SIGNED', steps: [step] }]);
  });

  it('read spoken amounts, and say at the field what cannot be read', () => {
    const typed = [
      { fromWon: '', mode: 'SIGNED', steps: [] },
      { fromWon: '10억', mode: 'SIGNED', steps: [{ ...blankStep(), quorum: '0' }] },
      { fromWon: '많이', mode: 'DIRECT', steps: [] },
    ] as const;
    const { tiers, faults } = readTiers(typed, TEXTS);
    expect(tiers[1]?.fromWon).toBe('1000000000');
    expect(faults).toEqual([
      { pointer: '/tiers/0/steps', text: 'step' },
      { pointer: '/tiers/1/steps/0/quorum', text: 'count' },
      { pointer: '/tiers/2/fromWon', text: 'amount' },
    ]);
  });

  it('lets a second person sign where nothing is decided yet', () => {
    expect(readTiers(typedTiers(null), TEXTS).tiers).toEqual([{ fromWon: '0', mode: 'SIGNED', steps: [{ kind: 'APPROVE', role: 'APPROVER', minRank: 'STAFF', quorum: 1 }] }]);
  });
});
