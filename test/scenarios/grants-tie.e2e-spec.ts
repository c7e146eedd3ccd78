import { expect, it } from '@jest/globals';
import { untiedGrants } from '../support/grant-ties.js';
import { demanded } from '../support/settlements.js';
import { withSql } from '../support/sql.js';

it('every call of the story ties to the won, and one that was settled here', async () => {
  const { call } = await demanded();
  // The story is played inside of the server: its commands come from no address. Specs of the database state what no command would.
  const { rows } = await withSql('OWNER', (sql) => sql.query<{ id: string }>('select c.id from grant_call c join command_log l on l.id = c.command_id where l.address is null'));
  const story = rows.map(({ id }) => id);
  expect(story.length).toBeGreaterThan(3);
  expect(await untiedGrants([...story, call.id])).toEqual([]);
}, 120_000);
