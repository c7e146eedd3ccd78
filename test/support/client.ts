import { randomUUID } from 'node:crypto';
import { invariant } from '#libs/errors';
import { requireCleanAnswer } from './answers.js';

export const DEMO_PASSWORD = 'baton-demo-2021';
/** The people of the demo, each with the one role that the name says. */
export const LOGINS = ['manager', 'finance', 'checker', 'compliance', 'auditor', 'admin'] as const;
export type Login = (typeof LOGINS)[number];
/** Those of the demo who sign, beside the checker. */
export const SIGNERS = ['compliance2', 'director', 'executive', 'head', 'committee1', 'committee2', 'admin2'] as const;
export type Person = Login | (typeof SIGNERS)[number];

/** Answers are checked field by field by the specs that ask; the contract itself is pinned elsewhere. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a spec reads whatever the server says
export type Json = any;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
  readonly bytes: Buffer;
}

export interface Ask {
  readonly body?: unknown;
  readonly form?: FormData;
  readonly raw?: { readonly body: string | Buffer; readonly contentType: string };
  readonly key?: string | null;
  /** An empty text leaves the header out. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Asks http://localhost instead of http://127.0.0.1: passkeys want a name, not a number. */
  readonly byName?: boolean;
}

interface Session {
  readonly cookie: string;
  readonly csrfToken: string;
  /** Everybody of that name uses it: it may be older than the window of a step-up. */
  readonly shared?: boolean;
}

export function baseUrl(): string {
  const url = process.env.BATON_TEST_URL;
  invariant(url !== undefined, 'the test server is not running: use npm test');
  return url;
}

/** One person at one browser. Whatever is answered, it is answered properly: see `requireCleanAnswer`. */
export class Client {
  private constructor(private readonly session: Session | null) {}

  static anonymous(): Client {
    return new Client(null);
  }

  /** The session that everybody of that name shares; whoever signs out needs one of their own. */
  static as(login: Person): Client {
    const sessions = JSON.parse(process.env.BATON_TEST_SESSIONS ?? '{}') as Partial<Record<Person, Session>>;
    const session = sessions[login];
    invariant(session !== undefined, 'the test server is not running: use npm test');
    return new Client({ ...session, shared: true });
  }

  static async signIn(login: string, password = DEMO_PASSWORD): Promise<Client> {
    const answer = await Client.anonymous().ask('POST', '/session', { body: { login, password } });
    invariant(answer.status === 201, `sign-in of ${login} answered ${answer.status} ${answer.bytes.toString()}`);
    return new Client({ cookie: cookieOf(answer), csrfToken: (answer.body as { csrfToken: string }).csrfToken });
  }

  /** Whoever holds this session cookie. */
  static async resume(cookie: string): Promise<Client> {
    const answer = await Client.anonymous().ask('GET', '/session', { headers: { cookie } });
    invariant(answer.status === 200, `the session answered ${answer.status} ${answer.bytes.toString()}`);
    return new Client({ cookie, csrfToken: (answer.body as { csrfToken: string }).csrfToken });
  }

  get csrfToken(): string | null {
    return this.session?.csrfToken ?? null;
  }

  get cookie(): string | null {
    return this.session?.cookie ?? null;
  }

  get(path: string): Promise<Answer> {
    return this.ask('GET', path);
  }

  /** A write with a fresh idempotency key unless one is given; `key: null` sends none. */
  post(path: string, body: unknown, ask: Omit<Ask, 'body'> = {}): Promise<Answer> {
    return this.ask('POST', path, { ...ask, body });
  }

  upload(path: string, bytes: Buffer | Uint8Array, fileName: string, ask: Ask = {}): Promise<Answer> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), fileName);
    return this.ask('POST', path, { ...ask, form });
  }

  /** Sends a request; who shares a session proves again who they are when the last proof is too old, as people do. */
  async ask(method: string, path: string, ask: Ask = {}): Promise<Answer> {
    const answer = await this.send(method, path, ask);
    if (this.session?.shared !== true || (answer.body as { code?: string } | null)?.code !== 'step-up.required') return answer;
    await this.send('POST', '/session/step-up', { body: { method: 'PASSWORD', password: DEMO_PASSWORD } });
    return this.send(method, path, ask);
  }

  private async send(method: string, path: string, ask: Ask): Promise<Answer> {
    const body = ask.body !== undefined ? JSON.stringify(ask.body) : (ask.form ?? ask.raw?.body);
    const address = ask.byName === true ? baseUrl().replace('127.0.0.1', 'localhost') : baseUrl();
    const response = await fetch(`${address}/api${path}`, { method, redirect: 'manual', headers: this.headers(ask), ...(body === undefined ? {} : { body: body as NonNullable<RequestInit['body']> }) });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const answer = { status: response.status, headers: response.headers, bytes, body: isJson && bytes.length > 0 ? (JSON.parse(bytes.toString()) as Json) : null };
    requireCleanAnswer(`${method} ${path}`, answer, method);
    return answer;
  }

  /** What every request of this person carries, for the few that are not sent by `ask`. */
  headers(ask: Ask = {}): Record<string, string> {
    const headers: Record<string, string> = {
      ...(this.session === null ? {} : { cookie: this.session.cookie, 'x-csrf-token': this.session.csrfToken }),
      ...(ask.key === null ? {} : { 'idempotency-key': ask.key ?? randomUUID() }),
      ...(ask.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ask.raw === undefined ? {} : { 'content-type': ask.raw.contentType }),
      ...ask.headers,
    };
    return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
  }
}

export function cookieOf(answer: Answer): string {
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}
