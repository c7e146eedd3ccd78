import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { CLAIM, decide, formFund, recordDeal } from '../../support/funds.js';
import { nextSecond } from '../../support/packs.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('the time machine of a fund', () => {
  itIsClosedTo('manager', 'getRatioSeries', (client) => client.get(`/audit/funds/${NOWHERE}/ratio-series`));
  itFindsNothingAt((id) => Client.as('auditor').get(`/audit/funds/${id}/ratio-series`));

  const auditor = Client.as('auditor');
  let fundId: string;
  let series: Json;
  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
    const deal = (await recordDeal(Client.as('manager'), fundId, '2000000000', CLAIM)).body.id as string;
    await decide(deal, 'QUALIFIED', { effectiveOn: '2024-06-03' });
    await nextSecond();
    series = (await auditor.get(`/audit/funds/${fundId}/ratio-series`)).body;
  });

  const on = (all: Json, day: string): Json => (all.points as Json[]).filter((point) => point.on <= day).at(-1);

  it('tells what is known now of a day, and that nobody knew it then', () => {
    const point = on(series, '2024-06-30');
    expect([point.on, point.now.ratioPercent, point.now.qualifyingWon, point.now.requiredPercent]).toEqual(['2024-06-03', '10.00', '2000000000', '50.00']);
    expect([point.then.ratioPercent, point.then.qualifyingWon]).toEqual(['0.00', '0']);
  });

  it('agrees with the obligation of every one of its days, then and now', async () => {
    for (const { on: day, then, now } of series.points as Json[]) {
      const known = (await auditor.get(`/funds/${fundId}/obligation?asOf=${day}&knownAt=${encodeURIComponent(series.knownBefore)}`)).body as Json;
      expect([day, now?.ratioPercent, now?.qualifyingWon, now?.bases]).toEqual([day, known.decisive.ratioPercent, known.qualifyingWon, known.bases.map(({ basis, ratioPercent }: Json) => ({ basis, ratioPercent }))]);
      if (then === null) continue;
      const knownThen = (await auditor.get(`/funds/${fundId}/obligation?asOf=${day}&knownAt=${day}`)).body as Json;
      expect([day, then.ratioPercent]).toEqual([day, knownThen.decisive.ratioPercent]);
    }
    expect((series.points as Json[]).length).toBeGreaterThan(2);
  });

  it('marks what became known later than it took effect', () => {
    const decided = (series.events as Json[]).find(({ kind }) => kind === 'DECISION');
    expect([decided?.effectOn, decided?.late, decided?.what.endsWith(': 인정')]).toEqual(['2024-06-03', true, true]);
  });

  it('ends on the date it is asked for, with what was known at the time', async () => {
    const then = (await auditor.get(`/audit/funds/${fundId}/ratio-series?asOf=2024-06-30&knownAt=2024-06-30`)).body as Json;
    expect([then.points.at(-1).on, then.events]).toEqual(['2024-06-30', []]);
  });

  it('refuses a date to come', async () => {
    const answer = await auditor.get(`/audit/funds/${fundId}/ratio-series?asOf=2199-01-01`);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/asOf']);
  });
});
