import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { capturedService, exportedRun, today, yearInUse } from '../../support/services.js';
import { refusalOf } from '../../support/sql.js';

const place = (partyId: string, changes: Json = {}): Json => ({ partyId, effectiveFrom: '2021-01-04', postCode: '06236', street: '테헤란로', building: '123', town: '서울특별시 강남구', ...changes });
const record = (body: Json, ask = {}) => Client.as('finance').post('/party-addresses', body, ask);
const remarks = (body: Json): string[] => (body.verdicts as Json[]).map(({ rule }) => rule as string);

describe('the address of a party', () => {
  itIsClosedTo('checker', 'recordPartyAddress', (client) => client.post('/party-addresses', place(NOWHERE)));
  itIsClosedTo('manager', 'listPartyAddresses', (client) => client.get(`/party-addresses?partyId=${NOWHERE}`));

  let once: string | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    once ??= (await yearInUse(0)).provider.partyId;
    return record(place(once, variation === 'first' ? {} : { building: '124' }), ask);
  });

  it('is of somebody who is known, and readable for a bank', async () => {
    const { provider } = await yearInUse(0);
    expect(refusal(await record(place(NOWHERE)))[0]).toBe(404);
    expect(refusal(await record(place(provider.partyId, { postCode: '6236' })))).toEqual([400, 'party-address.post-code', '/postCode']);
    expect(refusal(await record(place(provider.partyId, { country: 'K1' })))).toEqual([400, 'party-address.country', '/country']);
    expectStatus(await record(place(provider.partyId, { country: 'us', postCode: '94103' })), 201);
  });

  it('is told to the bank as it was known when the run was released; without one a run is remarked on, not stopped', async () => {
    const use = await yearInUse(2);
    const [first = '', second = ''] = use.voucherIds;
    const id = await capturedService(first, use.provider.id, { supplyWon: '10000' });
    const shown = await Client.as('finance').post('/payment-runs', { book: use.year.book, dryRun: true });
    expect(remarks(shown.body)).toContain('payees-have-addresses');
    const without = await exportedRun(use.year.id, [id]);
    const file = (runId: string) => Client.as('finance').post(`/payment-runs/${runId}/export`, { format: 'PAIN_001', reason: '은행 이체 접수' });
    expectStatus(await record(place(use.provider.partyId, { building: '100' })), 201);
    expectStatus(await record(place(use.provider.partyId)), 201);
    // What was given to the bank stays what it was.
    expect((await file(without.id)).bytes.toString()).not.toContain('테헤란로');

    const next = await capturedService(second, use.provider.id, { supplyWon: '20000' });
    expect(remarks((await Client.as('finance').post('/payment-runs', { book: use.year.book, dryRun: true })).body)).not.toContain('payees-have-addresses');
    const run = await exportedRun(use.year.id, [next]);
    const message = (await file(run.id)).bytes.toString();
    expect(message).toMatch(/<StrtNm>테헤란로<\/StrtNm>\s*<BldgNb>123<\/BldgNb>\s*<PstCd>06236<\/PstCd>\s*<TwnNm>서울특별시 강남구<\/TwnNm>\s*<Ctry>KR<\/Ctry>/);
    const { body } = await Client.as('auditor').get(`/party-addresses?partyId=${use.provider.partyId}`);
    expect((body as Json[]).map(({ building }) => building as string)).toEqual(['123', '100']);
  });

  it('holds in the database: what is no address is refused, and nothing is changed', async () => {
    const { provider } = await yearInUse(0);
    const insert = (changes: Json = {}): string => {
      const row = { post_code: '06236', street: '길', building: '1', town: '서울', country: 'KR', ...changes } as Readonly<Record<string, string>>;
      return `insert into party_address (id, party_id, effective_from, ${Object.keys(row).join(', ')}, known_at, command_id) values (gen_random_uuid(), '${provider.partyId}', '${today()}', ${Object.values(row).map((text) => `'${text}'`).join(', ')}, now(), (select command_id from voucher_year limit 1))`;
    };
    for (const changes of [{ post_code: '1' }, { post_code: 'ABC 123' }, { country: 'kr' }, { street: ' ' }, { town: '' }]) expect((await refusalOf('APPLICATION', insert(changes)))?.code).toBe('23514');
    expect(await refusalOf('APPLICATION', insert())).toEqual({ code: '23514', constraint: 'party_address_own_command' });
    expect((await refusalOf('APPLICATION', `update party_address set town = '부산'`))?.code).toBe('42501');
  });
});
