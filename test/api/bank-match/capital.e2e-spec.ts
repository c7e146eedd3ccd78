import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { confirmItems } from '../../support/bank.js';
import { Client, type Json } from '../../support/client.js';
import { accountOf, bestOf, linesOf, pasteStatement } from '../../support/custodian.js';
import { statement } from '../../support/statement.js';
import { formFund } from '../../support/funds.js';
import { scopedPerson } from '../../support/scoped.js';

/** A fund with one call of 4 billion: 2,000, 1,960 and 40 million, due on 2024-03-04. */
async function called(): Promise<{ fundId: string; callId: string }> {
  const { id: fundId } = await formFund(Client.as('manager'));
  const { body } = await Client.as('manager').post(`/funds/${fundId}/capital-calls`, { amountWon: '4000000000', purpose: '최초', noticeOn: '2024-02-01', dueOn: '2024-03-04' });
  return { fundId, callId: body.id as string };
}

const shareOf = async (fundId: string, at: number): Promise<Json> => ((await Client.as('finance').get(`/funds/${fundId}/capital-calls`)).body as Json[])[0]?.shares[at] as Json;
const INTEREST = (1_960_000_000n * 10n) / 3_650n;

describe('capital that comes in and is recorded from the line', () => {
  it('records two lines as they are found, one of them late with its interest, and balances', async () => {
    const { fundId } = await called();
    await pasteStatement(fundId, statement(
      { on: '2024-03-04', deposit: '2000000000', from: '시험모태펀드', memo: '1차 출자금', reference: 'B-001' },
      { on: '2024-03-14', deposit: (1_960_000_000n + INTEREST).toString(), from: '시험 공제회' },
      { on: '2024-03-15', withdrawal: '5000', memo: '수수료' },
    ));
    const lines = await linesOf(fundId);
    expect(lines.map(({ candidates }) => (candidates as Json[])[0]?.certainty)).toEqual(['CERTAIN', 'CERTAIN', undefined]);
    const [first] = lines[1]?.candidates as Json[];
    expect([first?.reasons[0].code, first?.records[0].confirming.ko]).toEqual(['AMOUNT_WITH_SURCHARGE', expect.stringContaining('장부에 기록')]);
    const items = lines.slice(0, 2).map(bestOf);

    const dry = await confirmItems(items, { dryRun: true });
    expect([dry.status, (dry.body.matches as Json[]).map(({ amountWon }) => amountWon)]).toEqual([201, ['2000000000', '1960000000', INTEREST.toString()]]);
    expect([(await linesOf(fundId)).map(({ state }) => state), (await shareOf(fundId, 0)).receipts]).toEqual([['OPEN', 'OPEN', 'OWN'], []]);

    expectStatus(await confirmItems(items), 201);
    expect((await linesOf(fundId)).map(({ state }) => state)).toEqual(['MATCHED', 'MATCHED', 'OWN']);
    expect(await shareOf(fundId, 0)).toMatchObject({ state: 'PAID', receipts: [{ bankReference: 'B-001', valueOn: '2024-03-04' }] });
    expect(await shareOf(fundId, 1)).toMatchObject({ state: 'PAID', daysLate: 10, interest: { receivedWon: INTEREST.toString(), dueWon: '0' } });
    const accounts = (await Client.as('finance').get(`/ledger/accounts?book=fund/${fundId}`)).body as Json[];
    const total = (chart: string) => accounts.filter((account) => account.chart === chart).reduce((sum, account) => sum + BigInt(account.balance), 0n);
    expect([total('fund.cash'), total('fund.overdue-interest'), total('fund.capital-receivable')]).toEqual([3_960_000_000n + INTEREST, INTEREST, 40_000_000n]);
  });

  it('takes a part, and then the rest; a line of one payer for two; and leaves what is too much open', async () => {
    const { fundId } = await called();
    await pasteStatement(fundId, statement({ on: '2024-03-04', deposit: '500000000', from: '시험공제회' }, { on: '2024-03-04', deposit: '3600000000', from: '대리인' }));
    const [part, proxy] = await linesOf(fundId);
    expect((part?.candidates as Json[])[0]).toMatchObject({ certainty: 'POSSIBLE', reasons: [{ code: 'AMOUNT_PART' }, { code: 'NAME_EQUAL' }, { code: 'IN_TIME' }] });
    const shares = ((await Client.as('finance').get(`/bank-lines?accountId=${await accountOf(fundId)}&from=2024-03-01&to=2024-03-31`)).body.lines as Json[])[0]?.candidates[0].records as Json[];
    expectStatus(await confirmItems([bestOf(part)]), 201);
    expect(await shareOf(fundId, 1)).toMatchObject({ unpaidWon: '1460000000' });
    expect(shares[0]?.kind).toBe('fund.capital-share');
    const ids = await recordIds(fundId);
    expectStatus(await confirmItems([{ lineId: proxy?.id, records: ids.map((recordId) => ({ kind: 'fund.capital-share', recordId })) }]), 201);
    expect((await linesOf(fundId))[1]).toMatchObject({ state: 'PARTLY', openWon: '100000000' });
    expect(await Promise.all([0, 1, 2].map(async (at) => (await shareOf(fundId, at)).unpaidWon as string))).toEqual(['0', '0', '0']);
  });

  it('records a share once, however many confirm it at the same moment', async () => {
    const { fundId } = await called();
    await pasteStatement(fundId, statement({ on: '2024-03-04', deposit: '40000000', from: '시험기술지주㈜' }));
    const item = bestOf((await linesOf(fundId))[0]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => confirmItems([item])));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400]);
    expect((await shareOf(fundId, 2)).receipts).toHaveLength(1);
  });

  it('reverses what it recorded where the match is undone, and lets it be recorded again', async () => {
    const { fundId } = await called();
    await pasteStatement(fundId, statement({ on: '2024-03-04', deposit: '40000000', from: '시험기술지주㈜' }));
    const item = bestOf((await linesOf(fundId))[0]);
    const done = await confirmItems([item]);
    expectStatus(await Client.as('checker').post(`/bank-matches/${done.body.matches[0].id as string}/undo`, { reason: '다른 조합원의 입금' }), 200);
    expect(await shareOf(fundId, 2)).toMatchObject({ unpaidWon: '40000000', receipts: [] });
    expect((await linesOf(fundId))[0]).toMatchObject({ state: 'OPEN', openWon: '40000000' });
    expectStatus(await confirmItems([item]), 201);
  });

  it('only links what somebody recorded by hand, and leaves it standing where the match is undone', async () => {
    const { fundId, callId } = await called();
    const { partnerId } = await shareOf(fundId, 2);
    expectStatus(await Client.as('finance').post(`/capital-calls/${callId}/receipts`, { partnerId, amountWon: '40000000', valueOn: '2024-03-04' }), 201);
    await pasteStatement(fundId, statement({ on: '2024-03-04', deposit: '40000000', from: '시험기술지주㈜' }));
    const [line] = await linesOf(fundId);
    expect(line?.candidates[0].records[0]).toMatchObject({ kind: 'fund.capital-receipt', isRecorded: true, confirming: null });
    const done = await confirmItems([bestOf(line)]);
    expectStatus(await Client.as('checker').post(`/bank-matches/${done.body.matches[0].id as string}/undo`, { reason: '잘못 연결함' }), 200);
    expect(await shareOf(fundId, 2)).toMatchObject({ state: 'PAID', unpaidWon: '0' });
  });

  it('reverses the receipt of a deposit that the bank takes back', async () => {
    const { fundId } = await called();
    await pasteStatement(fundId, statement({ on: '2024-03-04', deposit: '40000000', from: '시험기술지주㈜' }));
    expectStatus(await confirmItems([bestOf((await linesOf(fundId))[0])]), 201);
    const back = await pasteStatement(fundId, statement({ on: '2024-03-06', deposit: '-40000000', from: '시험기술지주㈜' }));
    expect([back.status, back.body.reversed]).toEqual([201, 1]);
    expect(await shareOf(fundId, 2)).toMatchObject({ unpaidWon: '40000000', receipts: [] });
    expect((await linesOf(fundId)).map(({ state }) => state)).toEqual(['REVERSED', 'REVERSED']);
  });
});

