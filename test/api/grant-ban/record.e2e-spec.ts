import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const finance = Client.as('finance');
const form = (changes: Json = {}): Json => ({ researcher: '박제재', researcherNumber: '12345678', fromOn: '2021-01-01', toOn: '2022-12-31', ground: '연구비 용도 외 사용', source: '제재처분 통보 2021-7', ...changes });
const record = (changes: Json = {}, ask = {}) => finance.post('/grant-bans', form(changes), ask);

describe('exclusions', () => {
  itIsClosedTo('manager', 'recordGrantBan', (client) => client.post('/grant-bans', form()));
  itIsClosedTo('admin', 'listGrantBans', (client) => client.get('/grant-bans'));
  itWritesOncePerKey((ask, variation) => record({ source: variation }, ask));

  it('are recorded with ground and source', async () => {
    const recorded = await record();
    expectStatus(recorded, 201);
    const listed = (await Client.as('auditor').get('/grant-bans')).body as Json[];
    expect(listed.find(({ id }) => id === recorded.body.id)).toMatchObject({ name: '박제재', researcherNumber: '12345678', toOn: '2022-12-31', actor: 'finance', actorName: '이나래' });
  });

  it.each([
    ['of nobody', { researcher: undefined, researcherNumber: undefined }, [400, 'grant-ban.of-nobody', '/partyId']],
    ['of two at once', { partyId: NOWHERE }, [400, 'grant-ban.of-nobody', '/partyId']],
    ['of a name without a number', { researcherNumber: undefined }, [400, 'grant-ban.of-nobody', '/partyId']],
    ['with a number that is none', { researcherNumber: '12' }, [400, 'RESEARCHER_NUMBER_FORMAT', '/researcherNumber']],
    ['that end before they begin', { toOn: '2020-12-31' }, [400, 'grant-ban.backwards', '/toOn']],
    ['of an institution nobody knows', { researcher: undefined, researcherNumber: undefined, partyId: NOWHERE }, [404, 'resource.not-found']],
  ])('are refused %s', async (_what, changes, expected) => {
    expect(refusal(await record(changes))).toEqual(expected);
  });
});
