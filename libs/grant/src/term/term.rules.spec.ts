import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#libs/errors';
import type { PolicyValue } from '#libs/policy';
import { termValue } from './term.rules.js';

const PAPERS: PolicyValue = [
  { words: ['재료'], papers: ['QUOTES'], fromWon: '20000000', resource: 'CASH' },
  { words: ['회의'], papers: ['MINUTES'], fromWon: '0', resource: null },
];
const RATES: PolicyValue = { TRANSFER_ACT: { RESEARCHERS: 5000 }, INNOVATION_ACT: { RESEARCHERS: 6000 } };

const refusal = (key: string, text: string, sample: PolicyValue): string => {
  try {
    termValue(key, text, sample, '/value');
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  throw new Error(`${text} was taken`);
};

describe('a term that is a table', () => {
  it.each<readonly [string, string, PolicyValue]>([
    ['rows of each shape that is in force', JSON.stringify([...(PAPERS as readonly PolicyValue[])].reverse()), PAPERS],
    ['one row less', JSON.stringify([{ words: ['출장'], papers: [], fromWon: '1', resource: null }]), PAPERS],
    ['other numbers at the same places', '{"TRANSFER_ACT":{"RESEARCHERS":4000},"INNOVATION_ACT":{"RESEARCHERS":6500}}', RATES],
  ])('takes %s', (_, text, sample) => {
    expect(termValue('grant.evidence-papers', text, sample, '/value')).toEqual(JSON.parse(text));
  });

  it.each<readonly [string, string, PolicyValue]>([
    ['a member that nobody knows', '[{"words":[],"papers":[],"fromWon":"0","resource":null,"more":1}]', PAPERS],
    ['an amount that is no amount', '[{"words":[],"papers":[],"fromWon":"많이","resource":null}]', PAPERS],
    ['a number where there is a text', '[{"words":[],"papers":[],"fromWon":0,"resource":null}]', PAPERS],
    ['a number below zero', '{"TRANSFER_ACT":{"RESEARCHERS":-1},"INNOVATION_ACT":{"RESEARCHERS":6500}}', RATES],
    ['a part of a number', '{"TRANSFER_ACT":{"RESEARCHERS":0.5},"INNOVATION_ACT":{"RESEARCHERS":6500}}', RATES],
    ['a tree with a branch missing', '{"TRANSFER_ACT":{"RESEARCHERS":1}}', RATES],
    ['a list for a tree', '[]', RATES],
    ['what is no JSON', '{', RATES],
  ])('refuses %s', (_, text, sample) => {
    expect(refusal('grant.evidence-papers', text, sample)).toBe('grant-term.value');
  });
});

it.each([
  ['1000000', '1000000'],
  ['01', null],
  ['1,000', null],
])('an amount typed as %s', (text, value) => {
  const key = 'grant.asset-register-from-won';
  if (value === null) expect(refusal(key, text, '0')).toBe('grant-term.value');
  else expect(termValue(key, text, '0', '/value')).toBe(value);
});
