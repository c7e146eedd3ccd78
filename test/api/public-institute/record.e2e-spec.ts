import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { businessNumber } from '../../support/funds.js';
import { institute, instituteName } from '../../support/recognition.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey } from '../../support/routes.js';

describe('the list of public institutes', () => {
  const compliance = Client.as('compliance');
  const record = (institutes: unknown, ask = {}, dryRun = false) => compliance.post('/public-institutes', { institutes, ...(dryRun ? { dryRun } : {}) }, ask);
  const find = async (text: string, query = ''): Promise<Json[]> => (await Client.as('auditor').get(`/public-institutes?text=${encodeURIComponent(text)}${query}`)).body as Json[];
  const repeated = [institute(), institute()];

  itIsClosedTo('manager', 'recordPublicInstitutes', (client) => client.post('/public-institutes', { institutes: [institute()] }));
  itIsClosedTo('admin', 'listPublicInstitutes', (client) => client.get('/public-institutes'));
  itWritesOncePerKey((ask, variation) => record([variation === 'first' ? repeated[0] : repeated[1]], ask));

  it('is added to, found by part of a name in any spelling and by number, and asked as of a day', async () => {
    const [name, number] = [instituteName(), businessNumber()];
    expectStatus(await record([institute({ name, number })]), 201);
    expect(await find(name.replace(' ', '').slice(2))).toEqual([expect.objectContaining({ name, number, kind: 'GOVERNMENT_FUNDED', lastOn: null })]);
    expect(await find(`${number.slice(0, 3)}-${number.slice(3, 5)}-${number.slice(5)}`)).toHaveLength(1);
    expect([await find(name, '&asOf=2019-12-31'), (await find(name, '&asOf=2020-01-01')).length]).toEqual([[], 1]);
  });

  it('in a dry run says how many and adds none', async () => {
    const added = institute();
    expect((await record([added], {}, true)).body).toEqual({ dryRun: true, recorded: 1 });
    expect(await find(added.name as string)).toEqual([]);
  });

  const known = institute();
  it.each([
    ['the same in another spelling', () => [known, institute({ name: (known.name as string).replace(' ', ' · ') })], 'public-institute.on-the-list', '/institutes/1/name'],
    ['a day in the future', () => [institute({ validFrom: '2199-01-01' })], 'public-institute.in-future', '/institutes/0/validFrom'],
    ['a wrong number', () => [institute(), institute({ number: '123-45-67890' })], 'BRN_CHECKSUM', '/institutes/1/number'],
    ['an unknown kind', () => [institute({ kind: 'SCHOOL' })], 'request.invalid', '/institutes/0/kind'],
    ['an empty list', () => [], 'request.invalid', '/institutes'],
  ])('refuses %s', async (_what, institutes, code, pointer) => {
    expect(refusal(await record(institutes()))).toEqual([400, code, pointer]);
  });

  describe('ended', () => {
    const end = (id: string, body: Json = { lastOn: '2024-05-31', reason: '민영화' }, ask = {}) => compliance.post(`/public-institutes/${id}/end`, body, ask);
    const added = async (): Promise<{ id: string; name: string }> => {
      const draft = institute();
      await record([draft]);
      return (await find(draft.name as string))[0] as unknown as { id: string; name: string };
    };

    itIsClosedTo('manager', 'endPublicInstitute', (client) => client.post(`/public-institutes/${crypto.randomUUID()}/end`, { lastOn: '2024-05-31', reason: '시험' }));
    itFindsNothingAt((id) => end(id));

    it('is on the list through its last day, and may come on it again', async () => {
      const { id, name } = await added();
      expect((await end(id)).body).toEqual({ id, lastOn: '2024-05-31' });
      expect([(await find(name, '&asOf=2024-05-31')).length, (await find(name, '&asOf=2024-06-01')).length]).toEqual([1, 0]);
      expect(refusal(await end(id))).toEqual([409, 'public-institute.ended-already']);
      expect(refusal(await record([institute({ name, validFrom: '2024-05-31' })]))[1]).toBe('public-institute.on-the-list');
      expect((await record([institute({ name, validFrom: '2024-06-01' })])).status).toBe(201);
    });

    it.each(['2019-12-31', '2199-01-01'])('refuses the last day %s', async (lastOn) => {
      expect(refusal(await end((await added()).id, { lastOn, reason: '시험' }))).toEqual([400, 'public-institute.end-out-of-range', '/lastOn']);
    });
  });
});
