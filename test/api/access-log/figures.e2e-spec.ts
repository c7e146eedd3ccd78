import { beforeAll, describe, expect, it } from '@jest/globals';
import { logAccess, somebody } from '../../support/access-entries.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';

const MONTH = '2012-05';
const workday = (hour: number, minute = 0): string => `2012-05-03T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00+09:00`;
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

describe('the figures of a month', () => {
  const people = { quiet: somebody(), night: somebody(), many: somebody(), bulk: somebody(), taker: somebody(), refused: somebody(), reviewer: somebody() };
  let figures: Json;
  const of = (person: keyof typeof people): Json => (figures.people as Json[]).find((each) => each.userId === people[person].id);

  beforeAll(async () => {
    // Each limit exactly reached by the quiet one, and passed by one of the others.
    const edges = [workday(6, 59), workday(20), '2012-05-05T12:00:00+09:00', '2012-05-06T12:00:00+09:00', '2012-05-28T12:00:00+09:00'];
    await logAccess(people.quiet, [
      ...edges.map((accessedAt) => ({ accessedAt })),
      { accessedAt: workday(7) },
      { accessedAt: workday(19, 59) },
      ...times(6, () => ({ accessedAt: workday(10), subjectCount: 150 })),
      { accessedAt: workday(10), subjectCount: 100 },
      ...times(30, () => ({ accessedAt: workday(11), reason: '업무 확인' })),
      ...times(10, () => ({ accessedAt: workday(11), action: 'permission.refused' })),
    ]);
    await logAccess(people.night, times(6, (index) => ({ accessedAt: workday(22, index) })));
    await logAccess(people.many, times(7, () => ({ accessedAt: workday(10), subjectCount: 143 })));
    await logAccess(people.bulk, [{ accessedAt: workday(10), subjectCount: 151 }]);
    await logAccess(people.taker, times(31, () => ({ accessedAt: workday(10), reason: '업무 확인' })));
    await logAccess(people.refused, times(11, () => ({ accessedAt: workday(10), action: 'permission.refused' })));
    await logAccess(people.reviewer, times(9, () => ({ accessedAt: workday(23), action: 'access-log.read', subjectCount: 500 })));
    figures = (await Client.as('compliance').get(`/access-log/figures?month=${MONTH}`)).body;
  });

  itIsClosedTo('finance', 'getAccessFigures', (client) => client.get(`/access-log/figures?month=${MONTH}`));

  it('add up what each person did', () => {
    expect(of('quiet')).toMatchObject({ entries: 54, subjects: 1000, reasoned: 30, offHours: 5, largest: 150, refused: 10 });
    expect(of('many')).toMatchObject({ entries: 7, subjects: 1001, largest: 143 });
  });

  it('flag whoever is over a limit and nobody who is at it, with the reason', () => {
    expect((Object.keys(people) as (keyof typeof people)[]).map((person) => [person, of(person)?.signals])).toEqual([
      ['quiet', []],
      ['night', ['OFF_HOURS']],
      ['many', ['MANY_SUBJECTS']],
      ['bulk', ['BULK']],
      ['taker', ['MANY_REASONED']],
      ['refused', ['REFUSALS']],
      // Looking at the log is the review itself.
      ['reviewer', undefined],
    ]);
    expect((figures.people as Json[]).slice(0, 5).every((person) => (person.signals as string[]).length > 0)).toBe(true);
  });

  it('say what they are held against, and count by kind', () => {
    expect(figures.limits).toEqual({ officeFromHour: 7, officeToHour: 20, offHoursEntries: 5, subjects: 1000, bulkSubjects: 150, reasonedEntries: 30, refusals: 10 });
    expect(figures.kinds).toContainEqual({ subjectKind: 'bank-account', action: 'permission.refused', entries: 21, people: 2, subjects: 0 });
  });
});
