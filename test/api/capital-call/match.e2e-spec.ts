import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { linesOf, matchLines, pasteStatement, statement } from '../../support/custodian.js';
import { formFund } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const CALL = { amountWon: '4000000000', purpose: '최초', noticeOn: '2024-02-01', dueOn: '2024-03-04' };

/** A fund with one call of 4 billion: 2,000, 1,960 and 40 million, due on 2024-03-04. */
async function called(): Promise<{ fundId: string; callId: string; partners: string[] }> {
  const manager = Client.as('manager');
  const { id: fundId } = await formFund(manager);
  const { body } = await manager.post(`/funds/${fundId}/capital-calls`, CALL);
  return { fundId, callId: body.id as string, partners: (body.shares as Json[]).map(({ partnerId }) => partnerId as string) };
}

const shareOf = async (fundId: string, at: number): Promise<Json> => ((await Client.as('finance').get(`/funds/${fundId}/capital-calls`)).body as Json[])[0]?.shares[at] as Json;

describe('matching lines of the custodian', () => {
  const finance = Client.as('finance');
  let fund: Awaited<ReturnType<typeof called>>;

  beforeAll(async () => {
    fund = await called();
  });

  itIsClosedTo('manager', 'matchCapital', (client) => client.post(`/funds/${NOWHERE}/capital-matches`, { items: [{ lineId: NOWHERE, callId: NOWHERE, partnerId: NOWHERE, capitalWon: '1' }] }));
  itFindsNothingAt((id) => finance.post(`/funds/${id}/capital-matches`, { items: [{ lineId: NOWHERE, callId: NOWHERE, partnerId: NOWHERE, capitalWon: '1' }] }));
  itWritesOncePerKey(async (ask, variation) => {
    const other = await onceForKey();
    return finance.post(`/funds/${other.fundId}/capital-matches`, { items: [{ lineId: other.lineId, callId: other.callId, partnerId: other.partnerId, capitalWon: variation === 'first' ? '1000' : '2000' }] }, ask);
  });

  it('books what is suggested: two lines, one of them late with its interest', async () => {
    const interest = (1_960_000_000n * 10n) / 3_650n;
    await pasteStatement(fund.fundId, statement(
      { on: '2024-03-04', deposit: '2000000000', from: '시험모태펀드', memo: '1차 출자금', reference: 'B-001' },
      { on: '2024-03-14', deposit: (1_960_000_000n + interest).toString(), from: '시험 공제회' },
      { on: '2024-03-15', withdrawal: '5000', memo: '수수료' },
    ));
    const lines = await linesOf(fund.fundId);
    expect(lines.map(({ state }) => state)).toEqual(['WITHDRAWAL', 'OPEN', 'OPEN']);
    const items = lines.filter(({ state }) => state === 'OPEN').map(({ id, suggestions }) => ({ id, ...(suggestions as Json[])[0] }) as Json);
    expect(items.map(({ exact, capitalWon, interestWon }) => [exact, capitalWon, interestWon])).toEqual([[true, '1960000000', interest.toString()], [true, '2000000000', '0']]);
    const send = items.map(({ id, callId, partnerId, capitalWon, interestWon }) => ({ lineId: id, callId, partnerId, capitalWon, interestWon }));

    const dry = await matchLines(fund.fundId, send, { dryRun: true });
    expect([dry.status, (dry.body.postings as Json[]).map(({ posting }) => posting)]).toEqual([201, ['fund.capital-call-paid', 'fund.overdue-interest-received', 'fund.capital-call-paid']]);
    expect((await linesOf(fund.fundId)).map(({ state }) => state)).toEqual(['WITHDRAWAL', 'OPEN', 'OPEN']);

    const matched = await matchLines(fund.fundId, send);
    expectStatus(matched, 201);
    expect((matched.body.items as Json[]).map(({ unpaidWon, lineOpenWon }) => [unpaidWon, lineOpenWon])).toEqual([['0', '0'], ['0', '0']]);
    expect(await shareOf(fund.fundId, 0)).toMatchObject({ state: 'PAID', receipts: [{ bankReference: 'B-001', valueOn: '2024-03-04' }] });
    expect(await shareOf(fund.fundId, 1)).toMatchObject({ state: 'PAID', daysLate: 10, interest: { accruedWon: interest.toString(), receivedWon: interest.toString(), dueWon: '0' } });
    const accounts = (await finance.get(`/ledger/accounts?book=fund/${fund.fundId}`)).body as Json[];
    const total = (chart: string) => accounts.filter((account) => account.chart === chart).reduce((sum, account) => sum + BigInt(account.balance), 0n);
    expect([total('fund.cash'), total('fund.overdue-interest'), total('fund.capital-receivable')]).toEqual([3_960_000_000n + interest, interest, 40_000_000n]);
  });

  it('links a receipt that was recorded by hand, and books nothing twice', async () => {
    const { fundId, callId, partners } = await called();
    const receipt = await finance.post(`/capital-calls/${callId}/receipts`, { partnerId: partners[2], amountWon: '40000000', valueOn: '2024-03-04' });
    await pasteStatement(fundId, statement({ on: '2024-03-04', deposit: '40000000', from: '시험기술지주㈜' }));
    const [line] = await linesOf(fundId);
    expect(line?.suggestions[0]).toMatchObject({ receiptId: receipt.body.id, exact: true });
    const linked = await matchLines(fundId, [{ lineId: line?.id, callId, partnerId: partners[2], receiptId: receipt.body.id }]);
    expect([linked.status, linked.body.postings]).toEqual([201, []]);
    expect((await linesOf(fundId))[0]).toMatchObject({ state: 'MATCHED', openWon: '0', uses: [{ receiptId: receipt.body.id, amountWon: '40000000' }] });
    expect(refusal(await matchLines(fundId, [{ lineId: line?.id, callId, partnerId: partners[2], receiptId: receipt.body.id }]))).toEqual([400, 'custodian-line.receipt-not-open', '/items/0/receiptId']);
  });

  it('divides one line over two partners, and keeps the rest in the list', async () => {
    const { fundId, callId, partners } = await called();
    await pasteStatement(fundId, statement({ on: '2024-03-04', deposit: '2100000000', from: '대리인' }));
    const [line] = await linesOf(fundId);
    const items = [{ lineId: line?.id, callId, partnerId: partners[0], capitalWon: '2000000000' }, { lineId: line?.id, callId, partnerId: partners[2], capitalWon: '40000000' }];
    expect(((await matchLines(fundId, items)).body.items as Json[]).map(({ lineOpenWon }) => lineOpenWon)).toEqual(['100000000', '60000000']);
    expect((await linesOf(fundId))[0]).toMatchObject({ state: 'PARTLY', openWon: '60000000' });
  });

  it('gives one line to one of two people who confirm it in the same moment', async () => {
    const { fundId, callId, partners } = await called();
    await pasteStatement(fundId, statement({ on: '2024-03-04', deposit: '1000000000', from: '시험모태펀드' }));
    const [line] = await linesOf(fundId);
    const answers = await Promise.all(Array.from({ length: 5 }, () => matchLines(fundId, [{ lineId: line?.id, callId, partnerId: partners[0], capitalWon: '1000000000' }])));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400]);
  });

  it('says at which item and where it is wrong, and books nothing of the others', async () => {
    const { fundId, callId, partners } = await called();
    await pasteStatement(fundId, statement({ on: '2024-03-04', deposit: '3000000000', from: '시험모태펀드', reference: 'A' }, { on: '2024-03-04', withdrawal: '10', memo: '수수료' }));
    const [first, second] = await linesOf(fundId);
    const [deposit, withdrawal] = first?.state === 'WITHDRAWAL' ? [second, first] : [first, second];
    const good = { lineId: deposit?.id, callId, partnerId: partners[0], capitalWon: '1000' };
    const wrong: [Json, string, string][] = [
      [{ ...good, lineId: NOWHERE }, 'custodian-line.unknown', 'lineId'],
      [{ ...good, lineId: withdrawal?.id }, 'custodian-line.withdrawal', 'lineId'],
      [{ ...good, callId: fund.callId }, 'capital-call.of-another-fund', 'callId'],
      [{ ...good, partnerId: NOWHERE }, 'capital-call.not-a-partner', 'partnerId'],
      [{ ...good, capitalWon: '2000000000' }, 'capital-call.more-than-unpaid', 'capitalWon'],
      [{ ...good, capitalWon: '0', interestWon: '0' }, 'custodian-line.nothing-matched', 'capitalWon'],
      [{ ...good, interestWon: '1' }, 'overdue-interest.more-than-due', 'interestWon'],
      [{ ...good, partnerId: partners[1], capitalWon: '3000000000' }, 'custodian-line.used-up', 'capitalWon'],
    ];
    for (const [bad, code, member] of wrong) expect(refusal(await matchLines(fundId, [good, bad]))).toEqual([400, code, `/items/1/${member}`]);
    expect((await linesOf(fundId)).map(({ uses }) => uses)).toEqual([[], []]);
  });

  it.each([
    ['nothing', [], '/items'],
    ['an amount below zero', [{ lineId: NOWHERE, callId: NOWHERE, partnerId: NOWHERE, capitalWon: '-1' }], '/items/0/capitalWon'],
  ])('refuses %s', async (_what, items, pointer) => {
    expect(refusal(await matchLines(fund.fundId, items))).toEqual([400, 'request.invalid', pointer]);
  });
});

let once: Promise<{ fundId: string; callId: string; partnerId: string; lineId: string }> | null = null;

/** One fund with one open line, for everything that one key is tried with. */
function onceForKey(): Promise<{ fundId: string; callId: string; partnerId: string; lineId: string }> {
  once ??= (async () => {
    const { fundId, callId, partners } = await called();
    await pasteStatement(fundId, statement({ on: '2024-03-04', deposit: '9000', from: '시험모태펀드' }));
    return { fundId, callId, partnerId: partners[0] ?? '', lineId: (await linesOf(fundId))[0]?.id as string };
  })();
  return once;
}
