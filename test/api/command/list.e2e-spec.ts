import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { formFund, recordDeal } from '../../support/funds.js';
import { itIsClosedTo } from '../../support/routes.js';

const list = async (query: string): Promise<Json[]> => (await Client.as('auditor').get(`/commands?${query}`)).body as Json[];

describe('the command log', () => {
  itIsClosedTo('manager', 'listCommands', (client) => client.get('/commands'));

  it('keeps what was done and what was refused, with who and why, but no dry run', async () => {
    const { id } = await formFund(Client.as('manager'));
    await recordDeal(Client.as('manager'), id, '1000', { dryRun: true });
    await recordDeal(Client.as('manager'), id, '9000000000');
    const recorded = (await recordDeal(Client.as('manager'), id, '1000')).body;
    const reason = `중복 ${randomUUID()}`;
    await Client.as('manager').post(`/investments/${recorded.id}/void`, { reason });
    const mine = (await list('login=manager&limit=200')).filter((each) => JSON.stringify(each).includes(id) || each.reason === reason);
    expect(mine.map(({ command, outcome }) => [command, outcome])).toEqual([
      ['investment.void', 'DONE'],
      ['investment.record', 'DONE'],
      ['investment.record', 'REFUSED'],
    ]);
    expect(mine[0]).toMatchObject({ login: 'manager', name: '김바람', reason });
  });

  it('can be narrowed and turned page by page', async () => {
    const refused = await list('outcome=REFUSED&limit=5');
    expect(new Set(refused.map(({ outcome }) => outcome as string))).toEqual(new Set(['REFUSED']));
    expect((await list('command=policy.install&login=system')).map(({ command, login }) => [command, login])).toContainEqual(['policy.install', 'system']);
    expect(await list('login=nobody')).toEqual([]);
  });

  it.each(['before=abc', 'limit=0', 'outcome=MAYBE', 'login=%00'])('refuses %s', async (query) => {
    expect(refusal(await Client.as('auditor').get(`/commands?${query}`))).toEqual([400, 'request.invalid', `/${query.split('=')[0]}`]);
  });
});
