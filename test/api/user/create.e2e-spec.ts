import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { ageProof, GOOD_PASSWORD, invitationOf, newClient, newPerson } from '../../support/people.js';
import { itIsClosedTo, itWritesOncePerKey } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

const person = (changes: Json = {}): Json => ({ login: `u-${randomUUID()}`, name: '새 사람', roles: ['FINANCE_MAKER'], ...changes });
const create = (changes: Json = {}) => Client.as('admin').post('/users', person(changes));

describe('creating a user', () => {
  const [repeated, other] = [person(), person()];
  itIsClosedTo('manager', 'createUser', (client) => client.post('/users', person()));
  itWritesOncePerKey((ask, variation) => Client.as('admin').post('/users', variation === 'first' ? repeated : other, ask));

  it('gives an account that opens once its person has chosen a password', async () => {
    const created = await create({ name: '나중 사람', roles: ['FUND_MANAGER', 'FINANCE_MAKER'] });
    expectStatus(created, 201);
    expect(created.body).toMatchObject({ name: '나중 사람', roles: ['FINANCE_MAKER', 'FUND_MANAGER'], active: true, networks: [], validThrough: null });
    expect(created.body).toMatchObject({ hasPassword: false, hasSecondFactor: false, invitedUntil: null });
    expect(refusal(await Client.anonymous().post('/session', { login: created.body.login, password: GOOD_PASSWORD }))).toEqual([401, 'sign-in.failed']);
    const code = await invitationOf(created.body.id);
    expect((await Client.anonymous().post('/invitations/redeem', { code, password: GOOD_PASSWORD })).status).toBe(204);
    const client = await Client.signIn(created.body.login, GOOD_PASSWORD);
    expect((await client.get('/session')).body.user.roles).toEqual(['FINANCE_MAKER', 'FUND_MANAGER']);
  });

  it('takes no password: nobody else may know it', async () => {
    expect(refusal(await create({ password: GOOD_PASSWORD }))).toEqual([400, 'request.invalid', '/password']);
  });

  it('asks for a fresh proof of who is there', async () => {
    const { client } = await newClient(['ADMIN']);
    await ageProof(client);
    const answer = await client.post('/users', person());
    expect([answer.status, answer.body.code, answer.body.details]).toEqual([403, 'step-up.required', { methods: ['PASSWORD'], windowMinutes: 10 }]);
  });

  it('gives an auditor an account only with a last day, and notes that it works from anywhere', async () => {
    const refused = await create({ roles: ['AUDITOR'] });
    expect([refused.status, refused.body.code]).toEqual([422, 'rule.auditor-is-time-boxed']);
    const { login } = (await create({ roles: ['AUDITOR'], validThrough: '2099-12-31' })).body;
    const verdicts = await withSql('OWNER', async (sql) => (await sql.query(`select jsonb_path_query_array(verdicts, '$[*].result') as results from command_log where input ->> 'login' = $1 and outcome = 'DONE'`, [login])).rows[0] as { results: string[] });
    expect(verdicts.results).toEqual(['PASS', 'WARN']);
  });

  it.each([
    [['FUND_MANAGER', 'COMPLIANCE']],
    [['FINANCE_MAKER', 'FINANCE_CHECKER']],
    [['ADMIN', 'FUND_MANAGER']],
    [['AUDITOR', 'FINANCE_CHECKER']],
  ])('refuses roles that one person may not hold together: %j', async (roles) => {
    const answer = await create({ roles });
    expect([answer.status, answer.body.code, answer.body.rule.id]).toEqual([422, 'rule.roles-are-compatible', 'roles-are-compatible']);
  });

  it('refuses a login that is taken, however it is capitalised, and the one of the system', async () => {
    const { login } = (await create()).body as { login: string };
    expect(refusal(await create({ login: login.toUpperCase() }))).toEqual([409, 'user.login-taken']);
    expect(refusal(await create({ login: 'System' }))).toEqual([409, 'user.login-taken']);
  });

  it.each([
    ['a login in letters that only look Latin', { login: 'аdmin' }, '/login'],
    ['a blank name', { name: ' ' }, '/name'],
    ['no role', { roles: [] }, '/roles'],
    ['a role twice', { roles: ['ADMIN', 'ADMIN'] }, '/roles'],
    ['a role that is none', { roles: ['ROOT'] }, '/roles'],
    ['roles that are no list', { roles: 'ADMIN' }, '/roles'],
    ['a network that is none', { networks: ['10.0.0.0/33'] }, '/networks'],
    ['a last day that does not exist', { validThrough: '2027-02-30' }, '/validThrough'],
  ])('refuses %s', async (_what, changes, pointer) => {
    expect(refusal(await create(changes))).toEqual([400, 'request.invalid', pointer]);
  });

  it.each([
    ['has run out', { validThrough: '2020-12-31' }],
    ['works only from elsewhere', { networks: ['192.0.2.0/24'] }],
  ])('gives an account that %s no session', async (_what, changes) => {
    const { id, login, password } = await newPerson(['FINANCE_MAKER']);
    expect((await Client.signIn(login, password)).cookie).not.toBeNull();
    expectStatus(await Client.as('admin').post(`/users/${id}/restrict`, { networks: [], ...(changes as object) }), 200);
    expect(refusal(await Client.anonymous().post('/session', { login, password }))).toEqual([401, 'sign-in.failed']);
  });
});
