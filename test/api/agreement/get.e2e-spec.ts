import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { amendment } from '../../support/formation.js';
import { formFund } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('the agreement of a fund', () => {
  const [manager, compliance, auditor] = [Client.as('manager'), Client.as('compliance'), Client.as('auditor')];
  let fundId: string;
  const read = async (query = ''): Promise<Json> => (await auditor.get(`/funds/${fundId}/agreement${query}`)).body as Json;

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
  });

  itIsClosedTo('admin', 'getAgreement', (client) => client.get(`/funds/${NOWHERE}/agreement`));
  itFindsNothingAt((id) => auditor.get(`/funds/${id}/agreement`));

  it('begins with the version of the founding and every term that it laid down, each with its clause', async () => {
    const { versions, decisions } = (await read()) as { versions: Json[]; decisions: Json[] };
    expect(versions).toMatchObject([{ number: 1, effectiveFrom: '2024-01-15', decidedOn: '2024-01-15', inForce: true }]);
    expect((versions[0]?.terms as Json[]).map(({ key, value, clause }) => [key, value, clause])).toEqual([
      ['fund.lifetime-expenses-won', '2600000000', '조합규약'],
      ['fund.obligation.deadline', '2028-01-14', '규약 제23조'],
      ['fund.obligation.denominator', 'COMMITTED', '규약 제23조'],
      ['fund.obligation.ratio-basis-points', '5000', '규약 제23조'],
      ['fund.recycling', 'false', '조합규약'],
    ]);
    expect(decisions).toEqual([]);
  });

  it('knew no amendment before it was recorded, and lists single decisions apart', async () => {
    await manager.post(`/funds/${fundId}/agreement/versions`, amendment());
    await compliance.post(`/funds/${fundId}/policies`, { key: 'fund.headroom.action', value: 'WARN', effectiveFrom: '2025-01-01', clause: '내부기준', source: 'PRACTICE', reason: '시험' });
    const now = (await read()) as { versions: Json[]; decisions: Json[] };
    expect(now.versions.map(({ number }) => number as number)).toEqual([2, 1]);
    expect(now.decisions).toMatchObject([{ key: 'fund.headroom.action', value: 'WARN', before: 'BLOCK', source: 'PRACTICE' }]);
    const then = (await read('?knownAt=2024-01-01')) as { versions: Json[]; decisions: Json[] };
    expect([then.versions, then.decisions]).toEqual([[], []]);
  });

  it('says which terms may be decided, and what a value of each looks like', async () => {
    const { decidable } = (await read()) as { decidable: Json[] };
    expect(decidable.find(({ key }) => key === 'fund.obligation.denominator')).toMatchObject({ kind: 'CHOICE', movesLimits: true, choices: ['COMMITTED', 'PAID_IN', 'INVESTED', 'COMMITTED_MINUS_FEES', 'FIXED_AMOUNT'] });
    expect(decidable.find(({ key }) => key === 'fund.hurdle-basis-points')).toMatchObject({ kind: 'BASIS_POINTS', movesLimits: false });
  });
});
