import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { fundToHandOut, pay } from '../../support/distributions.js';
import { transfer } from '../../support/formation.js';
import { payment, posted } from '../../support/outcomes.js';
import { nextSecond, rowsOf } from '../../support/packs.js';

const [auditor, finance, manager] = [Client.as('auditor'), Client.as('finance'), Client.as('manager')];

describe('what packs tell of the money of a fund', () => {
  let fundId: string;
  let partnerIds: readonly string[];
  const ask = async (code: string): Promise<Json> => {
    await nextSecond();
    const answer = await auditor.get(`/audit/packs/${code}?fundId=${fundId}&from=2017-01-01`);
    expectStatus(answer, 200);
    return answer.body;
  };

  beforeAll(async () => {
    const fund = await fundToHandOut();
    [fundId, partnerIds] = [fund.id, fund.partnerIds];
    const undone = (await posted(pay(fundId, '30000000000'))).id as string;
    expectStatus(await finance.post(`/distributions/${undone}/reverse`, { reason: '금액 착오' }), 201);
  }, 120_000);

  it('leaves a distribution that was undone out of every answer', async () => {
    const [row] = rowsOf(await ask('performance'), 'funds');
    expect([row?.['distributedWon'], row?.['carryWon']]).toEqual(['0', '0']);
    expect(rowsOf(await ask('recipients'), 'payments').filter(({ purpose }) => purpose === '성과보수')).toEqual([]);
    expect(rowsOf(await ask('unused'), 'recovered').map(({ distributedOn }) => distributedOn)).toEqual(Array(4).fill('-'));
  });

  it('tells the carry beside what partners got, and to whom it was paid', async () => {
    expectStatus(await pay(fundId, '31000000000'), 201);
    const [row] = rowsOf(await ask('performance'), 'funds');
    const [distributed, carry] = [row?.['distributedWon'], row?.['carryWon']].map((amount) => BigInt((amount ?? '').replaceAll(',', '')));
    expect([(distributed ?? 0n) + (carry ?? 0n), (carry ?? 0n) > 0n]).toEqual([31_000_000_000n, true]);
    expect(rowsOf(await ask('recipients'), 'payments').filter(({ purpose }) => purpose === '성과보수').map(({ recipient, amountWon }) => [recipient, amountWon])).toEqual([['운용', row?.['carryWon']]]);
    expect(rowsOf(await ask('unused'), 'recovered').map(({ distributedOn }) => distributedOn)).toEqual(Array(4).fill('2024. 11. 15.'));
  });

  it('names who was paid an expense, and forgets a payment that was voided', async () => {
    const [kept, voided] = [await posted(finance.post(`/funds/${fundId}/expenses`, payment('3000000'))), await posted(finance.post(`/funds/${fundId}/expenses`, payment('4000000')))];
    expectStatus(await finance.post(`/funds/${fundId}/expenses/${voided.id as string}/void`, { reason: '이중 지급 기록' }), 201);
    expect(kept.id).not.toBe(voided.id);
    expect(rowsOf(await ask('recipients'), 'payments').filter(({ purpose }) => purpose === '회계감사 수수료').map(({ recipient, amountWon }) => [recipient, amountWon])).toEqual([['한빛회계법인', '3,000,000']]);
  });

  it('asks whoever took units over for what is not called', async () => {
    expectStatus(await manager.post(`/funds/${fundId}/transfers`, transfer(partnerIds[1] ?? '', { units: '1000', effectiveOn: '2025-02-10' })), 201);
    const rows = rowsOf(await ask('unused'), 'uncalled').map(({ committedWon, calledWon, paidWon }) => [committedWon, calledWon, paidWon]);
    expect(rows).toEqual([
      ['10,000,000,000', '9,000,000,000', '9,000,000,000'],
      ['4,000,000,000', '3,600,000,000', '3,600,000,000'],
      ['3,000,000,000', '2,700,000,000', '2,700,000,000'],
      ['1,800,000,000', '1,620,000,000', '1,620,000,000'],
      ['200,000,000', '180,000,000', '180,000,000'],
      ['1,000,000,000', '900,000,000', '900,000,000'],
    ]);
  });
});
