import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { logAccess, somebody, userId } from '../support/access-entries.js';
import { refusalOf, withSql } from '../support/sql.js';

const CHECK = '23514';

interface Review {
  readonly month?: string;
  readonly findings?: readonly object[];
  readonly reviewer?: string;
  readonly command?: string;
  readonly actor?: string;
}

describe('reviews of the access log by raw SQL', () => {
  const flagged = somebody();
  let compliance: string;
  let second: string;
  const finding = (id: string): object => ({ userId: id, conclusion: 'JUSTIFIED', note: '야간 마감' });

  const insert = ({ month = '2016-02-01', findings = [finding(flagged.id)], reviewer = compliance, command = 'access-review.complete', actor = reviewer }: Review) =>
    async (sql: pg.Client): Promise<string> => {
      const [id, commandId] = [randomUUID(), randomUUID()];
      await sql.query(
        `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, verdicts, acted_at) values ($1, $2, $3, 'raw', '{}', repeat('0', 64), '{}', 'DONE', '[]', now())`,
        [commandId, command, actor],
      );
      await sql.query(`insert into access_review (id, month, reviewer_id, reviewer_name, findings, note, known_at, command_id) values ($1, $2, $3, 'raw', $4, '확인', now(), $5)`, [id, month, reviewer, JSON.stringify(findings), commandId]);
      return id;
    };
  const refusal = (review: Review) => refusalOf('APPLICATION', insert(review));

  beforeAll(async () => {
    [compliance, second] = [await userId('compliance'), await userId('compliance2')];
    await logAccess(flagged, Array.from({ length: 6 }, () => ({ accessedAt: '2016-02-10T23:00:00+09:00' })));
  });

  it('are taken when everything is right, with figures that the database wrote itself', async () => {
    const figures = await withSql('APPLICATION', async (sql) => {
      await sql.query('begin');
      const { rows } = await sql.query<{ figures: object[] }>('select figures from access_review where id = $1', [await insert({})(sql)]);
      await sql.query('rollback');
      return rows[0]?.figures;
    });
    expect(figures).toEqual([expect.objectContaining({ user_id: flagged.id, entries: 6, off_hours: 6, signals: ['OFF_HOURS'] })]);
    expect(await refusalOf('APPLICATION', async (sql) => sql.query(`insert into access_review (figures) values ('[]')`))).toMatchObject({ code: '42501' });
  });

  it.each<[string, () => Review, string]>([
    ['not of somebody who is over a limit and left out', () => ({ findings: [] }), 'access_review_explains_everybody'],
    ['not with a word on somebody else', () => ({ findings: [finding(randomUUID())] }), 'access_review_explains_everybody'],
    ['not with an empty word', () => ({ findings: [{ ...finding(flagged.id), note: ' ' }] }), 'access_review_explains_everybody'],
    ['not of a month that is not over', () => ({ month: `${new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 7)}-01` }), 'access_review_after_the_month'],
    ['not of half a month', () => ({ month: '2016-02-15' }), 'access_review_of_a_month'],
    ['not in the name of somebody else', () => ({ actor: second }), 'access_review_command'],
    ['not under another command', () => ({ command: 'classification.decide' }), 'access_review_command'],
  ])('are %s', async (_, review, constraint) => {
    expect(await refusal(review())).toEqual({ code: CHECK, constraint });
  });

  it('are not by an administrator, or by anybody who is not compliance', async () => {
    for (const login of ['admin', 'finance', 'auditor']) expect(await refusal({ reviewer: await userId(login) })).toEqual({ code: CHECK, constraint: 'access_review_by_compliance' });
  });

  it('are not of oneself, under one’s own account or another one', async () => {
    const second = await userId('compliance2');
    await logAccess({ id: second, login: 'compliance2' }, Array.from({ length: 6 }, () => ({ accessedAt: '2016-03-10T23:00:00+09:00' })));
    const month = { month: '2016-03-01', findings: [finding(second)] };
    expect(await refusal({ ...month, reviewer: second })).toEqual({ code: CHECK, constraint: 'access_review_by_somebody_else' });
    expect(await refusal(month)).toBeNull();
    const asOnePerson = async (sql: pg.Client): Promise<string> => {
      // An account never changes hands; only with the guards off can two of them be made one person’s.
      await sql.query('set local session_replication_role = replica');
      await sql.query('update app_user set person_id = (select person_id from app_user where id = $1) where id = $2', [second, compliance]);
      await sql.query('set local session_replication_role = origin');
      return insert(month)(sql);
    };
    expect(await refusalOf('OWNER', asOnePerson)).toEqual({ code: CHECK, constraint: 'access_review_by_somebody_else' });
  });

  it('are one a month', async () => {
    const twice = async (sql: pg.Client): Promise<void> => {
      await insert({})(sql);
      await insert({})(sql);
    };
    expect(await refusalOf('APPLICATION', twice)).toEqual({ code: '23505', constraint: 'access_review_once_a_month' });
  });
});
