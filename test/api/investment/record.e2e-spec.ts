import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { verdictOn } from '../../support/deals.js';
import { businessNumber, CLAIM, deal, formFund, obligation, recordDeal } from '../../support/funds.js';
import { institute, instituteName, labEvidence, recognisedDeal, recordInstitutes, sameCompany } from '../../support/recognition.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const SAME = sameCompany();
const LIMIT = 'investment-stays-within-issuer-limit';

describe('recording an investment', () => {
  const manager = Client.as('manager');
  let fundId: string;
  const [repeated, other] = [deal('100000'), deal('200000')];

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
  });

  itIsClosedTo('compliance', 'recordInvestment', (client) => client.post(`/funds/${NOWHERE}/investments`, deal('1000')));
  itFindsNothingAt((id) => recordDeal(manager, id, '1000'));
  itWritesOncePerKey(async (ask, variation) => manager.post(`/funds/${(await formedForKeys()).id}/investments`, variation === 'first' ? repeated : other, ask));

  it('answers with what the next screen needs', async () => {
    const answer = await recordDeal(manager, fundId, '1000000000');
    expectStatus(answer, 201);
    expect(answer.body).toMatchObject({ dryRun: false, blocked: false, number: 'INV-2024-0001', afterIfAccepted: null });
    expect([answer.body.before.headroomWon, answer.body.after.headroomWon]).toEqual(['7400000000', '6400000000']);
    expect(answer.body.postings).toHaveLength(1);
    expect((answer.body.verdicts as Json[]).map(({ rule, result }) => [rule, result])).toEqual([
      ['obligation-stays-reachable', 'PASS'],
      ['deal-fits-investable-capital', 'PASS'],
      ['deal-falls-into-investment-period', 'PASS'],
      ['custodian-cash-covers-the-deal', 'WARN'],
      ['investment-stays-within-issuer-limit', 'PASS'],
      ['quarter-stays-within-pace', 'PASS'],
      ['company-is-in-permitted-business', 'PASS'],
      ['company-is-no-financial-company', 'PASS'],
      ['company-is-of-no-restricted-group', 'PASS'],
      ['fund-neither-borrows-nor-guarantees', 'PASS'],
      ['contract-says-all-terms', 'PASS'],
      ['nobody-else-answers-for-the-company', 'PASS'],
      ['special-purpose-company-has-its-consent', 'PASS'],
      ['fund-buys-no-idle-real-estate', 'PASS'],
      ['counterparty-is-unrelated', 'PASS'],
      ['key-managers-stand-behind-the-deal', 'PASS'],
      ['co-investment-is-disclosed', 'PASS'],
      ['bridge-is-short', 'PASS'],
    ]);
  });

  it('in a dry run says the same and leaves nothing behind', async () => {
    const before = await obligation(fundId);
    const dry = await recordDeal(manager, fundId, '6500000000', { dryRun: true });
    expectStatus(dry, 201);
    expect(dry.body).toMatchObject({ id: null, number: null, dryRun: true, blocked: true, postings: [] });
    expect(dry.body.verdicts[0]).toMatchObject({ rule: 'obligation-stays-reachable', result: 'BLOCK', inputs: { shortByWon: '100000000' } });
    expect(dry.body.verdicts[0].text.en).toContain('short by 100,000,000 by 2028-01-14');
    expect(await obligation(fundId)).toMatchObject({ investedWon: before.investedWon, investmentCount: before.investmentCount });
  });

  it('refuses what makes the obligation unreachable, with the rule, its clause and all verdicts', async () => {
    const answer = await recordDeal(manager, fundId, '6500000000');
    expect([answer.status, answer.body.code, answer.body.rule]).toEqual([422, 'rule.obligation-stays-reachable', { id: 'obligation-stays-reachable', clause: '규약 제23조' }]);
    expect(answer.body.details.verdicts).toHaveLength(18);
  });

  it('refuses a won above the headroom and takes the headroom to the last won', async () => {
    const fund = await formFund(manager);
    expect((await recordDeal(manager, fund.id, '7400000001')).status).toBe(422);
    expect((await recordDeal(manager, fund.id, '7400000000')).status).toBe(201);
    expect([await balanceOf(`fund/${fund.id}/fund.headroom`), (await recordDeal(manager, fund.id, '1')).status]).toEqual([0n, 422]);
  });

  it('refuses what does not fit into the investable capital even where all of it qualifies', async () => {
    const fund = await formFund(manager, { obligationRatioBasisPoints: 0 });
    const answer = await recordDeal(manager, fund.id, '17400000001');
    expect([answer.status, answer.body.code]).toEqual([422, 'rule.deal-fits-investable-capital']);
  });

  it('never lets 500 deals at once use more than the headroom', async () => {
    const fund = await formFund(manager);
    const answers = await Promise.all(Array.from({ length: 500 }, () => recordDeal(manager, fund.id, '37000000')));
    expect([answers.filter(({ status }) => status === 201).length, answers.filter(({ status }) => status === 422).length]).toEqual([200, 300]);
    expect(new Set(answers.flatMap(({ body }) => (body.number === undefined ? [] : [body.number as string]))).size).toBe(200);
    expect(await balanceOf(`fund/${fund.id}/fund.headroom`)).toBe(0n);
    const position = await obligation(fund.id);
    expect([position.investedWon, position.feasibility.headroomWon]).toEqual(['7400000000', '0']);
  }, 120_000);

  it('counts a claim as non-qualifying until it is decided', async () => {
    const fund = await formFund(manager);
    const { body } = await recordDeal(manager, fund.id, '2000000000', CLAIM);
    expect([body.after.headroomWon, body.after.pendingWon, body.after.ratioPercent]).toEqual(['5400000000', '2000000000', '0.00']);
    expect([body.afterIfAccepted.headroomWon, body.afterIfAccepted.ratioPercent]).toEqual(['7400000000', '10.00']);
  });

  it('checks a claim against its evidence and warns of what is missing, because people decide', async () => {
    const { body } = await recordDeal(manager, fundId, '100000000', {
      company: { name: '(주)오래된기업', businessNumber: businessNumber(), incorporatedOn: '2016-06-02' },
      recognition: { route: 'TECH_TRANSFER', companyBasis: 'STARTUP' },
      evidence: [{ kind: '기술이전계약서', issuedOn: '2024-06-04' }],
    });
    expect((body.verdicts as Json[]).slice(18).map(({ rule, result }) => [rule, result])).toEqual([
      ['route-has-its-evidence', 'WARN'],
      ['key-document-precedes-payment', 'WARN'],
      ['transfer-within-window', 'PASS'],
      ['startup-within-age', 'WARN'],
      ['institute-is-on-the-list', 'WARN'],
      ['contract-is-in-force', 'WARN'],
    ]);
    expect(body.claim).toEqual({ followOnTest: 'FIRST_INVESTMENT', testedOn: '2024-06-03', open: ['route-has-its-evidence', 'key-document-precedes-payment', 'startup-within-age', 'institute-is-on-the-list', 'contract-is-in-force'] });
    expect(body.verdicts[18].inputs.missing).toEqual(['기술료 납부증빙', '공공연구기관 확인서', '특허등록원부']);
  });

  it('checks a claim as attaching the same documents and deciding on them do, in a dry run as well', async () => {
    const name = instituteName();
    await recordInstitutes(institute({ name }));
    const claim = { recognition: CLAIM.recognition, evidence: labEvidence(name) };
    const dry = await recordDeal(manager, fundId, '100000000', { ...claim, dryRun: true });
    const [at, bare] = [await recordDeal(manager, fundId, '100000000', claim), await recordDeal(manager, fundId, '100000000', { recognition: CLAIM.recognition })];
    const attached = await manager.post(`/investments/${bare.body.id}/evidence`, { evidence: claim.evidence });
    const checks = (answer: Answer): Json[] => (answer.body.verdicts as Json[]).slice(-7).map(({ rule, result, inputs }) => ({ rule, result, inputs }));
    expect(checks(at)).toEqual(checks(attached));
    expect(checks(dry)).toEqual(checks(at));
    expect(checks(at).map(({ rule, result }) => [rule, result])).toContainEqual(['institute-holds-enough', 'PASS']);
    expect([at.body.claim.open, bare.body.claim.open.includes('institute-holds-enough')]).toEqual([[], true]);
  });

  it('tests a follow-on on the first payment into the company, on the documents of both', async () => {
    const { fundId: recognised } = await recognisedDeal({ company: SAME });
    const [first] = (await manager.get(`/funds/${recognised}/investments`)).body as Json[];
    const followOn = { kind: 'FOLLOW_ON', originId: first.id as string, company: SAME, paidOn: '2025-03-03', recognition: CLAIM.recognition };
    expect((await recordDeal(manager, recognised, '100000000', followOn)).body.claim).toEqual({ followOnTest: 'FIRST_INVESTMENT', testedOn: '2024-06-03', open: [] });
  });

  it('goes by the day of incorporation on record, which is what deciding will go by', async () => {
    const company = { name: '(주)설립일', businessNumber: businessNumber(), incorporatedOn: '2010-03-02' };
    await recordDeal(manager, fundId, '1000', { company });
    const claimed = await recordDeal(manager, fundId, '1000', { company: { ...company, incorporatedOn: '2023-03-02' }, recognition: CLAIM.recognition });
    expect(verdictOn(claimed, 'startup-within-age')).toMatchObject({ result: 'WARN', inputs: { incorporatedOn: '2010-03-02' } });
  });

  it('knows a company by its business number: the cost adds up, whatever its name is written like', async () => {
    const fund = await formFund(manager);
    const number = businessNumber();
    const record = (name: string) => recordDeal(manager, fund.id, '2500000000', { company: { name, businessNumber: number } });
    expect(verdictOn(await record('(주)한이름'), LIMIT)?.result).toBe('PASS');
    const second = await record('한이름 주식회사');
    expect(verdictOn(second, LIMIT)).toMatchObject({ result: 'WARN', inputs: { standingWon: '2500000000', capWon: '4000000000' } });
    const listed = (await manager.get(`/funds/${fund.id}/investments`)).body as Json[];
    expect(listed.map(({ company, warningCount }) => [company, warningCount])).toEqual([
      ['(주)한이름', '1'],
      ['(주)한이름', '2'],
    ]);
  });

  it('warns outside the investment period and without cash, and keeps the warnings', async () => {
    const fund = await formFund(manager, { investmentFrom: '2024-07-01' });
    const { body } = await recordDeal(manager, fund.id, '1000000000');
    const kept = (await manager.get(`/investments/${body.id}`)).body.verdicts as Json[];
    expect(kept.filter(({ result }) => result === 'WARN').map(({ rule }) => rule as string)).toEqual(['deal-falls-into-investment-period', 'custodian-cash-covers-the-deal']);
  });

  it.each([
    ['before the fund was founded', { paidOn: '2024-01-14' }, 'investment.outside-fund-life', '/paidOn'],
    ['after the fund has ended', { paidOn: '2032-01-15' }, 'investment.outside-fund-life', '/paidOn'],
    ['that is not paid yet', { paidOn: '2031-12-31' }, 'investment.not-paid-yet', '/paidOn'],
    ['that follows a deal the fund never made', { kind: 'FOLLOW_ON', originId: NOWHERE }, 'investment.unknown-origin', '/originId'],
    ['proven by a file nobody uploaded', { evidence: [{ kind: '주주명부' }, { kind: '정관', documentId: NOWHERE }] }, 'evidence.unknown-document', '/evidence/1/documentId'],
  ])('refuses a deal %s', async (_what, changes, code, pointer) => {
    expect(refusal(await recordDeal(manager, fundId, '1000', changes))).toEqual([400, code, pointer]);
  });

  it('refuses a business number that does not check, and says which would', async () => {
    const answer = await recordDeal(manager, fundId, '1000', { company: { name: '(주)오타', businessNumber: '124-81-00997' } });
    expect(refusal(answer)).toEqual([400, 'BRN_CHECKSUM', '/company/businessNumber']);
    expect(answer.body.errors[0].fix.ko).toContain('마지막 숫자는 8입니다');
  });

  let keyFund: Promise<{ id: string }> | null = null;
  /** The fund in which the keys are tried: one for all tries. */
  function formedForKeys(): Promise<{ id: string }> {
    keyFund ??= formFund(manager);
    return keyFund;
  }
});
