import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Client, type Json } from '../support/client.js';
import { workbook } from '../support/rosters.js';
import { importMatching } from '../support/matching-registers.js';
import { voucherProgramme } from '../support/vouchers.js';

jest.setTimeout(180_000);

/** Days before, within and after the story of the demo, on which things were known that bear on earlier days, and the other way round. */
const POINTS = ['asOf=2021-09-01&knownAt=2021-10-01', 'knownAt=2021-12-01', 'asOf=2022-09-01&knownAt=2022-09-01', 'asOf=2022-06-30', 'knownAt=2023-04-01', 'asOf=2021-12-31&knownAt=2025-01-01', ''];
const REGISTER = workbook('matching-projects');
const YEARS = [2021, 2022, 2023, 2024];
const OF_EACH = 4;

/** Every kind of report, and what of the office each can be of. */
async function reports(): Promise<string[]> {
  const auditor = Client.as('auditor');
  const listed = async (path: string): Promise<Json[]> => ((await auditor.get(path)).body as Json[]).slice(0, OF_EACH);
  const found = YEARS.map((year) => `annual/${year}`);
  const add = (kind: string, id: unknown): number => found.push(`${kind}/${String(id)}`);
  for (const { id } of await listed('/funds')) {
    for (const kind of ['fund-compliance', 'fund-quarterly', 'partner-statements', 'ilpa-performance']) add(kind, id);
    const partners = ((await auditor.get(`/funds/${String(id)}`)).body as { partners: Json[] }).partners;
    for (const partner of partners.slice(0, OF_EACH)) for (const kind of ['partner-statement', 'ilpa-reporting']) add(kind, partner.id);
  }
  for (const { id, kind } of await listed('/grant-calls')) {
    add(kind === 'MATCHING' ? 'matching' : 'grant-settlement', id);
    for (const agreement of await listed(`/grant-calls/${String(id)}/agreements`)) add('agreement-settlement', agreement.id);
    for (const stage of await listed(`/grant-calls/${String(id)}/settlements`)) if (stage.settlementId !== null) add('grant-form', stage.settlementId);
  }
  for (const { id } of await listed('/voucher-years')) add('voucher-settlement', id);
  return found;
}

describe('a report of any day, as known at any time', () => {
  let all: string[];

  beforeAll(async () => {
    // Its pool is known from today, its money from the days on which the register says it moved.
    const { callId } = await importMatching(REGISTER, { agency: '시험 전문기관', programmeId: await voucherProgramme() });
    all = [...(await reports()), `matching/${callId as string}`];
  });

  it.each(POINTS)('ties, or says that nothing was known then: %s', async (point) => {
    const auditor = Client.as('auditor');
    const said = new Map<string, string[]>();
    for (const report of all) {
      const { status, body } = await auditor.get(`/reports/${report}?${point}`);
      const outcome = status === 200 ? '200' : `${status} ${(body as Json).code as string}`;
      said.set(outcome, [...(said.get(outcome) ?? []), report]);
    }
    expect(said.get('200')).not.toBeUndefined();
    expect([...said.keys()].filter((outcome) => !['200', '400 report.not-known-then', '400 report.year-to-come', '404 resource.not-found'].includes(outcome)).map((outcome) => [outcome, said.get(outcome)])).toEqual([]);
  });
});
