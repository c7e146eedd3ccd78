import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { baseUrl, Client } from '../../support/client.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { scopedPerson } from '../../support/scoped.js';

const revoke = (userId: string, role: string, reason = '인사이동') => Client.as('admin').post(`/users/${userId}/roles/${role}/revoke`, { reason });

describe('taking a role back', () => {
  itIsClosedTo('compliance', 'revokeRole', (client) => client.post(`/users/${NOWHERE}/roles/COMPLIANCE/revoke`, {}));

  it('closes what the role opened from the next request on; the session itself goes on', async () => {
    const person = await scopedPerson('COMPLIANCE', ['*']);
    expect((await person.get('/funds')).status).toBe(200);
    const revoked = await revoke(person.id, 'COMPLIANCE');
    expect([revoked.status, revoked.body.roles]).toEqual([200, []]);
    expect([refusal(await person.get('/funds')), (await person.get('/session')).status]).toEqual([[403, 'permission.missing'], 200]);
  });

  it('ends the open stream of events of that account', async () => {
    const person = await scopedPerson('COMPLIANCE', ['*']);
    const response = await fetch(`${baseUrl()}/api/events`, { headers: person.headers() });
    expect(response.status).toBe(200);
    const ended = response.text().then(() => true);
    await revoke(person.id, 'COMPLIANCE');
    expect(await ended).toBe(true);
    expect((await person.get('/events')).status).toBe(403);
  });

  it('lets the other role of a toxic pair be given afterwards', async () => {
    const person = await scopedPerson('FUND_MANAGER', ['*']);
    const grant = () => Client.as('admin').post(`/users/${person.id}/roles`, { role: 'COMPLIANCE', scopes: ['*'], reason: '전보' });
    expect((await grant()).status).toBe(422);
    await revoke(person.id, 'FUND_MANAGER');
    expect((await grant()).status).toBe(201);
  });

  it('is refused for a role that is not held, for oneself, for nobody and without a reason', async () => {
    const own = (await Client.as('admin').get('/session')).body.user.id as string;
    const person = await scopedPerson('COMPLIANCE', ['*']);
    expect(refusal(await revoke(person.id, 'AUDITOR'))).toEqual([409, 'role.not-held']);
    expect(refusal(await revoke(own, 'ADMIN'))).toEqual([422, 'role.own-account']);
    expect(refusal(await revoke(NOWHERE, 'ADMIN'))).toEqual([404, 'resource.not-found']);
    expect(refusal(await revoke(person.id, 'COMPLIANCE', ' '))).toEqual([400, 'request.invalid', '/reason']);
  });
});
