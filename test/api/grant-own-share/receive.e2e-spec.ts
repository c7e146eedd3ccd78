import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { concludedAgreement, openedCall, receivedOwnShare, type TestCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const finance = Client.as('finance');
const receipt = (changes: Json = {}): Json => ({ amountWon: '5000000', receivedOn: '2021-03-15', reference: '농협 2021-03-15 입금', ...changes });

describe('own cash of an institution', () => {
  let call: TestCall;
  let agreementId: string;
  const receive = (id: string, body: Json, ask = {}) => finance.post(`/grant-agreements/${id}/own-shares`, body, ask);

  beforeAll(async () => {
    call = await openedCall();
    agreementId = (await concludedAgreement(call.id)).id;
  });

  itIsClosedTo('checker', 'receiveGrantOwnShare', (client) => client.post(`/grant-agreements/${NOWHERE}/own-shares`, receipt()));
  itIsClosedTo('checker', 'reverseGrantOwnShare', (client) => client.post(`/grant-own-shares/${NOWHERE}/reversal`, { reason: '입금 착오 기록' }));
  itFindsNothingAt((id) => receive(id, receipt()));
  itFindsNothingAt((id) => finance.post(`/grant-own-shares/${id}/reversal`, { reason: '입금 착오 기록' }));
  itFindsNothingAt((id) => finance.get(`/grant-agreements/${id}/own-shares`));
  itWritesOncePerKey((ask, variation) => receive(agreementId, receipt({ amountWon: variation === 'first' ? '1000' : '2000' }), ask));

  it('comes in on the account of the project, and goes out again where it was recorded wrongly', async () => {
    const { id } = await concludedAgreement(call.id);
    const came = await receive(id, receipt());
    expect([came.status, came.body.cashBeforeWon, came.body.cashAfterWon]).toEqual([201, '0', '5000000']);
    expect([await balanceOf(call.account('grant.project-own', id)), await balanceOf(call.account('grant.project-cash', id))]).toEqual([5_000_000n, 5_000_000n]);
    const reversed = await finance.post(`/grant-own-shares/${came.body.id}/reversal`, { reason: '다른 과제의 입금' });
    expectStatus(reversed, 200);
    expect([await balanceOf(call.account('grant.project-own', id)), (await finance.get(`/grant-agreements/${id}/own-shares`)).body]).toEqual([0n, [expect.objectContaining({ reversed: true, reversedFor: '다른 과제의 입금', actor: 'finance' })]]);
    expect((await finance.post(`/grant-own-shares/${came.body.id}/reversal`, { reason: '한 번 더 취소' })).body.code).toBe('grant-own-share.reversed-already');
    expectStatus(await receive(id, receipt()), 201);
  });

  it('in a dry run shows what would be posted', async () => {
    const { id } = await concludedAgreement(call.id);
    const dry = await receive(id, receipt({ dryRun: true }));
    expect([dry.body.id, dry.body.entries[0].posting, await balanceOf(call.account('grant.project-own', id))]).toEqual([null, 'grant.own-share-received', 0n]);
  });

  it('is no more than was agreed, whoever is first', async () => {
    const { id } = await concludedAgreement(call.id);
    await receivedOwnShare(id, '4000000');
    expect(refusal(await receive(id, receipt({ amountWon: '1000001' })))).toEqual([400, 'grant-own-share.more-than-agreed', '/amountWon']);
    const answers = await Promise.all([1, 2, 3].map(() => receive(id, receipt({ amountWon: '1000000' }))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400]);
  });

  it.each([
    ['of tomorrow', { receivedOn: '2199-01-01' }, [400, 'grant-own-share.not-received-yet', '/receivedOn']],
    ['of a province that promised nothing', { source: 'LOCAL', amountWon: '1' }, [400, 'grant-own-share.more-than-agreed', '/amountWon']],
    ['without a reference', { reference: ' ' }, [400, 'request.invalid', '/reference']],
  ])('refuses money %s', async (_what, changes, expected) => {
    expect(refusal(await receive(agreementId, receipt(changes)))).toEqual(expected);
  });
});
