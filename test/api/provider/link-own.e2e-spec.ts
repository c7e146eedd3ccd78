import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { issuer, linkedPerson, Visitor } from '../../support/provider-visitor.js';

/** Sets out with a session of `client`, signs in at the provider as `subject`, and comes back. */
async function goAround(client: Client, route: 'link' | 'step-up', subject: string): Promise<string> {
  const visitor = new Visitor();
  const answer = await client.post(`/session/provider/${route}`, { returnTo: '/account?tab=1' });
  expectStatus(answer, 200);
  visitor.keep(answer.headers.getSetCookie());
  const callback = await visitor.passProvider((answer.body as { location: string }).location, subject);
  return Visitor.pathOf((await visitor.open(callback)).location);
}

describe("linking one's own account", () => {
  it('takes what the provider vouches for, and signing in there opens the account from then on', async () => {
    const client = await Client.signIn('committee1');
    const subject = `own-${randomUUID()}`;
    expect(await goAround(client, 'link', subject)).toBe('/account?tab=1&provider=linked');
    const [link] = (await client.get('/provider-links')).body as { id: string; issuer: string; subject: string; linkedByOneself: boolean }[];
    expect(link).toMatchObject({ login: 'committee1', issuer: issuer(), subject, linkedByOneself: true });
    const visitor = new Visitor();
    await visitor.open(await visitor.setOut(subject));
    expect((await (await visitor.session()).get('/session')).body.user.login).toBe('committee1');
    expect(await goAround(client, 'link', `second-${randomUUID()}`)).toBe('/account?tab=1&provider=provider.account-linked');
    expectStatus(await client.post(`/provider-links/${link?.id ?? ''}/unlink`, { reason: '시험 연결 해제' }), 204);
    expect((await client.get('/provider-links')).body).toEqual([]);
    const again = new Visitor();
    expect(Visitor.pathOf((await again.open(await again.setOut(subject))).location)).toBe('/?provider=provider.unlinked');
  });

  it('takes no subject that opens the account of somebody else', async () => {
    const other = await linkedPerson('FUND_MANAGER');
    expect(await goAround(await Client.signIn('committee2'), 'link', other.subject)).toBe('/account?tab=1&provider=provider.subject-taken');
  });

  it('ends with the session that began it', async () => {
    const client = await Client.signIn('committee2');
    const visitor = new Visitor();
    const answer = await client.post('/session/provider/link', { returnTo: '/' });
    visitor.keep(answer.headers.getSetCookie());
    const callback = await visitor.passProvider((answer.body as { location: string }).location, `late-${randomUUID()}`);
    expectStatus(await client.ask('DELETE', '/session'), 204);
    expect(Visitor.pathOf((await visitor.open(callback)).location)).toBe('/?provider=provider.round-over');
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'account'])('returns to no page of another site (%s)', async (returnTo) => {
    const answer = await Client.as('manager').post('/session/provider/link', { returnTo });
    expect(refusal(answer)).toEqual([400, 'request.invalid', '/returnTo']);
  });

  it('is for whoever is signed in', async () => {
    expect(refusal(await Client.anonymous().post('/session/provider/link', { returnTo: '/' }))).toEqual([401, 'session.missing']);
  });
});

describe('proving again at the provider who one is', () => {
  it('makes the session fresh, and only for the person it is linked to', async () => {
    const person = await linkedPerson('FUND_MANAGER');
    const visitor = new Visitor();
    await visitor.open(await visitor.setOut(person.subject));
    const client = await visitor.session();
    const token = async (): Promise<number> => (await client.post('/api-tokens', { name: '연계' })).status;
    expect(await token()).toBe(403);
    expect(await goAround(client, 'step-up', (await linkedPerson('FUND_MANAGER')).subject)).toBe('/account?tab=1&provider=provider.other-person');
    expect(await token()).toBe(403);
    expect(await goAround(client, 'step-up', person.subject)).toBe('/account?tab=1&provider=stepped-up');
    expect(await token()).toBe(201);
  });

  it('asks the provider to check afresh, even somebody who is signed in there', async () => {
    const person = await linkedPerson('FUND_MANAGER');
    const visitor = new Visitor();
    await visitor.open(await visitor.setOut(person.subject));
    const answer = await (await visitor.session()).post('/session/provider/step-up', { returnTo: '/' });
    const { searchParams } = new URL((answer.body as { location: string }).location);
    expect([searchParams.get('prompt'), searchParams.get('max_age')]).toEqual(['login', '600']);
    // The provider knows the browser from before; it shows its door all the same.
    expect((await visitor.open((answer.body as { location: string }).location)).location).toContain('/interaction/');
  });
});
