import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { obligation } from '../../support/funds.js';
import { assetsInBooks, balancesOn, exit, fundWithDeals, netAssetValue, posted, sheet, valued } from '../../support/outcomes.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('recording an exit', () => {
  const manager = Client.as('manager');
  const shares = { shares: '1000', pricePerShareWon: '1000000' };
  let fund: { id: string; deals: string[] };
  const at = (index: number): string => fund.deals[index] ?? '';
  const record = (body: Json, ask = {}) => manager.post(`/funds/${fund.id}/exits`, body, ask);

  beforeAll(async () => {
    fund = await fundWithDeals(['1000000000', '1000000000'], {}, shares);
  });

  itIsClosedTo('finance', 'recordExit', (client) => client.post(`/funds/${NOWHERE}/exits`, exit(NOWHERE, '1')));
  itFindsNothingAt((id) => manager.post(`/funds/${id}/exits`, exit(NOWHERE, '1')));
  itWritesOncePerKey((ask, variation) => record(exit(at(1), variation === 'first' ? '1000000' : '2000000', { shares: '1' }), ask));

  it('takes cost by the shares and keeps the rest at its part of the fair value, so that the books are worth what the figures say', async () => {
    const own = await fundWithDeals(['1000000000'], {}, shares);
    const deal = own.deals[0] ?? '';
    await posted(manager.post(`/funds/${own.id}/valuations`, sheet([valued(deal, '1500000000')])));
    const body = await posted(manager.post(`/funds/${own.id}/exits`, exit(deal, '700000000', { shares: '333', feeWon: '7000000', taxWon: '1000000' })));
    expect([body.costWon, body.costAfterWon, body.fairValueAfterWon, body.gainWon, body.netWon]).toEqual(['333000000', '667000000', '1000500000', '367000000', '692000000']);
    // (692 + 1,000.5) ÷ 1,000 million; half-up.
    expect([body.multiple, body.rate.reason, body.cashBeforeWon, body.cashAfterWon]).toEqual(['1.6925', null, '-1000000000', '-308000000']);
    const balances = await balancesOn(own.id, '2025-03-03');
    expect([balances['fund.investment-cost'], balances['fund.exit-gain'], balances['fund.exit-expense'], balances['fund.fair-value-adjustment'], balances['fund.unrealised-gain']]).toEqual([
      667_000_000n, 367_000_000n, 8_000_000n, 333_500_000n, 333_500_000n,
    ]);
    const rest = await posted(manager.post(`/funds/${own.id}/exits`, exit(deal, '500000000', { exitedOn: '2025-05-02', shares: '667' })));
    expect([rest.costWon, rest.gainWon]).toEqual(['667000000', '-167000000']);
    for (const asOf of ['2024-12-31', '2025-03-02', '2025-03-03', '2025-05-01', '2025-05-02']) expect([asOf, await assetsInBooks(own.id, asOf)]).toEqual([asOf, await netAssetValue(own.id, asOf)]);
    expect((await balancesOn(own.id, '2025-05-02'))['fund.fair-value-adjustment']).toBe(0n);
  });

  it('of a redemption tells the interest apart', async () => {
    const own = await fundWithDeals(['300000000']);
    await posted(manager.post(`/funds/${own.id}/exits`, exit(own.deals[0] ?? '', '330000000', { kind: 'REDEMPTION', interestWon: '30000000' })));
    const balances = await balancesOn(own.id, '2025-03-03');
    expect([balances['fund.investment-interest'], balances['fund.exit-gain'], balances['fund.investment-cost'], balances['fund.cash']]).toEqual([30_000_000n, undefined, 0n, 30_000_000n]);
  });

  it('writes off with a reason', async () => {
    const own = await fundWithDeals(['300000000']);
    const body = await posted(manager.post(`/funds/${own.id}/exits`, exit(own.deals[0] ?? '', '0', { kind: 'WRITE_OFF', note: '파산 종결' })));
    expect([body.costWon, body.gainWon, body.multiple, (await balancesOn(own.id, '2025-03-03'))['fund.exit-loss']]).toEqual(['300000000', '-300000000', '0.0000', 300_000_000n]);
  });

  it('refuses to sell to the general partner, and lets it with the consent of all partners', async () => {
    const own = await fundWithDeals(['300000000']);
    const general = ((await manager.get(`/funds/${own.id}`)).body.partners as Json[]).find(({ kind }) => kind === 'GENERAL');
    const sale = exit(own.deals[0] ?? '', '300000000', { kind: 'OVER_THE_COUNTER', counterparty: { name: general?.name, businessNumber: general?.businessNumber } });
    const refused = await manager.post(`/funds/${own.id}/exits`, sale);
    expect([refused.status, refused.body.code]).toEqual([422, 'rule.counterparty-is-unrelated']);
    const stranger = await manager.post(`/funds/${own.id}/exits`, { ...sale, counterparty: { name: `상관없는 회사 ${own.id}` }, dryRun: true });
    expect([stranger.status, stranger.body.verdicts[0].result]).toEqual([201, 'PASS']);
  });

  it('lets net proceeds be invested again where the agreement says so', async () => {
    const [closed, open] = [await fundWithDeals(['1000000000']), await fundWithDeals(['1000000000'], { recycling: true })];
    const after = async (own: { id: string; deals: string[] }) => {
      const body = await posted(manager.post(`/funds/${own.id}/exits`, exit(own.deals[0] ?? '', '1200000000', { feeWon: '10000000' })));
      const balances = await balancesOn(own.id, '2199-12-31');
      const { feasibility } = await obligation(own.id);
      expect([body.after.remainingWon, body.after.headroomWon]).toEqual([feasibility.remainingWon, feasibility.headroomWon]);
      return [balances['fund.deal-capacity'], balances['fund.headroom'], feasibility.remainingWon, feasibility.headroomWon];
    };
    expect(await after(closed)).toEqual([16_400_000_000n, 6_400_000_000n, '16400000000', '6400000000']);
    expect(await after(open)).toEqual([17_590_000_000n, 7_590_000_000n, '17590000000', '7590000000']);
  });

  it('remarks a price below the last fair value, and one that shares and price do not give', async () => {
    await posted(manager.post(`/funds/${fund.id}/valuations`, sheet([valued(at(0), '2000000000')])));
    const { body } = await record(exit(at(0), '700000000', { shares: '500', pricePerShareWon: '1500000', dryRun: true }));
    expect((body.verdicts as Json[]).map(({ rule, result }) => [rule, result])).toEqual([
      ['proceeds-agree-with-price', 'WARN'],
      ['price-is-near-fair-value', 'WARN'],
    ]);
  });

  it.each<[string, Json, string, string]>([
    ['tomorrow', { exitedOn: '2199-01-01' }, 'exit.in-future', '/exitedOn'],
    ['before the payment', { exitedOn: '2024-06-02' }, 'exit.before-payment', '/exitedOn'],
    ['of more shares than there are', { shares: '1001' }, 'exit.more-shares-than-left', '/shares'],
    ['of more cost than there is', { costWon: '1000000001' }, 'exit.more-than-left', '/costWon'],
    ['of a cost that the shares do not give', { shares: '500', costWon: '1' }, 'exit.cost-against-shares', '/costWon'],
    ['for nothing', { proceedsWon: '0' }, 'exit.no-proceeds', '/proceedsWon'],
    ['written off with proceeds', { kind: 'WRITE_OFF', note: '사유' }, 'exit.write-off-with-proceeds', '/proceedsWon'],
    ['written off without a reason', { kind: 'WRITE_OFF', proceedsWon: '0' }, 'exit.write-off-without-reason', '/note'],
    ['with more interest than proceeds', { kind: 'REDEMPTION', interestWon: '2' }, 'exit.interest-over-proceeds', '/interestWon'],
    ['over the counter to nobody', { kind: 'OVER_THE_COUNTER' }, 'exit.no-counterparty', '/counterparty'],
    ['with a day but no escrow', { escrowUntil: '2026-01-02' }, 'exit.no-escrow', '/escrowWon'],
    ['to a number that is none', { counterparty: { name: '회사', businessNumber: '123' } }, 'brn.length', '/counterparty/businessNumber'],
    ['of a kind that is none', { kind: 'RESCISSION' }, 'request.invalid', '/kind'],
  ])('refuses an exit %s', async (_what, changes, code, pointer) => {
    const answer = refusal(await record(exit(at(0), '1', changes)));
    expect([answer[0], code === 'brn.length' ? 'brn.length' : answer[1], answer[2]]).toEqual([400, code, pointer]);
  });

  it('refuses one before an earlier exit, and one of a deal that is gone', async () => {
    const own = await fundWithDeals(['1000000000'], {}, shares);
    const send = (body: Json) => manager.post(`/funds/${own.id}/exits`, body);
    await posted(send(exit(own.deals[0] ?? '', '1', { shares: '400' })));
    expect(refusal(await send(exit(own.deals[0] ?? '', '1', { exitedOn: '2025-03-02', shares: '1' })))).toEqual([400, 'exit.before-earlier-exit', '/exitedOn']);
    await posted(send(exit(own.deals[0] ?? '', '1')));
    expect(refusal(await send(exit(own.deals[0] ?? '', '1')))).toEqual([400, 'exit.nothing-left', '/investmentId']);
    expect(refusal(await send(exit(at(0), '1')))).toEqual([400, 'exit.unknown-deal', '/investmentId']);
  });
});
