import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { formFund, recordDeal } from '../../support/funds.js';
import { resultOf } from '../../support/recognition.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const answer = (changes: Json = {}): Json => ({ number: '공공-2024-17', issuer: '자문위원회', subject: '해외법인 설립 전 단계의 기술이전도 인정', validFrom: '2024-01-01', validTo: '2024-12-31', ...changes });

describe('recording an exception', () => {
  const manager = Client.as('manager');
  let fundId: string;
  const send = (body: Json, ask = {}, fund = fundId) => manager.post(`/funds/${fund}/recognition-exceptions`, body, ask);

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
  });

  itIsClosedTo('compliance', 'recordRecognitionException', (client) => client.post(`/funds/${NOWHERE}/recognition-exceptions`, answer()));
  itFindsNothingAt((id) => send(answer(), {}, id));
  itWritesOncePerKey((ask, variation) => send(answer({ number: variation === 'first' ? '한번-1' : '한번-2' }), ask));

  it('is what a claim by that route is checked against: its number, its company and its term', async () => {
    const claim = { recognition: { route: 'APPROVED_EXCEPTION', companyBasis: 'STARTUP' } };
    const [covered, other] = [await recordDeal(manager, fundId, '1000000', claim), await recordDeal(manager, fundId, '1000000', claim)];
    const cite = (id: unknown) => manager.post(`/investments/${String(id)}/evidence`, { evidence: [{ kind: '질의회신', issuedOn: '2024-02-01', detail: { number: '공공-2024-18' } }] });
    expect(resultOf((await cite(covered.body.id)).body.verdicts, 'exception-covers')).toBe('WARN');
    expectStatus(await send(answer({ number: '공공-2024-18', investmentId: covered.body.id as string })), 201);
    const verdict = async (id: unknown): Promise<string | undefined> => resultOf((await manager.get(`/investments/${String(id)}/recognition`)).body.verdicts, 'exception-covers');
    await cite(other.body.id);
    expect([await verdict(covered.body.id), await verdict(other.body.id)]).toEqual(['PASS', 'WARN']);
    const listed = (await Client.as('auditor').get(`/funds/${fundId}/recognition-exceptions`)).body as Json[];
    expect(listed.find(({ number }) => number === '공공-2024-18')).toMatchObject({ company: '(주)시험기업', validTo: '2024-12-31', issuer: '자문위원회' });
  });

  it('in a dry run records nothing', async () => {
    expect((await send(answer({ number: '시험-1', dryRun: true }))).body).toEqual({ id: null, number: '시험-1', dryRun: true });
    expect(((await manager.get(`/funds/${fundId}/recognition-exceptions`)).body as Json[]).some(({ number }) => number === '시험-1')).toBe(false);
  });

  it('is not known before it was recorded', async () => {
    expect((await manager.get(`/funds/${fundId}/recognition-exceptions?knownAt=2024-06-30`)).body).toEqual([]);
  });

  it.each([
    ['a term that ends before it begins', { validTo: '2023-12-31' }, 'recognition-exception.term', '/validTo'],
    ['a beginning in the future', { validFrom: '2199-01-01', validTo: undefined }, 'recognition-exception.in-future', '/validFrom'],
    ['a deal that is none of the fund', { investmentId: NOWHERE }, 'recognition-exception.unknown-deal', '/investmentId'],
    ['a file that nobody uploaded', { documentId: NOWHERE }, 'document.unknown', '/documentId'],
    ['no number', { number: '' }, 'request.invalid', '/number'],
  ])('refuses %s', async (_what, changes, code, pointer) => {
    expect(refusal(await send(answer({ number: '거절-1', ...changes })))).toEqual([400, code, pointer]);
  });

  it('refuses a number twice', async () => {
    await send(answer({ number: '두번-1' }));
    expect(refusal(await send(answer({ number: '두번-1' })))).toEqual([409, 'recognition-exception.number-taken']);
  });
});
