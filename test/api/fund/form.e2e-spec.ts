import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { businessNumber, fundForm, obligation, partners, vintageOf } from '../../support/funds.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('forming a fund', () => {
  const manager = Client.as('manager');
  let vintageId: string;
  const form = (changes: Json = {}) => manager.post('/funds', fundForm(vintageId, changes));
  const withPartner = (index: number, changes: Json): Json => ({ partners: partners().map((partner, at) => (at === index ? { ...partner, ...changes } : partner)) });

  beforeAll(async () => {
    vintageId = await vintageOf(2024);
  });

  const shared = partners();
  itIsClosedTo('finance', 'formFund', (client) => client.post('/funds', fundForm(NOWHERE)));
  itWritesOncePerKey((ask, variation) => manager.post('/funds', fundForm(vintageId, { partners: shared, name: variation === 'first' ? '가 조합' : '나 조합' }), ask));

  it('commits the partners and grants the limits: K = C − E, H = K − required', async () => {
    const formed = await form();
    expectStatus(formed, 201);
    expect(formed.body).toMatchObject({ dryRun: false, committedWon: '20000000000', partnerCount: 3 });
    expect(formed.body.number).toMatch(/^FND-2024-\d{2,4}$/);
    expect((await obligation(formed.body.id)).feasibility).toMatchObject({ capacityWon: '17400000000', remainingWon: '17400000000', shortfallWon: '10000000000', headroomWon: '7400000000' });
    const entries = (await manager.get(`/ledger/entries?book=fund/${formed.body.id}`)).body as Json[];
    expect(entries.map((entry) => entry.posting)).toEqual(['fund.limits-granted', 'fund.commitment-signed', 'fund.commitment-signed', 'fund.commitment-signed']);
  });

  it('in a dry run says what it would be and forms nothing', async () => {
    const dry = await form({ dryRun: true, number: 'FND-2024-9001' });
    expect([dry.status, dry.body.id, dry.body.dryRun, dry.body.blocked, dry.body.number]).toEqual([201, null, true, false, 'FND-2024-9001']);
    expect((await form({ number: 'FND-2024-9001' })).status).toBe(201);
  });

  it('in a dry run shows every rule that would refuse it', async () => {
    const { body } = await form({ dryRun: true, unitWon: '100000', lifetimeExpensesWon: '20000000000' });
    const broken = (body.verdicts as Json[]).filter(({ result }) => result === 'BLOCK').map(({ rule }) => rule as string);
    expect([body.blocked, broken]).toEqual([true, ['unit-reaches-the-minimum', 'obligation-is-attainable-at-formation']]);
  });

  it('refuses a number that is taken and one that is none', async () => {
    expect((await form({ number: 'FND-2024-9002' })).status).toBe(201);
    expect(refusal(await form({ number: 'FND-2024-9002' }))).toEqual([409, 'database.already-exists']);
    expect(refusal(await form({ number: 'FUND-1' }))).toEqual([400, 'fund.number-format', '/number']);
  });

  it.each([
    ['commitments below two billion', { unitWon: '1000000', lifetimeExpensesWon: '0', partners: partners().map((each) => ({ ...each, commitmentWon: '500000000' })) }, 'commitments-reach-the-minimum'],
    ['a unit below a million', { unitWon: '100000' }, 'unit-reaches-the-minimum'],
    ['a general partner below one percent', { partners: partners().map((each) => ({ ...each, ...(each.kind === 'GENERAL' ? { commitmentWon: '100000000' } : {}) })) }, 'general-partner-holds-the-minimum-share'],
    ['a life of less than five years', { investmentTo: '2027-01-14', lifeTo: '2029-01-13' }, 'life-lasts-the-minimum'],
    ['expenses that leave too little to invest', { lifetimeExpensesWon: '10000000001' }, 'obligation-is-attainable-at-formation'],
    [
      'fifty limited partners',
      { partners: [...partners().slice(2), ...Array.from({ length: 50 }, (_, index) => ({ name: `유한 ${index}`, kind: 'LIMITED', businessNumber: businessNumber(), commitmentWon: '200000000' }))] },
      'limited-partners-stay-within-the-maximum',
    ],
  ])('refuses %s by its rule and clause', async (_what, changes, rule) => {
    const answer = await form(changes);
    expect([answer.status, answer.body.code, answer.body.rule]).toEqual([422, `rule.${rule}`, { id: rule, clause: '벤처투자 촉진에 관한 법률 시행령 제34조' }]);
  });

  it('accepts exactly five years and exactly one percent', async () => {
    expect((await form({ investmentTo: '2028-01-14', lifeTo: '2029-01-14' })).status).toBe(201);
  });

  it.each([
    ['a registration before the founding', { registeredOn: '2024-01-14' }, 'fund.dates-out-of-order', '/registeredOn'],
    ['an investment period that starts before the founding', { investmentFrom: '2024-01-14' }, 'fund.dates-out-of-order', '/investmentFrom'],
    ['an investment period of no day', { investmentTo: '2024-01-15' }, 'fund.dates-out-of-order', '/investmentTo'],
    ['a life that ends before the investment period', { lifeTo: '2027-12-31' }, 'fund.dates-out-of-order', '/lifeTo'],
    ['a commitment that is no multiple of the unit', withPartner(1, { commitmentWon: '9800000001' }), 'fund.not-whole-units', '/partners/1/commitmentWon'],
    ['a fixed base without its amount', { obligationBasis: 'FIXED_AMOUNT' }, 'fund.no-fixed-base', '/obligationFixedBaseWon'],
    ['a business number that does not check', withPartner(1, { businessNumber: '401-81-01634' }), 'BRN_CHECKSUM', '/partners/1/businessNumber'],
  ])('refuses %s at its field', async (_what, changes, code, pointer) => {
    expect(refusal(await form(changes))).toEqual([400, code, pointer]);
  });

  it('refuses a partner who stands there twice, and a fund without a general partner', async () => {
    const [first, second, third] = partners();
    expect(refusal(await form({ partners: [first, second, third, { ...first, name: '다른 이름' }] }))).toEqual([400, 'fund.partner-twice', '/partners/3/businessNumber']);
    expect(refusal(await form({ partners: [first, second] }))).toEqual([400, 'fund.no-general-partner']);
  });

  it('refuses a vintage that nobody has', async () => {
    expect(refusal(await manager.post('/funds', fundForm(NOWHERE)))).toEqual([404, 'resource.not-found']);
  });

  it('measures a fixed base on its amount', async () => {
    const formed = await form({ obligationBasis: 'FIXED_AMOUNT', obligationFixedBaseWon: '10000000000' });
    expect((await obligation(formed.body.id)).decisive).toMatchObject({ basis: 'FIXED_AMOUNT', baseWon: '10000000000', requiredWon: '5000000000', met: false });
  });
});
