import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../support/client.js';
import { linesOf, matchLines, pasteStatement, statement } from '../support/custodian.js';
import { formFund } from '../support/funds.js';
import { refusalOf, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do, whatever the program says: lines used twice, receipts undone on paper, interest unbooked. */

const refused = (constraint: string): Refusal => ({ code: '23514', constraint });

interface Lived {
  readonly fundId: string;
  readonly callId: string;
  readonly partnerId: string;
  readonly lineId: string;
  readonly receiptId: string;
}

/** A line of 1,000 won of which 600 are a receipt; a second receipt of 400 and one of 500 were entered by hand. */
async function lived(): Promise<Lived & { readonly fits: string; readonly tooMuch: string }> {
  const [manager, finance] = [Client.as('manager'), Client.as('finance')];
  const { id: fundId } = await formFund(manager);
  const call = (await manager.post(`/funds/${fundId}/capital-calls`, { amountWon: '4000000000', purpose: '최초', noticeOn: '2024-02-01', dueOn: '2024-03-04' })).body;
  const partnerId = call.shares[0].partnerId as string;
  await pasteStatement(fundId, statement({ on: '2024-03-04', deposit: '1000', from: '조합원' }));
  const [line] = await linesOf(fundId);
  const matched = await matchLines(fundId, [{ lineId: line?.id, callId: call.id, partnerId, capitalWon: '600' }]);
  const receive = async (amountWon: string): Promise<string> => (await finance.post(`/capital-calls/${call.id as string}/receipts`, { partnerId, amountWon, valueOn: '2024-03-04' })).body.id as string;
  return { fundId, callId: call.id as string, partnerId, lineId: line?.id as string, receiptId: matched.body.items[0].receiptId as string, fits: await receive('400'), tooMuch: await receive('500') };
}

/** A command that was done: the owner's rows may name it, so that what is asked at commit is all that can refuse them. */
const DONE = `(select id from command_log where outcome = 'DONE' order by recorded_at limit 1)`;
const byOwner = (sql: string): string => sql.replace(/'[0-9a-f-]{36}'\)$/u, `${DONE})`);
const match = (lineId: string, receiptId: string): string => `insert into custodian_match (id, line_id, receipt_id, known_at, command_id) values ('${randomUUID()}', '${lineId}', '${receiptId}', now(), '${randomUUID()}')`;
const undo = (receiptId: string): string => `insert into capital_receipt_void (receipt_id, reason, effective_on, known_at, command_id) values ('${receiptId}', '취소', '2024-03-04', now(), '${randomUUID()}')`;
const line = (of: Pick<Lived, 'fundId'>, statementOf: string, key: string, amount = '1'): string =>
  `insert into custodian_line (id, statement_id, fund_id, line_key, row_no, value_on, amount_won, known_at, command_id)
   select '${randomUUID()}', s.id, '${of.fundId}', rpad('${key}', 64, '0'), 1, '2024-03-04', ${amount}, now(), '${randomUUID()}' from custodian_statement s where s.fund_id = '${statementOf}' limit 1`;
const interest = ({ callId, partnerId }: Lived, amount = '5'): string =>
  `insert into overdue_interest_receipt (id, call_id, partner_id, value_on, amount_won, known_at, command_id) values ('${randomUUID()}', '${callId}', '${partnerId}', '2024-03-20', ${amount}, now(), '${randomUUID()}')`;

describe('the lines of the custodian', () => {
  let own: Awaited<ReturnType<typeof lived>>;
  let other: Awaited<ReturnType<typeof lived>>;
  beforeAll(async () => {
    [own, other] = [await lived(), await lived()];
  });

  it('are used up to their amount and no further', async () => {
    expect(await refusalOf('APPLICATION', match(own.lineId, own.tooMuch))).toEqual(refused('custodian_line_used_once'));
    expect(await refusalOf('OWNER', byOwner(match(own.lineId, own.fits)))).toBeNull();
    expect(await refusalOf('OWNER', async (client) => {
      await client.query(byOwner(match(own.lineId, own.fits)));
      await client.query(byOwner(match(own.lineId, own.tooMuch)));
    })).toEqual(refused('custodian_line_used_once'));
  });

  it('are the receipts of their own fund, each once, and of none that was reversed', async () => {
    expect(await refusalOf('APPLICATION', match(own.lineId, other.fits))).toEqual(refused('custodian_match_in_one_fund'));
    expect(await refusalOf('OWNER', `insert into custodian_match (id, line_id, receipt_id, known_at, command_id) select '${randomUUID()}', line_id, receipt_id, now(), command_id from custodian_match where receipt_id = '${other.receiptId}'`)).toMatchObject({ code: expect.stringMatching(/^23/) });
    await Client.as('finance').post(`/capital-receipts/${other.fits}/reversal`, { reason: '착오' });
    expect(await refusalOf('APPLICATION', match(other.lineId, other.fits))).toEqual(refused('custodian_match_of_standing_receipt'));
  });

  it('come once under one key, in the fund of their statement, and never of nothing', async () => {
    expect(await refusalOf('APPLICATION', async (client) => {
      await client.query(line(own, own.fundId, 'k'));
      await client.query(line(own, own.fundId, 'k'));
    })).toMatchObject({ code: '23505' });
    expect(await refusalOf('APPLICATION', line(own, other.fundId, 'k'))).toEqual(refused('custodian_line_in_one_fund'));
    expect(await refusalOf('APPLICATION', line(own, own.fundId, 'k', '0'))).toMatchObject({ code: '23514' });
  });

  it('and matches cannot be changed or taken away', async () => {
    for (const sql of ['update custodian_line set amount_won = 2', 'delete from custodian_match', 'update capital_receipt_void set reason = $$x$$']) expect(await refusalOf('APPLICATION', sql)).toMatchObject({ code: '42501' });
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
