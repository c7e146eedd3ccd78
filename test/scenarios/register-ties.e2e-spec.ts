import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/answers.js';
import { Client, type Answer, type Json } from '../support/client.js';
import { partnersOf, transfer } from '../support/formation.js';
import { businessNumber } from '../support/funds.js';
import { decidedRule } from '../support/mandates.js';
import { callSheet, overviewSheet, partnerSheet } from '../support/register.js';
import { renumberedRegister } from '../support/renumbered-register.js';
import { tiesOf } from '../support/ties.js';

const newNumber = (): string => `FND-2021-${randomInt(1000, 10_000)}`;
const manager = Client.as('manager');
const fundNumbered = async (number: string): Promise<string> => ((await Client.as('auditor').get('/funds')).body as Json[]).find((fund) => fund.number === number)?.id as string;

describe('a fund whose register was imported', () => {
  let fundId: string;

  beforeAll(async () => {
    const number = newNumber();
    expectStatus(await manager.upload('/imports/fund-register', await renumberedRegister(number), 'fund-register.xlsx'), 201);
    fundId = await fundNumbered(number);
  });

  it('has books that say what its facts say: value, partners, limits', async () => {
    const { books, facts } = await tiesOf(fundId);
    expect(books).toEqual(facts);
    expect([books['cost'], books['fairValueAdjustment']].every((amount) => amount !== 0n)).toBe(true);
  });

  it('and every rule that is decided on top of it has its room', async () => {
    await decidedRule(fundId, { nameKo: '대전 10%', ratioBasisPoints: 1000 });
    await decidedRule(fundId, { nameKo: '모든 투자 60%', ratioBasisPoints: 6000, counts: [{ conditions: [{ dimension: 'purpose', values: ['PUBLIC_TECHNOLOGY'] }] }] });
    const { books, facts } = await tiesOf(fundId);
    expect(books).toEqual(facts);
    expect(Object.keys(books).filter((name) => name.startsWith('room of')).sort()).toEqual(['room of 대전 10%', 'room of 모든 투자 60%']);
  });
});

describe('a register that is read again after units changed hands', () => {
  const paste = (sheet: string, text: string): Promise<Answer> => manager.post('/imports/fund-register/paste', { sheet, text });
  const number = newNumber();
  const [overview, partners, calls] = [overviewSheet(number), partnerSheet(number), callSheet(number)];
  const buyer = { name: '시험 양수인', kind: 'LIMITED', businessNumber: businessNumber() };
  let fundId: string;

  beforeAll(async () => {
    for (const [sheet, text] of [['조합개요', overview], ['조합원명부', partners], ['출자납입', calls]] as const) expectStatus(await paste(sheet, text), 201);
    fundId = await fundNumbered(number);
    const seller = (await partnersOf(manager, fundId)).find(({ name }) => name === '새울공제회');
    expectStatus(await manager.post(`/funds/${fundId}/transfers`, transfer(seller?.id ?? '', { newPartner: buyer, units: '900' })), 201);
  });

  /** How many rows were new and how many were refused, and why. */
  const verdicts = (answer: Answer): unknown => {
    const { accepted, unchanged, rejected, sheets } = answer.body as Json;
    const refusals = ((sheets as Json[])[0]?.rows as Json[]).filter(({ verdict }) => verdict === 'REJECTED').flatMap(({ remarks }) => (remarks as Json[]).map(({ code }) => code as string));
    return { fresh: accepted - unchanged, rejected, refusals };
  };

  it('as it was before, is on record row by row', async () => {
    const before = await partnersOf(manager, fundId);
    for (const [sheet, text] of [['조합개요', overview], ['조합원명부', partners], ['출자납입', calls]] as const) {
      const again = await paste(sheet, text);
      expectStatus(again, 201);
      expect(verdicts(again)).toEqual({ fresh: 0, rejected: 0, refusals: [] });
    }
    expect(await partnersOf(manager, fundId)).toEqual(before);
  });

  it('as it is now, is on record too, and what nobody ever held is not', async () => {
    const row = (name: string, commitment: string, units: string, number_ = ''): string => [number, name, '유한책임조합원', number_, commitment, units].join('\t');
    const head = partners.split('\r\n')[0] ?? '';
    const now = await paste('조합원명부', [head, row('새울공제회', '4000000000', '4000'), row(buyer.name, '900000000', '900', buyer.businessNumber)].join('\r\n'));
    expect(verdicts(now)).toEqual({ fresh: 0, rejected: 0, refusals: [] });
    const never = await paste('조합원명부', [head, row('새울공제회', '4500000000', '4500')].join('\r\n'));
    expect(verdicts(never)).toEqual({ fresh: 0, rejected: 1, refusals: ['DIFFERS_FROM_RECORD'] });
  });

  it('leaves the books what the facts say', async () => {
    const { books, facts } = await tiesOf(fundId);
    expect(books).toEqual(facts);
    expect((await partnersOf(manager, fundId)).map(({ name, commitmentWon, paidInWon }) => [name, commitmentWon, paidInWon])).toEqual([
      ['모태펀드', '5000000000', '1500000000'],
      ['새울공제회', '4000000000', '1200000000'],
      ['시험운용(주)', '100000000', '30000000'],
      [buyer.name, '900000000', '270000000'],
    ]);
  });
});
