import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { expectStatus } from '../support/answers.js';
import { Client, type Answer } from '../support/client.js';
import { formFund, fundForm, recordDeal, vintageOf } from '../support/funds.js';
import type { Aim, AimedAsk } from '../support/aim.js';
import { AIMS } from '../support/aims.js';
import { PERMISSION_OF, readContract, type Operation, type OperationId } from '../support/routes.js';
import { countRows, livedInFund, marksOf, scopedPerson, type Target } from '../support/scoped.js';

type ScopedClient = Awaited<ReturnType<typeof scopedPerson>>;

const ROLES = ['FUND_MANAGER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'APPROVER', 'COMMITTEE', 'AUDITOR', 'ADMIN'] as const;

function send(client: ScopedClient, method: string, { path, body, file }: AimedAsk): Promise<Answer> {
  if (file !== undefined) return client.upload(path, file.bytes, file.name);
  return client.ask(method, path, body === undefined ? {} : { body });
}

const aimOf = (operation: Operation): Aim | null => {
  const entry = AIMS[operation.operationId as OperationId];
  return entry !== undefined && 'ask' in entry ? entry : null;
};

/** Marks of a fund in an answer, but for those that the request itself carried. */
function leaked(answer: Answer, marks: readonly string[], ask: AimedAsk): string[] {
  const [text, sent] = [answer.bytes.toString(), `${decodeURIComponent(ask.path)} ${JSON.stringify(ask.body ?? '')} ${ask.file?.bytes.toString() ?? ''}`];
  return marks.filter((mark) => text.includes(mark) && !sent.includes(mark));
}

function behavesAsOutside({ outside }: Aim, answer: Answer): boolean {
  if (answer.status === 403 || answer.status === 404) return true;
  if (outside === 'EMPTY') return answer.status === 200 && Array.isArray(answer.body) && answer.body.length === 0;
  return outside === 'UNTOUCHED';
}

/**
 * Role × route × scope: a person of each role who holds it in fund A alone, every route of the contract, aimed at A and at
 * B with B's true ids. What is written down for each route stands in test/support/aims.ts.
 */
describe('whoever holds a role in one fund', () => {
  let contract: Operation[];
  let own: Target;
  let foreign: Target;
  let marks: readonly string[];
  const people = new Map<string, ScopedClient>();

  const personOf = (role: string): ScopedClient => {
    const person = people.get(role);
    if (person === undefined) throw new Error(`nobody is ${role}`);
    return person;
  };
  const held = async (role: string): Promise<ReadonlySet<string>> => new Set((await personOf(role).get('/session')).body.user.permissions as string[]);

  beforeAll(async () => {
    contract = await readContract();
    [own, foreign] = [await livedInFund(), await livedInFund()];
    marks = await marksOf(foreign);
    for (const role of ROLES) people.set(role, await scopedPerson(role, [`fund/${own.fundId}`]));
  }, 120_000);

  it('is asked about by every route: a new one says in test/support/aims.ts how it is aimed at a fund, or why it cannot be', () => {
    const missing = contract.filter(({ operationId }) => !(operationId in AIMS)).map(({ operationId }) => `${operationId}: add to AIMS in test/support/aims.ts how it is aimed at a fund, or why it names none`);
    expect(missing).toEqual([]);
    expect(Object.keys(AIMS).filter((operationId) => !contract.some((operation) => operation.operationId === operationId))).toEqual([]);
  });

  // First of all: what people asked for in vain stands in their own log afterwards.
  it.each(ROLES)('meets nothing of another fund in any list, as %s', async (role) => {
    const lists = Object.values(AIMS).flatMap((entry) => ('because' in entry && entry.path !== undefined ? [{ path: entry.path, shows: entry.shows }] : []));
    const views = contract.flatMap((operation) => (operation.method === 'GET' ? [{ path: aimOf(operation)?.ask(own).path ?? '', shows: undefined }] : [])).filter(({ path }) => path !== '');
    const faults: unknown[] = [];
    for (const { path, shows } of [...lists, ...views]) {
      if (shows === 'NAMES_TO_ADMIN' && role === 'ADMIN') continue;
      const answer = await personOf(role).get(path);
      const found = leaked(answer, marks, { path }).filter((mark) => shows !== 'PARTIES' || mark !== foreign.partyMark);
      if (found.length > 0) faults.push([path, answer.status, found]);
    }
    expect(faults).toEqual([]);
    expect(lists.length + views.length).toBeGreaterThan(20);
  }, 180_000);

  it.each(ROLES)('finds nothing of another fund anywhere, as %s', async (role) => {
    const before = await countRows(foreign.fundId);
    const faults: unknown[] = [];
    for (const operation of contract) {
      const aim = aimOf(operation);
      if (aim === null) continue;
      const ask = aim.ask(foreign);
      const answer = await send(personOf(role), operation.method, ask);
      const found = leaked(answer, marks, ask);
      if (!behavesAsOutside(aim, answer) || found.length > 0) faults.push([operation.operationId, answer.status, found]);
    }
    expect(faults).toEqual([]);
    expect(await countRows(foreign.fundId)).toEqual(before);
  }, 180_000);

  it.each(ROLES)('is let in to their own fund exactly where the role opens the route, as %s', async (role) => {
    const permissions = await held(role);
    const faults: unknown[] = [];
    for (const operation of contract) {
      const entry = AIMS[operation.operationId as OperationId];
      const aim = entry === undefined || 'ask' in entry ? (entry ?? null) : entry.path === undefined ? null : { ask: () => ({ path: entry.path ?? '' }) };
      // An import and a new fund reach beyond the fund; what lies beyond is asked for above. Strangers may ask whether a paper holds.
      if (aim === null || ['formFund', 'addVintage', 'getImport', 'verifyReport'].includes(operation.operationId)) continue;
      const permission = PERMISSION_OF[operation.operationId as OperationId];
      // The administrator's "everywhere" holds accounts and roles, and no fund.
      const seesFunds = role !== 'ADMIN' || !['getApproval', 'resubmitApproval'].includes(operation.operationId);
      const holds = permission === null || (permissions.has(permission) && seesFunds);
      const { status } = await send(personOf(role), operation.method, operation.method === 'GET' ? aim.ask(own) : harmless(operation, aim.ask(own)));
      const letIn = operation.method === 'GET' ? status === 200 : status !== 403 && status !== 404;
      if (letIn !== holds) faults.push([operation.operationId, status, holds]);
    }
    expect(faults).toEqual([]);
  }, 180_000);

  it.each(['COMPLIANCE', 'AUDITOR'] as const)('meets nothing of another fund in any pack of the audit room, as %s', async (role) => {
    const person = personOf(role);
    const packs = (await person.get('/audit/packs')).body as { code: string }[];
    const faults: unknown[] = [];
    for (const { code } of packs) {
      const [covered, bare] = [await person.get(`/audit/packs/${code}`), await person.post(`/audit/packs/${code}/unmask`, { reason: '범위 시험' })];
      for (const answer of [covered, bare]) {
        const found = leaked(answer, marks, { path: '' });
        if (answer.status !== 200 || found.length > 0) faults.push([code, answer.status, found]);
      }
    }
    expect(faults).toEqual([]);
    expect(packs.length).toBeGreaterThan(5);
  });

  it('sees sums of their own fund alone', async () => {
    const auditor = personOf('AUDITOR');
    const [whole, fund] = [(await auditor.get(`/programmes/${own.programmeId}/obligation`)).body, (await auditor.get(`/funds/${own.fundId}/obligation`)).body];
    expect((await auditor.get('/funds')).body.map(({ id }: { id: string }) => id)).toEqual([own.fundId]);
    const { baseWon, ratioPercent, shortfallWon } = fund.decisive as Record<string, string>;
    expect(whole).toMatchObject({ fundCount: 1, position: { baseWon, ratioPercent, shortfallWon } });
  });

  it('cannot borrow a file of another fund by attaching it to a deal of their own', async () => {
    const attached = await personOf('FUND_MANAGER').post(`/investments/${own.investmentId}/evidence`, { evidence: [{ kind: '정관', documentId: foreign.documentId }] });
    expect([400, 403, 404]).toContain(attached.status);
    expect((await personOf('FUND_MANAGER').get(`/documents/${foreign.documentId}`)).status).toBe(404);
  });
});

describe('whoever holds a role in one programme', () => {
  it('works in all its funds, also in those that are formed later, and in none of another programme', async () => {
    const manager = Client.as('manager');
    const code = `P-${randomUUID().slice(0, 8)}`;
    const programme = (await manager.post('/programmes', { code, nameKo: `범위 시험 ${code}`, nameEn: `Scope ${code}`, horizonFrom: '2024-01-01', horizonTo: '2030-12-31' })).body as { id: string };
    const elsewhere = await formFund(manager);
    const person = await scopedPerson('FUND_MANAGER', [`programme/${programme.id}`]);
    expect((await person.get('/funds')).body).toEqual([]);
    const vintage = await person.post(`/programmes/${programme.id}/vintages`, { year: 2024 });
    expectStatus(vintage, 201);
    const vintageId = ((await person.get('/programmes')).body as { id: string; vintages: { id: string }[] }[]).find(({ id }) => id === programme.id)?.vintages[0]?.id ?? '';
    const formed = await person.post('/funds', fundForm(vintageId));
    expectStatus(formed, 201);
    expectStatus(await recordDeal(person, (formed.body as { id: string }).id, '1000'), 201);
    expect(((await person.get('/funds')).body as { id: string }[]).map(({ id }) => id)).toEqual([(formed.body as { id: string }).id]);
    expect(((await person.get('/programmes')).body as { id: string }[]).map(({ id }) => id)).toEqual([programme.id]);
    expect((await recordDeal(person, elsewhere.id, '1000')).status).toBe(404);
    expect([403, 404]).toContain((await person.post('/funds', fundForm(await vintageOf(2024)))).status);
  });
});

/** The same write with a field that nobody knows: it gets past the door and no further. */
function harmless(operation: Operation, ask: AimedAsk): AimedAsk {
  return operation.mediaType === 'application/json' && ask.body !== undefined ? { ...ask, body: { ...ask.body, 'no-such-field': 1 } } : ask;
}
