import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { businessNumber, formFund } from '../../support/funds.js';
import { itIsClosedTo } from '../../support/routes.js';

describe('parties', () => {
  itIsClosedTo('admin', 'listParties', (client) => client.get('/parties'));

  it('are found by part of the name without its legal form, or of the business number', async () => {
    const [name, number] = [`거래${randomUUID().slice(0, 8)}`, businessNumber()];
    await formFund(Client.as('manager'), {
      partners: [
        { name: `주식회사 ${name}`, kind: 'LIMITED', businessNumber: number, commitmentWon: '19800000000' },
        { name: '시험기술지주(주)', kind: 'GENERAL', businessNumber: businessNumber(), commitmentWon: '200000000' },
      ],
    });
    const search = async (text: string): Promise<string[]> => ((await Client.as('finance').get(`/parties?search=${encodeURIComponent(text)}`)).body as Json[]).map((party) => party.businessNumber as string);
    expect(await search(name.slice(2))).toEqual([number]);
    expect(await search(`㈜ ${name.toUpperCase()}`)).toEqual([number]);
    expect(await search(`${number.slice(0, 3)}-${number.slice(3, 5)}-${number.slice(5)}`)).toEqual([number]);
    expect(await search(`${name} 없음`)).toEqual([]);
  });

  it('come a page at a time, each once', async () => {
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const page = (await Client.as('auditor').get(`/parties?limit=200${after}`)).body as Json[];
      if (page.length === 0) break;
      seen.push(...page.map((party) => party.id as string));
      after = `&after=${seen.at(-1) ?? ''}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(3);
  });
});
