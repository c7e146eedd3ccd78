import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { formFund, recordDeal } from '../../support/funds.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { holdRole, newAccount } from '../../support/scoped.js';

const admin = Client.as('admin');
const grant = (userId: string, role: string, scopes: unknown = ['*'], ask = {}) => admin.post(`/users/${userId}/roles`, { role, scopes, reason: '인사발령' }, ask);

describe('giving a role', () => {
  let fundId: string;

  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
  });

  itIsClosedTo('compliance', 'grantRole', (client) => client.post(`/users/${NOWHERE}/roles`, {}));

  describe('with a key', () => {
    let userId: string;
    beforeAll(async () => {
      userId = (await newAccount()).id;
    });
    itWritesOncePerKey((ask, variation) => grant(userId, variation === 'first' ? 'FUND_MANAGER' : 'FINANCE_MAKER', ['*'], ask));
  });

  it('opens what the role opens, in its scope, from the next request', async () => {
    const account = await newAccount();
    const client = await Client.signIn(account.login);
    expect((await client.get(`/funds/${fundId}`)).status).toBe(403);
    const granted = await grant(account.id, 'FUND_MANAGER', [`fund/${fundId}`]);
    expectStatus(granted, 201);
    expect(granted.body).toMatchObject({ id: account.id, roles: [{ role: 'FUND_MANAGER', scopes: [`fund/${fundId}`], grantedBy: '한솔' }] });
    const other = await formFund(Client.as('manager'));
    expect([(await client.get(`/funds/${fundId}`)).status, (await client.get(`/funds/${other.id}`)).status]).toEqual([200, 404]);
    expect((await client.get('/funds')).body).toHaveLength(1);
  });

  it('holds a second role elsewhere apart: what one opens here the other does not open there', async () => {
    const account = await newAccount();
    const other = await formFund(Client.as('manager'));
    await grant(account.id, 'FUND_MANAGER', [`fund/${fundId}`]);
    await grant(account.id, 'FINANCE_MAKER', [`fund/${other.id}`]);
    const client = await Client.signIn(account.login);
    // Both read; only the manager's role records deals, and it is held in the first fund.
    expect([(await client.get(`/funds/${fundId}`)).status, (await client.get(`/funds/${other.id}`)).status]).toEqual([200, 200]);
    expect([(await recordDeal(client, fundId, '1000')).status, (await recordDeal(client, other.id, '1000')).status]).toEqual([201, 404]);
  });

  it('keeps toxic pairs apart, also across two accounts of one natural person', async () => {
    const [first, elsewhere] = [await newAccount(), await newAccount()];
    const second = await newAccount(first.id);
    expect((await grant(first.id, 'FUND_MANAGER')).status).toBe(201);
    const [same, otherLogin, otherPerson] = [await grant(first.id, 'COMPLIANCE'), await grant(second.id, 'COMPLIANCE'), await grant(elsewhere.id, 'COMPLIANCE')];
    expect([refusal(same), refusal(otherLogin), otherPerson.status]).toEqual([[422, 'rule.roles-are-compatible'], [422, 'rule.roles-are-compatible'], 201]);
    expect(otherLogin.body.details).toEqual({ roles: ['FUND_MANAGER', 'COMPLIANCE'], login: first.login });
    expect((await grant(second.id, 'FUND_MANAGER')).status).toBe(201);
  });

  it('keeps them apart when the second account is created', async () => {
    const first = await newAccount();
    await holdRole(first.id, 'FUND_MANAGER', ['*']);
    const create = (roles: readonly string[], personOf: string) => admin.post('/users', { login: `u-${randomUUID()}`, name: '두 계정', roles, personOf });
    expect(refusal(await create(['COMPLIANCE'], first.id))).toEqual([422, 'rule.roles-are-compatible']);
    const second = await create(['FINANCE_MAKER'], first.id);
    expectStatus(second, 201);
    expect(refusal(await grant((second.body as { id: string }).id, 'COMPLIANCE'))).toEqual([422, 'rule.roles-are-compatible']);
    expect(refusal(await create(['FINANCE_MAKER'], NOWHERE))).toEqual([400, 'user.same-person-unknown', '/personOf']);
    const own = (await admin.get('/session')).body.user.id as string;
    expect(refusal(await create(['ADMIN'], own))).toEqual([422, 'role.own-account']);
  });

  it('is refused for oneself, under whichever account, for nobody and for a closed account', async () => {
    const own = (await admin.get('/session')).body.user.id as string;
    const [shadow, closed] = [await newAccount(own), await newAccount()];
    expect([refusal(await grant(own, 'ADMIN')), refusal(await grant(shadow.id, 'ADMIN'))]).toEqual([[422, 'role.own-account'], [422, 'role.own-account']]);
    expect(refusal(await grant(NOWHERE, 'ADMIN'))).toEqual([404, 'resource.not-found']);
    await admin.post(`/users/${closed.id}/deactivate`, { reason: '퇴사' });
    expect(refusal(await grant(closed.id, 'COMPLIANCE'))).toEqual([409, 'role.account-closed']);
  });

  it('is refused twice, and says what to do instead', async () => {
    const account = await newAccount();
    await holdRole(account.id, 'COMPLIANCE', ['*']);
    expect(refusal(await grant(account.id, 'COMPLIANCE', [`fund/${fundId}`]))).toEqual([409, 'role.held-already']);
  });

  it.each([
    ['no scope', 'COMPLIANCE', [], 'request.invalid', '/scopes'],
    ['a scope that is none', 'COMPLIANCE', ['everything'], 'request.invalid', '/scopes'],
    ['a fund that is not there', 'COMPLIANCE', [`fund/${randomUUID()}`], 'scope.unknown', '/scopes'],
    ['a programme that is not there', 'COMPLIANCE', [`programme/${randomUUID()}`], 'scope.unknown', '/scopes'],
    ['everywhere and somewhere', 'COMPLIANCE', ['*', `fund/${NOWHERE}`], 'scope.everywhere-is-alone', '/scopes'],
    ['an administrator of one fund', 'ADMIN', [`fund/${NOWHERE}`], 'scope.administrator-everywhere', '/scopes'],
    ['a role that is none', 'KING', ['*'], 'request.invalid', '/role'],
  ])('is refused with %s', async (_, role, scopes, code, pointer) => {
    const { id } = await newAccount();
    expect(refusal(await grant(id, role, scopes))).toEqual([400, code, pointer]);
  });
});
