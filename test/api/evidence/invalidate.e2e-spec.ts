import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { decide, obligation, recordDeal } from '../../support/funds.js';
import { labEvidence, recognisedDeal, sameCompany, type RecognisedDeal } from '../../support/recognition.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const FALSE = { turn: 'FALSE_DOCUMENT', happenedOn: '2024-09-02', reason: '특구재단 확인 결과 발급 사실 없음' };

describe('recording that evidence is invalid', () => {
  const [manager, compliance] = [Client.as('manager'), Client.as('compliance')];
  let deal: RecognisedDeal;
  const idOf = (from: RecognisedDeal, index = 0): string => from.evidence[index]?.id as string;
  const turn = (from: RecognisedDeal, body: Json, ask = {}, evidenceId = idOf(from)) => compliance.post(`/investments/${from.investmentId}/evidence/${evidenceId}/turns`, body, ask);

  beforeAll(async () => {
    deal = await recognisedDeal();
  });

  itIsClosedTo('manager', 'invalidateEvidence', (client) => client.post(`/investments/${NOWHERE}/evidence/${NOWHERE}/turns`, FALSE));
  itFindsNothingAt((id) => compliance.post(`/investments/${deal.investmentId}/evidence/${id}/turns`, FALSE));
  itFindsNothingAt((id) => compliance.post(`/investments/${id}/evidence/${idOf(deal)}/turns`, FALSE));

  it('says in a dry run what falls with a false document, and lets nothing fall', async () => {
    const dry = await turn(deal, { ...FALSE, dryRun: true });
    expectStatus(dry, 201);
    expect(dry.body).toMatchObject({ dryRun: true, ratioBeforePercent: '10.00', ratioAfterPercent: '0.00', before: { headroomWon: '7400000000' }, after: { headroomWon: '5400000000' } });
    expect((dry.body.revoked as Json[]).map(({ investmentId }) => investmentId as string)).toEqual([deal.investmentId]);
    expect((await manager.get(`/investments/${deal.investmentId}`)).body.status).toBe('QUALIFIED');
  });

  it('takes the recognition back from the payment on; what was known before still reads as it was known', async () => {
    const fallen = await recognisedDeal();
    const before = new Date().toISOString();
    const done = await turn(fallen, FALSE);
    expectStatus(done, 201);
    expect(done.body.revoked).toEqual([expect.objectContaining({ investmentId: fallen.investmentId, amountWon: '2000000000', effectiveOn: '2024-06-03' })]);
    expect(await balanceOf(`fund/${fallen.fundId}/fund.headroom`)).toBe(5_400_000_000n);
    const ratio = async (query: string): Promise<string> => (await obligation(fallen.fundId, query)).decisive.ratioPercent as string;
    expect([await ratio('?asOf=2024-12-31'), await ratio(`?asOf=2024-12-31&knownAt=${before}`)]).toEqual(['0.00', '10.00']);
    const shown = (await manager.get(`/investments/${fallen.investmentId}`)).body;
    expect((shown.classifications as Json[]).map(({ decision }) => decision as string)).toEqual(['QUALIFIED', 'REVOKED']);
    expect((shown.classifications as Json[])[1]?.reason).toContain('허위 서류');
    expect((shown.requirements as Json[]).find(({ kind }) => kind === '연구소기업 등록증')?.present).toBe(false);
    expect((shown.evidence as Json[]).find(({ id }) => id === idOf(fallen))?.turns).toEqual([expect.objectContaining({ turn: 'FALSE_DOCUMENT', happenedOn: '2024-09-02' })]);
  });

  it('can be recognised anew on other documents', async () => {
    const fallen = await recognisedDeal();
    expectStatus(await turn(fallen, { ...FALSE, turn: 'CANCELLED_AB_INITIO' }), 201);
    await manager.post(`/investments/${fallen.investmentId}/evidence`, { evidence: labEvidence(fallen.institute).slice(0, 1) });
    const again = await decide(fallen.investmentId, 'QUALIFIED', { effectiveOn: '2024-09-03' });
    expect([again.status, again.body.after.ratioPercent, (again.body.verdicts as Json[]).filter(({ result }) => result !== 'PASS')]).toEqual([201, '10.00', []]);
  });

  it('keeps a recognition whose company loses its status later, unless the fund decided otherwise', async () => {
    const lost = { turn: 'LOST_STATUS', happenedOn: '2024-10-01', reason: '연구소기업 등록 취소' };
    const kept = await recognisedDeal();
    const answer = await turn(kept, lost);
    expect([answer.status, answer.body.revoked, (answer.body.kept as string[]).length, answer.body.ratioAfterPercent]).toEqual([201, [], 1, '10.00']);
    const strict = await recognisedDeal();
    const decided = await compliance.post(`/funds/${strict.fundId}/policies`, { key: 'fund.recognition.lost-status', value: 'REVOKES', effectiveFrom: '2024-01-15', clause: '규약 제24조', source: 'AGREEMENT', reason: '시험' });
    expectStatus(decided, 201);
    expect((await turn(strict, lost)).body).toMatchObject({ kept: [], ratioAfterPercent: '0.00', revoked: [{ effectiveOn: '2024-10-01' }] });
  });

  it('takes with it the follow-on that rests on the first deal’s documents', async () => {
    const company = sameCompany();
    const first = await recognisedDeal({ company });
    const follow = await recordDeal(manager, first.fundId, '1000000000', { company, kind: 'FOLLOW_ON', originId: first.investmentId, paidOn: '2024-08-01', recognition: { route: 'LAB_COMPANY', companyBasis: 'STARTUP' } });
    expectStatus(follow, 201);
    const decided = await decide(follow.body.id as string, 'QUALIFIED', { effectiveOn: '2024-08-01' });
    expect((decided.body.verdicts as Json[]).filter(({ result }) => result !== 'PASS')).toEqual([]);
    const fallen = await turn(first, FALSE);
    expect((fallen.body.revoked as Json[]).map(({ effectiveOn }) => effectiveOn as string)).toEqual(['2024-06-03', '2024-08-01']);
    expect(fallen.body).toMatchObject({ ratioBeforePercent: '15.00', ratioAfterPercent: '0.00' });
  });

  it('replaces a document by a better copy without touching the recognition', async () => {
    const mended = await recognisedDeal();
    const copy = (await manager.post(`/investments/${mended.investmentId}/evidence`, { evidence: labEvidence(mended.institute).slice(0, 1) })).body.evidence as Json[];
    const replacedById = copy.find(({ id }) => !mended.evidence.some((other) => other.id === id))?.id as string;
    const done = await turn(mended, { turn: 'CORRECTED', happenedOn: '2024-07-01', replacedById, reason: '해상도 낮은 사본 교체' });
    expect([done.status, done.body.revoked, done.body.ratioAfterPercent]).toEqual([201, [], '10.00']);
  });

  it('takes no second turn of a document that stands no more', async () => {
    const fallen = await recognisedDeal();
    await turn(fallen, FALSE);
    expect(refusal(await turn(fallen, { ...FALSE, turn: 'LOST_STATUS' }))).toEqual([409, 'evidence.turned-already']);
  });

  it.each([
    ['a day in the future', { happenedOn: '2199-01-01' }, 'evidence.turn-in-future', '/happenedOn'],
    ['a day before the document', { happenedOn: '2023-10-28' }, 'evidence.turn-before-issue', '/happenedOn'],
    ['a correction without the better copy', { turn: 'CORRECTED' }, 'evidence.replacement', '/replacedById'],
    ['a replacement of what is not corrected', { replacedById: NOWHERE }, 'evidence.replacement', '/replacedById'],
    ['no reason', { reason: ' ' }, 'request.invalid', '/reason'],
    ['an unknown turn', { turn: 'LOST' }, 'request.invalid', '/turn'],
  ])('refuses %s', async (_what, changes, code, pointer) => {
    expect(refusal(await turn(deal, { ...FALSE, ...changes }))).toEqual([400, code, pointer]);
  });

  itWritesOncePerKey((ask, variation) => turn(deal, { turn: variation === 'first' ? 'LOST_STATUS' : 'FALSE_DOCUMENT', happenedOn: '2024-09-02', reason: '확인' }, ask));
});
