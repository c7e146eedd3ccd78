import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { expenseRow, record } from '../../support/expenses.js';
import { businessNumber } from '../../support/funds.js';
import { concludedAgreement, made, openedCall } from '../../support/grants.js';
import { nextSecond, rowsOf } from '../../support/packs.js';
import { exportedRun, owedTranche, stepRun } from '../../support/payments.js';
import { today } from '../../support/services.js';
import { collectRecovery, demanded, SME_FORM, TV12 } from '../../support/settlements.js';
import { withSql } from '../../support/sql.js';

const [auditor, finance] = [Client.as('auditor'), Client.as('finance')];
const YEAR = Number(today().slice(0, 4));
const won = (text: string | undefined): bigint => BigInt((text ?? '').replaceAll(',', ''));

/** What auditors ask about grants: TV-12 with a part of its money back, a payment that the bank sent back, purchases that look split. */
describe('a pack of a grant programme', () => {
  let claim: Awaited<ReturnType<typeof demanded>>;
  const ask = async (code: string, query = ''): Promise<Json> => {
    await nextSecond();
    const answer = await auditor.get(`/audit/packs/${code}?programmeId=${claim.call.programmeId}${query}`);
    expectStatus(answer, 200);
    return answer.body;
  };

  beforeAll(async () => {
    claim = await demanded(TV12);
    expectStatus(await collectRecovery(claim.recoveryId, 'receive', { amountWon: '5315000', valueOn: today() }), 201);
    expectStatus(await collectRecovery(claim.recoveryId, 'remit', { amountWon: '4000000', remittedOn: today(), noticeNumber: '2026-0007-0000001' }), 201);
    await sentBack();
    await split();
  }, 180_000);

  /** Paid, and sent back by the bank: nobody received it. */
  async function sentBack(): Promise<void> {
    const debt = await owedTranche(claim.call.id, { amountWon: '7000000' });
    const run = await exportedRun(claim.call.book, [debt.payableId], '7000000');
    expectStatus(await stepRun(run.id, 'confirm', { paidOn: today() }), 200);
    expectStatus(await stepRun(run.id, 'return-line', { lineNo: 1, happenedOn: today(), reason: '해지 계좌 반송', bankReference: '반송 1' }), 200);
  }

  /** Nineteen and a half and three million from one payee in nine days, on an agreement of its own; the next month another three. */
  async function split(): Promise<void> {
    const { id } = await concludedAgreement(claim.call.id, { ...SME_FORM, periodTo: `${YEAR}-12-31` });
    const payee = { payeeNumber: businessNumber(), payeeName: '(주)나눔상사' };
    const buy = (spentOn: string, supplyWon: string): Json => expenseRow(id, { ...payee, line: 'D4', spentOn, supplyWon, vatWon: '0' });
    const { refused } = made('expenses', await record(claim.call.id, [buy(`${YEAR}-02-01`, '19500000'), buy(`${YEAR}-02-10`, '3000000'), buy(`${YEAR}-04-20`, '3000000')])) as { refused: Json[] };
    expect(refused).toEqual([]);
  }

  it('1: tells who received how much, what the bank sent back left out, with what is unrecovered', async () => {
    const rows = rowsOf(await ask('recipients'), 'payments');
    expect(rows.map(({ amountWon, unrecoveredWon, purpose }) => [amountWon, unrecoveredWon, purpose?.includes('선급')])).toEqual([['150,000,000', '6,000,000', true]]);
    expect(rows[0]?.['businessNumber']).toMatch(/^\d{3}-\d{2}-\*{5}$/);
    expect(rowsOf(await ask('recipients', '&from=2020-01-01&to=2020-12-31'), 'payments')).toEqual([]);
  });

  it('5: bundles purchases that stay under the amount that wants quotes, and no others', async () => {
    const pack = await ask('year-end');
    expect(rowsOf(pack, 'purchases').map(({ payee, purchaseCount, amountWon, thresholdWon }) => [payee, purchaseCount, amountWon, thresholdWon])).toEqual([['(주)나눔상사', '2', '22,500,000', '20,000,000']]);
  });

  it('5: weighs what was spent in the last days of a year against the whole of it', async () => {
    const call = await openedCall();
    const { id, number } = await concludedAgreement(call.id);
    const rows = [['2021-06-10', '6000000'], ['2021-12-17', '1000000'], ['2021-12-18', '2500000'], ['2021-12-31', '500000']].map(([spentOn, supplyWon]) => expenseRow(id, { spentOn, supplyWon, vatWon: '0' }));
    expect((made('expenses', await record(call.id, rows)) as { refused: Json[] }).refused).toEqual([]);
    await nextSecond();
    const answer = await auditor.get(`/audit/packs/year-end?programmeId=${call.programmeId}&from=2021-01-01`);
    expect(rowsOf(answer.body, 'spending').map((row) => [row['number'], row['year'], row['yearWon'], row['lastDaysWon'], row['expenseCount'], row['lastDaysPercent']])).toEqual([[number, '2021', '10,000,000', '3,000,000', '2', '30.00%']]);
  });

  it('7: says what was known of the institution on the day of the payment', async () => {
    const [row] = rowsOf(await ask('company-standing'), 'payments');
    expect([row?.['result'], row?.['standing'], row?.['taxes']]).toEqual(['사업자 상태·체납 조회 기록 없음', '조회 기록 없음', '-']);
    const { rows } = await withSql('OWNER', (sql) => sql.query<{ id: string }>('select party_id as id from grant_agreement where id = $1', [claim.agreement.id]));
    expectStatus(await finance.post('/business-statuses', { partyId: rows[0]?.id, status: 'CLOSED', effectiveOn: today(), source: '홈택스' }), 201);
    const [closed] = rowsOf(await ask('company-standing'), 'payments');
    expect([closed?.['result'], closed?.['standing']]).toEqual(['지급일에 휴업·폐업 상태', `폐업(${today()}, 홈택스)`]);
  });

  it('8: follows the money that was not used to the Treasury, to the won', async () => {
    const pack = await ask('unused');
    const [row] = rowsOf(pack, 'grants');
    expect([row?.['paidWon'], row?.['heldWon'], row?.['treasuryWon'], row?.['closedOn']]).toEqual(['150,000,000', '1,315,000', '4,000,000', '-']);
    expect(won(row?.['budgetWon'])).toBe(won(row?.['availableWon']) + won(row?.['unpaidWon']) + won(row?.['paidWon']));
    const [recovery] = rowsOf(pack, 'recoveries');
    expect([recovery?.['principalWon'], recovery?.['addedWon'], recovery?.['recoveredWon'], recovery?.['openWon'], recovery?.['treasuryWon'], recovery?.['dayCount']]).toEqual(['11,000,000', '315,000', '5,315,000', '6,000,000', '4,000,000', '0']);
  });

  it('10: tells what came of the money', async () => {
    const [row] = rowsOf(await ask('performance'), 'grants');
    expect([row?.['agreementCount'], row?.['paidWon'], row?.['spentWon'], row?.['salesWon'], row?.['claimedWon']]).toEqual(['3', '150,000,000', '174,300,000', '0', '0']);
    expect(row?.['spentPercent']).toBe('116.20%');
  });
});
