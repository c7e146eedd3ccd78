import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { formFund, recordDeal } from '../../support/funds.js';
import { decidedRule, decideMandate, group, is, mandateForm, simulate } from '../../support/mandates.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

/** A fund of 20 billion: K = 17.4 billion, of which the main obligation leaves 7.4 free. 30 % in Daejeon are 6 billion. */
describe('deciding a rule of a mandate', () => {
  const [manager, compliance, auditor] = [Client.as('manager'), Client.as('compliance'), Client.as('auditor')];
  const room = (fundId: string, ruleId: string): Promise<bigint> => balanceOf(`fund/${fundId}/fund.mandate-room/${ruleId}`);
  const inDaejeon = { traits: [{ dimension: 'region', value: '대전' }] };
  const positionOf = async (fundId: string, ruleId: string, query = ''): Promise<Json> =>
    ((await auditor.get(`/funds/${fundId}/obligations${query}`)).body.positions as Json[]).find(({ rule }) => rule.id === ruleId);
  let fundId: string;

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
  });

  itIsClosedTo('manager', 'decideMandate', (client) => client.post('/mandates', mandateForm(NOWHERE)));
  itWritesOncePerKey((ask, variation) => compliance.post('/mandates', mandateForm(fundId, { ratioBasisPoints: variation === 'first' ? 10 : 20 }), ask));

  it('grants it a room of its own, which deals use unless they count', async () => {
    const { id } = await formFund(manager);
    const decided = await decideMandate(id);
    expectStatus(decided, 201);
    const ruleId = decided.body.ruleId as string;
    expect(decided.body).toMatchObject({ number: 1, requiredWon: '6000000000', countedWon: '0', verdicts: [{ rule: 'mandates-can-be-met-together', result: 'PASS' }], postings: [{ posting: 'fund.mandate-room-settled' }] });
    expect(await room(id, ruleId)).toBe(11_400_000_000n);
    expectStatus(await recordDeal(manager, id, '1000000000', inDaejeon), 201);
    expect(await room(id, ruleId)).toBe(11_400_000_000n);
    const elsewhere = await recordDeal(manager, id, '500000000', { traits: [{ dimension: 'region', value: '부산' }] });
    expect((elsewhere.body.postings as Json[]).map(({ posting }) => posting as string)).toEqual(['fund.investment-paid', 'fund.mandate-room-used']);
    expect(await room(id, ruleId)).toBe(10_900_000_000n);
    expect(await positionOf(id, ruleId)).toMatchObject({ countedWon: '1000000000', ratioPercent: '5.00', shortfallWon: '5000000000', headroomWon: '10900000000', verdict: 'IN_PROGRESS' });
  });

  it('says of a new wording what the earlier one asks for', async () => {
    const { id } = await formFund(manager);
    const ruleId = await decidedRule(id);
    const reworded = await decideMandate(id, { ruleId, ratioBasisPoints: 4000, effectiveFrom: '2025-01-01', dryRun: true });
    expect(reworded.body).toMatchObject({ requiredWon: '8000000000', countedWon: '0', before: { requiredWon: '6000000000', countedWon: '0' } });
    expect((await decideMandate(id, { dryRun: true })).body.before).toBeNull();
  });

  it('refuses a deal that would break a nested rule, though the main obligation leaves room for it', async () => {
    const { id } = await formFund(manager);
    await decidedRule(id, { ratioBasisPoints: 7000, nameKo: '대전 70%' });
    const refused = await recordDeal(manager, id, '3400000001');
    expect(refusal(refused)).toEqual([422, 'rule.mandates-stay-reachable']);
    expect(refused.body.text.ko).toContain("'대전 70%'");
    expect(refused.body.text.ko).toContain('3,400,000,000원까지');
    expectStatus(await recordDeal(manager, id, '3400000000'), 201);
    expect(refusal(await recordDeal(manager, id, '1', { traits: [{ dimension: 'region', value: '부산' }] }))[1]).toBe('rule.mandates-stay-reachable');
    expectStatus(await recordDeal(manager, id, '1000000000', inDaejeon), 201);
  });

  it('judges rules together that each alone would pass: classes that exclude each other share the capital', async () => {
    const { id } = await formFund(manager);
    await decidedRule(id, { ratioBasisPoints: 4000 });
    await decidedRule(id, { ratioBasisPoints: 4000, nameKo: '부산 투자', counts: [group(is('region', '부산'))] });
    // 8 + 8 of 17.4 billion are bound: 1.4 are free, though either rule alone leaves 9.4.
    expect(refusal(await recordDeal(manager, id, '1400000001'))).toEqual([422, 'rule.mandates-stay-reachable']);
    expectStatus(await recordDeal(manager, id, '1400000000'), 201);
  });

  it('warns where it can no longer be met, and is decided all the same', async () => {
    const { id } = await formFund(manager);
    const decided = await decideMandate(id, { ratioBasisPoints: 9000 });
    expect([decided.status, decided.body.verdicts[0].result]).toEqual([201, 'WARN']);
    expect(await room(id, decided.body.ruleId as string)).toBe(-600_000_000n);
    expect(await positionOf(id, decided.body.ruleId as string)).toMatchObject({ reachable: false, lost: true, verdict: 'UNREACHABLE' });
  });

  it('words a rule anew from a day on; earlier days do not know it (S12)', async () => {
    const { id } = await formFund(manager);
    const ruleId = await decidedRule(id);
    const earlier = await auditor.get(`/funds/${id}/obligations?asOf=2026-06-30`);
    const again = await decideMandate(id, { ruleId, ratioBasisPoints: 4000, effectiveFrom: '2026-07-01' });
    expect([again.status, again.body.number]).toEqual([201, 2]);
    const { knownBefore: _before, ...then } = earlier.body as Json;
    const { knownBefore: _after, ...now } = (await auditor.get(`/funds/${id}/obligations?asOf=2026-06-30`)).body as Json;
    expect(now).toEqual(then);
    expect([(await positionOf(id, ruleId, '?asOf=2026-06-30')).requiredWon, (await positionOf(id, ruleId, '?asOf=2026-07-01')).requiredWon]).toEqual(['6000000000', '8000000000']);
    expect(((await auditor.get(`/mandates/${id}`)).body as Json[]).map(({ number }) => number as number)).toEqual([2, 1]);
  });

  it('measures twice what one partner put in, and nobody else’s fund', async () => {
    const { id } = await formFund(manager);
    const partners = (await auditor.get(`/funds/${id}`)).body.partners as Json[];
    const stake = { denominator: 'PARTNER_STAKE', ratioBasisPoints: 20_000, stakePartnerId: partners[2].id as string };
    expect((await decideMandate(id, stake)).body.requiredWon).toBe('400000000');
    expect(refusal(await decideMandate(fundId, stake))).toEqual([400, 'mandate.unknown-partner', '/stakePartnerId']);
  });

  it('in a dry run shows what it asks for and decides nothing', async () => {
    const { id } = await formFund(manager);
    expect((await decideMandate(id, { dryRun: true })).body).toMatchObject({ dryRun: true, requiredWon: '6000000000' });
    expect((await auditor.get(`/mandates/${id}`)).body).toEqual([]);
  });

  it.each([
    ['a property that deals do not have', { counts: [group(is('colour', 'red'))] }, 'mandate.unknown-dimension', '/counts/0/conditions/0/dimension'],
    ['a value that a property does not have', { counts: [group(is('shares', 'OLD'))] }, 'mandate.unknown-value', '/counts/0/conditions/0/values'],
    ['a deadline before it starts', { deadlineOn: '2024-01-14' }, 'mandate.deadline', '/deadlineOn'],
    ['no deadline', { deadlineOn: undefined }, 'mandate.deadline-missing', '/deadlineOn'],
    ['milestones that fall', { test: 'MILESTONES', milestones: [{ on: '2025-01-01', ratioBasisPoints: 3000 }, { on: '2026-01-01', ratioBasisPoints: 2000 }] }, 'mandate.milestones', '/milestones/1/on'],
    ['no milestones', { test: 'MILESTONES' }, 'mandate.milestones-missing', '/milestones'],
    ['what holds at all times on commitments', { test: 'AT_ALL_TIMES' }, 'mandate.always-on-invested', '/denominator'],
    ['a fixed base without its amount', { denominator: 'FIXED_AMOUNT' }, 'mandate.fixed-base', '/fixedBaseWon'],
    ['an amount beside commitments', { fixedBaseWon: '1' }, 'mandate.fixed-base', '/fixedBaseWon'],
    ['a stake of nobody', { denominator: 'PARTNER_STAKE' }, 'mandate.stake-partner', '/stakePartnerId'],
    ['a ratio of nothing', { ratioBasisPoints: 0 }, 'request.invalid', '/ratioBasisPoints'],
  ])('refuses %s', async (_what, changes, code, pointer) => {
    expect(refusal(await decideMandate(fundId, changes))).toEqual([400, code, pointer]);
  });

  it('finds no fund, programme or rule that is not there', async () => {
    expect(refusal(await decideMandate(NOWHERE))[0]).toBe(404);
    expect(refusal(await decideMandate(NOWHERE, { level: 'PROGRAMME' }))).toEqual([400, 'mandate.nothing-to-count', '/keyId']);
    expect(refusal(await decideMandate(fundId, { ruleId: NOWHERE }))[0]).toBe(404);
  });

  describe('and the largest deal that is really accepted', () => {
    /** By halving over dry runs: what `investment.record` itself says. */
    async function largestAccepted(id: string, traits: Json, most: bigint): Promise<bigint> {
      let [low, high] = [0n, most];
      while (low < high) {
        const middle = (low + high + 1n) / 2n;
        const tried = await recordDeal(manager, id, middle.toString(), { ...traits, dryRun: true });
        const blocked = (tried.body.verdicts as Json[]).some(({ rule, result }) => result === 'BLOCK' && ['mandates-stay-reachable', 'obligation-stays-reachable', 'deal-fits-investable-capital'].includes(rule as string));
        if (blocked) high = middle - 1n;
        else low = middle;
      }
      return low;
    }

    it('is the headroom that the simulator tells, for a deal that counts and for one that does not', async () => {
      const { id } = await formFund(manager);
      await decidedRule(id, { ratioBasisPoints: 6500, counts: [group(is('region', '대전', '세종'))] });
      await decidedRule(id, { ratioBasisPoints: 1234, nameKo: '부산 투자', counts: [group(is('region', '부산'))] });
      for (const [told, traits] of [[{}, {}], [{ region: '대전' }, inDaejeon]] as const) {
        const { steps } = await simulate([id, '1', told]);
        const headroom = BigInt(steps[0].roomWon as string);
        expect([told, await largestAccepted(id, traits, 20_000_000_000n)]).toEqual([told, headroom]);
        expect(headroom > 0n).toBe(true);
      }
      const { steps } = await simulate([id, '1', {}]);
      expect(refusal(await recordDeal(manager, id, `${BigInt(steps[0].roomWon as string) + 1n}`))[0]).toBe(422);
      expectStatus(await recordDeal(manager, id, steps[0].roomWon as string), 201);
    });
  });
});
