import { randomUUID } from 'node:crypto';
import { invariant } from '#libs/errors';

export const DEMO_PASSWORD = 'baton-demo-2021';
export type Login = 'manager' | 'finance' | 'checker' | 'compliance' | 'auditor' | 'admin';

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
  readonly headers?: Readonly<Record<string, string>>;
}

export function baseUrl(): string {
  const url = process.env.BATON_TEST_URL;
  invariant(url !== undefined, 'the test server is not running: use npm test');
  return url;
}

/** One person at one browser. */
export class Client {
  private constructor(
    private readonly cookie: string | null,
    readonly csrfToken: string | null,
  ) {}

  static anonymous(): Client {
    return new Client(null, null);
  }

  static async signIn(login: string, password = DEMO_PASSWORD): Promise<Client> {
    const answer = await new Client(null, null).ask('POST', '/session', { body: { login, password } });
    invariant(answer.status === 201, `sign-in of ${login} answered ${answer.status} ${answer.bytes.toString()}`);
    const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
    return new Client(cookie, (answer.body as { csrfToken: string }).csrfToken);
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

  async ask(method: string, path: string, ask: Ask = {}): Promise<Answer> {
    const headers: Record<string, string> = {};
    if (this.cookie !== null) headers.cookie = this.cookie;
    if (this.csrfToken !== null) headers['x-csrf-token'] = this.csrfToken;
    if (ask.key !== null) headers['idempotency-key'] = ask.key ?? randomUUID();
    if (ask.body !== undefined) headers['content-type'] = 'application/json';
    if (ask.raw !== undefined) headers['content-type'] = ask.raw.contentType;
    const body = ask.body !== undefined ? JSON.stringify(ask.body) : (ask.form ?? ask.raw?.body);
    const response = await fetch(`${baseUrl()}/api${path}`, { method, headers: { ...headers, ...ask.headers }, ...(body === undefined ? {} : { body: body as NonNullable<RequestInit['body']> }) });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers: response.headers, bytes, body: isJson && bytes.length > 0 ? JSON.parse(bytes.toString()) : null };
  }
}
