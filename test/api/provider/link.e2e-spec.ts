import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { issuer, linkedPerson, newPerson } from '../../support/provider-visitor.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const admin = Client.as('admin');

describe("linking another person's account to the provider", () => {
  it('answers the link, which stands in the list of whoever gives out accounts', async () => {
    const [person, subject] = [await newPerson('FUND_MANAGER'), `subject|${randomUUID()}`];
    const answer = await admin.post('/provider-links', { userId: person.id, subject });
    expectStatus(answer, 201);
    expect(answer.body).toMatchObject({ userId: person.id, login: person.login, issuer: issuer(), subject, linkedByOneself: false });
    const listed = (await admin.get('/provider-links')).body as { id: string }[];
    expect(listed).toContainEqual(answer.body);
  });

  it('refuses a subject that opens another account, a second subject for one account, and a person nobody knows', async () => {
    const [linked, other] = [await linkedPerson('FUND_MANAGER'), await newPerson('FUND_MANAGER')];
    expect(refusal(await admin.post('/provider-links', { userId: other.id, subject: linked.subject }))).toEqual([400, 'provider.subject-taken', '/subject']);
    expect(refusal(await admin.post('/provider-links', { userId: linked.id, subject: `new-${linked.id}` }))).toEqual([409, 'provider.account-linked']);
    expect(refusal(await admin.post('/provider-links', { userId: NOWHERE, subject: `new-${linked.id}` }))).toEqual([404, 'resource.not-found']);
  });

  it.each(['', '한글', 'with blank', 'x'.repeat(256)])('refuses %j, which no provider calls anybody', async (subject) => {
    expect(refusal(await admin.post('/provider-links', { userId: NOWHERE, subject }))).toEqual([400, 'request.invalid', '/subject']);
  });

  itWritesOncePerKey(
    (() => {
      const [person, subject] = [newPerson('FUND_MANAGER'), `once-${randomUUID()}`];
      return async (ask, variation) => admin.post('/provider-links', { userId: (await person).id, subject: `${subject}-${variation}` }, ask);
    })(),
  );
  itIsClosedTo('manager', 'linkProvider', (client) => client.post('/provider-links', { userId: NOWHERE, subject: 'x' }));
});

describe('the links to the provider', () => {
  it('are shown to everybody for themselves only', async () => {
    await linkedPerson('FUND_MANAGER');
    const logins = ((await Client.as('auditor').get('/provider-links')).body as { login: string }[]).map(({ login }) => login);
    expect(logins.filter((login) => login !== 'auditor')).toEqual([]);
    expect(((await admin.get('/provider-links')).body as object[]).length).toBeGreaterThan(0);
    expect(refusal(await Client.anonymous().get('/provider-links'))).toEqual([401, 'session.missing']);
  });
});

describe('ending a link', () => {
  it('is for the administrator or the person, takes a reason, and is done once', async () => {
    const linked = await linkedPerson('FUND_MANAGER');
    const links = (await admin.get('/provider-links')).body as { id: string; userId: string }[];
    const path = `/provider-links/${links.find(({ userId }) => userId === linked.id)?.id ?? ''}/unlink`;
    expect(refusal(await Client.as('manager').post(path, { reason: '남의 연결' }))).toEqual([404, 'resource.not-found']);
    expect(refusal(await admin.post(path, {}))).toEqual([400, 'request.invalid', '/reason']);
    expectStatus(await admin.post(path, { reason: '퇴사' }), 204);
    expect(refusal(await admin.post(path, { reason: '퇴사' }))).toEqual([404, 'resource.not-found']);
    // The subject is free again.
    expectStatus(await admin.post('/provider-links', { userId: linked.id, subject: linked.subject }), 201);
  });

  it('is closed to strangers', async () => {
    expect(refusal(await Client.anonymous().post(`/provider-links/${NOWHERE}/unlink`, { reason: '이유' }))).toEqual([401, 'session.missing']);
  });
});
