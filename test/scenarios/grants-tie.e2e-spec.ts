import { expect, it } from '@jest/globals';
import { untiedGrants } from '../support/grant-ties.js';
import { demanded } from '../support/settlements.js';
import { withSql } from '../support/sql.js';

it('every call of the house ties to the won: those of the story, and all that anybody else has opened', async () => {
  await demanded();
  const { rows } = await withSql('OWNER', (sql) => sql.query<{ calls: number; agreements: number }>('select (select count(*)::int from grant_call) as calls, (select count(*)::int from grant_agreement) as agreements'));
  expect([rows[0]?.calls ?? 0, rows[0]?.agreements ?? 0].every((count) => count > 1)).toBe(true);
  expect(await untiedGrants()).toEqual([]);
}, 120_000);