async function recordIds(fundId: string): Promise<string[]> {
  const account = await accountOf(fundId);
  await pasteStatement(fundId, statement({ on: '2024-03-05', deposit: '2000000000', from: '시험모태펀드' }, { on: '2024-03-05', deposit: '1460000000', from: '시험 공제회' }, { on: '2024-03-05', deposit: '40000000', from: '시험기술지주㈜' }));
  const lines = (await Client.as('checker').get(`/bank-lines?accountId=${account}&from=2024-03-05&to=2024-03-05`)).body.lines as Json[];
  return lines.map(({ candidates }) => (candidates as Json[])[0]?.records[0].recordId as string);
}

describe('the account of a fund', () => {
  let own: string;
  let other: string;

  beforeAll(async () => {
    [own, other] = [(await called()).fundId, (await called()).fundId];
    for (const fundId of [own, other]) await pasteStatement(fundId, statement({ on: '2024-03-04', deposit: '40000000', from: '시험기술지주㈜' }));
  });

  it('is seen and moved by who works for that fund, and by nobody of another one', async () => {
    const checker = await scopedPerson('FINANCE_CHECKER', [`fund/${own}`]);
    const [ours, theirs] = [await accountOf(own), await accountOf(other)];
    expect(((await checker.get('/statement-accounts')).body as Json[]).map(({ id }) => id as string)).toEqual([ours]);
    expect((await checker.get(`/bank-lines?accountId=${theirs}`)).status).toBe(404);
    expect(refusal(await checker.post('/bank-matches', { items: [bestOf((await linesOf(other))[0])] }))).toEqual([400, 'bank-line.unknown', '/items/0/lineId']);
    expectStatus(await checker.post('/bank-matches', { items: [bestOf((await linesOf(own))[0])] }), 201);
  });

  it('is no other book’s money, though amount, name and day agree', async () => {
    const [line] = await linesOf(other);
    expect((line?.candidates as Json[])[0]).toMatchObject({ certainty: 'CERTAIN', records: [{ book: `fund/${other}` }] });
    const foreign = await called();
    await pasteStatement(foreign.fundId, statement({ on: '2024-03-04', deposit: '40000000', from: '시험기술지주㈜' }));
    const theirs = bestOf((await linesOf(foreign.fundId))[0]);
    expect(refusal(await confirmItems([{ ...theirs, lineId: line?.id }]))).toEqual([400, 'bank-match.record-not-open', '/items/0/records/0']);
  });
});
