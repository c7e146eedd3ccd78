import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { newAccount } from '../../support/scoped.js';

const promote = (userId: string, rank: string, reason = '승진') => Client.as('admin').post(`/users/${userId}/promote`, { rank, reason });

describe('changing a rank', () => {
  itIsClosedTo('compliance', 'promoteUser', (client) => client.post(`/users/${NOWHERE}/promote`, {}));

  it('shows in who holds what, up and down', async () => {
    const { id } = await newAccount();
    const up = await promote(id, 'DIRECTOR');
    expectStatus(up, 200);
    expect([up.body.rank, (await promote(id, 'STAFF', '직위해제')).body.rank]).toEqual(['DIRECTOR', 'STAFF']);
  });

  it('is refused for oneself, under whichever account, for nobody and for a rank that is none', async () => {
    const own = (await Client.as('admin').get('/session')).body.user.id as string;
    const shadow = await newAccount(own);
    expect([refusal(await promote(own, 'HEAD')), refusal(await promote(shadow.id, 'HEAD'))]).toEqual([[422, 'role.own-account'], [422, 'role.own-account']]);
    expect(refusal(await promote(NOWHERE, 'HEAD'))).toEqual([404, 'resource.not-found']);
    expect(refusal(await promote(shadow.id, 'KING'))).toEqual([400, 'request.invalid', '/rank']);
  });
});
