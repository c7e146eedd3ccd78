import { beforeAll, describe, expect, it } from '@jest/globals';
import { AIMS, IN_A_YEAR } from '../support/aims.js';
import { Client, type Answer, type Json } from '../support/client.js';
import { decidedClawback, receivedClawback } from '../support/clawbacks.js';
import { exampleBody, type Schemas } from '../support/example-body.js';
import { NOWHERE, readContract, type Operation, type OperationId } from '../support/routes.js';
import { scopedPerson } from '../support/scoped.js';
import { capturedService, draftedRun, paidService, yearInUse } from '../support/services.js';
import { withSql } from '../support/sql.js';
import { registerBroker } from '../support/vouchers.js';

type ScopedClient = Awaited<ReturnType<typeof scopedPerson>>;

const ROLES = ['FUND_MANAGER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'APPROVER', 'COMMITTEE', 'AUDITOR', 'ADMIN'] as const;

/** The ids of everything that one might ask for in a programme year, by the name that an id has in a body. */
type Ids = Readonly<Record<string, string>>;

/** Whose id stands in an address, by how the address begins. */
const NAMED_BY: Ids = {
  ...{ 'voucher-years': 'yearId', 'vouchers': 'voucherId', 'services': 'serviceId', 'service-providers': 'providerId' },
  ...{ 'brokers': 'brokerId', 'payment-runs': 'runId', 'clawbacks': 'clawbackId', 'clawback-receipts': 'clawbackReceiptId', 'reports': 'yearId' },
};

/** A programme of its own with a year in which money has been paid, is waiting to be paid, and is claimed back. */
async function livedYear(): Promise<Ids> {
  const use = await yearInUse(2);
  const [paid = '', waiting = ''] = use.voucherIds;
  const { id: serviceId } = await paidService(use, paid);
  const { id: runId } = await draftedRun(use.year.id, [await capturedService(waiting, use.provider.id)]);
  const clawbackId = await decidedClawback(paid);
  return {
    ...{ yearId: use.year.id, programmeId: use.year.programmeId, voucherId: waiting, serviceId, runId, providerId: use.provider.id },
    ...{ brokerId: await registerBroker(use.year.id), clawbackId, clawbackReceiptId: await receivedClawback(clawbackId, '1000'), bankAccountId: use.provider.accountId, partyId: use.provider.partyId },
  };
}

/** How many rows of the year there are, table by table: what somebody from outside must not add to. */
async function rowsOf({ yearId }: Ids): Promise<Json> {
  const ofTheYear = ['voucher_budget', 'voucher_year_close', 'service_provider', 'voucher', 'voucher_application', 'voucher_issue', 'clawback', 'warning_decision'].map((table) => [table, 'year_id = $1']);
  const ofVouchers = ['voucher_event', 'voucher_agreement', 'own_money_deposit', 'own_money_return', 'voucher_service', 'evaluation_declaration', 'evaluation_score'].map((table) => [table, 'voucher_id in (select id from voucher where year_id = $1)']);
  const others = [
    ['service_event', 'service_id in (select s.id from voucher_service s join voucher v on v.id = s.voucher_id where v.year_id = $1)'],
    ['service_provider_turn', 'provider_id in (select id from service_provider where year_id = $1)'],
    ['broker_turn', 'broker_id in (select b.id from broker b join voucher_year y on y.programme_id = b.programme_id where y.id = $1)'],
    ['broker', 'programme_id = (select programme_id from voucher_year where id = $1)'],
    ['payment_run', `book = 'voucher/' || $1::text`],
    ['payment_run_event', `run_id in (select id from payment_run where book = 'voucher/' || $1::text)`],
    ['payment_outcome', `run_id in (select id from payment_run where book = 'voucher/' || $1::text)`],
    ['clawback_movement', 'clawback_id in (select id from clawback where year_id = $1)'],
    ['policy', `scope = 'voucher/' || $1::text`],
    ['journal_entry', `book = 'voucher/' || $1::text`],
  ];
  return withSql('OWNER', async (sql) => {
    const counts: [string, number][] = [];
    for (const [table = '', where = ''] of [...ofTheYear, ...ofVouchers, ...others]) {
      const { rows } = await sql.query<{ count: number }>(`select count(*)::int as count from ${table} where ${where}`, [yearId]);
      counts.push([table, rows[0]?.count ?? 0]);
    }
    return Object.fromEntries(counts);
  });
}

/**
 * Role × route × scope, for what lies in a programme: a person of each role who holds it in programme A, every route that names
 * something of a programme year, aimed at programme B with B's true ids and a body that passes the validation.
 */
describe('whoever holds a role in one programme', () => {
  let routes: Operation[];
  let bodies: Readonly<Record<string, Json>>;
  let own: Ids;
  let foreign: Ids;
  const people = new Map<string, ScopedClient>();

  const send = (client: ScopedClient, { method, path, operationId, mediaType }: Operation, ids: Ids): Promise<Answer> => {
    const id = ids[NAMED_BY[path.split('/')[1] ?? ''] ?? ''];
    const address = path.replace(/\{\w+\}/g, () => id ?? NOWHERE);
    const body = mediaType === 'application/json' ? { body: JSON.parse((JSON.stringify(bodies[operationId] ?? {})).replace(/"id-of-(\w+)"/g, (_, name: string) => JSON.stringify(ids[name] ?? NOWHERE))) as Json } : {};
    return client.ask(method, address, body);
  };

  beforeAll(async () => {
    const contract = await readContract();
    routes = contract.filter(({ operationId }) => {
      const aim = AIMS[operationId as OperationId];
      return aim !== undefined && 'because' in aim && aim.because === IN_A_YEAR;
    });
    const stated = (await Client.anonymous().get('/openapi.json')).body as { paths: Record<string, Record<string, Json>>; components: { schemas: Schemas } };
    const operations = Object.values(stated.paths).flatMap((methods) => Object.values(methods));
    bodies = Object.fromEntries(operations.map((operation) => [operation.operationId as string, exampleBody(operation.requestBody?.content['application/json']?.schema ?? {}, stated.components.schemas, (name) => `id-of-${name}`)]));
    [own, foreign] = [await livedYear(), await livedYear()];
    for (const role of ROLES) people.set(role, await scopedPerson(role, [`programme/${own.programmeId ?? ''}`]));
  }, 120_000);

  const personOf = (role: string): ScopedClient => {
    const person = people.get(role);
    if (person === undefined) throw new Error(`nobody is ${role}`);
    return person;
  };

  it('knows whose id stands in every address that names something of a year', () => {
    expect(routes.filter(({ path }) => path.includes('{') && !((path.split('/')[1] ?? '') in NAMED_BY)).map(({ path }) => path)).toEqual([]);
    expect(routes.length).toBeGreaterThan(60);
  });

  it.each(ROLES)('finds nothing of another programme, and changes nothing there, as %s', async (role) => {
    const before = await rowsOf(foreign);
    const faults: unknown[] = [];
    for (const route of routes) {
      const answer = await send(personOf(role), route, foreign);
      const text = answer.bytes.toString();
      const sent = JSON.stringify(bodies[route.operationId] ?? '');
      const leaked = Object.entries(foreign).filter(([name, id]) => name !== 'partyId' && text.includes(id) && !route.path.includes('{') && !sent.includes(name));
      // A route that names nothing of the year in its address answers about oneself, or refuses what the body names.
      const shut = answer.status >= 400 || !route.path.includes('{');
      if (!shut || leaked.length > 0) faults.push([route.operationId, answer.status, leaked.map(([name]) => name)]);
    }
    expect(faults).toEqual([]);
    expect(await rowsOf(foreign)).toEqual(before);
  }, 120_000);

  it.each(ROLES)('is told that there is no such thing, wherever the role opens the route, as %s', async (role) => {
    const permitted = new Set((await personOf(role).get('/session')).body.user.permissions as string[]);
    const reads = routes.filter(({ method, path }) => method === 'GET' && path.includes('{'));
    const statuses: [string, number][] = [];
    for (const route of reads) statuses.push([route.operationId, (await send(personOf(role), route, foreign)).status]);
    const expected = permitted.has('voucher.read') ? [403, 404] : [403];
    expect(statuses.filter(([, status]) => !expected.includes(status))).toEqual([]);
  }, 120_000);

  it.each(['FINANCE_MAKER', 'COMPLIANCE', 'COMMITTEE', 'AUDITOR'])('reads all that lies in their own, as %s', async (role) => {
    const reads = routes.filter(({ method, path, operationId }) => method === 'GET' && path.includes('{') && !['getClawbackNotice', 'getVoucherLetter'].includes(operationId));
    const faults: unknown[] = [];
    for (const route of reads) {
      const { status, body } = await send(personOf(role), route, own);
      if (status !== 200 && !(status === 403 && body.code === 'permission.missing')) faults.push([route.operationId, status, body.code]);
    }
    expect(faults).toEqual([]);
    expect(((await personOf(role).get('/voucher-years')).body as Json[]).map(({ id }) => id)).toEqual([own.yearId]);
  }, 120_000);

  it('works in their own years, and opens the next one', async () => {
    const maker = personOf('FINANCE_MAKER');
    const opened = await maker.post('/voucher-years', { kind: 'AS', fiscalYear: 2030, legalRegime: 'SUBSIDY', programmeId: own.programmeId });
    expect(opened.status).toBe(201);
    const budget = { stage: 'APPROVED', amountWon: '1000000', vouchers: 1, decidedOn: '2021-01-04', clause: '국회확정' };
    expect((await maker.post(`/voucher-years/${opened.body.id as string}/budget`, budget)).status).toBe(201);
    expect([403, 404]).toContain((await maker.post('/voucher-years', { kind: 'AS', fiscalYear: 2031, legalRegime: 'SUBSIDY', programmeId: foreign.programmeId })).status);
  });
});
