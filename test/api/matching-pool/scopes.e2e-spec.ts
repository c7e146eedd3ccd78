import { beforeAll, describe, expect, it } from '@jest/globals';
import { AIMS, IN_A_POOL } from '../../support/aims.js';
import type { Answer, Json } from '../../support/client.js';
import { exampleBody, type Schemas } from '../../support/example-body.js';
import { Client } from '../../support/client.js';
import { concludedProject, openedPool, planForm, projectForm } from '../../support/matching.js';
import { NOWHERE, readContract, type Operation, type OperationId } from '../../support/routes.js';
import { scopedPerson } from '../../support/scoped.js';
import { withSql } from '../../support/sql.js';

type ScopedClient = Awaited<ReturnType<typeof scopedPerson>>;
type Ids = Readonly<Record<'callId' | 'agreementId', string>>;

const ROLES = ['FUND_MANAGER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'APPROVER', 'AUDITOR'] as const;
/** Bodies that have to make sense before anybody looks for what the address names. */
const SENSIBLE: Readonly<Record<string, Json>> = { planMatchingProject: planForm(), concludeMatchingProject: projectForm(NOWHERE) };

async function lived(): Promise<Ids & { readonly programmeId: string }> {
  const pool = await openedPool();
  return { callId: pool.id, programmeId: pool.programmeId, agreementId: await concludedProject(pool.id) };
}

/** How many rows of matching lie in a programme. */
const rowsIn = (programmeId: string): Promise<Json> =>
  withSql(
    'APPLICATION',
    async (sql) => {
      const { rows } = await sql.query<{ name: string }>(`select tablename as name from pg_policies where policyname = 'in_scope' and tablename like any (array['matching%', 'grant%']) order by 1`);
      const counts: [string, number][] = [];
      for (const { name } of rows) counts.push([name, (await sql.query<{ n: number }>(`select count(*)::int as n from "${name}"`)).rows[0]?.n ?? 0]);
      return Object.fromEntries(counts);
    },
    [`programme/${programmeId}`],
  );

describe('whoever holds a role in one programme', () => {
  let routes: Operation[];
  let bodies: Readonly<Record<string, Json>>;
  let own: Awaited<ReturnType<typeof lived>>;
  let foreign: Awaited<ReturnType<typeof lived>>;

  const send = (client: ScopedClient, { method, path, operationId, mediaType }: Operation, ids: Ids): Promise<Answer> =>
    client.ask(method, path.replace(/\{(\w+)\}/g, (_, name: string) => (name in ids ? ids[name as keyof Ids] : NOWHERE)), mediaType === 'application/json' ? { body: bodies[operationId] ?? {} } : {});

  beforeAll(async () => {
    const isOfPools = ({ operationId, path }: Operation): boolean => {
      const aim = AIMS[operationId as OperationId];
      return path.includes('{') && aim !== undefined && 'because' in aim && aim.because === IN_A_POOL;
    };
    routes = (await readContract()).filter(isOfPools);
    const stated = (await Client.anonymous().get('/openapi.json')).body as { paths: Record<string, Record<string, Json>>; components: { schemas: Schemas } };
    const operations = Object.values(stated.paths).flatMap((methods) => Object.values(methods));
    bodies = { ...Object.fromEntries(operations.map((operation) => [operation.operationId as string, exampleBody(operation.requestBody?.content['application/json']?.schema ?? {}, stated.components.schemas, () => NOWHERE)])), ...SENSIBLE };
    [own, foreign] = [await lived(), await lived()];
  }, 240_000);

  it.each(ROLES)('%s finds nothing of another programme, and adds nothing to it', async (role) => {
    const person = await scopedPerson(role, [`programme/${own.programmeId}`]);
    const before = await rowsIn(foreign.programmeId);
    const answers = await Promise.all(routes.map(async (route) => [route.operationId, (await send(person, route, foreign)).status] as const));
    expect(answers.filter(([, status]) => status !== 403 && status !== 404)).toEqual([]);
    expect(await rowsIn(foreign.programmeId)).toEqual(before);
  });

  it('sees what is its own, and in lists only that', async () => {
    const person = await scopedPerson('FINANCE_MAKER', [`programme/${own.programmeId}`]);
    const looks = routes.filter(({ method, path }) => method === 'GET' && !path.replace(/\{(callId|agreementId)\}/g, '').includes('{'));
    expect((await Promise.all(looks.map(async (route) => (await send(person, route, own)).status))).every((status) => status === 200)).toBe(true);
    expect(((await person.get('/matching-pools')).body as { id: string }[]).map(({ id }) => id)).toEqual([own.callId]);
  });
});
