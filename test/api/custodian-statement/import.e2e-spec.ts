import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { linesOf, pasteStatement, statement } from '../../support/custodian.js';
import { formFund } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

const ONE = { on: '2024-03-04', deposit: '2000000000', from: '시험 모태펀드', reference: 'A-1' };

describe('a statement of the custodian', () => {
  const finance = Client.as('finance');
  let fundId: string;
  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
  });

  itIsClosedTo('manager', 'pasteCustodianStatement', (client) => client.post(`/funds/${NOWHERE}/custodian-statements/paste`, { text: statement(ONE) }));
  itIsClosedTo('manager', 'importCustodianStatement', (client) => client.upload(`/funds/${NOWHERE}/custodian-statements`, Buffer.from('거래일,입금액\n2024-03-04,1'), '거래.csv'));
  itIsClosedTo('admin', 'listCustodianLines', (client) => client.get(`/funds/${NOWHERE}/custodian-lines`));
  itFindsNothingAt((id) => pasteStatement(id, statement(ONE)));
  itFindsNothingAt((id) => finance.upload(`/funds/${id}/custodian-statements`, Buffer.from('거래일,입금액\n2024-03-04,1'), '거래.csv'));
  itFindsNothingAt((id) => finance.get(`/funds/${id}/custodian-lines`));

  it('shows its verdict first and keeps nothing', async () => {
    const dry = await pasteStatement(fundId, statement(ONE), '?dryRun=true');
    expectStatus(dry, 201);
    expect(dry.body).toMatchObject({ id: null, dryRun: true, added: 1, known: 0, refused: [] });
    expect(await linesOf(fundId)).toEqual([]);
  });

  it('adds each line once: the same again adds nothing, a longer one adds what is new', async () => {
    const twin = { on: '2024-03-05', deposit: '500', from: '김철수' };
    const counts = ({ body }: { body: Json }) => [body.added, body.known];
    expect(counts(await pasteStatement(fundId, statement(ONE, twin, twin)))).toEqual([3, 0]);
    const again = await pasteStatement(fundId, statement(ONE, twin, twin));
    expect([again.body.id, ...counts(again)]).toEqual([null, 0, 3]);
    expect(counts(await pasteStatement(fundId, statement(twin, twin, twin, ONE, { on: '2024-03-06', withdrawal: '70', memo: '수수료' })))).toEqual([2, 3]);
    expect((await linesOf(fundId)).map(({ amountWon }) => amountWon)).toEqual(['-70', '500', '500', '500', '2000000000']);
  });

  it('comes as a file too, as a bank writes it', async () => {
    const { id } = await formFund(Client.as('manager'));
    const csv = '수탁계좌 거래내역\n조회기간,2024-03-01 ~ 2024-03-31\n거래일자,적요,맡기신금액,찾으신금액,거래후잔액,보낸분/받는분\n2024.03.04,타행이체,"2,000,000,000",0,"2,000,000,000",시험모태펀드\n2024.03.05,수수료,0,"1,000","1,999,999,000",은행\n';
    const answer = await finance.upload(`/funds/${id}/custodian-statements`, Buffer.from(csv), '거래내역.csv');
    expectStatus(answer, 201);
    expect(answer.body).toMatchObject({ added: 2, refused: [] });
    expect((await linesOf(id)).map(({ valueOn, amountWon, counterparty, balanceWon }) => [valueOn, amountWon, counterparty, balanceWon])).toEqual([['2024-03-05', '-1000', '은행', '1999999000'], ['2024-03-04', '2000000000', '시험모태펀드', '2000000000']]);
  });

  it('refuses rows by number and keeps the others', async () => {
    const { id } = await formFund(Client.as('manager'));
    const mixed = await pasteStatement(id, `${statement(ONE)}\r\n2024-02-30\t5\t\t\t날짜\r\n2024-03-07\t5\t5\t\t둘\r\n2199-01-01\t5\t\t\t내일\r\n2024-03-08\t다섯\t\t\t글자`);
    expect([mixed.body.added, (mixed.body.refused as Json[]).map(({ row, counterparty }) => [row, counterparty])]).toEqual([1, [[3, '날짜'], [4, '둘'], [5, '내일'], [6, '글자']]]);
    // A payer may be a person: that their name was shown is on record.
    const { rows } = await withSql('AUDITOR', (sql) => sql.query(`select subject_count from access_log where action = 'custodian-statement.import' and login = 'finance' and subject_kind = 'custodian-statement' order by id desc limit 1`));
    expect(rows).toEqual([{ subject_count: 4 }]);
  });

  it('is refused as a whole where it is no statement', async () => {
    const answer = await pasteStatement(fundId, '이름\t전화\r\n김\t010');
    expect([answer.body.added, (answer.body.refused as Json[])[0]?.row]).toEqual([0, null]);
    expect(refusal(await pasteStatement(fundId, ' '))).toEqual([400, 'request.invalid', '/text']);
  });

  it('lies in both times: lines of a day, as known then', async () => {
    expect(await linesOf(fundId, '?asOf=2024-03-04')).toHaveLength(1);
    expect(await linesOf(fundId, '?knownAt=2024-06-01')).toEqual([]);
  });
});
