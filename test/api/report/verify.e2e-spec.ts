import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { decide, formFund, pendingDeal } from '../../support/funds.js';
import { issued, reissue, take } from '../../support/issues.js';
import { today } from '../../support/services.js';

const look = (code: string): ReturnType<Client['get']> => Client.anonymous().get(`/verifications/${encodeURIComponent(code)}`);

describe('looking a report up by its code', () => {
  let fund: { id: string; number: string };
  let report: Json;

  beforeAll(async () => {
    fund = await formFund(Client.as('manager'));
    report = await issued(fund.id, today());
  }, 120_000);

  it('tells strangers that it holds, by which hash, and nothing of what it is about', async () => {
    const { status, body, bytes } = await look((report.code as string).toLowerCase().replace('-', ''));
    expect(status).toBe(200);
    const original = await take(report.id as string, 'pdf');
    expect(body).toMatchObject({ number: report.number, version: 1, status: 'VALID', validVersion: 1, dataSha256: report.dataSha256, fileSha256: createHash('sha256').update(original.bytes).digest('hex'), changedOn: null });
    expect(bytes.toString()).not.toContain(fund.number);
    expect(bytes.toString()).not.toContain(fund.id);
  });

  it('tells of the paper of a version before that it was replaced, and by which', async () => {
    const other = await formFund(Client.as('manager'));
    const first = await issued(other.id, today());
    await decide(await pendingDeal(other.id, '250000000'), 'QUALIFIED', { reason: '판정 뒤 정정' });
    const second = (await reissue(first.id as string, other.id, today())).body;
    expect([second.number, second.version]).toEqual([first.number, 2]);
    const [old, next] = [(await look(first.code as string)).body, (await look(second.code as string)).body];
    expect(old).toMatchObject({ number: first.number, version: 1, status: 'REPLACED', validVersion: 2, changedOn: expect.any(String) });
    expect(next).toMatchObject({ number: first.number, version: 2, status: 'VALID', validVersion: 2, changedOn: null });
    expect(old.fileSha256).toBe(createHash('sha256').update((await take(first.id as string, 'pdf')).bytes).digest('hex'));
    expect(old.fileSha256).not.toBe(next.fileSha256);
  });

  it('tells when it was withdrawn', async () => {
    await Client.as('compliance').post(`/reports/issues/${report.id as string}/withdraw`, { reason: '자료 오류로 취소' });
    expect((await look(report.code as string)).body).toMatchObject({ status: 'WITHDRAWN', validVersion: null, changedOn: expect.any(String) });
  });

  it.each(['ABCDE-12345', 'x', "' or 1=1", '가나다라마-바사아자차'])('answers plainly that there is no %s', async (code) => {
    const { status, body } = await look(code);
    expect([status, body.code]).toEqual([404, 'report.unknown-code']);
  });
});
