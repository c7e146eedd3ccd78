import { describe, expect, it } from '@jest/globals';
import { LIMIT_NAMES, defaultAuditPolicies } from './audit.policy.js';
import { PACK_CODES } from './pack.js';
import { getPack, PACKS, SOURCES, sourcesOf } from './pack.registry.js';

describe('the packs', () => {
  it('are the twelve recurring requests in their order', () => {
    expect(PACKS.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(PACKS.map(({ code }) => code)).toEqual([...PACK_CODES]);
  });

  it('have somebody to answer every list, and no answer that no list asks for', () => {
    const lists = PACKS.flatMap(({ code, lists: own }) => own.map(({ key }) => [code, key] as const));
    expect(lists.filter(([code, key]) => sourcesOf(code, key).length === 0)).toEqual([]);
    const wanted = new Set(lists.map(([code, key]) => `${code}/${key}`));
    expect(SOURCES.flatMap((sources) => Object.keys(sources)).filter((key) => !wanted.has(key))).toEqual([]);
  });

  it('name every limit that they are drawn by, and lay each that is theirs', () => {
    const limits = PACKS.flatMap((pack) => pack.limits);
    expect(limits.filter((key) => LIMIT_NAMES[key] === undefined)).toEqual([]);
    const laid = new Set(defaultAuditPolicies(new Date()).map(({ key }) => key));
    expect(limits.filter((key) => key.startsWith('audit.') && !laid.has(key))).toEqual([]);
  });

  it('have columns of their own names, each once', () => {
    for (const { lists } of PACKS) for (const { columns } of lists) expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
  });

  it('are not found under another name', () => {
    expect(() => getPack('nothing')).toThrow('audit pack');
  });
});
