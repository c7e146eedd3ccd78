import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';

describe('listing the packs', () => {
  itIsClosedTo('manager', 'listAuditPacks', (client) => client.get('/audit/packs'));

  it('names the twelve recurring requests, each with its question, its ground and its lists', async () => {
    const packs = (await Client.as('auditor').get('/audit/packs')).body as Json[];
    expect(packs.map(({ ordinal }) => ordinal as number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(packs.filter(({ title, question, basis, lists }) => title.ko === '' || !/[?]$/.test(question.ko as string) || basis === '' || lists.length === 0)).toEqual([]);
  });
});
