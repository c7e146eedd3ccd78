import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Answer } from '../support/client.js';
import { claimForm, contract, debtsOf, step, today, yearInUse, type TestUse } from '../support/services.js';
import { withSql } from '../support/sql.js';

/** A few hundred random deeds by several people at once; the books have to add up whatever came through. */

const PEOPLE = 4;
const DEEDS_OF_EACH = 60;

/** The same choices on every run; who comes first is up to the moment. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const CONTROL = `
  select (select balance from account_balance b join ledger_account a on a.id = b.account_id where a.key = $1 || '/voucher.outstanding')::text as control,
         (select coalesce(sum(balance), 0) from account_balance b join ledger_account a on a.id = b.account_id where a.key like $1 || '/voucher.balance/%')::text as vouchers,
         (select coalesce(sum(held), 0) from account_balance b join ledger_account a on a.id = b.account_id where a.key like $1 || '/voucher.balance/%')::text as held,
         (select coalesce(sum(s.government_won), 0) from voucher_service s join service_state t on t.service_id = s.id join voucher v on v.id = s.voucher_id
           where 'voucher/' || v.year_id = $1 and t.state in ('CONTRACTED', 'DELIVERED', 'ACCEPTED', 'INSPECTED', 'CLAIMED'))::text as contracted,
         (select coalesce(sum(balance), 0) from account_balance b join ledger_account a on a.id = b.account_id where a.key like $1 || '/voucher.payable-%')::text as payable,
         (select coalesce(sum(k.public_won + k.own_won), 0) from service_capture k join service_state t on t.service_id = k.service_id join voucher_service s on s.id = k.service_id
            join voucher v on v.id = s.voucher_id where 'voucher/' || v.year_id = $1 and t.state = 'CAPTURED')::text as captured,
         (select coalesce(sum(balance), 0) from account_balance b join ledger_account a on a.id = b.account_id where a.key like $1 || '/voucher.own-money/%')::text as own,
         (select balance from account_balance b join ledger_account a on a.id = b.account_id where a.key = $1 || '/voucher.custody')::text as custody,
         (select coalesce(sum(balance), 0) from account_balance b join ledger_account a on a.id = b.account_id where a.key like $1 || '/voucher.payable-own/%')::text as "ownPayable"`;

type Figures = Record<'control' | 'vouchers' | 'held' | 'contracted' | 'payable' | 'captured' | 'own' | 'custody' | 'ownPayable', string>;

describe('services of one year, whatever several people do to them at once', () => {
  let use: TestUse;
  const services: { id: string }[] = [];
  const statuses: number[] = [];

  async function one(random: (below: number) => number): Promise<Answer | null> {
    const service = services[random(Math.max(1, services.length))];
    const because = { reason: '무작위 시험' };
    if (service === undefined || random(4) === 0) {
      const supplyWon = String(1 + random(1_500_000));
      const answer = await contract(use.voucherIds[random(use.voucherIds.length)] ?? '', use.provider.id, { supplyWon });
      if (answer.status === 201) services.push({ id: answer.body.id as string });
      return answer;
    }
    switch (random(9)) {
      case 0:
        return step(service.id, 'cancel', because);
      case 1:
        return step(service.id, 'claim', claimForm(random(3) === 0 ? { supplyWon: String(1 + random(900_000)) } : {}));
      case 2:
      case 3:
        return Client.as('checker').post(`/services/${service.id}/capture`, {});
      case 4:
        return step(service.id, 'reverse-capture', because);
      case 5:
        return step(service.id, 'refund', random(2) === 0 ? { kind: 'WHOLE', ...because } : { kind: 'PRO_RATA', supplyWon: String(1 + random(50_000)), ...because });
      case 6:
        return pay(service.id);
      default:
        for (const [verb, body] of [['deliver', {}], ['accept', { rating: 4 }], ['inspect', {}]] as const) await step(service.id, verb, body);
        return step(service.id, 'claim', claimForm());
    }
  }

  /** All that is done until the bank has paid; what is refused on the way is the answer. */
  async function pay(serviceId: string): Promise<Answer | null> {
    const finance = Client.as('finance');
    const body = { book: use.year.book, payableIds: await debtsOf([serviceId]) };
    if (body.payableIds.length === 0) return null;
    const preview = await finance.post('/payment-runs', { ...body, dryRun: true });
    if (preview.status !== 201 || (preview.body.payables as object[]).length === 0) return preview;
    const drafted = await finance.post('/payment-runs', { ...body, totalWon: preview.body.totalWon });
    if (drafted.status !== 201) return drafted;
    const run = `/payment-runs/${drafted.body.id as string}`;
    const released = await Client.as('director').post(`${run}/release`, {});
    if (released.status !== 200) return released;
    await finance.post(`${run}/export`, { format: 'PAIN_001', reason: '은행 이체 접수' });
    const paid = await finance.post(`${run}/confirm`, { paidOn: today() });
    // Some of it comes back from the bank and is owed again.
    return paid.status === 200 && serviceId < '4' ? finance.post(`${run}/return-line`, { lineNo: 1, happenedOn: today(), reason: '수취인 계좌 오류' }) : paid;
  }

  beforeAll(async () => {
    use = await yearInUse(3);
    await Promise.all(
      Array.from({ length: PEOPLE }, async (_, person) => {
        const random = randomNumbers(7 + person);
        for (let deed = 0; deed < DEEDS_OF_EACH; deed += 1) statuses.push((await one(random))?.status ?? 0);
      }),
    );
  }, 180_000);

  it('is answered: done, or refused with a reason', () => {
    expect(statuses.filter((status) => ![0, 200, 201, 400, 409, 422].includes(status))).toEqual([]);
    expect(statuses.filter((status) => status < 300).length).toBeGreaterThan(PEOPLE * DEEDS_OF_EACH * 0.2);
  });

  it('leaves the control account equal to the vouchers, the holds to the contracts, the payables to the decisions', async () => {
    const figures = await withSql('OWNER', async (sql) => (await sql.query<Figures>(CONTROL, [use.year.book])).rows[0]);
    expect([figures?.control, figures?.held, figures?.payable]).toEqual([figures?.vouchers, figures?.contracted, figures?.captured]);
    expect(figures?.custody).toBe(String(BigInt(figures?.own ?? 0) + BigInt(figures?.ownPayable ?? 0)));
  });

  it('never lets public money bear more than its share of what stands, nor a voucher more than it has', async () => {
    const rows = await withSql('OWNER', async (sql) =>
      (await sql.query<{ supply: string; government: string }>(`select sum(supply_won)::text as supply, sum(government_won)::text as government from service_standing where voucher_id = any ($1) and state not in ('CANCELLED', 'REFUNDED') group by voucher_id`, [use.voucherIds])).rows,
    );
    for (const { supply, government } of rows) {
      // A credit note is shared by the lots to the won: the last won may lie on either side.
      expect(BigInt(government) <= (BigInt(supply) * 8n) / 10n + 1n).toBe(true);
      expect(BigInt(government) <= 5_000_000n).toBe(true);
    }
  });
});
