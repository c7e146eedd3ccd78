import { describe, expect, it } from '@jest/globals';
import { logAccess, somebody } from '../../support/access-entries.js';
import { expectStatus } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';

describe('reviews of the access log', () => {
  itIsClosedTo('finance', 'listAccessReviews', (client) => client.get('/access-reviews'));

  it('say of every month that is over and has entries who reviewed it or since when that is overdue', async () => {
    const flagged = somebody();
    await logAccess(flagged, Array.from({ length: 6 }, () => ({ accessedAt: '2015-06-10T23:00:00+09:00' })));
    await logAccess(flagged, [{ accessedAt: '2015-07-31T23:59:59+09:00' }]);
    const findings = [{ userId: flagged.id, conclusion: 'JUSTIFIED', note: '야간 마감' }];
    expectStatus(await Client.as('compliance').post('/access-reviews', { month: '2015-06', findings, note: '이상 없음' }), 201);
    const rows = (await Client.as('auditor').get('/access-reviews')).body as Json[];
    const months = rows.map((row) => row.month as string);
    expect(rows.find((row) => row.month === '2015-06')).toMatchObject({
      dueOn: '2015-07-10',
      overdue: false,
      review: { reviewerName: '정다온', note: '이상 없음', people: 1, entries: 6, findings: [{ ...findings[0], login: null }] },
    });
    expect(rows.find((row) => row.month === '2015-07')).toEqual({ month: '2015-07', dueOn: '2015-08-10', overdue: true, review: null });
    // A month in which nobody looked at anything asks for no review.
    expect(months.filter((month) => month.startsWith('2015-'))).toEqual(['2015-07', '2015-06']);
    expect([...months].sort().reverse()).toEqual(months);
    expect(months).not.toContain(new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 7));
  });
});
