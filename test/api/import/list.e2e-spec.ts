import { describe, expect, it } from '@jest/globals';
import { randomInt } from 'node:crypto';
import { Client, type Json } from '../../support/client.js';
import { overviewSheet } from '../../support/register.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('imports so far', () => {
  itIsClosedTo('admin', 'listImports', (client) => client.get('/imports'));
  itIsClosedTo('admin', 'getImport', (client) => client.get(`/imports/${NOWHERE}`));
  itFindsNothingAt((id) => Client.as('auditor').get(`/imports/${id}`));

  it('are listed with their counts and open again with every verdict', async () => {
    const made = (await Client.as('manager').post('/imports/fund-register/paste', { sheet: '조합개요', text: overviewSheet(`FND-2021-${randomInt(1000, 10_000)}`) })).body;
    const listed = ((await Client.as('auditor').get('/imports')).body as Json[]).find(({ id }) => id === made.id);
    expect(listed).toMatchObject({ sha256: made.sha256, accepted: 1, rejected: 0, importedBy: '김바람' });
    expect((await Client.as('auditor').get(`/imports/${made.id}`)).body).toEqual(made);
  });

  it('do not list a dry run', async () => {
    const dry = (await Client.as('manager').post('/imports/fund-register/paste?dryRun=true', { sheet: '조합개요', text: overviewSheet(`FND-2021-${randomInt(1000, 10_000)}`) })).body;
    expect(((await Client.as('auditor').get('/imports')).body as Json[]).map(({ sha256 }) => sha256 as string)).not.toContain(dry.sha256);
  });
});
