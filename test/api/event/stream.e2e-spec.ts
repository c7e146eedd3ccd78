import { describe, expect, it } from '@jest/globals';
import { baseUrl, Client } from '../../support/client.js';
import { formFund, recordDeal } from '../../support/funds.js';
import { itIsClosedTo } from '../../support/routes.js';
import { scopedPerson } from '../../support/scoped.js';

interface Announced {
  readonly topic: string;
  readonly payload: { readonly fundId?: string };
}

/** Opens the stream and reads from it until `enough` says so of everything announced so far. */
async function listen(client: Client, enough: (events: readonly Announced[]) => boolean, meanwhile: () => Promise<unknown>): Promise<readonly Announced[]> {
  const abort = new AbortController();
  const response = await fetch(`${baseUrl()}/api/events`, { headers: client.headers(), signal: abort.signal });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  const reading = read(response, enough);
  await meanwhile();
  const events = await reading;
  abort.abort();
  return events;
}

async function read(response: Response, enough: (events: readonly Announced[]) => boolean): Promise<readonly Announced[]> {
  const decoder = new TextDecoder();
  const events: Announced[] = [];
  let rest = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const data = /^data: (.*)$/m.exec(part)?.[1];
      if (data !== undefined) events.push(JSON.parse(data) as Announced);
    }
    if (enough(events)) return events;
  }
  throw new Error('the stream ended');
}

describe('the stream of events', () => {
  itIsClosedTo('admin', 'streamEvents', (client) => client.get('/events'));

  it('tells of a fund once its change is committed, to everybody who may read', async () => {
    const { id } = await formFund(Client.as('manager'));
    const ofFund = (events: readonly Announced[]) => events.filter(({ payload }) => payload.fundId === id);
    const events = await listen(Client.as('auditor'), (heard) => ofFund(heard).length > 0, () => recordDeal(Client.as('manager'), id, '1000'));
    expect(ofFund(events)).toEqual([{ topic: 'fund.changed', payload: { fundId: id } }]);
  });

  it('tells nothing of what was refused or only tried', async () => {
    const [quiet, loud] = [await formFund(Client.as('manager')), await formFund(Client.as('manager'))];
    const heardLoud = (events: readonly Announced[]): boolean => events.some(({ payload }) => payload.fundId === loud.id);
    const events = await listen(Client.as('auditor'), heardLoud, async () => {
      await recordDeal(Client.as('manager'), quiet.id, '9000000000');
      await recordDeal(Client.as('manager'), quiet.id, '1000', { dryRun: true });
      await recordDeal(Client.as('manager'), loud.id, '1000');
    });
    expect(events.filter(({ payload }) => payload.fundId === quiet.id)).toEqual([]);
  });

  it('tells of a fund only those in whose scope it lies', async () => {
    const [own, foreign] = [await formFund(Client.as('manager')), await formFund(Client.as('manager'))];
    const programme = ((await Client.as('manager').get(`/funds/${own.id}`)).body as { programmeId: string }).programmeId;
    const [ofFund, ofProgramme] = [await scopedPerson('COMPLIANCE', [`fund/${own.id}`]), await scopedPerson('COMPLIANCE', [`programme/${programme}`])];
    const heardOwn = (events: readonly Announced[]): boolean => events.some(({ payload }) => payload.fundId === own.id);
    const bothChange = async (): Promise<void> => {
      await recordDeal(Client.as('manager'), foreign.id, '1000');
      await recordDeal(Client.as('manager'), own.id, '1000');
    };
    const [narrow, wide] = [await listen(ofFund, heardOwn, bothChange), await listen(ofProgramme, heardOwn, bothChange)];
    expect(new Set(narrow.map(({ payload }) => payload.fundId))).toEqual(new Set([own.id]));
    expect(wide.map(({ payload }) => payload.fundId)).toEqual(expect.arrayContaining([own.id, foreign.id]));
  });
});
