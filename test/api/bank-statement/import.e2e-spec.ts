import { beforeAll, describe, expect, it } from '@jest/globals';
import { certainLine, confirmItems, keptAccount, linesIn2024, pasteLines } from '../../support/bank.js';
import { Client, type Json } from '../../support/client.js';
import { statement } from '../../support/statement.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const CSV = '거래일자,적요,의뢰인/수취인,출금액,입금액,잔액\r\n2024-05-02,전기이월,,0,0,1000\r\n2024-05-02,이체,가람,0,500,1500\r\n2024-05-03,이체,나래,200,0,1300\r\n';
const camt = (entries: string): string =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="KRW">1000</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>${entries}</Stmt></BkToCstmrStmt></Document>`;
const entry = (amount: string, direction: string, on: string): string => `<Ntry><Amt Ccy="KRW">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${on}</Dt></BookgDt></Ntry>`;

describe('bringing a statement in', () => {
  const finance = Client.as('finance');
  let accountId: string;
  const upload = (text: string, query = '') => finance.upload(`/bank-statements?accountId=${accountId}${query}`, Buffer.from(text), '내역.csv');

  beforeAll(async () => {
    accountId = (await keptAccount()).accountId;
  });

  itIsClosedTo('checker', 'pasteBankStatement', (client) => client.post(`/bank-statements/paste?accountId=${NOWHERE}`, { text: 'x' }));
  itIsClosedTo('checker', 'receiveBankMessage', (client) => client.post(`/bank-statements/message?accountId=${NOWHERE}`, { fileName: 'a.xml', content: '<a/>' }));
  itIsClosedTo('checker', 'importBankStatement', (client) => client.upload(`/bank-statements?accountId=${NOWHERE}`, Buffer.from(CSV), '내역.csv'));
  itIsClosedTo('manager', 'listBankStatements', (client) => client.get(`/bank-statements?accountId=${NOWHERE}`));
  itWritesOncePerKey((ask, variation) => pasteLines(accountId, statement({ on: '2024-01-02', deposit: variation === 'first' ? '1' : '2', from: '시험' }), ask));

  it('keeps nothing in a dry run, each line once, and only the new ones of a file that overlaps or has another format', async () => {
    ({ accountId } = await keptAccount());
    const [dry, first, again] = [await upload(CSV, '&dryRun=true'), await upload(CSV), await upload(CSV)];
    const later = await pasteLines(accountId, statement({ on: '2024-05-03', withdrawal: '200', balance: '1300', from: '나래(다른 표기)' }, { on: '2024-05-04', deposit: '50', balance: '1350', from: '다온' }));
    const message = await finance.post(`/bank-statements/message?accountId=${accountId}`, { fileName: '5월.xml', content: camt(entry('500', 'CRDT', '2024-05-02') + entry('200', 'DBIT', '2024-05-03')) });
    const shown = ({ body: { added, known, differenceWon } }: { body: Json }) => [added, known, differenceWon];
    expect([dry, first, again, later, message].map(shown)).toEqual([[2, 0, '0'], [2, 0, '0'], [0, 2, '0'], [1, 1, null], [0, 2, null]]);
    expect([dry.body.id, again.body.id, (await linesIn2024(accountId)).length]).toEqual([null, null, 3]);
    expect(((await finance.get(`/bank-statements?accountId=${accountId}`)).body as Json[]).map(({ added }) => added as number)).toEqual([1, 2]);
  });

  it('loses no line: what cannot be read stays as an item, and a broken balance shows', async () => {
    ({ accountId } = await keptAccount());
    const done = await upload(`${CSV}2024-05-06,이체,가람,어제,0,1300\r\n2024-05-07,이체,다온,0,100,1700\r\n`);
    expect([done.body.added, done.body.refused.map(({ rowNo, code }: Json) => [rowNo, code])]).toEqual([3, [[5, 'AMOUNT_INVALID']]]);
    const exceptions = (await Client.as('checker').get(`/reconciliation/exceptions?accountId=${accountId}&from=2024-05-01&to=2024-05-31`)).body as Json[];
    expect(exceptions.slice(0, 2).map(({ code, amountWon }) => [code, amountWon])).toEqual([['BALANCE_BREAK', '300'], ['ROW_REFUSED', null]]);
    const days = (await Client.as('checker').get(`/reconciliation/days?accountId=${accountId}&from=2024-05-01&to=2024-05-31`)).body as Json;
    expect([days.openingWon, (days.days as Json[]).map(({ on, closingWon, differenceWon }) => [on, closingWon, differenceWon])]).toEqual(['1000', [['2024-05-02', '1500', '0'], ['2024-05-03', '1300', '0'], ['2024-05-07', '1700', '300']]]);
  });

  it('refuses the statement of another account, an empty one and an unknown account', async () => {
    const { accountId: ours, number } = await keptAccount();
    const other = `계좌번호,${number.slice(0, -1)}${(Number(number.slice(-1)) + 1) % 10}\r\n${CSV}`;
    const refused = await finance.upload(`/bank-statements?accountId=${ours}`, Buffer.from(other), '내역.csv');
    expect([refused.status, refused.body.errors[0].pointer, refused.body.errors[0].code]).toEqual([400, '/accountId', 'bank-statement.of-another-account']);
    const empty = await finance.post(`/bank-statements/paste?accountId=${ours}`, { text: '이름\t주소\n가람\t대전' });
    expect([empty.status, empty.body.code]).toEqual([400, 'bank-statement.nothing-read']);
    const unknown = await finance.post(`/bank-statements/paste?accountId=${NOWHERE}`, { text: CSV });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'resource.not-found']);
  });

  it('undoes the match of a deposit that the bank takes back', async () => {
    const { accountId: ours, item, amountWon, partner } = await certainLine();
    expect((await confirmItems([item])).status).toBe(201);
    const done = await pasteLines(ours, statement({ on: '2024-03-06', deposit: `-${amountWon}`, from: partner }));
    expect([done.status, done.body.reversed]).toEqual([201, 1]);
    expect((await linesIn2024(ours)).map(({ state, openWon, matches }) => [state, openWon, (matches as Json[]).length])).toEqual([['REVERSED', '0', 0], ['REVERSED', '0', 0]]);
    expect((await confirmItems([item])).status).toBe(400);
  });
});
