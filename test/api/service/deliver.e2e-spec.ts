import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { pdfBytes } from '../../support/files.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { contractedService, stateOf, step, today, yearInUse, type TestUse } from '../../support/services.js';

describe('delivering a service', () => {
  const finance = Client.as('finance');
  let use: TestUse;
  const service = (index: number): Promise<string> => contractedService(use.voucherIds[index] ?? '', use.provider.id, { supplyWon: '100000' });

  beforeAll(async () => {
    use = await yearInUse(2);
  });

  itIsClosedTo('checker', 'deliverService', (client) => client.post(`/services/${NOWHERE}/deliver`, {}));
  itFindsNothingAt((id) => step(id, 'deliver'));

  let once: string | null = null;
  itWritesOncePerKey(async (ask, variation) => step((once ??= await service(1)), 'deliver', variation === 'first' ? {} : { note: '다른 내용' }, ask));

  it('keeps the deliverable and what it contains', async () => {
    const id = await service(0);
    const file = await finance.upload('/documents', pdfBytes(randomUUID()), '결과보고서.pdf');
    expectStatus(await step(id, 'deliver', { documentId: file.body.id, note: '최종본' }), 200);
    const { body } = await Client.as('auditor').get(`/services/${id}`);
    expect(body).toMatchObject({ state: 'DELIVERED', sinceOn: today() });
    expect(body.steps[1]).toMatchObject({ event: 'deliver', reason: '최종본', documentId: file.body.id, fileName: '결과보고서.pdf', by: '이나래' });
  });

  it('remarks a file that was handed in for another service, and takes it all the same', async () => {
    const bytes = pdfBytes(randomUUID());
    const [one, other] = [await service(0), await service(1)];
    const [first, second] = [await finance.upload('/documents', bytes, '가.pdf'), await finance.upload('/documents', bytes, '나.pdf')];
    await step(one, 'deliver', { documentId: first.body.id });
    const answer = await step(other, 'deliver', { documentId: second.body.id });
    expectStatus(answer, 200);
    expect((answer.body.verdicts as Json[]).filter(({ result }) => result === 'WARN').map(({ rule }) => rule)).toEqual(['deliverable-is-new']);
  });

  it.each([
    ['before the contract', '2021-01-01'],
    ['tomorrow', '2199-01-01'],
  ])('refuses a delivery dated %s', async (_what, deliveredOn) => {
    expect(refusal(await step(await service(0), 'deliver', { deliveredOn }))).toEqual([400, 'service.step-out-of-order', '/deliveredOn']);
  });

  it('happens once', async () => {
    const id = await service(0);
    const answers = await Promise.all([1, 2, 3].map(() => step(id, 'deliver')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await stateOf(id)).toBe('DELIVERED');
  });

  it('wants the report of an active broker where the programme wants a broker', async () => {
    const { voucherIds, provider, brokerId } = await yearInUse(1, { kind: 'KTTN' });
    const id = await contractedService(voucherIds[0] ?? '', provider.id);
    expect(refusal(await step(id, 'deliver'))).toEqual([422, 'rule.broker-has-reported']);
    expectStatus(await finance.post(`/brokers/${brokerId ?? ''}/strike-off`, { reason: '자격 상실', effectiveOn: today() }), 201);
    expect(refusal(await step(id, 'deliver', { brokerReportedOn: today() }))).toEqual([422, 'rule.broker-is-active']);
  });

});
