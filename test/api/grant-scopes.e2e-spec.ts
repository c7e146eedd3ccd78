import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../support/answers.js';
import { AIMS, IN_A_CALL } from '../support/aims.js';
import { Client, type Answer, type Json } from '../support/client.js';
import { exampleBody, type Schemas } from '../support/example-body.js';
import { applicationForm } from '../support/grant-applications.js';
import { agreementForm } from '../support/grants.js';
import { livedCall, NAMED_BY, type Ids } from '../support/lived-call.js';
import { orderForm, technologyForm } from '../support/outcomes-of-grants.js';
import { NOWHERE, PERMISSION_OF, readContract, type Operation, type OperationId } from '../support/routes.js';
import { scopedPerson } from '../support/scoped.js';
import { today } from '../support/services.js';
import { withSql } from '../support/sql.js';

type ScopedClient = Awaited<ReturnType<typeof scopedPerson>>;

const ROLES = ['FUND_MANAGER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'APPROVER', 'COMMITTEE', 'AUDITOR', 'ADMIN'] as const;

/** Bodies that have to make sense before anybody looks for what the address names. */
const SENSIBLE: Readonly<Record<string, Json>> = {
  receiveGrantApplication: applicationForm(),
  importGrantApplications: { rows: [applicationForm()] },
  scoreGrantEvaluation: { scores: [{ applicationId: 'id-of-applicationId', score: '80' }] },
  concludeGrantAgreement: agreementForm(),
  decideGrantSettlement: { stage: 1, noticeOn: today(), noticeWon: '1000' },
  answerGrantSettlement: { outcome: 'PARTLY', reason: '일부 인정합니다.', noticeOn: today(), noticeWon: '1000' },
  requestServiceOrder: orderForm('id-of-labId'),
  registerGrantRoyalty: technologyForm(),
};

/** How many rows lie in a programme, by every table that has a policy of scope: what somebody from outside must not add to. */
async function rowsIn(programmeId: string): Promise<Json> {
  return withSql(
    'APPLICATION',
    async (sql) => {
      const { rows: tables } = await sql.query<{ name: string }>(`select tablename as name from pg_policies where policyname = 'in_scope' order by 1`);
      const counts: [string, number][] = [];
      for (const { name } of tables) {
        const { rows } = await sql.query<{ count: number }>(`select count(*)::int as count from "${name}"`);
        counts.push([name, rows[0]?.count ?? 0]);
      }
      return Object.fromEntries(counts);
    },
    [`programme/${programmeId}`],
  );
}

/**
 * Role × route × scope, for calls for grants: a person of each role who holds it in programme A, every route that names something
 * of a call, aimed at programme B with B's true ids and a body that passes the validation; and the same requests at home.
 */
describe('whoever holds a role in one programme', () => {
  let routes: Operation[];
  let bodies: Readonly<Record<string, Json>>;
  let own: Ids;
  let foreign: Ids;
  const people = new Map<string, ScopedClient>();

  const send = (client: ScopedClient, { method, path, operationId, mediaType }: Operation, ids: Ids): Promise<Answer> => {
    const named = path.startsWith('/reports/') ? path.split('/').slice(1, 3).join('/') : (path.split('/')[1] ?? '');
    const address = path.replace(/\{\w+\}/g, () => ids[NAMED_BY[named] ?? ''] ?? NOWHERE);
    const body = JSON.stringify(bodies[operationId] ?? {}).replace(/"id-of-(\w+)"/g, (_, name: string) => JSON.stringify(ids[name] ?? NOWHERE));
    return client.ask(method, address, mediaType === 'application/json' ? { body: JSON.parse(body) as Json } : {});
  };
  const personOf = (role: string): ScopedClient => {
    const person = people.get(role);
    if (person === undefined) throw new Error(`nobody is ${role}`);
    return person;
  };
  const permissionsOf = async (role: string): Promise<ReadonlySet<string>> => new Set((await personOf(role).get('/session')).body.user.permissions as string[]);
  /** What names a thing of a call in its address. */
  const named = (method: 'GET' | 'POST'): Operation[] => routes.filter((route) => route.method === method && route.path.includes('{') && !route.path.startsWith('/calendar-feeds/'));

  beforeAll(async () => {
    routes = (await readContract()).filter(({ operationId }) => {
      const aim = AIMS[operationId as OperationId];
      return aim !== undefined && 'because' in aim && aim.because === IN_A_CALL;
    });
    const stated = (await Client.anonymous().get('/openapi.json')).body as { paths: Record<string, Record<string, Json>>; components: { schemas: Schemas } };
    const operations = Object.values(stated.paths).flatMap((methods) => Object.values(methods));
    bodies = Object.fromEntries(operations.map((operation) => [operation.operationId as string, exampleBody(operation.requestBody?.content['application/json']?.schema ?? {}, stated.components.schemas, (name) => `id-of-${name}`)]));
    bodies = { ...bodies, ...SENSIBLE };
    [own, foreign] = [await livedCall(), await livedCall()];
    for (const role of ROLES) people.set(role, await scopedPerson(role, [`programme/${own.programmeId ?? ''}`]));
  }, 240_000);

  it('knows whose id stands in every address that names something of a call', () => {
    const known = (path: string): boolean => Object.keys(NAMED_BY).some((start) => path.startsWith(`/${start}/`));
    expect(routes.filter(({ path }) => path.includes('{') && !known(path)).map(({ path }) => path)).toEqual([]);
    expect(Object.values(NAMED_BY).filter((name) => own[name] === undefined || foreign[name] === undefined)).toEqual([]);
    expect(routes.length).toBeGreaterThan(100);
  });

  it.each(ROLES)('finds nothing of another programme, and changes nothing there, as %s', async (role) => {
    const before = await rowsIn(foreign.programmeId ?? '');
    const faults: unknown[] = [];
    for (const route of routes) {
      const answer = await send(personOf(role), route, foreign);
      const sent = JSON.stringify(bodies[route.operationId] ?? '');
      const leaked = Object.entries(foreign).filter(([name, id]) => name !== 'partyId' && name !== 'labId' && answer.bytes.toString().includes(id) && !route.path.includes('{') && !sent.includes(name));
      // A route that names nothing of a call in its address answers about oneself or the country, or refuses what the body names.
      const shut = answer.status >= 400 || !route.path.includes('{');
      if (!shut || leaked.length > 0) faults.push([route.operationId, answer.status, leaked.map(([name]) => name)]);
    }
    expect(faults).toEqual([]);
    expect(await rowsIn(foreign.programmeId ?? '')).toEqual(before);
    expect(Object.keys(before).length).toBeGreaterThan(100);
  }, 120_000);

  it.each(ROLES)('is told that there is no such thing, wherever the role opens the route, as %s', async (role) => {
    const permitted = await permissionsOf(role);
    const faults: unknown[] = [];
    for (const route of named('GET')) {
      const { status, body } = await send(personOf(role), route, foreign);
      const expected = permitted.has(PERMISSION_OF[route.operationId as OperationId] ?? '') ? [404, 'resource.not-found'] : [403, 'permission.missing'];
      if (status !== expected[0] || body.code !== expected[1]) faults.push([route.operationId, status, body.code]);
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it.each(['FINANCE_MAKER', 'COMPLIANCE', 'COMMITTEE', 'AUDITOR'])('reads all that lies in their own, as %s', async (role) => {
    const permitted = await permissionsOf(role);
    const faults: unknown[] = [];
    for (const route of named('GET')) {
      const { status, body } = await send(personOf(role), route, own);
      if (status !== (permitted.has(PERMISSION_OF[route.operationId as OperationId] ?? '') ? 200 : 403)) faults.push([route.operationId, status, body.code]);
    }
    expect(faults).toEqual([]);
    expect(((await personOf(role).get('/grant-calls')).body as Json[]).map(({ id }) => id as string).sort()).toEqual([own.callId, own.laterCallId].sort());
  }, 120_000);

  // The same requests at home and abroad: each finds its thing at home, whatever it then says to a body that makes no sense.
  it.each(['FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'COMMITTEE'])('writes in their own alone, as %s', async (role) => {
    const permitted = await permissionsOf(role);
    const writes = named('POST').filter(({ operationId, mediaType }) => mediaType === 'application/json' && permitted.has(PERMISSION_OF[operationId as OperationId] ?? ''));
    const faults: unknown[] = [];
    for (const route of writes) {
      const [abroad, home] = [await send(personOf(role), route, foreign), await send(personOf(role), route, own)];
      // Whoever names an expense in a body is told at the field that there is none.
      if (abroad.status !== 404 && abroad.body.code !== 'grant-expense.unknown') faults.push([route.operationId, 'abroad', refusal(abroad)]);
      if ([403, 404].includes(home.status)) faults.push([route.operationId, 'home', refusal(home), bodies[route.operationId]]);
    }
    expect(faults).toEqual([]);
    expect(writes.length).toBeGreaterThan(0);
  }, 120_000);

  it('opens calls in their own programme alone', async () => {
    const call = { kind: 'PROTOTYPE', regime: 'RND', fiscalYear: 2022, agency: '시험 전문기관' };
    const maker = personOf('FINANCE_MAKER');
    expect((await maker.post('/grant-calls', { ...call, programmeId: own.programmeId })).status).toBe(201);
    expect([400, 403, 404]).toContain((await maker.post('/grant-calls', { ...call, programmeId: foreign.programmeId })).status);
  });
});
