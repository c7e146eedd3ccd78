import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { baseUrl, Client, LOGINS, type Login } from '../support/client.js';
import { aimed, PERMISSION_OF, readContract, type Operation, type OperationId } from '../support/routes.js';
import { withSql } from '../support/sql.js';

/** The segregation of duties (직무분리) as it is meant to be: who writes what. Taking files away is on record, not a write. */
const WRITES_OF: Readonly<Record<Login, readonly string[]>> = {
  manager: ['addVintage', 'attachEvidence', 'createProgramme', 'formFund', 'importFundRegister', 'issueCapitalCall', 'pasteFundRegister', 'recordInvestment', 'uploadDocument', 'voidInvestment'],
  finance: ['issueCapitalCall', 'receiveCapital', 'uploadDocument'],
  checker: [],
  compliance: ['closePeriod', 'decideClassification', 'decidePolicy'],
  auditor: [],
  admin: ['createUser', 'deactivateUser'],
};
const FOR_MANY = ['startSession', 'endSession', 'downloadDocument', 'downloadFundComplianceReport'];

/** What somebody who does business would see: the administrator may not. */
const BUSINESS = Object.entries(PERMISSION_OF)
  .filter(([, permission]) => permission !== null && !permission.startsWith('user.') && permission !== 'session.read')
  .map(([operationId]) => operationId);

interface Turn {
  readonly status: number;
  readonly code: string | null;
  /** The permission that a refusal says is missing. */
  readonly missing: string | null;
}

/** Knocks with nothing in hand: no key, an empty body, identifiers that nobody has. Whoever is let in gets no further. */
async function knock({ method, path, mediaType }: Operation, client: Client): Promise<Turn> {
  const abort = new AbortController();
  const isJson = mediaType === 'application/json';
  const response = await fetch(`${baseUrl()}/api${aimed(path)}`, {
    method,
    headers: client.headers({ key: null, ...(isJson ? { body: {} } : {}) }),
    ...(isJson ? { body: '{}' } : {}),
    signal: abort.signal,
  });
  const streams = response.headers.get('content-type') === 'text/event-stream';
  const text = streams ? '' : await response.text();
  abort.abort();
  const isProblem = /problem\+json/.test(response.headers.get('content-type') ?? '');
  const problem = isProblem ? (JSON.parse(text) as { code: string; details?: { permission?: string } }) : null;
  return { status: response.status, code: problem?.code ?? null, missing: problem?.details?.permission ?? null };
}

describe('who may do what', () => {
  let contract: Operation[];

  beforeAll(async () => {
    contract = await readContract();
  });

  it('is written down for every route of the contract, and for no other', () => {
    expect(contract.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(PERMISSION_OF).sort());
  });

  it('gives every write the permission of its own name', () => {
    const writes = contract.filter(({ method, operationId }) => method !== 'GET' && PERMISSION_OF[operationId as OperationId] !== null && operationId !== 'endSession');
    const verb = (text: string): string => text.replace(/^(upload|download|paste|import).*/, '$1');
    const strange = writes.filter(({ operationId }) => {
      const action = PERMISSION_OF[operationId as OperationId]?.split('.')[1] ?? '';
      return verb(operationId.replace(/[A-Z].*/, '')) !== action;
    });
    // Handing out a file reads it, a pasted sheet is an import.
    expect(strange.map(({ operationId }) => operationId).sort()).toEqual(['downloadDocument', 'pasteFundRegister']);
  });

  it.each(LOGINS)('turns the %s away exactly where the permission is missing', async (login) => {
    // Signing out would end the session that everybody of that name shares.
    const client = await Client.signIn(login);
    const held = (await client.get('/session')).body.user.permissions as readonly string[];
    const others = contract.filter(({ operationId }) => operationId !== 'endSession' && operationId in PERMISSION_OF);
    const outcomes = await Promise.all(
      others.map(async (operation) => {
        const permission = PERMISSION_OF[operation.operationId as OperationId];
        const holds = permission === null || held.includes(permission);
        const { status, code, missing } = await knock(operation, client);
        const turnedAway = status === 403 && code === 'permission.missing' && missing === permission;
        return { operationId: operation.operationId, holds, turnedAway, letIn: status !== 401 && status !== 403 };
      }),
    );
    expect(outcomes.filter(({ holds, turnedAway, letIn }) => turnedAway === holds || letIn !== holds)).toEqual([]);
    const writes = contract.filter(({ method, operationId }) => method !== 'GET' && !FOR_MANY.includes(operationId)).map(({ operationId }) => operationId);
    expect(outcomes.filter(({ operationId, letIn }) => letIn && writes.includes(operationId)).map(({ operationId }) => operationId).sort()).toEqual(WRITES_OF[login]);
    expect((await client.ask('DELETE', '/session')).status).toBe(204);
  });

  it('turns strangers away from everything but health and the door', async () => {
    const open = await Promise.all(contract.map(async (operation) => ({ ...operation, ...(await knock(operation, Client.anonymous())) })));
    expect(open.filter(({ status }) => status !== 401).map(({ operationId, status }) => [operationId, status])).toEqual(
      expect.arrayContaining([
        ['getHealth', 200],
        ['startSession', 400],
      ]),
    );
    expect(open.filter(({ status, code }) => status !== 401 || code !== 'session.missing').map(({ operationId }) => operationId).sort()).toEqual(['getHealth', 'startSession']);
  });

  it('takes no write without the token of the session, whatever else is right', async () => {
    const client = Client.as('manager');
    const writes = contract.filter(({ method, operationId }) => method !== 'GET' && operationId !== 'startSession');
    const answers = await Promise.all(writes.map(({ method, path }) => client.ask(method, aimed(path), { headers: { 'x-csrf-token': '' } })));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.code as string}`))).toEqual(new Set(['403 csrf.missing']));
    expect(answers.length).toBeGreaterThan(15);
  });

  it('shows the administrator nothing of the business', async () => {
    const answers = await Promise.all(
      contract.filter(({ operationId }) => BUSINESS.includes(operationId)).map(async (operation) => [operation.operationId, (await knock(operation, Client.as('admin'))).status] as const),
    );
    expect(answers.filter(([, status]) => status !== 403)).toEqual([]);
    expect(answers.length).toBe(BUSINESS.length);
  });

  it('is asked anew on every request: a role that is not held any more opens nothing', async () => {
    const login = `u-${randomUUID()}`;
    const password = 'correct horse battery staple';
    const { id } = (await Client.as('admin').post('/users', { login, password, name: '옮길 사람', roles: ['FUND_MANAGER'] })).body as { id: string };
    const client = await Client.signIn(login, password);
    expect((await client.get('/funds')).status).toBe(200);
    await withSql('OWNER', (sql) => sql.query('delete from user_role where user_id = $1', [id]));
    expect([(await client.get('/funds')).status, (await client.get('/session')).status]).toEqual([403, 200]);
  });

  it('keeps a refused attempt on record, and every step of an auditor', async () => {
    const marker = randomUUID();
    await Client.as('admin').get(`/funds/${marker}`);
    await Client.as('auditor').get(`/funds/${marker}`);
    const rows = await withSql('AUDITOR', async (sql) => (await sql.query('select login, action from access_log where subject_label like $1 order by login', [`%${marker}%`])).rows as object[]);
    expect(rows).toEqual([
      { login: 'admin', action: 'permission.refused' },
      { login: 'auditor', action: 'fund.read' },
    ]);
  });
});
