import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { callBody, callsOf, fundWithSignedCalls, readRequest, sign } from '../../support/approvals.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';

const glass = (changes: Json = {}): Json => ({ commands: ['capital-call.issue'], hours: 2, reason: '결재권자 전원 부재, 오늘 납입 통지가 필요함', ...changes });
const open = (body: Json) => Client.as('finance').post('/break-glass', body);

describe('breaking the glass', () => {
  itIsClosedTo('auditor', 'openBreakGlass', (client) => client.post('/break-glass', glass()));

  it('takes a second person, lets the named commands of its drafter pass, and is on record with every use', async () => {
    const fundId = await fundWithSignedCalls();
    const waiting = await open(glass());
    expectStatus(waiting, 202);
    const request = { id: waiting.body.approval.id as string, contentHash: (await readRequest(waiting.body.approval.id)).contentHash as string };
    const signed = await sign('compliance', request);
    const { id } = signed.body.result as { id: string };
    const call = (login: 'finance' | 'manager', glassId: string) => Client.as(login).post(`/funds/${fundId}/capital-calls`, callBody(), { headers: { 'break-glass': glassId } });
    expectStatus(await Client.as('finance').post(`/funds/${fundId}/capital-calls`, callBody()), 202);
    expect(refusal(await call('manager', id))).toEqual([403, 'break-glass.not-open']);
    expect(refusal(await call('finance', '7f4df6a0-5a1e-4c8e-9b1a-0c5d3f2e1a00'))).toEqual([403, 'break-glass.not-open']);
    expect(await callsOf(fundId)).toBe(0);
    expectStatus(await call('finance', id), 201);
    expect(await callsOf(fundId)).toBe(1);
    const listed = ((await Client.as('auditor').get('/break-glass')).body as { id: string; uses: { command: string }[] }[]).find((each) => each.id === id);
    expect(listed?.uses.map(({ command }) => command)).toEqual(['capital-call.issue']);
  });

  it('does not open what never passes unsigned, nor for longer than a day', async () => {
    expect((await open(glass({ commands: ['capital-call.issue', 'period.reopen'] }))).body.errors[0]).toMatchObject({ pointer: '/commands/1', code: 'break-glass.not-openable' });
    // An account taken over in an emergency would sign for its owner for ever.
    for (const command of ['user.invite', 'user.create', 'role.grant', 'provider.link']) {
      expect((await open(glass({ commands: [command] }))).body.errors[0]).toMatchObject({ pointer: '/commands/0', code: 'break-glass.not-openable' });
    }
    expect((await open(glass({ hours: 25 }))).body.errors[0]?.pointer).toBe('/hours');
    expect((await open(glass({ reason: '급함' }))).body.errors[0]?.pointer).toBe('/reason');
  });
});
