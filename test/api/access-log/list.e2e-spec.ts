import { beforeAll, describe, expect, it } from '@jest/globals';
import { logAccess, somebody } from '../../support/access-entries.js';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';

const MONTH = '2011-03';

describe('the access log of a month', () => {
  const [one, other] = [somebody(), somebody()];
  const list = async (filter: string, month = MONTH): Promise<Json[]> => (await Client.as('compliance').get(`/access-log?month=${month}${filter}`)).body as Json[];
  const days = (rows: readonly Json[]): string[] => rows.map((row) => row.accessedAt as string);

  beforeAll(async () => {
    await logAccess(one, [
      // 2011-02-28 23:59:59 in Seoul: the month before
      { accessedAt: '2011-02-28T14:59:59Z' },
      { accessedAt: '2011-02-28T15:00:00Z', subjectLabel: '미래기술(주)' },
      { accessedAt: '2011-03-01T01:00:00Z', subjectCount: 40 },
      { accessedAt: '2011-03-02T22:30:00Z', reason: '지급 전 확인', action: 'bank-account.unmask', subjectCount: 1 },
    ]);
    await logAccess(other, [{ accessedAt: '2011-03-31T14:59:59Z' }, { accessedAt: '2011-03-31T15:00:00Z' }, { accessedAt: '2011-03-05T03:00:00Z' }]);
  });

  itIsClosedTo('admin', 'listAccess', (client) => client.get(`/access-log?month=${MONTH}`));
  itIsClosedTo('manager', 'listAccess', (client) => client.get(`/access-log?month=${MONTH}`));

  it('is the month in Seoul, newest entry first', async () => {
    expect(days(await list(''))).toEqual(['2011-03-05T03:00:00.000Z', '2011-03-31T14:59:59.000Z', '2011-03-02T22:30:00.000Z', '2011-03-01T01:00:00.000Z', '2011-02-28T15:00:00.000Z']);
  });

  it.each([
    ['by person', (): string => `&login=${one.login}`, 3],
    ['by whose data', (): string => `&subject=${encodeURIComponent('미래기술')}`, 1],
    ['by deed', (): string => '&action=bank-account.unmask', 1],
    ['with a reason', (): string => '&reasoned=true', 1],
    ['of more than 39', (): string => '&moreSubjectsThan=39', 1],
    ['of more than 40', (): string => '&moreSubjectsThan=40', 0],
    // midnight and the holiday of 1 March, 07:30 on a Thursday is not, Saturday noon, one second before midnight
    ['outside office hours', (): string => '&offHours=true', 4],
  ] as const)('is narrowed down %s', async (_, filter, count) => {
    expect((await list(filter())).length).toBe(count);
  });

  it('comes a page at a time, each entry once', async () => {
    const ids: string[] = [];
    for (let before = ''; ids.length < 20; before = `&before=${ids.at(-1) ?? ''}`) {
      const page = await list(`&limit=2${before}`);
      if (page.length === 0) break;
      ids.push(...page.map((row) => row.id as string));
    }
    expect(ids).toEqual((await list('')).map((row) => row.id as string));
  });

  it('asks for a month that is one', async () => {
    for (const month of ['', '2011-13', '2011-3', '1999-01', 'today']) expect(refusal(await Client.as('compliance').get(`/access-log?month=${month}`))).toEqual([400, 'request.invalid', '/month']);
  });
});
