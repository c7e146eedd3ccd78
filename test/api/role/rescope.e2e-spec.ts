import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { newAccount, scopedPerson } from '../../support/scoped.js';

const rescope = (userId: string, role: string, scopes: readonly string[]) => Client.as('admin').post(`/users/${userId}/roles/${role}/rescope`, { scopes, reason: '담당 변경' });

describe('changing where a role is held', () => {
  let funds: readonly { id: string }[];

  beforeAll(async () => {
    funds = [await formFund(Client.as('manager')), await formFund(Client.as('manager'))];
  });

  itIsClosedTo('compliance', 'rescopeRole', (client) => client.post(`/users/${NOWHERE}/roles/COMPLIANCE/rescope`, {}));

  it('counts from the next request', async () => {
    const [one = '', other = ''] = funds.map(({ id }) => id);
    const person = await scopedPerson('COMPLIANCE', [`fund/${one}`]);
    const seen = () => Promise.all([one, other].map(async (id) => (await person.get(`/funds/${id}`)).status));
    expect(await seen()).toEqual([200, 404]);
    const changed = await rescope(person.id, 'COMPLIANCE', [`fund/${other}`]);
    expectStatus(changed, 200);
    expect(changed.body.roles).toMatchObject([{ role: 'COMPLIANCE', scopes: [`fund/${other}`] }]);
    expect(await seen()).toEqual([404, 200]);
    await rescope(person.id, 'COMPLIANCE', [`fund/${other}`, `fund/${one}`]);
    expect(await seen()).toEqual([200, 200]);
    await rescope(person.id, 'COMPLIANCE', ['*']);
    expect(await seen()).toEqual([200, 200]);
  });

  it('is refused for a role that is not held, for oneself and for a fund that is not there', async () => {
    const own = (await Client.as('admin').get('/session')).body.user.id as string;
    const person = await scopedPerson('COMPLIANCE', ['*']);
    expect(refusal(await rescope((await newAccount()).id, 'COMPLIANCE', ['*']))).toEqual([409, 'role.not-held']);
    expect(refusal(await rescope(own, 'ADMIN', ['*']))).toEqual([422, 'role.own-account']);
    expect(refusal(await rescope(person.id, 'COMPLIANCE', [`fund/${NOWHERE}`]))).toEqual([400, 'scope.unknown', '/scopes']);
    expect(refusal(await rescope(NOWHERE, 'COMPLIANCE', ['*']))).toEqual([404, 'resource.not-found']);
    expect(refusal(await rescope(person.id, 'KING', ['*']))).toEqual([400, 'request.invalid', '/role']);
  });
});
