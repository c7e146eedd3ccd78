import { beforeAll, describe, expect, it } from '@jest/globals';
import { newParty, registered } from '../../support/bank-accounts.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';

describe('bank accounts of parties', () => {
  let party: { id: string; name: string };
  const numbers: string[] = [];

  beforeAll(async () => {
    party = await newParty();
    for (const holder of [party.name, '(주)시험기업', '김']) numbers.push((await registered({ partyId: party.id, holder })).number);
  });

  itIsClosedTo('manager', 'listBankAccounts', (client) => client.get('/bank-accounts'));

  it('are shown covered: the last four digits, the first letter of the holder', async () => {
    const rows = (await Client.as('checker').get(`/bank-accounts?partyId=${party.id}`)).body as Json[];
    expect(rows.map((row) => [row.bankCode, row.bankName.ko, row.maskedNumber, row.maskedHolder, row.holderIsParty])).toEqual([
      ['004', 'KB국민은행', `********${numbers[0]?.slice(-4)}`, '시*****', true],
      ['004', 'KB국민은행', `********${numbers[1]?.slice(-4)}`, '시***', false],
      ['004', 'KB국민은행', `********${numbers[2]?.slice(-4)}`, '김*', false],
    ]);
    expect(numbers.filter((number) => JSON.stringify(rows).includes(number))).toEqual([]);
  });

  it('come a page at a time, each once, to auditors too', async () => {
    const auditor = Client.as('auditor');
    const all = ((await auditor.get(`/bank-accounts?partyId=${party.id}`)).body as Json[]).map((row) => row.id as string);
    const paged: string[] = [];
    for (let after = ''; paged.length <= all.length; ) {
      const page = (await auditor.get(`/bank-accounts?partyId=${party.id}&limit=2${after}`)).body as Json[];
      if (page.length === 0) break;
      paged.push(...page.map((row) => row.id as string));
      after = `&after=${paged.at(-1) ?? ''}`;
    }
    expect(paged).toEqual(all);
    expect(all.length).toBe(3);
  });

  it('name the other parties that have the same number', async () => {
    const other = await newParty();
    await registered({ partyId: other.id, accountNumber: numbers[0] });
    const rows = (await Client.as('finance').get(`/bank-accounts?partyId=${party.id}`)).body as Json[];
    expect(rows.map((row) => row.alsoAt as string[])).toEqual([[other.name], [], []]);
  });
});
