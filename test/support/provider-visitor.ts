import { invariant } from '#libs/errors';
import { randomUUID } from 'node:crypto';
import { baseUrl, Client } from './client.js';
import { withSql } from './sql.js';

/** The issuer of the provider that stands beside the test server. */
export function issuer(): string {
  const url = process.env.BATON_TEST_ISSUER;
  invariant(url !== undefined, 'the test provider is not running: use npm test');
  return url;
}

interface Answer {
  readonly status: number;
  /** Where it sends the browser, absolute; null when it shows a page. */
  readonly location: string | null;
  readonly page: string;
  readonly cookies: readonly string[];
}

const MOST_STEPS = 12;

/** A browser of one person, as far as it takes to be sent to the provider and back: it keeps the cookies of each site. */
export class Visitor {
  private readonly jars = new Map<string, Map<string, string>>();

  /** Opens a page, without following where it sends to. */
  async open(url: string, form?: Readonly<Record<string, string>>): Promise<Answer> {
    const absolute = new URL(url, baseUrl());
    const jar = this.jarOf(absolute.host);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(absolute, { method: form === undefined ? 'GET' : 'POST', redirect: 'manual', headers: { cookie }, ...(form === undefined ? {} : { body: new URLSearchParams(form) }) });
    const cookies = response.headers.getSetCookie();
    remember(jar, cookies);
    const location = response.headers.get('location');
    return { status: response.status, location: location === null ? null : new URL(location, absolute).href, page: await response.text(), cookies };
  }

  /** Keeps cookies that the server under test set in another answer. */
  keep(cookies: readonly string[]): void {
    remember(this.jarOf(new URL(baseUrl()).host), cookies);
  }

  /** Signs in at the provider as `subject` where it asks, and comes to the address it sends back to, without opening it. */
  async passProvider(location: string, subject: string): Promise<string> {
    let answer = await this.open(location);
    for (let step = 0; step < MOST_STEPS; step += 1) {
      if (answer.location?.startsWith(baseUrl()) === true) return answer.location;
      const action = /action="([^"]+)"/.exec(answer.page)?.[1];
      invariant(answer.location !== null || action !== undefined, `the provider shows neither a form nor a way on: ${answer.status} ${answer.page.slice(0, 300)}`);
      answer = answer.location !== null ? await this.open(answer.location) : await this.open(action ?? '', { prompt: 'login', login: subject, password: 'anything' });
    }
    throw new Error('the provider goes round in circles');
  }

  /** From the sign-in page to the provider and back to the callback, which is not opened yet. */
  async setOut(subject: string): Promise<string> {
    const start = await this.open('/api/session/provider');
    invariant(start.location !== null, `the start answered ${start.status}`);
    return this.passProvider(start.location, subject);
  }

  /** The session that the browser holds by now. */
  async session(): Promise<Client> {
    const token = this.jars.get(new URL(baseUrl()).host)?.get('baton_session');
    invariant(token !== undefined && token !== '', 'the browser holds no session');
    return Client.resume(`baton_session=${token}`);
  }

  private jarOf(host: string): Map<string, string> {
    const jar = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, jar);
    return jar;
  }

  /** The page that is shown in the end, with the outcome in its query. */
  static pathOf(location: string | null): string {
    const url = new URL(location ?? 'about:blank');
    return `${url.pathname}${url.search}`;
  }
}

function remember(jar: Map<string, string>, cookies: readonly string[]): void {
  for (const each of cookies) {
    const [name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each)?.slice(1) ?? [];
    jar.set(name, value);
  }
}

interface NewPerson {
  readonly id: string;
  readonly login: string;
}

/** A person with an account and these roles, who has no way to sign in yet. */
export async function newPerson(...roles: readonly string[]): Promise<NewPerson> {
  const [id, login] = [randomUUID(), `p-${randomUUID()}`];
  await withSql('OWNER', async (sql) => {
    await sql.query(`insert into app_user (id, login, name, created_by) values ($1, $2, '시험 사용자', $3)`, [id, login, randomUUID()]);
    await sql.query('insert into user_role (user_id, role, granted_by) select $1, unnest($2::text[]), $3', [id, roles, randomUUID()]);
  });
  return { id, login };
}

/** A person whose account the provider's subject of that name opens. */
export async function linkedPerson(...roles: readonly string[]): Promise<NewPerson & { readonly subject: string }> {
  const person = await newPerson(...roles);
  const subject = `s-${person.id}`;
  const answer = await Client.as('admin').post('/provider-links', { userId: person.id, subject });
  invariant(answer.status === 201, `linking answered ${answer.status} ${answer.bytes.toString()}`);
  return { ...person, subject };
}
