import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { callBody, callsOf, draftCall, fundWithSignedCalls, laySigned, readRequest, sendBack, sign, type Step } from '../../support/approvals.js';
import { Client } from '../../support/client.js';
import { CLAIM, deal, formFund } from '../../support/funds.js';
import { ageProof, newClient } from '../../support/people.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const LINE: readonly Step[] = [
  { kind: 'REVIEW', role: 'FINANCE_CHECKER' },
  { kind: 'COOPERATE', role: 'COMMITTEE', quorum: 2 },
  { kind: 'APPROVE', role: 'APPROVER', minRank: 'HEAD' },
];
const HASH = '0'.repeat(64);

describe('signing', () => {
  itIsClosedTo('auditor', 'signApproval', (client) => client.post(`/approvals/${NOWHERE}/sign`, { contentHash: HASH }));
  itFindsNothingAt((id) => Client.as('checker').post(`/approvals/${id}/sign`, { contentHash: HASH }));

  it('runs the stored command with the last signature, as its drafter', async () => {
    const fundId = await fundWithSignedCalls(LINE);
    const request = await draftCall(fundId);
    expect(await callsOf(fundId)).toBe(0);
    expect((await sign('checker', request)).body).toMatchObject({ state: 'PENDING', result: null });
    expect((await sign('committee1', request, { opinion: '이견 없습니다' })).body.state).toBe('PENDING');
    expect((await sign('committee2', request)).body.state).toBe('PENDING');
    expect(await callsOf(fundId)).toBe(0);
    const last = await sign('head', request);
    expect(last.body).toMatchObject({ state: 'EXECUTED', problem: null });
    expect(await callsOf(fundId)).toBe(1);
    const shown = await readRequest(request.id);
    expect([shown.state, shown.line.map((step: { signatures: { signerLogin: string }[] }) => step.signatures.map((each) => each.signerLogin))]).toEqual([
      'EXECUTED',
      [['checker'], ['committee1', 'committee2'], ['head']],
    ]);
    const [logged] = (await Client.as('auditor').get('/commands?command=capital-call.issue&limit=1')).body as { login: string }[];
    expect(logged?.login).toBe('finance');
  });

  it('takes the steps in their order, and each role at its own', async () => {
    const request = await draftCall(await fundWithSignedCalls(LINE));
    expect(refusal(await sign('head', request))).toEqual([403, 'approval.not-for-you']);
    expect(refusal(await sign('committee1', request))).toEqual([403, 'approval.not-for-you']);
    expectStatus(await sign('checker', request), 200);
    expect(refusal(await sign('checker', request))).toEqual([403, 'approval.not-for-you']);
  });

  it('asks for the rank', async () => {
    const request = await draftCall(await fundWithSignedCalls([{ kind: 'APPROVE', role: 'APPROVER', minRank: 'HEAD' }]));
    expect(refusal(await sign('director', request))).toEqual([403, 'approval.not-for-you']);
    expect(refusal(await sign('executive', request))).toEqual([403, 'approval.not-for-you']);
    expect((await sign('head', request)).body.state).toBe('EXECUTED');
  });

  it('counts persons, not signatures', async () => {
    const request = await draftCall(await fundWithSignedCalls([{ kind: 'APPROVE', role: 'COMMITTEE', quorum: 2 }]));
    expectStatus(await sign('committee1', request), 200);
    expect(refusal(await sign('committee1', request))).toEqual([403, 'approval.same-person']);
    expect((await sign('committee2', request)).body.state).toBe('EXECUTED');
  });

  it('never lets drafters sign what they drafted, whatever roles they hold', async () => {
    const fundId = await fundWithSignedCalls([{ kind: 'APPROVE', role: 'FINANCE_MAKER' }]);
    const request = await draftCall(fundId);
    expect(refusal(await sign('finance', request))).toEqual([403, 'approval.same-person']);
    expect(await callsOf(fundId)).toBe(0);
  });

  it('is for what was seen and nothing else', async () => {
    const request = await draftCall(await fundWithSignedCalls());
    expect(refusal(await sign('checker', { ...request, contentHash: 'f'.repeat(64) }))).toEqual([409, 'approval.content-changed']);
    expect(refusal(await sign('checker', { ...request, contentHash: 'short' }))).toEqual([400, 'request.invalid', '/contentHash']);
  });

  it('tells what the command is refused with when it runs, and keeps the signatures', async () => {
    const { id: fundId } = await formFund(Client.as('manager'));
    const record = (amountWon: string) => Client.as('manager').post(`/funds/${fundId}/investments`, deal(amountWon));
    await laySigned(fundId, 'investment.record', [{ kind: 'APPROVE', role: 'FINANCE_CHECKER' }], '3000000000');
    const waiting = await record('4000000000');
    expectStatus(waiting, 202);
    const { id } = waiting.body.approval as { id: string };
    const { contentHash } = await readRequest(id);
    // Meanwhile somebody else takes the headroom: 7.4 billion in all.
    for (const amountWon of ['2500000000', '2500000000']) expectStatus(await record(amountWon), 201);
    const signed = await sign('checker', { id, contentHash });
    expect(signed.body).toMatchObject({ state: 'FAILED', problemCode: 'rule.obligation-stays-reachable' });
    const shown = await readRequest(id);
    expect([shown.state, shown.end.kind, shown.line[0].signatures.length]).toEqual(['FAILED', 'FAILED', 1]);
  });

  it('does not run what was signed under a policy that has been replaced since', async () => {
    const fundId = await fundWithSignedCalls();
    const request = await draftCall(fundId);
    await laySigned(fundId, 'capital-call.issue', [{ kind: 'APPROVE', role: 'APPROVER', minRank: 'HEAD' }]);
    expect((await sign('checker', request)).body).toMatchObject({ state: 'FAILED', problemCode: 'command.not-admitted' });
    expect(await callsOf(fundId)).toBe(0);
  });

  it('refuses before anybody is asked what no rule would let pass', async () => {
    const fundId = await fundWithSignedCalls();
    const answer = await Client.as('finance').post(`/funds/${fundId}/capital-calls`, callBody('99000000000'));
    expect(refusal(answer)).toEqual([422, 'rule.call-stays-within-commitments']);
  });

  it('asks for a fresh proof of who is there', async () => {
    const request = await draftCall(await fundWithSignedCalls([{ kind: 'APPROVE', role: 'COMPLIANCE' }]));
    const { client } = await newClient(['COMPLIANCE']);
    await ageProof(client);
    expect(refusal(await client.post(`/approvals/${request.id}/sign`, { contentHash: request.contentHash }))).toEqual([403, 'step-up.required']);
  });

  it('has one effect, however many sign and return at once', async () => {
    const fundId = await fundWithSignedCalls();
    const request = await draftCall(fundId);
    const attempts = Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? sign('checker', request) : sendBack('checker', request)));
    const answers = await Promise.all(attempts);
    const effects = answers.filter(({ status }) => status === 200);
    expect(effects).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 200).map(({ status, body }) => `${status} ${body.code as string}`))).toEqual(new Set(['409 approval.not-pending']));
    const { state } = await readRequest(request.id);
    expect(await callsOf(fundId)).toBe(state === 'EXECUTED' ? 1 : 0);
    expect(state).toBe(effects[0]?.body.state);
  });

  describe('with a key', () => {
    let drafted: Promise<Record<'first' | 'other', { id: string; contentHash: string }>> | undefined;
    const both = () => (drafted ??= fundWithSignedCalls().then(async (fundId) => ({ first: await draftCall(fundId), other: await draftCall(fundId, '2000000') })));
    itWritesOncePerKey(async (ask, variation) => sign('checker', (await both())[variation], {}, ask));
  });
});

