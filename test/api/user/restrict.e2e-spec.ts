import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { newClient, newPerson } from '../../support/people.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';

const restrict = (id: string, body: unknown, key?: string) => Client.as('admin').post(`/users/${id}/restrict`, body, key === undefined ? {} : { key });

describe('restricting an account', () => {
  itIsClosedTo('compliance', 'restrictUser', (client) => client.post(`/users/${NOWHERE}/restrict`, { networks: [] }));

  it('sets until when and from where it works, from the next request on', async () => {
    const { client, person } = await newClient();
    const bound = await restrict(person.id, { validThrough: '2099-06-30', networks: ['127.0.0.0/8', '2001:db8::/32'] });
    expect([bound.status, bound.body.validThrough, bound.body.networks]).toEqual([200, '2099-06-30', ['127.0.0.0/8', '2001:db8::/32']]);
    expect((await client.get('/session')).status).toBe(200);
    await restrict(person.id, { networks: ['192.0.2.0/24'] });
    expect(refusal(await client.get('/session'))).toEqual([401, 'session.expired']);
    await restrict(person.id, { validThrough: '2020-12-31', networks: [] });
    expect(refusal(await client.get('/session'))).toEqual([401, 'session.expired']);
    const freed = await restrict(person.id, { networks: [] });
    expect([freed.body.validThrough, freed.body.networks]).toEqual([null, []]);
    expect((await client.get('/session')).status).toBe(200);
  });

  it('does the same once for the same key, and refuses the key for anything else', async () => {
    const { id } = await newPerson(['COMPLIANCE']);
    const key = `restrict-${randomUUID()}`;
    const [first, again, other] = [await restrict(id, { networks: ['10.0.0.0/8'] }, key), await restrict(id, { networks: ['10.0.0.0/8'] }, key), await restrict(id, { networks: [] }, key)];
    expect([first.status, again.status, again.body, refusal(other)]).toEqual([200, 200, first.body, [409, 'idempotency.key-reused']]);
  });

  it('leaves no auditor without a last day', async () => {
    const { id } = await newPerson(['AUDITOR'], { validThrough: '2099-12-31' });
    expect(refusal(await restrict(id, { networks: [] }))).toEqual([422, 'rule.auditor-is-time-boxed']);
    expect((await restrict(id, { validThrough: '2099-01-31', networks: ['127.0.0.1'] })).body.validThrough).toBe('2099-01-31');
  });

  it('comes before the role of an auditor is given', async () => {
    const { id } = await newPerson(['COMPLIANCE']);
    await Client.as('admin').post(`/users/${id}/roles/COMPLIANCE/revoke`, { reason: '감사 지원' });
    const grant = () => Client.as('admin').post(`/users/${id}/roles`, { role: 'AUDITOR', scopes: ['*'], reason: '감사 지원' });
    expect(refusal(await grant())).toEqual([422, 'rule.auditor-is-time-boxed']);
    await restrict(id, { validThrough: '2099-06-30', networks: [] });
    expect((await grant()).status).toBeLessThan(300);
  });

  it('is refused for oneself, for nobody, and for what is no network or date', async () => {
    const own = (await Client.as('admin').get('/session')).body.user.id as string;
    expect(refusal(await restrict(own, { networks: [] }))).toEqual([422, 'user.own-account']);
    expect(refusal(await restrict(NOWHERE, { networks: [] }))).toEqual([404, 'resource.not-found']);
    expect(refusal(await restrict(own, { networks: ['10.0.0.0/33'], validThrough: '2027-02-30' }))).toEqual([400, 'request.invalid', '/validThrough', '/networks']);
    expect(refusal(await restrict(own, {}))).toEqual([400, 'request.invalid', '/networks']);
  });
});
