import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { businessNumber } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { openVoucherYear, registerProvider } from '../../support/vouchers.js';

const finance = Client.as('finance');
const form = (changes: Json = {}): Json => ({ name: '(주)시험연구소', businessNumber: businessNumber(), registeredOn: '2021-02-01', ...changes });

describe('registering a provider', () => {
  let yearId: string;
  const register = (changes: Json = {}, ask = {}) => finance.post(`/voucher-years/${yearId}/providers`, form(changes), ask);
  const listed = async (): Promise<Json[]> => (await Client.as('auditor').get(`/voucher-years/${yearId}/providers`)).body as Json[];

  beforeAll(async () => {
    yearId = (await openVoucherYear()).id;
  });

  itIsClosedTo('compliance', 'registerServiceProvider', (client) => client.post(`/voucher-years/${NOWHERE}/providers`, form()));
  itIsClosedTo('admin', 'listServiceProviders', (client) => client.get(`/voucher-years/${NOWHERE}/providers`));
  itFindsNothingAt((id) => finance.post(`/voucher-years/${id}/providers`, form()));
  const [one, other] = [businessNumber(), businessNumber()];
  itWritesOncePerKey((ask, variation) => register({ businessNumber: variation === 'first' ? one : other }, ask));

  it('lists it as active from its day on, with nothing under way', async () => {
    const number = businessNumber();
    const registered = await register({ name: '가나다 시험원', businessNumber: `${number.slice(0, 3)}-${number.slice(3, 5)}-${number.slice(5)}` });
    expectStatus(registered, 201);
    expect((await listed()).find(({ id }) => id === registered.body.id)).toEqual({
      ...{ id: registered.body.id, partyId: registered.body.partyId, name: '가나다 시험원', businessNumber: number, registeredOn: '2021-02-01', active: true },
      ...{ turns: [], status: null, openServices: 0, openWon: '0', capturedWon: '0' },
    });
  });

  it('happens once in a year, and again in the next', async () => {
    const number = businessNumber();
    expectStatus(await register({ businessNumber: number }), 201);
    expect(refusal(await register({ businessNumber: number }))).toEqual([409, 'service-provider.registered-already']);
    const next = await openVoucherYear({ fiscalYear: 2022 });
    expectStatus(await finance.post(`/voucher-years/${next.id}/providers`, form({ businessNumber: number })), 201);
  });

  it.each([
    ['CLOSED', 422],
    ['RESTING', 422],
    ['ACTIVE', 201],
  ])('of a business that is %s on the day answers %d', async (status, expected) => {
    const number = businessNumber();
    const { partyId } = await registerProvider((await openVoucherYear()).id, { businessNumber: number });
    expectStatus(await finance.post('/business-statuses', { partyId, status, effectiveOn: '2021-02-01' }), 201);
    const answer = await register({ businessNumber: number });
    expect([answer.status, answer.body.code]).toEqual([expected, expected === 422 ? 'rule.provider-is-in-business' : undefined]);
  });

  it.each([
    ['with a wrong business number', { businessNumber: '123-45-67890' }, '/businessNumber'],
    ['of tomorrow', { registeredOn: '2199-01-01' }, '/registeredOn'],
    ['without a name', { name: '' }, '/name'],
  ])('refuses one %s', async (_what, changes, pointer) => {
    expect(refusal(await register(changes)).slice(0, 3)).toEqual([400, expect.any(String), pointer]);
  });
});
