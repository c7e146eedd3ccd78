import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../support/client.js';
import { settled, endedStage, TV13 } from '../support/settlements.js';
import { refusalOf, withSql } from '../support/sql.js';

const CHECK_VIOLATION = '23514';
const NOT_PERMITTED = '42501';

/** The log of downloads under raw SQL: each report of grants names what its kind is about, and a line stays as it was written. */
describe('the log of downloads of grants', () => {
  const subjects: Record<'call_id' | 'agreement_id' | 'settlement_id', string> = { call_id: '', agreement_id: '', settlement_id: '' };
  beforeAll(async () => {
    const { call, agreement } = await endedStage(TV13);
    Object.assign(subjects, { call_id: call.id, agreement_id: agreement.id, settlement_id: await settled(agreement.id) });
  }, 120_000);

  const line = (kind: string, named: readonly (keyof typeof subjects)[], reason = '원시 SQL 시험'): string =>
    `insert into report_download (number, kind, ${named.map((column) => `${column}, `).join('')}format, as_of, known_before, reason, data_sha256, sha256, size_bytes, actor_id, actor_login, downloaded_at)
     values ('RPT-C-2021-20211231-00000000', '${kind}', ${named.map((column) => `'${subjects[column]}', `).join('')}'pdf', '2021-12-31', now(), '${reason}', repeat('0', 64), repeat('0', 64), 1, gen_random_uuid(), 'compliance', now())`;

  const RIGHT = { GRANT_SETTLEMENT: 'call_id', MATCHING: 'call_id', AGREEMENT_SETTLEMENT: 'agreement_id', GRANT_FORM: 'settlement_id' } as const;
  const SUBJECTS = ['call_id', 'agreement_id', 'settlement_id'] as const;
  it.each(Object.entries(RIGHT).flatMap(([kind, right]) => SUBJECTS.map((subject) => [kind, subject, subject === right] as const)))('%s of a %s: %s', async (kind, subject, takes) => {
    expect(await refusalOf('APPLICATION', line(kind, [subject]))).toEqual(takes ? null : { code: CHECK_VIOLATION, constraint: 'report_download_subject' });
  });

  it.each<[string, string, readonly (typeof SUBJECTS)[number][]]>([
    ['of a call and one of its agreements', 'GRANT_SETTLEMENT', ['call_id', 'agreement_id']],
    ['of nothing', 'GRANT_FORM', []],
    ['of a kind that nobody knows', 'GRANT_SOMETHING', ['call_id']],
  ])('no line %s', async (_what, kind, named) => {
    expect(await refusalOf('APPLICATION', line(kind, named))).toEqual({ code: CHECK_VIOLATION, constraint: 'report_download_subject' });
  });

  it('is written with a reason, by the clock of the database, and never again', async () => {
    expect((await refusalOf('APPLICATION', line('GRANT_FORM', ['settlement_id'], '.')))?.code).toBe(CHECK_VIOLATION);
    const told = line('GRANT_FORM', ['settlement_id']).replace('downloaded_at)', 'downloaded_at, recorded_at)').replace(/now\(\)\)$/u, 'now(), now())');
    expect((await refusalOf('APPLICATION', told))?.code).toBe(NOT_PERMITTED);
    const taken = await Client.as('compliance').post(`/reports/grant-form/${subjects.settlement_id}/downloads`, { format: 'csv', reason: '정산 서식 시험' });
    expect(taken.status).toBe(200);
    const own = `where settlement_id = '${subjects.settlement_id}'`;
    for (const sql of [`update report_download set reason = '다른 사유로 고침' ${own}`, `delete from report_download ${own}`]) {
      expect((await refusalOf('APPLICATION', sql))?.code).toBe(NOT_PERMITTED);
      expect(await refusalOf('OWNER', sql)).not.toBeNull();
    }
    const { rows } = await withSql('OWNER', (client) => client.query<{ n: number }>(`select count(*)::int as n from report_download ${own} and reason = '정산 서식 시험'`));
    expect(rows).toEqual([{ n: 1 }]);
  });
});
