import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { concludedProject, evaluatedPlan, openedPool } from '../support/matching.js';
import type { TestCall } from '../support/grants.js';
import { notRefusedWith, refusalOf, withSql, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do to pools and their projects, whatever the program says. */

const CHECK = '23514';
const refused = (constraint: string): Refusal => ({ code: CHECK, constraint });

let pool: TestCall;
let agreementId: string;
let applicationId: string;
let actors: Readonly<Record<string, string>>;

beforeAll(async () => {
  pool = await openedPool();
  agreementId = await concludedProject(pool.id);
  applicationId = await evaluatedPlan(pool.id);
  actors = await withSql('OWNER', async (sql) => Object.fromEntries((await sql.query<{ login: string; id: string }>(`select login, id from app_user where login in ('finance', 'checker')`)).rows.map(({ login, id }) => [login, id])));
});

interface Sql {
  query(sql: string): Promise<unknown>;
}
/** Statements of one forged command, logged as `command` of finance; `$c` stands for its id. */
const forged = (command: string, ...statements: readonly string[]) => async (client: Sql): Promise<void> => {
  const id = randomUUID();
  for (const sql of statements) await client.query(sql.replaceAll('$c', id));
  await client.query(`insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at)
    values ('${id}', '${command}', '${actors['finance'] ?? ''}', 'finance', '{FINANCE_MAKER}', repeat('0', 64), '{}', 'DONE', '{}', '[]', now())`);
};

/** A second agreement of the pool as a copy of the first, and its project as `changed` has it. */
const agreement = (): string[] => [
  `insert into grant_agreement (id, call_id, number, role, party_id, institution, title, agreed_on, known_at, command_id)
   select '10000000-0000-4000-8000-00000000000a', call_id, 'MT-X', 'LEAD', party_id, institution, title, agreed_on, now(), '$c' from grant_agreement where id = '${agreementId}'`,
];
const project = (changed: Readonly<Record<string, string>> = {}): string[] => {
  const columns = ['call_id', 'company_id', 'performer_id', 'zone_id', 'zone_party', 'private_won', 'match_basis_points', 'government_at_most', 'cap_won', 'budget_left_won', 'government_won', 'bound', 'committed_on'];
  return [
    ...agreement(),
    `insert into matching_project (agreement_id, ${columns.join(', ')}, position, known_at, command_id)
     select '10000000-0000-4000-8000-00000000000a', ${columns.map((column) => changed[column] ?? column).join(', ')}, 2, now(), '$c' from matching_project where agreement_id = '${agreementId}'`,
  ];
};

describe('the commitment of a project', () => {
  it.each([
    ['follows from its bounds', {}, null],
    ['is no more than the ratio gives', { government_won: 'government_won + 1' }, 'matching_project_commitment'],
    ['is no less either', { government_won: 'government_won - 1' }, 'matching_project_commitment'],
    ['is no more than the cap', { cap_won: '1000' }, 'matching_project_commitment'],
    ['is no more than the budget left', { budget_left_won: '1000' }, 'matching_project_commitment'],
    ['is no more than its part of the whole', { government_at_most: '4000' }, 'matching_project_commitment'],
    ['is exact where everything is less', { match_basis_points: '8000', government_won: '200000000' }, null],
  ])('%s', async (_what, changed, constraint) => {
    expect(await refusalOf('APPLICATION', forged('matching-project.conclude', ...project(changed)))).toEqual(constraint === null ? null : refused(constraint));
  });

  it('is that of its agreement, and lies in a zone of its day', async () => {
    const of = (changed: Readonly<Record<string, string>>) => refusalOf('APPLICATION', forged('matching-project.conclude', ...project(changed)));
    expect(await of({ performer_id: '(select id from party where id <> performer_id and id <> company_id limit 1)' })).toEqual(refused('matching_project_of_agreement'));
    expect(await of({ committed_on: `date '2021-04-06'` })).toEqual(refused('matching_project_of_agreement'));
    expect(await of({ zone_id: 'null' })).toEqual(refused('matching_project_in_a_zone'));
    expect(await of({ zone_id: `(select id from matching_zone where code = 'CHUNCHEON' limit 1)` })).toEqual(refused('matching_project_in_a_zone'));
  });

  it('is not told by a register for a project that is concluded', async () => {
    expect(await refusalOf('APPLICATION', forged('matching-register.import', ...project({ zone_id: 'null' })))).toBeNull();
    expect(await refusalOf('APPLICATION', forged('grant-agreement.conclude', ...project()))).toMatchObject({ code: CHECK });
  });
});

describe('an agreement of a pool', () => {
  it('is a matching project, by a command of matching', async () => {
    expect(await refusalOf('APPLICATION', forged('matching-project.conclude', ...agreement()))).toEqual(refused('matching_agreement_has_project'));
    expect(await refusalOf('APPLICATION', forged('grant-agreement.conclude', ...agreement()))).toMatchObject({ code: CHECK });
  });

  it('takes no more of the government by any version than was committed', async () => {
    const raised = [
      `insert into grant_version (id, agreement_id, version, manner, decided_on, effective_on, period_from, period_to, reason, detail, known_at, command_id)
       select '10000000-0000-4000-8000-00000000000b', agreement_id, 2, 'APPROVAL', decided_on, effective_on, period_from, period_to, reason, detail, now(), '$c' from grant_version where agreement_id = '${agreementId}' and version = 1`,
      `insert into grant_source_plan select '10000000-0000-4000-8000-00000000000b', stage, fiscal_year, source, resource, amount_won + case source when 'GOVERNMENT' then 1 else 0 end, '$c'
         from grant_source_plan where version_id = (select id from grant_version where agreement_id = '${agreementId}' and version = 1)`,
    ];
    expect(await refusalOf('APPLICATION', forged('grant-agreement.amend', ...raised))).toEqual(refused('matching_version_within_commitment'));
  });

  it('gets private cash and decided tranches from matching alone', async () => {
    const cash = `insert into grant_own_share (id, agreement_id, source, amount_won, received_on, reference, known_at, command_id) values (gen_random_uuid(), '${agreementId}', 'OWN', 1000, '2021-05-01', '시험', now(), '$c')`;
    expect(await refusalOf('APPLICATION', forged('grant-own-share.receive', cash))).toEqual(refused('matching_states_it'));
    const tranche = [
      `insert into grant_tranche (id, agreement_id, number, fiscal_year, label, amount_won, planned_on, known_at, command_id) values ('10000000-0000-4000-8000-00000000000c', '${agreementId}', 1, 2021, '1차', 1000, '2021-05-01', now(), '$c')`,
      `insert into grant_tranche_event (tranche_id, event, happened_on, known_at, command_id) values ('10000000-0000-4000-8000-00000000000c', 'request', '2021-05-01', now(), '$c')`,
    ];
    expect(await refusalOf('APPLICATION', forged('grant-tranche.request', ...tranche))).toMatchObject({ code: CHECK });
  });
});

describe('a place in the queue', () => {
  const place = (governmentWon: string, command = 'matching-pool.decide-queue') =>
    refusalOf(
      'APPLICATION',
      forged(
        command,
        `insert into grant_application_event (application_id, event, happened_on, known_at, command_id) values ('${applicationId}', 'select', '2021-04-01', now(), '$c')`,
        `insert into grant_selection (id, call_id, decided_on, notified_on, amount_won, known_at, command_id) values ('10000000-0000-4000-8000-00000000000d', '${pool.id}', '2021-04-01', '2021-04-01', ${governmentWon}, now(), '$c')`,
        `insert into grant_selection_result (selection_id, application_id, outcome, rank, amount_won, command_id) values ('10000000-0000-4000-8000-00000000000d', '${applicationId}', 'SELECTED', 99, ${governmentWon}, '$c')`,
        `insert into matching_queue_place (selection_id, application_id, position, private_won, match_basis_points, government_at_most, cap_won, budget_left_won, government_won, bound, command_id)
         values ('10000000-0000-4000-8000-00000000000d', '${applicationId}', 1, 250000000, 10000, 5000, 300000000, 650000000, ${governmentWon}, 'MATCH', '$c')`,
      ),
    );

  it('promises what follows from its bounds, by the decision on the queue', async () => {
    expect([await place('250000000'), await place('250000001')]).toEqual([null, refused('matching_queue_place_commitment')]);
    expect(await place('250000000', 'grant-selection.decide')).toMatchObject({ code: CHECK });
  });
});

describe('what is on record of pools', () => {
  it('is never changed or taken away', async () => {
    const statements = ['matching_zone', 'matching_plan', 'matching_queue_place', 'matching_project', 'matching_settlement'].flatMap((table) => [`update ${table} set command_id = command_id`, `delete from ${table}`]);
    expect(await notRefusedWith('42501', 'APPLICATION', statements)).toEqual([]);
  });

  it('is stated by its own commands: a zone by nobody who decides a queue', async () => {
    const zone = `insert into matching_zone (id, code, name_ko, name_en, mode, regions, valid_from, source, clause, known_at, command_id)
      values (gen_random_uuid(), 'T-FORGED', '위조', 'forged', 'COMPACT', '-', '2021-01-01', 'NOTICE', '-', now(), '$c')`;
    expect(await refusalOf('APPLICATION', forged('matching-pool.decide-queue', zone))).toEqual(refused('matching_zone_own_command'));
    // The right command, and somebody who may not give it.
    expect(await refusalOf('APPLICATION', forged('matching-zone.record', zone))).toEqual(refused('command_log_role'));
  });

  it('lies in the programme of its pool: nobody from elsewhere sees a row', async () => {
    const counts = (scopes: readonly string[]): Promise<number[]> =>
      withSql(
        'APPLICATION',
        async (sql) => {
          const found: number[] = [];
          for (const table of ['matching_plan', 'matching_queue_place', 'matching_project']) found.push((await sql.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? 0);
          return found;
        },
        scopes,
      );
    expect(await counts([`programme/${pool.programmeId}`])).toEqual([2, 1, 1]);
    expect(await counts([`programme/${randomUUID()}`])).toEqual([0, 0, 0]);
  });
});
