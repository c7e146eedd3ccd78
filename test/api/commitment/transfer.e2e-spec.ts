import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { dissolution, partnersOf, transfer, type Standing } from '../../support/formation.js';
import { businessNumber, formFund } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const CALL = { amountWon: '3333333333', purpose: '1차', noticeOn: '2024-02-01', dueOn: '2024-03-04' };

describe('transferring a commitment', () => {
  const [manager, finance, auditor] = [Client.as('manager'), Client.as('finance'), Client.as('auditor')];
  let fundId: string;
  let partners: Standing[];
  const hand = (id: string, from: Standing | undefined, changes: Json = {}, ask = {}): Promise<Answer> => manager.post(`/funds/${id}/transfers`, transfer(from?.id ?? NOWHERE, changes), ask);
  const fresh = async (): Promise<{ id: string; special: Standing; limited: Standing; general: Standing }> => {
    const { id } = await formFund(manager);
    const [special, limited, general] = (await partnersOf(auditor, id)) as [Standing, Standing, Standing];
    return { id, special, limited, general };
  };
  const paidCall = async (id: string, onlyFirst = false): Promise<void> => {
    const call = (await manager.post(`/funds/${id}/capital-calls`, CALL)).body as { id: string; shares: { partnerId: string; amountWon: string }[] };
    for (const { partnerId, amountWon } of onlyFirst ? call.shares.slice(0, 1) : call.shares) {
      expectStatus(await finance.post(`/capital-calls/${call.id}/receipts`, { partnerId, amountWon, valueOn: '2024-03-04' }), 201);
    }
  };

  beforeAll(async () => {
    const made = await fresh();
    [fundId, partners] = [made.id, [made.special, made.limited, made.general]];
  });

  itIsClosedTo('finance', 'transferCommitment', (client) => client.post(`/funds/${NOWHERE}/transfers`, transfer(NOWHERE)));
  itIsClosedTo('admin', 'listTransfers', (client) => client.get(`/funds/${NOWHERE}/transfers`));
  itFindsNothingAt((id) => hand(id, partners[1]));
  itFindsNothingAt((id) => auditor.get(`/funds/${id}/transfers`));
  const other = { name: '한번만(주)', kind: 'LIMITED', businessNumber: businessNumber() };
  itWritesOncePerKey((ask, variation) => hand(fundId, partners[1], { newPartner: other, units: variation === 'first' ? '1' : '2' }, ask));

  it('moves half of what was called and paid with half of the units, and all of it with the rest; the fund stays what it is', async () => {
    const { id, limited } = await fresh();
    await paidCall(id);
    const first = await hand(id, limited, { units: '4900' });
    expectStatus(first, 201);
    // 9.8 of 20 billion: 1,633,333,333 of the call; half of it, rounded down, goes along.
    expect(first.body.part).toEqual({ units: '4900', commitmentWon: '4900000000', calledWon: '816666666', paidInWon: '816666666', recalledWon: '0', distributedWon: '0' });
    const after = await partnersOf(auditor, id);
    expect(after.map(({ name, units, calledWon, paidInWon, uncalledWon }) => [name, units, calledWon, paidInWon, uncalledWon])).toEqual([
      ['시험 모태펀드', '10000', '1666666667', '1666666667', '8333333333'],
      ['시험 공제회', '4900', '816666667', '816666667', '4083333333'],
      ['시험기술지주(주)', '200', '33333333', '33333333', '166666667'],
      ['시험 양수인', '4900', '816666666', '816666666', '4083333334'],
    ]);
    const to = after[3] as Standing;
    const books = async (partner: Standing) => Promise.all(['commitment', 'uncalled-commitment', 'called-commitment', 'capital-paid-in'].map((chart) => balanceOf(`fund/${id}/fund.${chart}/${partner.id}`)));
    expect(await books(to)).toEqual([4_900_000_000n, 4_083_333_334n, 816_666_666n, 816_666_666n]);
    expectStatus(await hand(id, limited, { newPartner: undefined, toPartnerId: to.id, units: '4900', effectiveOn: '2025-06-02' }), 201);
    expect([await books(limited), await books(to)]).toEqual([[0n, 0n, 0n, 0n], [9_800_000_000n, 8_166_666_667n, 1_633_333_333n, 1_633_333_333n]]);
    const listed = (await auditor.get(`/funds/${id}/transfers`)).body as Json[];
    expect(listed.map(({ number, from, to: taker, units }) => [number, from, taker, units])).toEqual([[1, '시험 공제회', '시험 양수인', '4900'], [2, '시험 공제회', '시험 양수인', '4900']]);
  });

  it('leaves every earlier day as it was: whoever takes over is a partner from the day on', async () => {
    const { id, limited } = await fresh();
    await paidCall(id);
    const before = await partnersOf(auditor, id, '2025-05-01');
    await hand(id, limited);
    expect(await partnersOf(auditor, id, '2025-05-01')).toEqual(before);
    expect((await partnersOf(auditor, id, '2025-05-02')).map(({ units }) => units)).toEqual(['10000', '9790', '200', '10']);
  });

  it('divides later calls by what everybody holds then, never more than one won off over all calls', async () => {
    const { id, limited } = await fresh();
    await paidCall(id);
    await hand(id, limited, { units: '3333' });
    const call = await manager.post(`/funds/${id}/capital-calls`, { ...CALL, amountWon: '1000000001', noticeOn: '2025-06-02', dueOn: '2025-07-02' });
    expectStatus(call, 201);
    const now = await partnersOf(auditor, id);
    const off = now.map(({ units, calledWon }) => Number((BigInt(calledWon) * 20_000n - 4_333_333_334n * BigInt(units)) / 20_000n));
    expect(now.reduce((sum, { calledWon }) => sum + BigInt(calledWon), 0n)).toBe(4_333_333_334n);
    expect(off.filter((won) => Math.abs(won) > 1)).toEqual([]);
  });

  it('in a dry run shows both sides before and after with the entry, and moves nothing', async () => {
    const { id, limited } = await fresh();
    const { body } = await hand(id, limited, { dryRun: true });
    expect(body).toMatchObject({ dryRun: true, id: null, blocked: false, from: { before: { units: '9800' }, after: { units: '9790' } }, to: { name: '시험 양수인', before: { units: '0' }, after: { units: '10' } } });
    expect(body.postings).toMatchObject([{ posting: 'fund.commitment-transferred' }]);
    expect(await partnersOf(auditor, id)).toHaveLength(3);
  });

  it('is refused while something called is unpaid, and shows it in a dry run', async () => {
    const { id, special, limited } = await fresh();
    await paidCall(id, true);
    const refused = await hand(id, limited);
    expect([refused.status, refused.body.code]).toEqual([422, 'rule.transferor-owes-nothing']);
    expect((await hand(id, limited, { dryRun: true })).body).toMatchObject({ blocked: true, postings: [] });
    expect((await hand(id, special)).status).toBe(201);
  });

  it('keeps one percent with the general partners, whoever they are', async () => {
    const { id, general } = await fresh();
    const refused = await hand(id, general, { units: '1' });
    expect([refused.status, refused.body.rule]).toEqual([422, { id: 'general-partner-keeps-the-minimum-share', clause: '벤처투자 촉진에 관한 법률 시행령 제34조' }]);
    expect((await hand(id, general, { units: '100', newPartner: { name: '공동운용(주)', kind: 'GENERAL', businessNumber: businessNumber() } })).status).toBe(201);
  });

  it('keeps at most 49 limited partners, professional investors not counted', async () => {
    const crowd = Array.from({ length: 49 }, (_, index) => ({ name: `유한 ${index}`, kind: 'LIMITED', businessNumber: businessNumber(), commitmentWon: '200000000' }));
    const { id } = await formFund(manager, { partners: [...crowd, { name: '운용(주)', kind: 'GENERAL', businessNumber: businessNumber(), commitmentWon: '200000000' }], lifetimeExpensesWon: '0' });
    const [first] = await partnersOf(auditor, id);
    expect((await hand(id, first)).body.code).toBe('rule.limited-partners-stay-within-the-maximum');
    const taker = { name: '전문투자(주)', kind: 'LIMITED', businessNumber: businessNumber(), professional: true };
    expect((await hand(id, first, { newPartner: taker })).status).toBe(201);
  });

  it.each<[string, Json, string, string]>([
    ['more units than are held', { units: '9801' }, 'commitment.more-units-than-held', '/units'],
    ['no unit', { units: '0' }, 'request.invalid', '/units'],
    ['half a unit', { units: '0.5' }, 'request.invalid', '/units'],
    ['a day before the founding', { effectiveOn: '2024-01-14' }, 'commitment.outside-fund-life', '/effectiveOn'],
    ['a day to come', { effectiveOn: '2199-01-01' }, 'commitment.outside-fund-life', '/effectiveOn'],
    ['somebody who is no partner as the transferor', { fromPartnerId: NOWHERE }, 'commitment.not-a-partner', '/fromPartnerId'],
    ['a stranger as an old partner', { newPartner: undefined, toPartnerId: NOWHERE }, 'commitment.not-a-partner', '/toPartnerId'],
    ['nobody', { newPartner: undefined }, 'commitment.one-transferee', '/toPartnerId'],
    ['a business number that does not check', { newPartner: { name: '가', kind: 'LIMITED', businessNumber: '401-81-01634' } }, 'BRN_CHECKSUM', '/newPartner/businessNumber'],
    ['no consent', { consent: ' ' }, 'request.invalid', '/consent'],
    ['a file that nobody handed in', { documentId: NOWHERE }, 'document.unknown', '/documentId'],
  ])('refuses %s at its field', async (_what, changes, code, pointer) => {
    const { id, limited } = await fresh();
    expect(refusal(await hand(id, limited, changes))).toEqual([400, code, pointer]);
  });

  it('refuses a partner twice, oneself, and a day before what is on record', async () => {
    const { id, special, limited } = await fresh();
    const taker = { name: '두 번(주)', kind: 'LIMITED', businessNumber: businessNumber() };
    expect(refusal(await hand(id, limited, { newPartner: undefined, toPartnerId: limited.id }))).toEqual([400, 'commitment.to-oneself', '/toPartnerId']);
    expect((await hand(id, limited, { newPartner: taker })).status).toBe(201);
    expect(refusal(await hand(id, special, { newPartner: taker }))).toEqual([400, 'commitment.partner-already', '/newPartner/businessNumber']);
    expect(refusal(await hand(id, limited, { effectiveOn: '2025-05-01' }))).toEqual([400, 'commitment.before-later-moves', '/effectiveOn']);
  });

  it('is over with the fund', async () => {
    const { id, limited } = await fresh();
    expectStatus(await manager.post(`/funds/${id}/dissolution`, dissolution({ dissolvedOn: '2025-04-30' })), 201);
    expect(refusal(await hand(id, limited))).toEqual([400, 'fund.dissolved', '/effectiveOn']);
  });
});
