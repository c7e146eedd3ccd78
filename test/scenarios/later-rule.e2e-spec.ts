import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/answers.js';
import { Client, type Json } from '../support/client.js';
import { formFund, recordDeal } from '../support/funds.js';
import { nextSecond } from '../support/packs.js';

/** S12 of docs/domain.md: a rule that takes effect on 2026-07-01 leaves reports of earlier dates as they were. */
describe('a ratio that is raised from 1 July 2026 on', () => {
  let fundId: string;
  let knownAt: string;
  const DAY_BEFORE = '2026-06-30';
  const report = async (asOf: string, known = ''): Promise<Json> => {
    const answer = await Client.as('compliance').get(`/reports/fund-compliance/${fundId}?asOf=${asOf}${known}`);
    expectStatus(answer, 200);
    return answer.body;
  };
  const file = async (format: string): Promise<Buffer> => {
    const answer = await Client.as('compliance').post(`/reports/fund-compliance/${fundId}/downloads`, { asOf: DAY_BEFORE, knownAt, format, reason: '규칙 변경 전후 비교' });
    expectStatus(answer, 200);
    return answer.bytes;
  };
  const before: Record<string, Buffer> = {};
  let shown: Json;

  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
    expectStatus(await recordDeal(Client.as('manager'), fundId, '1000000000'), 201);
    await nextSecond();
    shown = await report(DAY_BEFORE);
    knownAt = shown.meta.generatedAt as string;
    for (const format of ['pdf', 'xlsx', 'csv']) before[format] = await file(format);
    const raised = await Client.as('compliance').post(`/funds/${fundId}/policies`, {
      key: 'fund.obligation.ratio-basis-points', value: '6000', effectiveFrom: '2026-07-01', clause: '규약 제23조 개정', source: 'AGREEMENT', reason: '총회 의결에 따른 의무비율 상향',
    });
    expectStatus(raised, 201);
    await nextSecond();
  }, 120_000);

  it.each(['pdf', 'xlsx', 'csv'])('leaves the %s of the day before, as known before, byte for byte', async (format) => {
    expect((await file(format)).equals(before[format] ?? Buffer.alloc(0))).toBe(true);
  });

  it('leaves every finding and figure of the day before as it was, also as known now', async () => {
    const now = await report(DAY_BEFORE);
    expect(now.verdict).toEqual(shown.verdict);
    // What the program knows by now is told: who decided what since, and when the report was asked for.
    const told = ['cover', 'changes', 'verification'];
    const sections = (made: Json): Json[] => (made.sections as Json[]).filter(({ id }) => !told.includes(id as string));
    // The annex names the table of changes, which names the second it was made in.
    const unchanged = (made: Json): string => JSON.stringify(sections(made), null, 1).replaceAll(/현재 \d[\d. :]*까지/gu, '현재');
    expect(unchanged(now)).toEqual(unchanged(shown));
  });

  it('is in the report of the day itself', async () => {
    const { verdict } = await report('2026-07-01');
    expect([shown.verdict.text.ko, verdict.text.ko]).toEqual([expect.stringContaining('필요 비율은 50.00%'), expect.stringContaining('필요 비율은 60.00%')]);
  });
});
