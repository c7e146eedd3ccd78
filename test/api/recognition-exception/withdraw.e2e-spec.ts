import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { decide, formFund, recordDeal } from '../../support/funds.js';
import { resultOf } from '../../support/recognition.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const withdrawal = (changes: Json = {}): Json => ({ withdrawnFrom: '2024-06-10', reason: '주무부처가 회신을 거두어들임', ...changes });

describe('withdrawing an exception', () => {
  const manager = Client.as('manager');
  let fundId: string;
  let count = 0;
  const withdraw = (id: string, changes: Json = {}, ask = {}) => manager.post(`/funds/${fundId}/recognition-exceptions/${id}/withdrawal`, withdrawal(changes), ask);
  const listed = async (query = ''): Promise<Json[]> => (await Client.as('auditor').get(`/funds/${fundId}/recognition-exceptions${query}`)).body as Json[];

  /** An answer for every company of the fund, valid through 2024. */
  async function answered(): Promise<{ id: string; number: string }> {
    count += 1;
    const number = `철회시험-${count}`;
    const { body } = await manager.post(`/funds/${fundId}/recognition-exceptions`, { number, issuer: '자문위원회', subject: '시험', validFrom: '2024-01-01', validTo: '2024-12-31' });
    return { id: body.id as string, number };
  }

  /** A deal that cites the answer; `recordDeal` pays on 2024-06-03 unless told otherwise. */
  async function citing(number: string, paidOn: string): Promise<string> {
    const { body } = await recordDeal(manager, fundId, '1000000', { paidOn, recognition: { route: 'APPROVED_EXCEPTION', companyBasis: 'STARTUP' } });
    expectStatus(await manager.post(`/investments/${String(body.id)}/evidence`, { evidence: [{ kind: '질의회신', issuedOn: '2024-02-01', detail: { number } }] }), 201);
    return body.id as string;
  }

  const coverOf = async (investmentId: string): Promise<string | undefined> => resultOf((await manager.get(`/investments/${investmentId}/recognition`)).body.verdicts, 'exception-covers');

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
  });

  itIsClosedTo('finance', 'withdrawRecognitionException', (client) => client.post(`/funds/${NOWHERE}/recognition-exceptions/${NOWHERE}/withdrawal`, withdrawal()));
  itFindsNothingAt((id) => withdraw(id));
  itWritesOncePerKey(async (ask, variation) => withdraw((await standing()).id, { reason: variation }, ask));

  /** One answer for both tries of the same key. */
  let once: Promise<{ id: string; number: string }> | null = null;
  const standing = (): Promise<{ id: string; number: string }> => (once ??= answered());

  it('covers payments of earlier days only', async () => {
    const { id, number } = await answered();
    const [before, after] = [await citing(number, '2024-06-03'), await citing(number, '2024-06-10')];
    expect([await coverOf(before), await coverOf(after)]).toEqual(['PASS', 'PASS']);
    expectStatus(await withdraw(id), 201);
    expect([await coverOf(before), await coverOf(after)]).toEqual(['PASS', 'WARN']);
    expect((await listed()).find((each) => each.id === id)).toMatchObject({ withdrawnFrom: '2024-06-10', withdrawalReason: '주무부처가 회신을 거두어들임', validTo: '2024-12-31' });
  });

  it('names the recognitions of later payments, which stand until their document falls', async () => {
    const { id, number } = await answered();
    const [early, late] = [await citing(number, '2024-06-03'), await citing(number, '2024-06-10')];
    for (const deal of [early, late]) expectStatus(await decide(deal, 'QUALIFIED', { route: 'APPROVED_EXCEPTION', effectiveOn: '2024-06-10' }), 201);
    const { covered } = (await withdraw(id, { dryRun: true })).body as { covered: Json[] };
    expect(covered.map(({ investmentId, paidOn }) => [investmentId as string, paidOn as string])).toEqual([[late, '2024-06-10']]);
    expect((await withdraw(id)).body.covered).toEqual(covered);
    expect((await manager.get(`/investments/${late}`)).body.status).toBe('QUALIFIED');
  });

  it('in a dry run withdraws nothing', async () => {
    const { id } = await answered();
    expect((await withdraw(id, { dryRun: true })).body).toMatchObject({ dryRun: true, withdrawnFrom: '2024-06-10' });
    expect((await listed()).find((each) => each.id === id)?.withdrawnFrom).toBeNull();
  });

  it.each([
    ['before it held', '2023-12-31'],
    ['after it had run out', '2025-01-01'],
    ['in the future', '2199-01-01'],
  ])('refuses a withdrawal %s', async (_what, withdrawnFrom) => {
    expect(refusal(await withdraw((await answered()).id, { withdrawnFrom }))).toEqual([400, 'recognition-exception.withdrawn-outside-term', '/withdrawnFrom']);
  });

  it('happens once, is told by compliance too, and in the fund that it belongs to', async () => {
    const { id } = await answered();
    const other = (await formFund(manager)).id;
    expect((await manager.post(`/funds/${other}/recognition-exceptions/${id}/withdrawal`, withdrawal())).status).toBe(404);
    expectStatus(await Client.as('compliance').post(`/funds/${fundId}/recognition-exceptions/${id}/withdrawal`, withdrawal()), 201);
    expect(refusal(await withdraw(id))).toEqual([409, 'recognition-exception.withdrawn-already']);
  });
});
