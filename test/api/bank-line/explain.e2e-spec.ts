import { describe, expect, it } from '@jest/globals';
import { importedLines, linesIn2024 } from '../../support/bank.js';
import { Client } from '../../support/client.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('explaining a line without a record', () => {
  const checker = Client.as('checker');
  const body = { reasonCode: 'OFFICE', note: '통신요금' };
  const movement = { on: '2024-04-02', withdrawal: '142993', from: '누리통신' };

  itIsClosedTo('manager', 'explainBankLine', (client) => client.post(`/bank-lines/${NOWHERE}/explain`, body));
  itIsClosedTo('manager', 'listBankLines', (client) => client.get(`/bank-lines?accountId=${NOWHERE}`));
  itIsClosedTo('manager', 'listBalanceDays', (client) => client.get(`/reconciliation/days?accountId=${NOWHERE}`));
  itIsClosedTo('manager', 'listReconciliationExceptions', (client) => client.get(`/reconciliation/exceptions?accountId=${NOWHERE}`));

  it('settles the rest of the line with a reason; not twice, not by who brought it in, not an unknown one', async () => {
    const { accountId, lines } = await importedLines(movement);
    const path = `/bank-lines/${lines[0].id}/explain`;
    const own = await Client.as('finance').post(path, body);
    expect([Math.floor(own.status / 100), own.body.code]).toEqual([4, 'rule.matcher-did-not-import-the-statement']);
    const both = [await checker.post(path, body), await checker.post(path, body)];
    expect(both.map(({ status, body: told }) => [status, told.code])).toEqual([[200, undefined], [409, 'bank-line.settled']]);
    expect((await linesIn2024(accountId))[0]).toMatchObject({ state: 'MATCHED', openWon: '0', matches: [{ reasonCode: 'OFFICE', label: '통신요금', kindName: null }] });
    const unknown = await checker.post(`/bank-lines/${NOWHERE}/explain`, body);
    expect([unknown.status, unknown.body.errors[0].code]).toEqual([400, 'bank-line.unknown']);
  });

  it('asks for days in their order', async () => {
    const { accountId } = await importedLines(movement);
    const refused = await checker.get(`/bank-lines?accountId=${accountId}&from=2024-05-01&to=2024-04-01`);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/from']);
  });

  let made: Promise<string> | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    made ??= importedLines(movement).then(({ lines }) => lines[0].id as string);
    return checker.post(`/bank-lines/${await made}/explain`, { ...body, note: variation }, ask);
  });
});
