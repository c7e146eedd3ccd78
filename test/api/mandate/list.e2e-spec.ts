import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { decidedRule } from '../../support/mandates.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('the rules of a mandate', () => {
  const auditor = Client.as('auditor');

  itIsClosedTo('admin', 'listMandates', (client) => client.get(`/mandates/${NOWHERE}`));
  itIsClosedTo('admin', 'listDealDimensions', (client) => client.get('/deal-dimensions'));
  itIsClosedTo('admin', 'listPublishedMandates', (client) => client.get('/published-mandates'));

  it('come with their class in words and as groups to be edited', async () => {
    const { id } = await formFund(Client.as('manager'));
    await decidedRule(id, { counts: [{ conditions: [{ dimension: 'purpose', values: ['PUBLIC_TECHNOLOGY'] }, { dimension: 'place', values: ['OVERSEAS'], negated: true }] }] });
    const [rule] = (await auditor.get(`/mandates/${id}`)).body as Json[];
    expect(rule).toMatchObject({ number: 1, countsInWords: { ko: '공공기술사업화(인정) · 해외 제외' }, clause: '규약 제24조' });
    expect(rule.counts[0].conditions[1]).toEqual({ dimension: 'place', values: ['OVERSEAS'], negated: true });
  });

  it('are unknown before they were decided', async () => {
    const { id } = await formFund(Client.as('manager'));
    await decidedRule(id);
    expect((await auditor.get(`/mandates/${id}?knownAt=2024-01-31`)).body).toEqual([]);
  });

  it('can start from the four that were published', async () => {
    const published = (await auditor.get('/published-mandates')).body as Json[];
    expect(published.map(({ code, rules }) => [code, (rules as Json[]).map(({ ratioBasisPoints }) => ratioBasisPoints as number)])).toEqual([
      ['2014', [6000, 2000, 1000]],
      ['2017', [5000, 20_000]],
      ['2020', [5000]],
      ['2025', [7000, 2000]],
    ]);
    const dimensions = ((await auditor.get('/deal-dimensions')).body as Json[]).map(({ code }) => code as string);
    expect(published.flatMap(({ rules }) => (rules as Json[]).flatMap(({ counts }) => (counts as Json[]).flatMap(({ conditions }) => conditions as Json[]))).filter(({ dimension }) => !dimensions.includes(dimension as string))).toEqual([]);
  });
});
