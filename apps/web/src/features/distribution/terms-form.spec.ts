import { describe, expect, it } from '@jest/globals';
import { isByCommitment, readTerms, sharesOf, type TermsForm } from './terms-form.js';

const TEXTS = { rate: 'rate', partner: 'partner', twice: 'twice', date: 'date', clause: 'clause', sum: (share: string) => `sum ${share}`, most: (share: string) => `most ${share}` };
const typed = (changes: Partial<TermsForm> = {}): TermsForm => ({
  ...{ hurdleBasisPoints: '5', carryBasisPoints: '20', catchUpBasisPoints: '0', dayCount: 'ACTUAL_365', interim: 'NONE' },
  ...{ firstLoss: [], carried: [], effectiveFrom: '2026-01-01', clause: '규약 제41조', ...changes },
});
const carried = (...weights: string[]) => weights.map((weight, index) => ({ partnerId: `P${index}`, partner: `P${index}`, weight }));

describe('who shares the carry, as it is typed', () => {
  it('is sent in basis points, each by name', () => {
    const { body, found } = readTerms(typed({ carried: [{ partnerId: 'A', share: '62.5' }, { partnerId: 'B', share: '37.5' }], firstLoss: [{ partnerId: 'A', share: '10' }] }), TEXTS);
    expect(found).toEqual([]);
    expect(body?.parties).toEqual([{ partnerId: 'A', weight: 1000, role: 'FIRST_LOSS' }, { partnerId: 'A', weight: 6250, role: 'CARRIED' }, { partnerId: 'B', weight: 3750, role: 'CARRIED' }]);
  });

  it.each([
    ['less than the whole', [{ partnerId: 'A', share: '60' }, { partnerId: 'B', share: '39.99' }], [['/carried/1/share', 'sum 99.99']]],
    ['more than the whole', [{ partnerId: 'A', share: '60' }, { partnerId: 'B', share: '41' }], [['/carried/1/share', 'sum 101']]],
    ['somebody twice', [{ partnerId: 'A', share: '50' }, { partnerId: 'A', share: '50' }], [['/carried/1/partnerId', 'twice']]],
    ['nobody, and nothing', [{ partnerId: '', share: '' }], [['/carried/0/partnerId', 'partner'], ['/carried/0/share', 'rate']]],
  ])('is refused at the field: %s', (_what, lines, faults) => {
    const { body, found } = readTerms(typed({ carried: lines }), TEXTS);
    expect([body, found.map(({ pointer, text }) => [pointer, text])]).toEqual([null, faults]);
  });

  it('lets losses be borne first in part, never more than wholly', () => {
    const pointers = (...shares: string[]) => readTerms(typed({ firstLoss: shares.map((share, index) => ({ partnerId: `P${index}`, share })) }), TEXTS).found;
    expect([pointers('10', '20'), pointers('60', '41')]).toEqual([[], [{ pointer: '/firstLoss/1/share', text: 'most 101' }]]);
  });
});

describe('shares of the carry in force', () => {
  it.each([
    ['one', ['1'], ['100']],
    ['three alike: the first takes what is cut off', ['1', '1', '1'], ['33.34', '33.33', '33.33']],
    ['percent as they were decided', ['6250', '3750'], ['62.5', '37.5']],
  ])('%s', (_what, weights, shares) => {
    expect(sharesOf(carried(...weights)).map(({ share }) => share)).toEqual(shares);
  });

  it('are commitments where nobody was named', () => {
    expect([isByCommitment(carried('200000000')), isByCommitment(carried('10000'))]).toEqual([true, false]);
  });
});
