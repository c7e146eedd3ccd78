import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo, itWritesOncePerKey } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

const PASSWORD = 'correct horse battery staple';
const person = (changes: Json = {}): Json => ({ login: `u-${randomUUID()}`, name: '새 사람', password: PASSWORD, roles: ['FINANCE_MAKER'], ...changes });
const create = (changes: Json = {}) => Client.as('admin').post('/users', person(changes));

describe('creating a user', () => {
  const [repeated, other] = [person(), person()];
  itIsClosedTo('manager', 'createUser', (client) => client.post('/users', person()));
  itWritesOncePerKey((ask, variation) => Client.as('admin').post('/users', variation === 'first' ? repeated : other, ask));

  it('gives an account with which its person can sign in', async () => {
    const created = await create({ name: '나중 사람', roles: ['FUND_MANAGER', 'FINANCE_MAKER'] });
    expectStatus(created, 201);
    expect(created.body).toMatchObject({ name: '나중 사람', roles: ['FINANCE_MAKER', 'FUND_MANAGER'], active: true, networks: [], validThrough: null });
    expect(Object.keys(created.body).filter((key) => /password|hash/i.test(key))).toEqual([]);
    const client = await Client.signIn(created.body.login, PASSWORD);
    expect((await client.get('/session')).body.user.roles).toEqual(['FINANCE_MAKER', 'FUND_MANAGER']);
  });

  it('keeps the password out of the command log', async () => {
    const { login } = (await create()).body;
    const logged = await withSql('AUDITOR', async (sql) => (await sql.query(`select to_jsonb(c)::text as row from command_log c where input ->> 'login' = $1`, [login])).rows as { row: string }[]);
    expect(logged).toHaveLength(1);
    expect(logged[0]?.row).not.toMatch(/horse|argon/);
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
    ['a password that is too short', { password: 'eleven char' }, '/password'],
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
    const { login } = (await create(changes)).body;
    const answer = await Client.anonymous().post('/session', { login, password: PASSWORD });
    expect(refusal(answer)).toEqual([401, 'sign-in.failed']);
  });
});
