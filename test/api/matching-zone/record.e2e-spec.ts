import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';

const compliance = Client.as('compliance');
/** Capitals of its own, so that no other spec says anything of the zone. */
const ownCode = (): string => `T-${crypto.randomUUID().toUpperCase()}`;
const zone = (changes: Json = {}): Json => ({ code: ownCode(), nameKo: '시험특구', nameEn: 'Test zone', mode: 'COMPACT', regions: '시험시 일원', from: '2021-01-01', source: 'NOTICE', clause: '시험 고시', ...changes });
const designatedOn = async (code: string, on: string): Promise<string[]> => {
  const { zones } = (await compliance.get(`/matching-zones?on=${on}`)).body as { zones: { code: string; regions: string; designated: boolean }[] };
  return zones.filter((each) => each.code === code && each.designated).map(({ regions }) => regions);
};

describe('special zones', () => {
  itIsClosedTo('finance', 'recordMatchingZone', (client) => client.post('/matching-zones', zone()));
  itIsClosedTo('admin', 'listMatchingZones', (client) => client.get('/matching-zones'));

  it('are there from the beginning, each with its source', async () => {
    const { zones } = (await compliance.get('/matching-zones?on=2023-12-31')).body as { zones: Json[] };
    const designated = zones.filter((each) => each.designated === true && !(each.code as string).startsWith('T-'));
    expect(['LARGE', 'COMPACT'].map((mode) => designated.filter((each) => each.mode === mode).length)).toEqual([5, 14]);
    expect(designated.every(({ source, clause }) => source === 'PRACTICE' && (clause as string).length > 0)).toBe(true);
  });

  it('are what was said last of the day: wider from a day on, and then no more', async () => {
    const code = ownCode();
    await compliance.post('/matching-zones', zone({ code }));
    await compliance.post('/matching-zones', zone({ code, regions: '시험시와 이웃 군', from: '2022-01-01' }));
    await compliance.post('/matching-zones', zone({ code, regions: '시험시와 이웃 군', from: '2022-01-01', to: '2022-06-30' }));
    expect([await designatedOn(code, '2020-12-31'), await designatedOn(code, '2021-12-31'), await designatedOn(code, '2022-06-30'), await designatedOn(code, '2022-07-01')]).toEqual([[], ['시험시 일원'], ['시험시와 이웃 군'], []]);
  });

  it('refuses days in the wrong order and codes of another shape, each at its field', async () => {
    expect(refusal(await compliance.post('/matching-zones', zone({ to: '2020-12-31' })))).toEqual([400, 'matching-zone.ends-before-it-begins', '/to']);
    expect(refusal(await compliance.post('/matching-zones', zone({ code: 'daedeok' })))).toEqual([400, 'matching-zone.code', '/code']);
  });

  it('takes the same key once', async () => {
    const [key, body] = [`zone-${crypto.randomUUID()}`, zone()];
    const [first, again] = [await compliance.post('/matching-zones', body, { key }), await compliance.post('/matching-zones', body, { key })];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect(await designatedOn(body.code as string, '2021-06-01')).toHaveLength(1);
  });
});
