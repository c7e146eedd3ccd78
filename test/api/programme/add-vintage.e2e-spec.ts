import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('adding a vintage', () => {
  let programmeId: string;
  const add = (year: unknown, ask = {}, id = programmeId) => Client.as('manager').post(`/programmes/${id}/vintages`, { year }, ask);

  beforeAll(async () => {
    const programme = { code: `V-${randomUUID().slice(0, 8)}`, nameKo: '시험 사업', nameEn: 'Trial', horizonFrom: '2024-01-01', horizonTo: '2030-12-31' };
    programmeId = (await Client.as('manager').post('/programmes', programme)).body.id as string;
  });

  itIsClosedTo('finance', 'addVintage', (client) => client.post(`/programmes/${NOWHERE}/vintages`, { year: 2025 }));
  itFindsNothingAt((id) => add(2025, {}, id));
  itWritesOncePerKey((ask, variation) => add(variation === 'first' ? 2027 : 2028, ask));

  it('adds a year, once', async () => {
    const added = await add(2025);
    expect([added.status, added.body.year]).toEqual([201, 2025]);
    expect(refusal(await add(2025))).toEqual([409, 'database.already-exists']);
    const listed = (await Client.as('manager').get('/programmes')).body as Json[];
    expect(listed.find((each) => each.id === programmeId).vintages).toContainEqual({ id: added.body.id, year: 2025 });
  });

  it.each([1999, 2201, 2025.5, '2025', null])('refuses %j as a year', async (year) => {
    expect(refusal(await add(year))).toEqual([400, 'request.invalid', '/year']);
  });
});
