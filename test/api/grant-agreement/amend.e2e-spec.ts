import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { agreementForm, concludedAgreement, openedCall, subsidyForm, type TestAgreement, type TestCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const finance = Client.as('finance');
const reason = '시제품 사양 변경에 따른 조정';
const amendment = (changes: Json = {}): Json => ({ decidedOn: '2021-06-01', reason, ...changes });
const transfer = (from: string, to: string, amountWon: string): Json => amendment({ transfers: [{ fiscalYear: 2021, from, to, amountWon }] });
const verdict = (answer: Json, rule: string): Json => (answer.verdicts as Json[]).find((each) => each.rule === rule);

describe('changing an agreement', () => {
  let call: TestCall;
  let agreement: TestAgreement;
  const amend = (id: string, body: Json, ask = {}) => finance.post(`/grant-agreements/${id}/amendments`, body, ask);
  const notify = (id: string, body: Json, ask = {}) => finance.post(`/grant-agreements/${id}/notices`, body, ask);

  beforeAll(async () => {
    call = await openedCall();
    agreement = await concludedAgreement(call.id);
  });

  itIsClosedTo('checker', 'amendGrantAgreement', (client) => client.post(`/grant-agreements/${NOWHERE}/amendments`, transfer('D4', 'D8', '1')));
  itIsClosedTo('checker', 'notifyGrantAgreement', (client) => client.post(`/grant-agreements/${NOWHERE}/notices`, transfer('D4', 'D8', '1')));
  itFindsNothingAt((id) => amend(id, transfer('D4', 'D8', '1')));
  itFindsNothingAt((id) => notify(id, transfer('D4', 'D8', '1')));
  itWritesOncePerKey((ask, variation) => notify(agreement.id, transfer('D4', 'D8', variation === 'first' ? '1000' : '2000'), ask));

  it('moves money between lines by notice, and says so before it is done', async () => {
    const own = await concludedAgreement(call.id);
    const dry = await amend(own.id, { ...transfer('D4', 'D8', '10000000'), dryRun: true });
    expect([dry.body.need, dry.body.version, (dry.body.changes as Json[]).map(({ kind, before, after, deltaWon, need }) => [kind, before, after, deltaWon, need])]).toEqual([
      'NOTICE',
      2,
      [
        ['LINE', '80000000', '70000000', '-10000000', 'NOTICE'],
        ['LINE', '25000000', '35000000', '10000000', 'NOTICE'],
      ],
    ]);
    const done = await notify(own.id, transfer('D4', 'D8', '10000000'));
    expectStatus(done, 201);
    expect(await Promise.all(['D4', 'D8'].map((code) => balanceOf(call.account('grant.line', own.lineOf(code)))))).toEqual([70_000_000n, 35_000_000n]);
    expect(await balanceOf(call.account('grant.lines-planned', own.id))).toBe(200_000_000n);
    const { versions } = (await finance.get(`/grant-agreements/${own.id}`)).body;
    expect((versions as Json[]).map(({ version, manner, actor, actorName }) => [version, manner, actor, actorName])).toEqual([[1, 'CONCLUDED', 'finance', '이나래'], [2, 'NOTICE', 'finance', '이나래']]);
    expect((await finance.get(`/grant-agreements/${own.id}/changes`)).body).toMatchObject([{ version: 2, changes: [{ what: { ko: '1단계 2021년 연구재료비 현금' }, need: 'NOTICE' }, { deltaWon: '10000000' }] }]);
  });

  it.each([
    ['the research allowance', 'D9'],
    ['indirect cost', 'I2'],
  ])('raises %s by approval only (시행령 제14조제2항제3호)', async (_what, code) => {
    const own = await concludedAgreement(call.id);
    const refused = await notify(own.id, transfer('D4', code, '1000000'));
    expect([refused.status, refused.body.code, refused.body.rule.clause]).toEqual([422, 'rule.notice-needs-no-approval', expect.stringContaining('제14조제2항제3호')]);
    const approved = await amend(own.id, transfer('D4', code, '1000000'));
    expect([approved.status, approved.body.need]).toEqual([201, 'APPROVAL']);
    // Lowering it again is a matter of notice.
    expectStatus(await notify(own.id, transfer(code, 'D4', '500000')), 201);
  });

  it('asks for approval of every line of a subsidy (보조금법 제23조)', async () => {
    const subsidy = await openedCall({ kind: 'TEST_BED', regime: 'SUBSIDY' });
    const own = await concludedAgreement(subsidy.id, {}, subsidyForm);
    expect((await notify(own.id, transfer('S2', 'S3', '1000'))).body.code).toBe('rule.notice-needs-no-approval');
    expect((await amend(own.id, transfer('S2', 'S3', '1000'))).status).toBe(201);
  });

  it('asks for approval of the period and of the investigator, and takes notice of methods', async () => {
    const own = await concludedAgreement(call.id);
    for (const change of [{ periodTo: '2021-11-30' }, { investigator: '이책임' }, { title: '다른 과제' }]) {
      expect((await notify(own.id, amendment(change))).body.code).toBe('rule.notice-needs-no-approval');
      expect((await amend(own.id, amendment(change))).status).toBe(201);
    }
    expectStatus(await notify(own.id, amendment({ methods: '외부 시험기관 활용', researchers: '박연구, 최연구' })), 201);
    expect((await finance.get(`/grant-agreements/${own.id}`)).body).toMatchObject({ version: 5, periodTo: '2021-11-30', investigator: '이책임', title: '다른 과제', methods: '외부 시험기관 활용' });
  });

  it('follows a smaller grant with its commitment, and a larger one with the budget', async () => {
    const own = await concludedAgreement(call.id);
    const { sources, lines } = agreementForm() as { sources: Json[]; lines: Json[] };
    const scaled = (won: string, d4: string): Json => amendment({ sources: [{ ...sources[0], amountWon: won }, ...sources.slice(1)], lines: lines.map((each) => (each.code === 'D4' ? { ...each, amountWon: d4 } : each)) });
    const before = await balanceOf(call.account('grant.available', '2021'));
    expectStatus(await amend(own.id, scaled('140000000', '70000000')), 201);
    expect([await balanceOf(call.account('grant.committed', own.id)), (await balanceOf(call.account('grant.available', '2021'))) - before]).toEqual([140_000_000n, 10_000_000n]);
    expectStatus(await amend(own.id, scaled('150000000', '80000000')), 201);
    expect(await balanceOf(call.account('grant.committed', own.id))).toBe(150_000_000n);
    const over = await amend(own.id, { ...scaled('160000000', '90000000'), dryRun: true });
    expect(verdict(over.body, 'government-stays-within-its-share').result).toBe('BLOCK');
  });

  it('lets one of many who move the last won of a line have it', async () => {
    const own = await concludedAgreement(call.id);
    const answers = await Promise.all(Array.from({ length: 6 }, () => notify(own.id, transfer('D9', 'D8', '5000000'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(5).fill(400)]);
    expect(await balanceOf(call.account('grant.line', own.lineOf('D9')))).toBe(0n);
  });

  it.each([
    ['that changes nothing', {}, [400, 'grant-agreement.nothing-changes']],
    ['that moves more than is planned', { transfers: [{ fiscalYear: 2021, from: 'D9', to: 'D8', amountWon: '5000001' }] }, [400, 'grant-agreement.transfer-beyond-plan', '/transfers/0/amountWon']],
    ['from a line to itself', { transfers: [{ fiscalYear: 2021, from: 'D9', to: 'D9', amountWon: '1' }] }, [400, 'grant-agreement.transfer-to-itself', '/transfers/0/to']],
    ['of tomorrow', { decidedOn: '2199-01-01', title: '내일' }, [400, 'grant-agreement.not-decided-yet', '/decidedOn']],
    ['without a reason', { reason: '음', title: '새 제목' }, [400, 'request.invalid', '/reason']],
  ])('refuses one %s', async (_what, changes, expected) => {
    expect(refusal(await amend(agreement.id, amendment(changes)))).toEqual(expected);
  });
});
