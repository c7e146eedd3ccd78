import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { issuer, linkedPerson, Visitor } from '../../support/provider-visitor.js';
import { baseUrl } from '../../support/client.js';
import { hashOfToken } from '../../support/keys.js';
import { withSql } from '../../support/sql.js';

const attemptsOf = (subject: string): Promise<readonly object[]> =>
  withSql('AUDITOR', async (sql) => (await sql.query('select purpose, outcome, issuer, user_id is not null as known, session_id is not null as "inSession" from provider_attempt where subject = $1 order by id', [subject])).rows as object[]);

describe('signing in through the provider', () => {
  it('sends the browser there with state, nonce and a PKCE challenge, and with nothing secret', async () => {
    const { status, location, cookies } = await new Visitor().open('/api/session/provider');
    const url = new URL(location ?? '');
    expect([status, url.origin]).toEqual([303, issuer()]);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'baton',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${baseUrl()}/api/session/provider/callback`,
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(cookies).toEqual([expect.stringMatching(/^baton_provider=[\w-]{43}; Max-Age=600; Path=\/api\/session\/provider; HttpOnly; SameSite=Lax$/)]);
  });

  it('opens the account that the subject is linked to, with a session like any other', async () => {
    const person = await linkedPerson('FUND_MANAGER');
    const visitor = new Visitor();
    const back = await visitor.open(await visitor.setOut(person.subject));
    expect([back.status, Visitor.pathOf(back.location)]).toEqual([303, '/']);
    expect(back.cookies).toContainEqual(expect.stringMatching(/^baton_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/));
    const client = await visitor.session();
    expect((await client.get('/session')).body.user).toMatchObject({ login: person.login, roles: ['FUND_MANAGER'] });
    expect((await client.get('/funds')).status).toBe(200);
    expect(await attemptsOf(person.subject)).toEqual([{ purpose: 'SIGN_IN', outcome: 'DONE', issuer: issuer(), known: true, inSession: true }]);
  });

  it('counts as no fresh proof when the provider does not say when the person signed in there', async () => {
    const person = await linkedPerson('FUND_MANAGER');
    const visitor = new Visitor();
    await visitor.open(await visitor.setOut(person.subject));
    const { rows } = await withSql('OWNER', (sql) => sql.query('select stepped_up_at as at, step_up_method as method from user_session where user_id = $1', [person.id]));
    expect(rows).toEqual([{ at: null, method: null }]);
    const answer = await (await visitor.session()).post('/api-tokens', { name: '연계' });
    expect([answer.status, answer.body.code]).toEqual([403, 'step-up.required']);
  });

  it('opens no account for a subject that nobody linked, and makes none', async () => {
    const subject = `stranger-${randomUUID()}`;
    const visitor = new Visitor();
    const back = await visitor.open(await visitor.setOut(subject));
    const url = new URL(back.location ?? '');
    // In the fragment, which browsers send nowhere: the person tells it to the administrator.
    expect([back.status, url.pathname, url.search, url.hash]).toEqual([303, '/', '?provider=provider.unlinked', `#subject=${subject}`]);
    expect(back.cookies.some((cookie) => cookie.startsWith('baton_session='))).toBe(false);
    expect(await attemptsOf(subject)).toEqual([{ purpose: 'SIGN_IN', outcome: 'UNLINKED', issuer: issuer(), known: false, inSession: false }]);
  });

  it('opens no closed account', async () => {
    const person = await linkedPerson('FUND_MANAGER');
    await withSql('OWNER', (sql) => sql.query('update app_user set active = false where id = $1', [person.id]));
    const visitor = new Visitor();
    const back = await visitor.open(await visitor.setOut(person.subject));
    expect(Visitor.pathOf(back.location)).toBe('/?provider=provider.not-admitted');
    expect(await attemptsOf(person.subject)).toEqual([expect.objectContaining({ outcome: 'NOT_ADMITTED', inSession: false })]);
  });
});

