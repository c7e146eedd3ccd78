import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo, itWritesOncePerKey } from '../../support/routes.js';

const programme = (changes: Json = {}): Json => ({
  code: `T-${randomUUID().slice(0, 8)}`,
  nameKo: '시험 사업',
  nameEn: 'Trial programme',
  horizonFrom: '2024-01-01',
  horizonTo: '2030-12-31',
  ...changes,
});
const create = (changes: Json = {}) => Client.as('manager').post('/programmes', programme(changes));

describe('creating a programme', () => {
  const [repeated, other] = [programme(), programme()];
  itIsClosedTo('compliance', 'createProgramme', (client) => client.post('/programmes', programme()));
  itWritesOncePerKey((ask, variation) => Client.as('manager').post('/programmes', variation === 'first' ? repeated : other, ask));

  it('makes it appear in the list with its planned size, and without vintages', async () => {
    const created = await create({ targetCommitmentWon: '80000000000', obligationRatioBasisPoints: 5000, clause: '전략(2020. 11. 17.)' });
    expectStatus(created, 201);
    const listed = (await Client.as('auditor').get('/programmes')).body as Json[];
    expect(listed.find((each) => each.id === created.body.id)).toMatchObject({ nameKo: '시험 사업', targetCommitmentWon: '80000000000', vintages: [] });
  });

  it('refuses a code that is taken', async () => {
    expect(refusal(await create({ code: 'PTC-FUND' }))).toEqual([409, 'database.already-exists']);
  });

  it('refuses a horizon that ends before it begins', async () => {
    expect(refusal(await create({ horizonTo: '2023-12-31' }))).toEqual([400, 'programme.horizon-backwards', '/horizonTo']);
  });

  it.each([
    ['a ratio above the whole', { obligationRatioBasisPoints: 10_001 }, '/obligationRatioBasisPoints'],
    ['a size of nothing', { targetCommitmentWon: '0' }, '/targetCommitmentWon'],
    ['a name of 201 characters', { nameKo: '가'.repeat(201) }, '/nameKo'],
  ])('refuses %s', async (_what, changes, pointer) => {
    expect(refusal(await create(changes))).toEqual([400, 'request.invalid', pointer]);
  });
});
