import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../support/client.js';
import { custodianOf } from '../support/custodian.js';
import { formFund } from '../support/funds.js';
import { refusalOf, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do, whatever the program says: accounts of other books, receipts undone on paper, interest unbooked. */

const refused = (constraint: string): Refusal => ({ code: '23514', constraint });

interface Lived {
  readonly fundId: string;
  readonly callId: string;
  readonly partnerId: string;
  readonly receiptId: string;
  readonly fits: string;
}

/** Receipts of 600, 400 and 500 won of one partner, entered by hand. */
async function lived(): Promise<Lived> {
  const [manager, finance] = [Client.as('manager'), Client.as('finance')];
  const { id: fundId } = await formFund(manager);
  const call = (await manager.post(`/funds/${fundId}/capital-calls`, { amountWon: '4000000000', purpose: '최초', noticeOn: '2024-02-01', dueOn: '2024-03-04' })).body;
  const partnerId = call.shares[0].partnerId as string;
  const receive = async (amountWon: string): Promise<string> => (await finance.post(`/capital-calls/${call.id as string}/receipts`, { partnerId, amountWon, valueOn: '2024-03-04' })).body.id as string;
  const [receiptId, fits] = [await receive('600'), await receive('400')];
  await receive('500');
  return { fundId, callId: call.id as string, partnerId, receiptId, fits };
}

/** A command that was done: the owner's rows may name it, so that what is asked at commit is all that can refuse them. */
const DONE = `(select id from command_log where outcome = 'DONE' order by recorded_at limit 1)`;
const byOwner = (sql: string): string => sql.replace(/'[0-9a-f-]{36}'\)$/u, `${DONE})`);
const undo = (receiptId: string): string => `insert into capital_receipt_void (receipt_id, reason, effective_on, known_at, command_id) values ('${receiptId}', '취소', '2024-03-04', now(), '${randomUUID()}')`;
const interest = ({ callId, partnerId }: Lived, amount = '5'): string =>
  `insert into overdue_interest_receipt (id, call_id, partner_id, value_on, amount_won, known_at, command_id) values ('${randomUUID()}', '${callId}', '${partnerId}', '2024-03-20', ${amount}, now(), '${randomUUID()}')`;

describe('the account at a custodian', () => {
  it.each(['custodian_statement', 'custodian_line', 'custodian_match'])('keeps %s as it was told before, and nothing new', async (table) => {
    expect(await refusalOf('APPLICATION', `insert into ${table} default values`)).toMatchObject({ code: '42501' });
  });

  it('is kept under the book of its own fund, and under no other and none', async () => {
    const [own, other] = [(await lived()).fundId, (await lived()).fundId];
    await custodianOf(own);
    const kept = (book: string): string => `insert into statement_account (id, custodian_account_id, book, name, kept_from, known_at, command_id)
      select '${randomUUID()}', id, ${book}, '몰래', effective_from, now(), '${randomUUID()}' from custodian_account where fund_id = '${own}'`;
    expect(await refusalOf('APPLICATION', kept(`'fund/${other}'`))).toEqual(refused('statement_account_in_one_fund'));
    expect(await refusalOf('APPLICATION', kept('null'))).toMatchObject({ code: '23514' });
    expect(await refusalOf('APPLICATION', kept(`'fund/${own}'`))).toMatchObject({ code: '23505' });
  });

  it('is a registered account of the house or one at a custodian, and not both', async () => {
    const none = `insert into statement_account (id, name, kept_from, known_at, command_id) values ('${randomUUID()}', '없음', '2024-01-01', now(), '${randomUUID()}')`;
    expect(await refusalOf('APPLICATION', none)).toEqual(refused('statement_account_of_one'));
  });
});

describe('what is undone or received', () => {
  let own: Awaited<ReturnType<typeof lived>>;
  beforeAll(async () => {
    own = await lived();
  });

  it('is undone in the books too', async () => {
    expect(await refusalOf('OWNER', byOwner(undo(own.fits)))).toEqual(refused('reversal_ties'));
  });

  it('is undone once', async () => {
    await Client.as('finance').post(`/capital-receipts/${own.fits}/reversal`, { reason: '착오' });
    expect(await refusalOf('APPLICATION', undo(own.fits))).toMatchObject({ code: '23505' });
  });

  it('is booked to the won where it is interest', async () => {
    expect(await refusalOf('OWNER', byOwner(interest(own)))).toEqual(refused('overdue_interest_ties'));
    expect(await refusalOf('APPLICATION', interest(own, '0'))).toMatchObject({ code: '23514' });
  });

  it('is told by a command of its own transaction', async () => {
    const account = `insert into custodian_account (id, fund_id, bank_code, account_number, holder, effective_from, known_at, command_id) values ('${randomUUID()}', '${own.fundId}', '088', '1234567890', '몰래', '2024-02-01', now(), (select id from command_log order by recorded_at desc limit 1))`;
    expect(await refusalOf('APPLICATION', account)).toEqual(refused('custodian_account_own_command'));
  });

  it('keeps an account of digits and the account of its own fund', async () => {
    const bad = `insert into custodian_account (id, fund_id, bank_code, account_number, holder, effective_from, known_at, command_id) values ('${randomUUID()}', '${own.fundId}', '088', '12-34', 'x', '2024-02-01', now(), '${randomUUID()}')`;
    expect(await refusalOf('APPLICATION', bad)).toMatchObject({ code: '23514' });
  });
});

describe('the receipts that count', () => {
  it('are the same for everybody who sums them', async () => {
    const own = await lived();
    const sums = async (): Promise<string[]> => {
      const fund = (await Client.as('auditor').get(`/funds/${own.fundId}`)).body as Json;
      const [call] = (await Client.as('auditor').get(`/funds/${own.fundId}/capital-calls`)).body as Json[];
      return [(fund.partners as Json[])[0]?.paidInWon as string, call?.paidWon as string];
    };
    expect(await sums()).toEqual(['1500', '1500']);
    await Client.as('finance').post(`/capital-receipts/${own.receiptId}/reversal`, { reason: '착오' });
    expect(await sums()).toEqual(['900', '900']);
  });
});
