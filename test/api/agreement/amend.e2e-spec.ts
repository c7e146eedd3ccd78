import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { amendment } from '../../support/formation.js';
import { formFund, obligation } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const RATIO = 'fund.obligation.ratio-basis-points';
const term = (key: string, value: string, clause = '규약 제23조(개정)'): Json => ({ key, value, clause });

describe('amending an agreement', () => {
  const [manager, auditor] = [Client.as('manager'), Client.as('auditor')];
  let fundId: string;
  const amend = (id: string, changes: Json = {}, ask = {}): Promise<Answer> => manager.post(`/funds/${id}/agreement/versions`, amendment(changes), ask);

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
  });

  itIsClosedTo('finance', 'amendAgreement', (client) => client.post(`/funds/${NOWHERE}/agreement/versions`, amendment()));
  itFindsNothingAt((id) => amend(id));
  itWritesOncePerKey((ask, variation) => amend(fundId, { title: variation }, ask));

  it('brings several terms at once as the next version, with what applied before', async () => {
    const { id } = await formFund(manager);
    const amended = await amend(id, { terms: [term(RATIO, '6000'), term('fund.overdue-rate-basis-points', '800', '규약 제14조')] });
    expectStatus(amended, 201);
    expect(amended.body).toMatchObject({
      dryRun: false,
      number: 2,
      terms: [
        { key: RATIO, value: '6000', clause: '규약 제23조(개정)', before: '5000', beforeClause: '규약 제23조' },
        { key: 'fund.overdue-rate-basis-points', value: '800', clause: '규약 제14조', before: '1000', beforeClause: '기본값: 납입지연 연체이자율 연 10%' },
      ],
      before: { headroomWon: '7400000000' },
      after: { headroomWon: '5400000000' },
      postings: [{ posting: 'fund.limits-settled' }],
    });
    expect([await balanceOf(`fund/${id}/fund.headroom`), await balanceOf(`fund/${id}/fund.deal-capacity`)]).toEqual([5_400_000_000n, 17_400_000_000n]);
    const { versions } = (await auditor.get(`/funds/${id}/agreement`)).body;
    expect(versions.map(({ number, inForce }: Json) => [number, inForce])).toEqual([[2, true], [1, false]]);
    expect(versions[0].terms).toMatchObject([{ key: RATIO, value: '6000', before: '5000', source: 'AGREEMENT', effectiveFrom: '2026-07-01' }, { key: 'fund.overdue-rate-basis-points' }]);
  });

  it('leaves every earlier day as it was: the old ratio until the day before', async () => {
    const { id } = await formFund(manager);
    const { knownBefore: _then, ...before } = await obligation(id, '?asOf=2026-06-30');
    await amend(id);
    expect(await obligation(id, '?asOf=2026-06-30')).toMatchObject(before);
    expect((await obligation(id, '?asOf=2026-07-01')).rule.ratioBasisPoints).toBe(6000);
    const inForce = async (asOf: string) => ((await auditor.get(`/funds/${id}/agreement?asOf=${asOf}`)).body.versions as Json[]).find((version) => version.inForce === true)?.number;
    expect([await inForce('2026-06-30'), await inForce('2026-07-01')]).toEqual([1, 2]);
  });

  it('in a dry run shows the difference and what it posts, and decides nothing', async () => {
    const { id } = await formFund(manager);
    const dry = await amend(id, { dryRun: true });
    expect(dry.body).toMatchObject({ dryRun: true, id: null, number: 2, after: { headroomWon: '5400000000' }, verdicts: [{ rule: 'amended-obligation-is-attainable', result: 'PASS' }] });
    expect((await auditor.get(`/funds/${id}/agreement`)).body.versions).toHaveLength(1);
    expect(await balanceOf(`fund/${id}/fund.headroom`)).toBe(7_400_000_000n);
  });

  it('is recorded as it was agreed even where the obligation is out of reach afterwards, and says so', async () => {
    const { id } = await formFund(manager);
    const amended = await amend(id, { terms: [term(RATIO, '9000')] });
    expect([amended.status, amended.body.verdicts[0].result, amended.body.after.headroomWon]).toEqual([201, 'WARN', '-600000000']);
    expect(await balanceOf(`fund/${id}/fund.headroom`)).toBe(-600_000_000n);
  });

  it('sets a later deadline for a day to come, and a term of every kind', async () => {
    const { id } = await formFund(manager);
    const terms = [term('fund.obligation.deadline', '2029-01-14'), term('fund.carry-basis-points', '1500'), term('fund.catch-up-basis-points', '10000'), term('fund.interim-payout', 'NONE'), term('fund.call.notice-business-days', '7')];
    expect((await amend(id, { effectiveFrom: '2027-01-01', terms })).status).toBe(201);
    expect((await obligation(id, '?asOf=2026-12-31')).rule.deadlineOn).toBe('2028-01-14');
    expect((await obligation(id, '?asOf=2027-01-01')).rule.deadlineOn).toBe('2029-01-14');
  });

  it.each<[string, Json, string, string]>([
    ['a term nobody may decide here', { terms: [term('fund.unit-minimum-won', '1')] }, 'request.invalid', '/terms/0/key'],
    ['no term at all', { terms: [] }, 'request.invalid', '/terms'],
    ['the same term twice', { terms: [term(RATIO, '6000'), term(RATIO, '7000')] }, 'agreement.term-twice', '/terms/1/key'],
    ['what is in force already', { terms: [term(RATIO, '5000', '규약 제23조')] }, 'agreement.term-unchanged', '/terms/0/value'],
    ['a ratio above the whole', { terms: [term(RATIO, '10001')] }, 'policy.value', '/terms/0/value'],
    ['a date that is none', { terms: [term('fund.obligation.deadline', '2028-02-30')] }, 'policy.value', '/terms/0/value'],
    ['a choice that is none', { terms: [term('fund.obligation.denominator', 'EVERYTHING')] }, 'policy.value', '/terms/0/value'],
    ['a fixed base without its amount', { terms: [term('fund.overdue-rate-basis-points', '1'), term('fund.obligation.denominator', 'FIXED_AMOUNT')] }, 'fund.no-fixed-base', '/terms/1/value'],
    ['a catch-up below the carry', { terms: [term('fund.catch-up-basis-points', '1000')] }, 'agreement.catch-up-not-above-carry', '/terms/0/value'],
    ['a deadline after the end of life', { terms: [term('fund.obligation.deadline', '2032-01-15')] }, 'agreement.deadline-outside-life', '/terms/0/value'],
    ['limits of the future', { effectiveFrom: '2199-01-01' }, 'policy.limit-in-future', '/effectiveFrom'],
    ['a day before the founding', { effectiveFrom: '2024-01-14' }, 'policy.before-founding', '/effectiveFrom'],
    ['a meeting that is still to come', { decidedOn: '2199-01-01' }, 'agreement.decided-outside-life', '/decidedOn'],
    ['a file that nobody handed in', { documentId: NOWHERE }, 'document.unknown', '/documentId'],
  ])('refuses %s', async (_what, changes, code, pointer) => {
    const { id } = await formFund(manager);
    expect(refusal(await amend(id, changes))).toEqual([400, code, pointer]);
  });
});
