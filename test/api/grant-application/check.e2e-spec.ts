import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { answered, applicant, checkedApplication, receivedApplication } from '../../support/grant-applications.js';
import { concludedAgreement, openedCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const finance = Client.as('finance');
const check = (callId: string, applicationIds: readonly string[], changes: Json = {}, ask = {}) => finance.post(`/grant-calls/${callId}/checks`, { applicationIds, ...changes }, ask);
const partyOf = async (id: string): Promise<string> => ((await finance.get(`/grant-applications/${id}`)).body.applicants as Json[])[0]?.partyId as string;
const blockingOf = async (id: string): Promise<string[]> => ((await finance.get(`/grant-applications/${id}`)).body.verdicts as Json[]).filter(({ result }) => result === 'BLOCK').map(({ rule }) => rule as string);
const number = (): string => String(10_000_000 + Math.floor(Math.random() * 89_999_999));

describe('checking applications', () => {
  const shared = openedCall({ budgetWon: '0' });
  itIsClosedTo('checker', 'checkGrantApplication', (client) => client.post(`/grant-calls/${NOWHERE}/checks`, { applicationIds: [NOWHERE] }));
  itFindsNothingAt((id) => check(id, [NOWHERE]));
  const ready = (async () => {
    const { id } = await shared;
    const ids = [await receivedApplication(id), await receivedApplication(id)];
    for (const each of ids) expectStatus(await answered(each), 201);
    return ids as [string, string];
  })();
  itWritesOncePerKey(async (ask, variation) => check((await shared).id, [(await ready)[variation === 'first' ? 0 : 1]], {}, ask));

  it('passes what nothing stands against, keeps why, and leaves the rest where it is', async () => {
    const { id } = await openedCall({ budgetWon: '0' });
    const [good, bad] = [await receivedApplication(id), await receivedApplication(id)];
    expectStatus(await answered(good), 201);
    const tried = await check(id, [good, bad], { dryRun: true });
    expect((tried.body as Json[]).map(({ checked }) => checked as boolean)).toEqual([true, false]);
    expectStatus(await check(id, [good, bad]), 200);
    expect((await finance.get(`/grant-applications/${good}`)).body.state).toBe('CHECKED');
    expect((await finance.get(`/grant-applications/${bad}`)).body.state).toBe('APPLIED');
    const alone = await check(id, [bad]);
    expect([alone.status, alone.body.code]).toEqual([422, 'rule.taxes-are-paid']);
    expect((await check(id, [good])).body.code).toBe('rule.application-is-checked-once');
  });

  it('looks at taxes by the last answer, which does not last for ever', async () => {
    const id = await receivedApplication((await shared).id);
    expectStatus(await answered(id, { askedOn: '2021-02-01' }), 201);
    expect(await blockingOf(id)).toEqual(['taxes-are-paid']);
    expectStatus(await answered(id, { result: 'FOUND' }), 201);
    expect(await blockingOf(id)).toEqual(['taxes-are-paid']);
    expectStatus(await answered(id), 201);
    expect(await blockingOf(id)).toEqual([]);
  });

  it('refuses whoever is excluded, an institution or a researcher', async () => {
    const researcherNumber = number();
    const [one, other] = [await receivedApplication((await shared).id), await receivedApplication((await shared).id, { applicants: [applicant({ investigatorNumber: researcherNumber })] })];
    const ban = { fromOn: '2021-01-01', toOn: '2099-12-31', ground: '연구비 용도 외 사용', source: '제재처분 통보' };
    expectStatus(await finance.post('/grant-bans', { ...ban, partyId: await partyOf(one) }), 201);
    expectStatus(await finance.post('/grant-bans', { ...ban, researcher: '이책임', researcherNumber }), 201);
    expectStatus(await finance.post('/grant-bans', { ...ban, partyId: await partyOf(other), toOn: '2021-12-31' }), 201);
    for (const each of [one, other]) {
      expectStatus(await answered(each), 201);
      expect(await blockingOf(each)).toEqual(['nobody-is-banned']);
    }
  });

  it('counts the projects of a researcher: five, and three of them led', async () => {
    const { id } = await openedCall();
    const investigatorNumber = number();
    await concludedAgreement(id, { investigatorNumber });
    const application = await receivedApplication(id, { applicants: [applicant({ investigatorNumber })] });
    expectStatus(await answered(application), 201);
    const partyId = await partyOf(application);
    const elsewhere = (projects: number, projectsLed: number) => finance.post(`/grant-applications/${application}/answers`, { answers: [{ partyId, kind: 'PARTICIPATION', result: 'CLEAR', projects, projectsLed, source: 'IRIS' }] });
    expectStatus(await elsewhere(3, 1), 201);
    expect(await blockingOf(application)).toEqual([]);
    expectStatus(await elsewhere(4, 1), 201);
    expect(await blockingOf(application)).toEqual(['investigator-has-room']);
    expectStatus(await elsewhere(2, 2), 201);
    expect(await blockingOf(application)).toEqual(['investigator-has-room']);
  });

  it('finds the same title supported already, however it is written, until a finding clears it', async () => {
    const { id } = await openedCall();
    const title = `양자점 디스플레이 ${crypto.randomUUID()}`;
    await concludedAgreement(id, { title });
    const application = await receivedApplication(id, { title: title.toUpperCase().replaceAll(' ', '') });
    expectStatus(await answered(application), 201);
    expect(await blockingOf(application)).toEqual(['support-is-no-duplicate']);
    const finding = { partyId: await partyOf(application), kind: 'DUPLICATE', result: 'CLEAR', source: '중복성 검토위원회 제3호' };
    expectStatus(await finance.post(`/grant-applications/${application}/answers`, { answers: [finding] }), 201);
    expect(await blockingOf(application)).toEqual([]);
  });

  it('holds the terms of the call: the amount of a project, its tiers, the three who take part', async () => {
    const { id } = await openedCall({ budgetWon: '0', terms: { 'grant.project-amount-won': '100000000', 'grant.tiers': '기본 | 성장', 'grant.triad-required': 'true' } });
    const application = await receivedApplication(id, { subProgramme: '유망' });
    expectStatus(await answered(application), 201);
    expect(await blockingOf(application)).toEqual(['request-stays-within-the-amount', 'tier-is-of-the-call', 'triad-is-complete']);
    const joint = applicant({ role: 'JOINT', institution: 'NON_PROFIT', governmentWon: '10000000', ownCashWon: '0', ownInKindWon: '0' });
    const whole = await checkedApplication(id, { subProgramme: '성장', broker: '김중개', applicants: [applicant({ governmentWon: '75000000', ownCashWon: '2500000', ownInKindWon: '22500000' }), joint] });
    expect((await finance.get(`/grant-applications/${whole}`)).body.state).toBe('CHECKED');
  });

  it('asks who pays what of research only', async () => {
    const poor = { applicants: [applicant({ ownCashWon: '0' })] };
    const [research, subsidy] = [await openedCall({ budgetWon: '0' }), await openedCall({ kind: 'TEST_BED', regime: 'SUBSIDY', budgetWon: '0' })];
    const [one, other] = [await receivedApplication(research.id, poor), await receivedApplication(subsidy.id, poor)];
    for (const each of [one, other]) expectStatus(await answered(each), 201);
    expect(await blockingOf(one)).toEqual(['government-stays-within-its-share', 'own-share-has-its-cash']);
    expect(await blockingOf(other)).toEqual([]);
  });

  it('refuses an application of another call', async () => {
    const [{ id }, stranger] = [await openedCall({ budgetWon: '0' }), await receivedApplication((await shared).id)];
    expect(refusal(await check(id, [stranger]))).toEqual([400, 'grant-application.not-of-the-call', '/applicationIds/0']);
  });
});