describe('a command that waits', () => {
  it('answers 202 with where it stands, and again the same for the same key', async () => {
    const fundId = await fundWithSignedCalls();
    const send = () => Client.as('finance').post(`/funds/${fundId}/capital-calls`, callBody(), { key: 'the-same-call' + fundId });
    const [first, again] = [await send(), await send()];
    expect([first.status, again.status, again.headers.get('idempotency-hit')]).toEqual([202, 202, 'true']);
    expect(again.body.approval.id).toBe(first.body.approval.id);
    expect(first.headers.get('location')).toBe(`/api/approvals/${first.body.approval.id as string}`);
    await sign('checker', { id: first.body.approval.id, contentHash: (await readRequest(first.body.approval.id)).contentHash });
    const done = await send();
    expect([done.status, done.headers.get('idempotency-hit'), done.body.shares.length]).toEqual([201, 'true', 3]);
    expect(await callsOf(fundId)).toBe(1);
  });

  it('waits from an amount on', async () => {
    const fundId = await fundWithSignedCalls(undefined, '100000000');
    const send = (amountWon: string) => Client.as('finance').post(`/funds/${fundId}/capital-calls`, callBody(amountWon));
    expectStatus(await send('99999999'), 201);
    expectStatus(await send('100000000'), 202);
  });

  it('leaves nothing in the books', async () => {
    const { id: fundId } = await formFund(Client.as('manager'));
    await laySigned(fundId, 'investment.record', [{ kind: 'APPROVE', role: 'FINANCE_CHECKER' }]);
    const figures = async () => ({ ...(await Client.as('manager').get(`/funds/${fundId}/obligation`)).body, knownBefore: null });
    const before = await figures();
    expectStatus(await Client.as('manager').post(`/funds/${fundId}/investments`, deal('1000000000', CLAIM)), 202);
    expect(await figures()).toEqual(before);
    expect((await Client.as('manager').get(`/funds/${fundId}/investments`)).body).toEqual([]);
  });
});