describe('what comes back from the provider', () => {
  it('counts once', async () => {
    const person = await linkedPerson('FUND_MANAGER');
    const visitor = new Visitor();
    const callback = await visitor.setOut(person.subject);
    const answers = await Promise.all(Array.from({ length: 8 }, () => visitor.open(callback)));
    expect(answers.map(({ location }) => Visitor.pathOf(location)).sort()).toEqual(['/', ...Array.from({ length: 7 }, () => '/?provider=provider.round-over')]);
    const { rows } = await withSql('OWNER', (sql) => sql.query('select count(*)::int as sessions from user_session where user_id = $1', [person.id]));
    expect(rows).toEqual([{ sessions: 1 }]);
  });

  it('counts only in the browser that set out: nobody is signed in as somebody else by a link', async () => {
    const person = await linkedPerson('FUND_MANAGER');
    const callback = await new Visitor().setOut(person.subject);
    const victim = new Visitor();
    await victim.open('/api/session/provider');
    for (const each of [victim, new Visitor()]) expect(Visitor.pathOf((await each.open(callback)).location)).toBe('/?provider=provider.round-over');
  });

  it('counts only for a while', async () => {
    const person = await linkedPerson('FUND_MANAGER');
    const visitor = new Visitor();
    const callback = await visitor.setOut(person.subject);
    await withSql('OWNER', (sql) =>
      sql.query(
        `alter table provider_round disable trigger provider_round_is_used_once;
         update provider_round set expires_at = created_at + interval '1 millisecond' where state_hash = '${hashOfToken(new URL(callback).searchParams.get('state') ?? '', 'provider round token')}';
         alter table provider_round enable trigger provider_round_is_used_once;`,
      ),
    );
    expect(Visitor.pathOf((await visitor.open(callback)).location)).toBe('/?provider=provider.round-over');
  });

  it.each<[string, (callback: URL) => void, string]>([
    ['another code', (url) => url.searchParams.set('code', 'x'.repeat(43)), 'provider.refused'],
    ['no code', (url) => url.searchParams.delete('code'), 'provider.refused'],
    ['another issuer', (url) => url.searchParams.set('iss', 'https://evil.example'), 'provider.refused'],
    ['the refusal of the provider', (url) => (url.searchParams.delete('code'), url.searchParams.set('error', 'access_denied')), 'provider.refused'],
    ['another state', (url) => url.searchParams.set('state', 'x'.repeat(43)), 'provider.round-over'],
    ['no state', (url) => url.searchParams.delete('state'), 'provider.round-over'],
  ])('with %s signs nobody in', async (_what, change, code) => {
    const person = await linkedPerson('FUND_MANAGER');
    const visitor = new Visitor();
    const callback = new URL(await visitor.setOut(person.subject));
    change(callback);
    const back = await visitor.open(callback.href);
    expect([back.status, Visitor.pathOf(back.location)]).toEqual([303, `/?provider=${code}`]);
    expect(back.cookies.some((cookie) => cookie.startsWith('baton_session='))).toBe(false);
  });

  it('with the nonce and verifier of another round signs nobody in', async () => {
    const person = await linkedPerson('FUND_MANAGER');
    const visitor = new Visitor();
    const callback = await visitor.setOut(person.subject);
    const hash = `'${hashOfToken(new URL(callback).searchParams.get('state') ?? '', 'provider round token')}'`;
    await new Visitor().open('/api/session/provider');
    await withSql('OWNER', (sql) =>
      sql.query(
        `alter table provider_round disable trigger provider_round_is_used_once;
         update provider_round set sealed = (select sealed from provider_round where state_hash <> ${hash} limit 1) where state_hash = ${hash};
         alter table provider_round enable trigger provider_round_is_used_once;`,
      ),
    );
    expect(Visitor.pathOf((await visitor.open(callback)).location)).toBe('/?provider=provider.refused');
  });
});
