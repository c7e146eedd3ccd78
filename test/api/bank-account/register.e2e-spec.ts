import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { account, accountNumber, newParty, register, registered } from '../../support/bank-accounts.js';
import { Client, type Json } from '../../support/client.js';
import { businessNumber } from '../../support/funds.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

const verdictsOf = (answer: { body: Json }): [string, string][] => (answer.body.verdicts as Json[]).map((verdict) => [verdict.rule as string, verdict.result as string]);

describe('registering a bank account', () => {
  let party: { id: string; name: string };
  const fixed = [accountNumber(), accountNumber()] as const;

  beforeAll(async () => {
    party = await newParty();
  });

  itIsClosedTo('checker', 'registerBankAccount', (client) => client.post('/bank-accounts', account(NOWHERE)));
  itWritesOncePerKey((ask, variation) => register(party.id, { accountNumber: variation === 'first' ? fixed[0] : fixed[1] }, ask));

  it('answers the verdicts on whose account it is', async () => {
    const own = await register(party.id, { holder: `주식회사 ${party.name}` });
    expectStatus(own, 201);
    expect(verdictsOf(own)).toEqual([['bank-account-belongs-to-one-party', 'PASS'], ['bank-account-holder-is-the-party', 'PASS']]);
    expect(verdictsOf(await register(party.id, { holder: '김아무개' }))).toContainEqual(['bank-account-holder-is-the-party', 'WARN']);
  });

  it('warns where another party has the same number, and names it', async () => {
    const other = await newParty();
    const { number } = await registered({ partyId: other.id });
    const answer = await register(party.id, { accountNumber: `${number.slice(0, 3)}-${number.slice(3)}` });
    expectStatus(answer, 201);
    expect(answer.body.verdicts[0]).toMatchObject({ result: 'WARN', inputs: { otherParties: [other.name] } });
    expect(JSON.stringify(answer.body)).not.toContain(number);
    // The same digits at another bank are another account.
    expect(verdictsOf(await register(party.id, { accountNumber: number, bankCode: '088' }))[0]).toEqual(['bank-account-belongs-to-one-party', 'PASS']);
  });

  it('takes an organisation up with its account, once, by its business number', async () => {
    const organisation = { name: '한국시작품진흥원', businessNumber: businessNumber(), kind: 'PUBLIC_BODY' };
    const ofNew = (changes: Json = {}) => Client.as('finance').post('/bank-accounts', { ...account(NOWHERE, { holder: '한국시작품진흥원', ...changes }), partyId: undefined, organisation: { ...organisation, ...changes.organisation } });
    const first = await ofNew();
    expectStatus(first, 201);
    expect(verdictsOf(first)).toEqual([['bank-account-belongs-to-one-party', 'PASS'], ['bank-account-holder-is-the-party', 'PASS']]);
    // Another name for the same number is the same organisation, and is looked at.
    const again = await ofNew({ organisation: { name: '시작품진흥원' }, holder: '시작품진흥원' });
    expect(verdictsOf(again)).toContainEqual(['bank-account-holder-is-the-party', 'WARN']);
    const { rows } = await withSql('OWNER', (sql) => sql.query<{ name: string; kind: string; accounts: number }>(
      'select p.name, p.kind, count(b.id)::int as accounts from party p join bank_account b on b.party_id = p.id where p.business_number = $1 group by p.id', [organisation.businessNumber.replaceAll('-', '')]));
    expect(rows).toEqual([{ name: '한국시작품진흥원', kind: 'PUBLIC_BODY', accounts: 2 }]);
  });

  it('wants one owner, and a business number that is one', async () => {
    const organisation = { name: '한국시작품진흥원', businessNumber: '123-45-67890', kind: 'PUBLIC_BODY' };
    const send = (changes: Json) => Client.as('finance').post('/bank-accounts', { ...account(party.id), ...changes });
    expect(refusal(await send({ organisation }))).toEqual([400, 'bank-account.one-owner', '/partyId']);
    expect(refusal(await send({ partyId: undefined }))).toEqual([400, 'bank-account.one-owner', '/partyId']);
    expect(refusal(await send({ partyId: undefined, organisation }))[2]).toBe('/organisation/businessNumber');
  });

  it('refuses the same account of the same party while it is in use', async () => {
    const { id, number } = await registered({ partyId: party.id });
    expect(refusal(await register(party.id, { accountNumber: number }))).toEqual([409, 'database.already-exists']);
    expectStatus(await Client.as('finance').post(`/bank-accounts/${id}/close`, { closedOn: '2024-12-31', reason: '계좌 변경' }), 200);
    expect(refusal(await register(party.id, { accountNumber: number, effectiveFrom: '2024-12-31' }))).toEqual([409, 'database.already-exists']);
    expectStatus(await register(party.id, { accountNumber: number, effectiveFrom: '2025-01-01' }), 201);
  });

  it.each<[string, Json, readonly unknown[]]>([
    ['a bank that does not exist', { bankCode: '999' }, [400, 'request.invalid', '/bankCode']],
    ['nine digits', { accountNumber: '12345-6789' }, [400, 'bank-account.number-malformed', '/accountNumber']],
    ['seven letters', { accountNumber: '110-123' }, [400, 'bank-account.number-malformed', '/accountNumber']],
    ['seventeen digits', { accountNumber: '12345678901234567' }, [400, 'bank-account.number-malformed', '/accountNumber']],
    ['a covered number', { accountNumber: '301-0147-****-21' }, [400, 'bank-account.number-malformed', '/accountNumber']],
    ['no holder', { holder: ' ' }, [400, 'request.invalid', '/holder']],
    ['a day that is none', { effectiveFrom: '2024-02-30' }, [400, 'request.invalid', '/effectiveFrom']],
    ['an unknown party', { partyId: NOWHERE }, [404, 'resource.not-found']],
  ])('refuses %s at its field and does not repeat it', async (_, changes, expected) => {
    const answer = await register(party.id, changes);
    expect(refusal(answer)).toEqual(expected);
    if (changes.accountNumber !== undefined) expect(answer.bytes.toString()).not.toContain(changes.accountNumber as string);
  });

  it('leaves no number to find that was handed in for nothing, once its time is over', async () => {
    const requestKey = `gone-${crypto.randomUUID()}`;
    const content = `v1.k1.${'A'.repeat(16)}.${'B'.repeat(80)}`;
    const left = await withSql('OWNER', async (sql) => {
      for (const age of ['89 days', '91 days']) {
        await sql.query(
          `insert into bank_account_secret (id, content, number_index, index_key, content_hash, deposited_by, request_key, deposited_at)
           values (gen_random_uuid(), $1, repeat('0', 64), 'k1', repeat('0', 64), gen_random_uuid(), $2, now() - $3::interval)`,
          [content, requestKey, age],
        );
      }
      await registered({ partyId: party.id });
      return (await sql.query(`delete from bank_account_secret where request_key = $1 returning deposited_at < now() - interval '90 days' as late`, [requestKey])).rows as object[];
    });
    expect(left).toEqual([{ late: false }]);
  });
});
