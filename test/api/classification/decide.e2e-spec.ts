import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { decide, decision, formFund, obligation, pendingDeal, recordDeal } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

describe('deciding a classification', () => {
  const [manager, compliance] = [Client.as('manager'), Client.as('compliance')];
  let fundId: string;
  let pendingId: string;
  const send = (id: string, body: Json, ask = {}) => compliance.post(`/investments/${id}/classifications`, body, ask);
  const etag = async (id: string) => (await compliance.get(`/investments/${id}`)).headers.get('etag') ?? '';

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
    pendingId = await pendingDeal(fundId, '100000000');
  });

  itIsClosedTo('manager', 'decideClassification', (client) => client.post(`/investments/${NOWHERE}/classifications`, decision('QUALIFIED')));
  itFindsNothingAt((id) => send(id, decision('QUALIFIED')));
  itWritesOncePerKey((ask, variation) => send(pendingId, decision(variation === 'first' ? 'PENDING' : 'NOT_QUALIFIED'), ask));

  it('accepts: the ratio rises and the headroom comes back', async () => {
    const { id } = await formFund(manager);
    const decided = await decide(await pendingDeal(id, '2000000000'), 'QUALIFIED');
    expectStatus(decided, 201);
    expect(decided.body).toMatchObject({ dryRun: false, decision: 'QUALIFIED', before: { headroomWon: '5400000000', ratioPercent: '0.00' } });
    expect(decided.body.after).toMatchObject({ headroomWon: '7400000000', qualifyingWon: '2000000000', pendingWon: '0', ratioPercent: '10.00' });
    expect(await balanceOf(`fund/${id}/fund.headroom`)).toBe(7_400_000_000n);
  });

  it('may take effect in a closed period: the decision keeps its date, its entry moves into the open one', async () => {
    const { id } = await formFund(manager);
    const dealId = await pendingDeal(id, '1000000000');
    expectStatus(await compliance.post('/ledger/periods', { book: `fund/${id}`, closedThrough: '2024-12-31' }), 201);
    expectStatus(await decide(dealId, 'QUALIFIED'), 201);
    expect((await manager.get(`/funds/${id}/obligation?asOf=2024-06-30`)).body).toMatchObject({ qualifyingWon: '1000000000' });
    const entries = (await compliance.get(`/ledger/entries?book=fund/${id}&subject=${dealId}`)).body as Json[];
    expect(entries.map((entry) => [entry.posting, entry.effectiveOn])).toEqual([
      ['fund.recognition-accepted', '2025-01-01'],
      ['fund.investment-paid', '2024-06-03'],
    ]);
  });

  it('accepts what lacks its documents, and keeps the warnings with the decision', async () => {
    const { body } = await recordDeal(manager, fundId, '100000000', { recognition: { route: 'JOINT_RND', companyBasis: 'VENTURE' } });
    const decided = await decide(body.id, 'QUALIFIED', { route: 'JOINT_RND', companyBasis: 'VENTURE' });
    const missing = { rule: 'route-has-its-evidence', result: 'WARN', inputs: { missing: ['공동연구계약서', '성과귀속 확인서'] } };
    expect([decided.status, decided.body.verdicts[0]]).toEqual([201, expect.objectContaining({ rule: missing.rule, result: 'WARN' })]);
    const kept = (await compliance.get(`/investments/${body.id}`)).body.verdicts as Json[];
    expect(kept.filter(({ rule }) => rule === missing.rule)).toMatchObject([missing, missing]);
  });

  it('in a dry run shows the effect and decides nothing', async () => {
    const { id } = await formFund(manager);
    const investmentId = await pendingDeal(id, '2000000000');
    const dry = await decide(investmentId, 'QUALIFIED', { dryRun: true });
    expect([dry.status, dry.body.dryRun, dry.body.after.ratioPercent]).toEqual([201, true, '10.00']);
    expect((await compliance.get(`/investments/${investmentId}`)).body.status).toBe('PENDING');
  });

  it('moves the headroom once when the same is decided twice', async () => {
    const { id } = await formFund(manager);
    const investmentId = await pendingDeal(id, '2000000000');
    const [first, second] = [await decide(investmentId, 'QUALIFIED'), await decide(investmentId, 'QUALIFIED')];
    expect([first.status, second.status, second.body.after]).toEqual([201, 201, first.body.after]);
    expect(await balanceOf(`fund/${id}/fund.headroom`)).toBe(7_400_000_000n);
    expect((await compliance.get(`/investments/${investmentId}`)).body.classifications).toHaveLength(2);
  });

  it('revokes even where the headroom falls below zero, and from then on lets nothing else spend it', async () => {
    const { id } = await formFund(manager);
    const investmentId = await pendingDeal(id, '5000000000');
    await decide(investmentId, 'QUALIFIED');
    expect((await recordDeal(manager, id, '7400000000')).status).toBe(201);
    const revoked = await decide(investmentId, 'REVOKED', { effectiveOn: '2024-06-10', reason: '등록 취소' });
    expectStatus(revoked, 201);
    expect(revoked.body.after).toMatchObject({ headroomWon: '-5000000000', feasible: false });
    expect(await balanceOf(`fund/${id}/fund.headroom`)).toBe(-5_000_000_000n);
    expect((await recordDeal(manager, id, '1')).status).toBe(422);
    expect((await decide(investmentId, 'QUALIFIED', { effectiveOn: '2024-06-11' })).body.after.headroomWon).toBe('0');
    expect((await recordDeal(manager, id, '1')).status).toBe(422);
  });

  it('counts from the day on which it takes effect', async () => {
    const { id } = await formFund(manager);
    await decide(await pendingDeal(id, '2000000000'), 'QUALIFIED', { effectiveOn: '2024-08-01' });
    const ratio = async (asOf: string) => (await obligation(id, `?asOf=${asOf}`)).decisive.ratioPercent as string;
    expect([await ratio('2024-07-31'), await ratio('2024-08-01')]).toEqual(['0.00', '10.00']);
  });

  it.each([
    ['without the route', { route: undefined }, 'classification.two-prongs', '/route'],
    ['without the start-up or technology basis', { companyBasis: undefined }, 'classification.two-prongs', '/companyBasis'],
    ['before the payment', { effectiveOn: '2024-06-02' }, 'classification.before-payment', '/effectiveOn'],
    ['in the future', { effectiveOn: '2199-01-01' }, 'classification.not-in-effect-yet', '/effectiveOn'],
    ['beyond the calendar', { effectiveOn: '2201-01-01' }, 'request.invalid', '/effectiveOn'],
    ['without a reason', { reason: '\u3164' }, 'request.invalid', '/reason'],
  ])('refuses recognition %s', async (_what, changes, code, pointer) => {
    expect(refusal(await decide(pendingId, 'QUALIFIED', changes))).toEqual([400, code, pointer]);
  });

  it('revokes only what was recognised', async () => {
    expect(refusal(await decide(pendingId, 'REVOKED'))).toEqual([409, 'classification.not-recognised']);
  });

  describe('on what was read (If-Match)', () => {
    it('is taken while nobody changed anything, also by a tag among others or made weak on the way', async () => {
      const tag = await etag(pendingId);
      expect((await send(pendingId, decision('PENDING', { dryRun: true }), { headers: { 'if-match': tag } })).status).toBe(201);
      expect((await send(pendingId, decision('PENDING', { dryRun: true }), { headers: { 'if-match': `"other", W/${tag}` } })).status).toBe(201);
    });

    it('is refused once somebody decided or attached evidence meanwhile', async () => {
      const investmentId = await pendingDeal(fundId, '100000000');
      const seen = await etag(investmentId);
      await manager.post(`/investments/${investmentId}/evidence`, { evidence: [{ kind: '정관' }] });
      expect(refusal(await send(investmentId, decision('QUALIFIED'), { headers: { 'if-match': seen } }))).toEqual([409, 'precondition.stale']);
      expect((await send(investmentId, decision('QUALIFIED'), { headers: { 'if-match': await etag(investmentId) } })).status).toBe(201);
    });

    it('lets one of several decide who all saw the same', async () => {
      const investmentId = await pendingDeal(fundId, '100000000');
      const headers = { 'if-match': await etag(investmentId) };
      const answers = await Promise.all(Array.from({ length: 8 }, (_, turn) => send(investmentId, decision(turn % 2 === 0 ? 'QUALIFIED' : 'NOT_QUALIFIED'), { headers })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)]);
      expect((await compliance.get(`/investments/${investmentId}`)).body.classifications).toHaveLength(1);
    });

    it('still answers a repeated request by its key', async () => {
      const investmentId = await pendingDeal(fundId, '100000000');
      const ask = { key: `seen-${investmentId}`, headers: { 'if-match': await etag(investmentId) } };
      const [first, again] = [await send(investmentId, decision('NOT_QUALIFIED'), ask), await send(investmentId, decision('NOT_QUALIFIED'), ask)];
      expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    });

    it('is refused when the header is no tag', async () => {
      expect(refusal(await send(pendingId, decision('PENDING'), { headers: { 'if-match': 'yesterday' } }))).toEqual([400, 'precondition.malformed']);
    });
  });
});
