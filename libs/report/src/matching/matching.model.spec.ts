import { beforeAll, describe, expect, it } from '@jest/globals';
import { SHARE_VERSIONS, type DecidedForm } from '#libs/grant';
import { tableOf } from '../report/report.js';
import { registerForms } from '../testing/grant-forms.js';
import { matchingModel } from './matching.model.js';
import { ROOM_BOOK, type MatchingFacts } from './matching.js';
import { matchingFacts } from './testing/matching.js';

describe('report D', () => {
  let facts: MatchingFacts;

  beforeAll(async () => {
    facts = matchingFacts((await registerForms(SHARE_VERSIONS)).get('PT-2021-001') as DecidedForm);
  });

  /** The facts with one movement of the book made larger by one won. */
  const shifted = (chart: string): MatchingFacts => ({ ...facts, grant: { ...facts.grant, book: facts.grant.book.map((each) => (each.chart === chart ? { ...each, deltaWon: each.deltaWon + 1n } : each)) } });

  it('has its nine sections and the annex, and its list names the project', () => {
    const draft = matchingModel(facts);
    expect(draft.sections.map(({ id }) => id)).toEqual(['overview', 'private', 'commitment', 'release', 'clawback', 'choice', 'zone', 'settlement', 'outcome', 'annex']);
    const [row] = tableOf(draft, draft.list.sectionId, draft.list.index).rows;
    expect(Object.values(row?.cells ?? {})).toEqual(expect.arrayContaining(['MP-2022-0001', '100,000,000', '40,000,000']));
  });

  it.each([ROOM_BOOK.allowed, ROOM_BOOK.room, ROOM_BOOK.released])('is refused when the book is off by one won on %s', (chart) => {
    expect(() => matchingModel(shifted(chart))).toThrow(/was allowed/);
  });

  it('is refused when proven deposits are not what the books have', () => {
    const [first, ...others] = facts.deposits;
    expect(() => matchingModel({ ...facts, deposits: others })).toThrow();
    expect(() => matchingModel({ ...facts, deposits: [...others, { ...(first as NonNullable<typeof first>), reversed: true }] })).toThrow();
  });
});
