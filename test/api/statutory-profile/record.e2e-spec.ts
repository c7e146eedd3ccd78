import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { businessNumber, formFund, partners, recordDeal } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

/** A fund with a manager of its own, whom the funds of other specs do not share. */
async function fundOfItsOwn(changes: Json = {}): Promise<{ id: string; managerName: string }> {
  const managerName = `법정시험 ${crypto.randomUUID().slice(0, 8)}`;
  const list = partners().map((each: Json) => (each.kind === 'GENERAL' ? { ...each, name: managerName, businessNumber: businessNumber() } : each));
  return { ...(await formFund(Client.as('manager'), { partners: list, ...changes })), managerName };
}

const profile = (changes: Json = {}): Json => ({ purpose: 'GENERAL', specialRatio: false, clause: '규약 제1조', effectiveFrom: '2024-06-01', ...changes });
const partnerProfile = (changes: Json = {}): Json => ({ kind: 'STARTUP_ACCELERATOR', clause: '등록증', effectiveFrom: '2024-06-01', ...changes });

describe('the statutory obligation', () => {
  const [manager, compliance, auditor] = [Client.as('manager'), Client.as('compliance'), Client.as('auditor')];
  const positionOf = async (name: string, query = ''): Promise<Json> => ((await auditor.get(`/statutory-obligations${query}`)).body as Json[]).find((each) => each.name === name);

  itIsClosedTo('admin', 'listStatutoryObligations', (client) => client.get('/statutory-obligations'));
  itIsClosedTo('manager', 'recordStatutoryProfile', (client) => client.post(`/funds/${NOWHERE}/statutory-profiles`, profile()));
  itIsClosedTo('manager', 'recordGeneralPartnerProfile', (client) => client.post(`/general-partners/${NOWHERE}/profiles`, partnerProfile()));
  itFindsNothingAt((id) => compliance.post(`/funds/${id}/statutory-profiles`, profile()));
  itFindsNothingAt((id) => compliance.post(`/general-partners/${id}/profiles`, partnerProfile()));

  it.each([
    ['three years passed before the change: the old wording and its day', '2023-03-02', 'VENTURE_ACT_51_UNTIL_2026_06', '2026-03-02'],
    ['not three years yet: the new wording and its day', '2023-09-01', 'VENTURE_ACT_51_FROM_2026_07', '2028-09-01'],
  ])('of a fund registered %s (TV-4)', async (_what, registeredOn, versionId, testOn) => {
    const { managerName } = await fundOfItsOwn({ foundedOn: registeredOn, registeredOn, investmentFrom: registeredOn });
    expect((await positionOf(managerName, '?asOf=2026-07-01')).funds[0]).toMatchObject({ versionId, testOn });
    expect((await positionOf(managerName, '?asOf=2026-06-30')).funds[0]).toMatchObject({ versionId: 'VENTURE_ACT_51_UNTIL_2026_06', testOn: `2026${registeredOn.slice(4)}` });
  });

  it('counts new shares of unlisted start-ups, and leaves out a fund with a ratio of its own under the new wording', async () => {
    const { id, managerName } = await fundOfItsOwn({ foundedOn: '2023-09-01', registeredOn: '2023-09-01', investmentFrom: '2023-09-01' });
    expectStatus(await recordDeal(manager, id, '2000000000'), 201);
    expectStatus(await recordDeal(manager, id, '1000000000', { instrument: 'SECONDARY' }), 201);
    expect((await positionOf(managerName, '?asOf=2026-09-30')).groups.at(-1)).toMatchObject({ fundCount: 1, figures: { baseWon: '20000000000', countedWon: '2000000000', requiredWon: '8000000000' } });
    expectStatus(await compliance.post(`/funds/${id}/statutory-profiles`, profile({ specialRatio: true })), 201);
    expect((await positionOf(managerName, '?asOf=2026-09-30')).groups.at(-1)).toMatchObject({ fundCount: 0, verdict: 'NOT_TESTED' });
  });

  it('asks of an accelerator early start-ups, and of the fund of funds nothing', async () => {
    const { id, managerName } = await fundOfItsOwn();
    const { generalPartnerId, assumed } = await positionOf(managerName);
    expect(assumed).toBe(true);
    expectStatus(await recordDeal(manager, id, '1000000000', { company: { name: '(주)오래된기업', businessNumber: businessNumber(), incorporatedOn: '2019-01-02' } }), 201);
    const counted = async (query: string) => (await positionOf(managerName, query)).funds[0].figures.countedWon as string;
    expect(await counted('')).toBe('1000000000');
    expectStatus(await compliance.post(`/general-partners/${generalPartnerId as string}/profiles`, partnerProfile()), 201);
    expect([await counted('?asOf=2024-05-31'), await counted('')]).toEqual(['0', '0']);
    expectStatus(await compliance.post(`/general-partners/${generalPartnerId as string}/profiles`, partnerProfile({ kind: 'FUND_OF_FUNDS_MANAGER', effectiveFrom: '2025-01-01' })), 201);
    expect((await positionOf(managerName)).funds[0].verdict).toBe('EXEMPT');
  });

  it('in a dry run says what would change, and records nothing', async () => {
    const { id, managerName } = await fundOfItsOwn({ foundedOn: '2023-09-01', registeredOn: '2023-09-01', investmentFrom: '2023-09-01' });
    expectStatus(await recordDeal(manager, id, '2000000000'), 201);
    const { generalPartnerId } = await positionOf(managerName);
    const shown = await compliance.post(`/funds/${id}/statutory-profiles`, profile({ specialRatio: true, dryRun: true }));
    expect(shown.body).toMatchObject({ id: null, dryRun: true });
    const together = (shown.body.changes as Json[]).find(({ fundId, versionId }) => fundId === null && versionId === 'VENTURE_ACT_51_FROM_2026_07');
    expect(together).toMatchObject({ generalPartnerId, before: { figures: { baseWon: '20000000000' } }, after: { figures: { baseWon: '0' }, verdict: 'NOT_TESTED' } });
    const asked = await compliance.post(`/general-partners/${generalPartnerId as string}/profiles`, partnerProfile({ kind: 'FUND_OF_FUNDS_MANAGER', dryRun: true }));
    expect((asked.body.changes as Json[]).find(({ fundId }) => fundId === id)).toMatchObject({ after: { verdict: 'EXEMPT' } });
    expect(await positionOf(managerName)).toMatchObject({ assumed: true, funds: [{ specialRatio: false }] });
  });

  it.each([
    ['before the founding', 'funds', profile({ effectiveFrom: '2024-01-14' }), 'statutory-profile.before-founding', '/effectiveFrom'],
    ['with a grace that is over when it begins', 'funds', profile({ graceTo: '2024-06-01' }), 'statutory-profile.grace-over', '/graceTo'],
    ['with capital of somebody whose capital does not count', 'general-partners', partnerProfile({ ownCapitalWon: '1' }), 'general-partner-profile.own-capital', '/ownCapitalWon'],
    ['of a purpose that there is not', 'funds', profile({ purpose: 'OTHER' }), 'request.invalid', '/purpose'],
  ])('refuses a profile %s', async (_what, of, body, code, pointer) => {
    const { id, managerName } = await fundOfItsOwn();
    const path = of === 'funds' ? `/funds/${id}/statutory-profiles` : `/general-partners/${(await positionOf(managerName)).generalPartnerId as string}/profiles`;
    expect(refusal(await compliance.post(path, body))).toEqual([400, code, pointer]);
  });
});
