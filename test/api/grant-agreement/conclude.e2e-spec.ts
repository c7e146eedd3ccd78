import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { agreementForm, concludedAgreement, openedCall, subsidyForm, type TestCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const finance = Client.as('finance');
const results = (verdicts: Json[]): Json => Object.fromEntries(verdicts.map(({ rule, result }) => [rule, result]));

describe('concluding an agreement', () => {
  let call: TestCall;
  const conclude = (changes: Json = {}, ask = {}) => finance.post(`/grant-calls/${call.id}/agreements`, agreementForm(changes), ask);

  beforeAll(async () => {
    call = await openedCall();
  });

  itIsClosedTo('checker', 'concludeGrantAgreement', (client) => client.post(`/grant-calls/${NOWHERE}/agreements`, agreementForm()));
  itFindsNothingAt((id) => finance.post(`/grant-calls/${id}/agreements`, agreementForm()));
  const organisation = agreementForm().organisation as Json;
  itWritesOncePerKey((ask, variation) => conclude({ organisation, title: variation === 'first' ? '하나' : '둘' }, ask));

  it('commits the budget of the year, opens the lines and numbers without a gap', async () => {
    const own = await openedCall();
    const post = () => finance.post(`/grant-calls/${own.id}/agreements`, agreementForm());
    const first = await post();
    expectStatus(first, 201);
    expect([first.body.number, (await post()).body.number]).toEqual(['PT-2021-001', 'PT-2021-002']);
    const { id } = first.body;
    const keys = ['grant.available/2021', `grant.committed/${id}`, `grant.lines-planned/${id}`].map((key) => own.account(key));
    expect(await Promise.all(keys.map(balanceOf))).toEqual([6_200_000_000n - 300_000_000n, 150_000_000n, 200_000_000n]);
    const { body } = await finance.get(`/grant-agreements/${id}`);
    expect(body).toMatchObject({ state: 'ACTIVE', version: 1, periodTo: '2021-12-31', money: { governmentPlannedWon: '150000000', committedWon: '150000000', cashPlannedWon: '155000000', inKindPlannedWon: '45000000' } });
    expect((body.lines as Json[]).map(({ code, resource, plannedWon, usedWon, leftWon }) => [code, resource, plannedWon, usedWon, leftWon])).toContainEqual(['D4', 'CASH', '80000000', '0', '80000000']);
    expect(body.funding).toEqual([{ fiscalYear: 2021, plannedWon: '150000000', fundedWon: '150000000', decidedWon: '0' }]);
  });

  it('judges the shares of 별표 1 live: TV-12 stands at both limits, a won more of the state does not', async () => {
    const dry = await conclude({ dryRun: true });
    expect([dry.body.id, results(dry.body.verdicts)]).toEqual([null, expect.objectContaining({ 'government-stays-within-its-share': 'PASS', 'own-share-has-its-cash': 'PASS', 'budget-covers-the-agreement': 'PASS' })]);
    const { sources, lines } = agreementForm() as { sources: Json[]; lines: Json[] };
    const over = { sources: [{ ...sources[0], amountWon: '150000004' }, ...sources.slice(1)], lines: [{ ...lines[0], amountWon: '30000004' }, ...lines.slice(1)] };
    const refused = await conclude(over);
    expect([refused.status, refused.body.code]).toEqual([422, 'rule.government-stays-within-its-share']);
    expect(results((await conclude({ ...over, dryRun: true })).body.verdicts)['government-stays-within-its-share']).toBe('BLOCK');
  });

  it('takes a share that the ministry relaxed for the call, and names the reference', async () => {
    const relaxed = await openedCall({ terms: { 'grant.government-share-basis-points.sme': '8000' } });
    const { sources, lines } = agreementForm() as { sources: Json[]; lines: Json[] };
    const over = agreementForm({ sources: [{ ...sources[0], amountWon: '150000004' }, ...sources.slice(1)], lines: [{ ...lines[0], amountWon: '30000004' }, ...lines.slice(1)] });
    const concluded = await finance.post(`/grant-calls/${relaxed.id}/agreements`, over);
    expectStatus(concluded, 201);
    expect((concluded.body.verdicts as Json[]).find(({ rule }) => rule === 'government-stays-within-its-share').clause).toContain('시험 공고');
  });

  it('does not apply the shares of research to a subsidy', async () => {
    const subsidy = await openedCall({ kind: 'TEST_BED', regime: 'SUBSIDY' });
    const concluded = await finance.post(`/grant-calls/${subsidy.id}/agreements`, subsidyForm());
    expectStatus(concluded, 201);
    expect(Object.keys(results(concluded.body.verdicts))).not.toContain('government-stays-within-its-share');
  });

  it('commits later years when their budget is decided', async () => {
    const own = await openedCall();
    const year = (rows: Json[], fiscalYear: number): Json[] => rows.map((row) => ({ ...row, fiscalYear }));
    const { sources, lines } = agreementForm() as { sources: Json[]; lines: Json[] };
    const twoYears = { periodTo: '2022-12-31', sources: [...sources, ...year(sources, 2022)], lines: [...lines, ...year(lines, 2022)] };
    const { id } = await concludedAgreement(own.id, twoYears);
    expect(await balanceOf(own.account('grant.committed', id))).toBe(150_000_000n);
    const fund = (changes: Json = {}) => finance.post(`/grant-agreements/${id}/funding`, { fiscalYear: 2022, amountWon: '150000000', ...changes });
    expect(refusal(await fund())).toEqual([400, 'grant-agreement.no-budget-yet', '/fiscalYear']);
    await finance.post(`/grant-calls/${own.id}/budget`, { fiscalYear: 2022, stage: 'APPROVED', amountWon: '1000000000', decidedOn: '2022-01-02', clause: '국회확정' });
    expect(refusal(await fund({ amountWon: '150000001' }))).toEqual([400, 'grant-agreement.more-than-planned', '/amountWon']);
    const funded = await fund();
    expectStatus(funded, 201);
    expect([funded.body.fundedBeforeWon, funded.body.fundedAfterWon, await balanceOf(own.account('grant.committed', id))]).toEqual(['0', '150000000', 300_000_000n]);
  });

  it('lets one of two agreements have the last of the budget', async () => {
    const tight = await openedCall({ budgetWon: '150000000' });
    const answers = await Promise.all([1, 2, 3].map(() => finance.post(`/grant-calls/${tight.id}/agreements`, agreementForm())));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    expect(await balanceOf(tight.account('grant.available', '2021'))).toBe(0n);
  });

  const { sources, lines } = agreementForm() as { sources: Json[]; lines: Json[] };
  it.each([
    ['whose lines are not what is brought', { lines: lines.slice(1) }, [400, 'grant-agreement.lines-and-sources-differ', '/lines']],
    ['on a line that the call does not have', { lines: [...lines.slice(1), { ...lines[0], code: 'Z9' }] }, [400, 'grant-agreement.line-unknown', '/lines/5/code']],
    ['with a research allowance in kind', { lines: [{ ...lines[0], code: 'D9', resource: 'IN_KIND' }, ...lines.slice(1)] }, [400, 'grant-agreement.line-not-in-kind', '/lines/0/resource']],
    ['with one line twice', { lines: [...lines, lines[0]] }, [400, 'grant-agreement.line-twice', '/lines/6']],
    ['with the government in kind', { sources: [...sources, { ...sources[0], resource: 'IN_KIND' }] }, [400, 'grant-agreement.government-in-kind', '/sources/3/resource']],
    ['with money of a year outside of its stage', { sources: [...sources.slice(1), { ...sources[0], fiscalYear: 2022 }] }, [400, 'grant-agreement.year-outside-of-stage', '/sources/2/fiscalYear']],
    ['that ends before it begins', { periodTo: '2021-03-01', stages: [{ beginsOn: '2021-03-02', endsOn: '2021-12-31' }] }, [400, 'grant-agreement.period-backwards', '/periodTo']],
    ['whose stages leave a gap', { stages: [{ beginsOn: '2021-03-02', endsOn: '2021-06-30' }, { beginsOn: '2021-07-02', endsOn: '2021-12-31' }] }, [400, 'grant-agreement.stages-with-a-gap', '/stages/1/beginsOn']],
    ['of tomorrow', { agreedOn: '2199-01-01' }, [400, 'grant-agreement.not-agreed-yet', '/agreedOn']],
    ['of a joint institution without a lead', { role: 'JOINT' }, [400, 'grant-agreement.lead-and-role', '/leadId']],
    ['with a wrong business number', { organisation: { name: '오타', businessNumber: '123-45-67890' } }, [400, expect.any(String), '/organisation/businessNumber']],
  ])('refuses one %s', async (_what, changes, expected) => {
    expect(refusal(await conclude(changes))).toEqual(expected);
  });

  it('refuses an institution that closed its business', async () => {
    const { id } = await concludedAgreement(call.id, { organisation });
    const { partyId } = (await finance.get(`/grant-agreements/${id}`)).body;
    expectStatus(await finance.post('/business-statuses', { partyId, status: 'CLOSED', effectiveOn: '2021-02-01', source: '홈택스 조회' }), 201);
    const refused = await conclude({ organisation });
    expect([refused.status, refused.body.code]).toEqual([422, 'rule.institution-is-in-business']);
  });
});
