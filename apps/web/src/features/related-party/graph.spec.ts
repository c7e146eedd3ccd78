import { describe, expect, it } from '@jest/globals';
import { placed } from './graph.js';
import type { Relation } from './related-party.requests.js';

const relation = (from: string, to: string, kind: Relation['relation'] = 'EMPLOYS'): Relation => ({
  id: `${from}-${to}`, fromId: from, from, fromKind: 'COMPANY', relation: kind, toId: to, to, toKind: 'PERSON', shareBasisPoints: null, keyManager: false, validFrom: '2020-01-01', validTo: null, source: 'x', recordedBy: 'x', recorderName: 'x',
});

describe('the picture of related parties', () => {
  it('reads from left to right: a manager, its staff, their spouses', () => {
    const { parties, relations } = placed([relation('운용사', '직원'), relation('배우자', '직원', 'MARRIED_TO')]);
    const x = (id: string): number => parties.find((party) => party.id === id)?.x ?? -1;
    expect(x('운용사')).toBeLessThan(x('직원'));
    expect(x('직원')).toBeLessThan(x('배우자'));
    expect(relations).toHaveLength(2);
  });

  it('places everybody once, also in a ring, and nobody on top of another', () => {
    const { parties } = placed([relation('가', '나'), relation('나', '다'), relation('다', '가'), relation('가', '라')]);
    expect(new Set(parties.map(({ x, y }) => `${x} ${y}`)).size).toBe(4);
  });

  it('is empty without relations', () => {
    expect(placed([])).toMatchObject({ parties: [], relations: [] });
  });
});
