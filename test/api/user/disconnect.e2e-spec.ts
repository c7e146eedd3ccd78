import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { newPerson } from '../../support/people.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

const disconnect = (id: string, reason = '분실 신고') => Client.as('admin').post(`/users/${id}/disconnect`, { reason });

describe('ending all sessions of a person', () => {
  itIsClosedTo('compliance', 'disconnectUser', (client) => client.post(`/users/${NOWHERE}/disconnect`, { reason: '분실' }));

  it('ends them at once, says how many, and keeps who did it', async () => {
    const { id, login, password } = await newPerson(['COMPLIANCE']);
    const clients = [await Client.signIn(login, password), await Client.signIn(login, password)];
    expect((await disconnect(id)).body).toEqual({ ended: 2 });
    for (const client of clients) expect(refusal(await client.get('/session'))).toEqual([401, 'session.expired']);
    expect((await disconnect(id)).body).toEqual({ ended: 0 });
    const admin = (await Client.as('admin').get('/session')).body.user.id as string;
    const rows = await withSql('OWNER', async (sql) => (await sql.query('select distinct revoked_because, revoked_by from user_session where user_id = $1', [id])).rows as object[]);
    expect(rows).toEqual([{ revoked_because: 'DISCONNECTED', revoked_by: admin }]);
    expect((await Client.signIn(login, password)).cookie).not.toBeNull();
  });

  it('is refused for nobody, and without a reason', async () => {
    expect(refusal(await disconnect(NOWHERE))).toEqual([404, 'resource.not-found']);
    expect(refusal(await disconnect(NOWHERE, ' '))).toEqual([400, 'request.invalid', '/reason']);
  });
});
