import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { registered } from '../../support/bank-accounts.js';
import { Client, type Json } from '../../support/client.js';
import { made, openedCall, type TestCall } from '../../support/grants.js';
import { ADDRESS } from '../../support/payments.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('designating an account to pay from', () => {
  const finance = Client.as('finance');
  let call: TestCall;
  let accountId: string;
  const designation = (changes: Json = {}): Json => ({ book: call.book, bankAccountId: accountId, effectiveFrom: '2026-01-01', ...ADDRESS, ...changes });

  beforeAll(async () => {
    call = await openedCall({ budgetWon: '0' });
    accountId = (await registered()).id;
  });

  itIsClosedTo('checker', 'designatePayingAccount', (client) => client.post('/paying-accounts', designation()));
  itWritesOncePerKey((ask, variation) => finance.post('/paying-accounts', designation(variation === 'first' ? {} : { building: '999' }), ask));

  it('shows what a book pays from, the latest first, and never the number', async () => {
    const own = await openedCall({ budgetWon: '0' });
    const later = await registered({ bankCode: '088' });
    for (const changes of [{}, { bankAccountId: later.id, effectiveFrom: '2026-03-01' }]) expectStatus(await finance.post('/paying-accounts', designation({ book: own.book, ...changes })), 201);
    const listed = made('the accounts', await finance.get(`/paying-accounts?book=${encodeURIComponent(own.book)}`)) as Json[];
    expect(listed.map(({ effectiveFrom, address }) => [effectiveFrom, address])).toEqual([['2026-03-01', '(34129) 대전광역시 유성구 가정로 218'], ['2026-01-01', '(34129) 대전광역시 유성구 가정로 218']]);
    expect(JSON.stringify(listed)).not.toContain(later.number);
  });

  it('is refused at the field', async () => {
    expect(refusal(await finance.post('/paying-accounts', designation({ book: `grant/${NOWHERE}` })))).toEqual([400, 'payment.unknown-book', '/book']);
    expect(refusal(await finance.post('/paying-accounts', designation({ bankAccountId: NOWHERE })))).toEqual([400, 'paying-account.unknown-account', '/bankAccountId']);
    expect(refusal(await finance.post('/paying-accounts', designation({ effectiveFrom: '2001-01-01' })))).toEqual([400, 'paying-account.not-open', '/effectiveFrom']);
    expect(refusal(await finance.post('/paying-accounts', designation({ postCode: '3412a' })))).toEqual([400, 'paying-account.post-code-malformed', '/postCode']);
    expect(refusal(await finance.post('/paying-accounts', designation({ town: '' })))[1]).toBe('request.invalid');
  });
});
