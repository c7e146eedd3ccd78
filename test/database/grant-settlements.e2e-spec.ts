import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { copied, NO_COMMAND } from '../support/copied-row.js';
import { demanded, endedStage, settled, TV12, type TestStage } from '../support/settlements.js';
import { refusalOf, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do to settlements and recoveries, whatever the program says. */

const refused = (constraint: string): Refusal => ({ code: '23514', constraint });
let open: TestStage;
let settlementId: string;
let claim: Awaited<ReturnType<typeof demanded>>;

beforeAll(async () => {
  open = await endedStage(TV12);
  settlementId = await settled(open.agreement.id);
  claim = await demanded(TV12);
}, 120_000);

const outcome = (sql: string): Promise<Refusal | null> => refusalOf('APPLICATION', sql);
const anew = (changes: Readonly<Record<string, string>>): Promise<string> =>
  copied('grant_settlement', `id = '${settlementId}'`, { id: `'${randomUUID()}'`, version: '2', number: `'GS-2199-${Math.floor(1000 + Math.random() * 8999)}'`, ...changes });

describe('a settlement', () => {
  it.each([
    ['returns another part than the government’s', { returned_won: 'returned_won + 1', total_won: 'total_won + 1', notice_won: 'notice_won + 1' }, 'grant_settlement_check'],
    ['adds up to another total', { total_won: 'total_won + 10', notice_won: 'notice_won + 10' }, 'grant_settlement_check'],
    ['drops more than the notice may', { notice_won: 'notice_won - 10', dropped_won: '10' }, 'grant_settlement_check'],
    ['comes out of turn', { version: '3' }, 'grant_settlement_in_turn'],
    ['rests on the plan of another agreement', { plan_id: `(select id from grant_version where agreement_id <> agreement_id limit 1)` }, null],
    ['is of another call', { call_id: `(select id from grant_call where id <> grant_settlement.call_id limit 1)` }, 'grant_settlement_one_agreement'],
    ['has a term of objection that is over at once', { objection_until: 'notice_on' }, 'grant_settlement_check'],
  ])('that %s is refused', async (_what, changes, constraint) => {
    const refusal = await outcome(await anew(changes as Readonly<Record<string, string>>));
    expect(refusal?.code).toMatch(/^23/);
    if (constraint !== null) expect(refusal?.constraint).toContain(constraint);
  });

  it('is the sum of its rows, at commit', async () => {
    const second = await anew({});
    const refusal = await refusalOf('APPLICATION', async (client) => {
      await client.query(second);
      await client.query('set constraints grant_settlement_adds_up immediate');
    });
    expect(refusal).toEqual(refused('grant_settlement_adds_up'));
  });

  it('takes nothing after it is final', async () => {
    const sql = await copied('grant_settlement', `id = '${claim.settlementId}'`, { id: `'${randomUUID()}'`, version: '2', number: `'GS-2199-0001'` });
    expect(await outcome(sql)).toEqual(refused('grant_settlement_in_turn'));
  });

  it('is never changed', async () => {
    for (const table of ['grant_settlement', 'grant_settlement_line', 'grant_settlement_interest', 'grant_settlement_final', 'grant_recovery', 'grant_recovery_instalment', 'grant_recovery_movement', 'grant_recovery_remittance']) {
      expect([table, (await outcome(`delete from ${table}`))?.code]).toEqual([table, '42501']);
    }
  });
});

describe('an objection', () => {
  const objection = (days: string, id = settlementId): string =>
    `insert into grant_settlement_objection (id, settlement_id, objected_on, grounds, answer_due_on, known_at, command_id) select '${randomUUID()}', id, ${days}, '불인정에 이의', objection_until + 30, now(), '${NO_COMMAND}' from grant_settlement where id = '${id}'`;

  it('comes within its term, and to no settlement that is final', async () => {
    expect(await outcome(objection('objection_until + 1'))).toEqual(refused('grant_settlement_objected'));
    expect(await outcome(objection('notice_on - 1'))).toEqual(refused('grant_settlement_objected'));
    expect(await outcome(objection('notice_on', claim.settlementId))).toEqual(refused('grant_settlement_objected'));
  });

  it('keeps the settlement from being final until it is answered, and so does its term', async () => {
    const final = (on: string): string => `insert into grant_settlement_final (settlement_id, agreement_id, stage, finalized_on, accepted_on, known_at, command_id) select id, agreement_id, stage, ${on}, now(), '${NO_COMMAND}' from grant_settlement where id = '${settlementId}'`;
    expect(await outcome(final('objection_until, null'))).toEqual(refused('grant_settlement_final_stands'));
    const both = await refusalOf('APPLICATION', async (client) => {
      await client.query(objection('notice_on'));
      await client.query(final('notice_on, notice_on'));
    });
    expect(both).toEqual(refused('grant_settlement_final_stands'));
  });
});

describe('a recovery', () => {
  it.each([
    ['demands another amount than was settled', { principal_won: 'principal_won + 10', demanded_won: 'demanded_won + 10', settlement_id: 'settlement_id' }, 'grant_recovery_settlement_id_key'],
    ['is not the sum of its parts', { demanded_won: 'demanded_won + 10' }, 'grant_recovery_check'],
    ['falls due on the day of its notice', { due_on: 'notice_on' }, 'grant_recovery_check'],
  ])('that %s is refused', async (_what, changes, constraint) => {
    const sql = await copied('grant_recovery', `id = '${claim.recoveryId}'`, { id: `'${randomUUID()}'`, number: `'GR-2199-0001'`, ...(changes as Readonly<Record<string, string>>) });
    expect((await outcome(sql))?.constraint).toContain(constraint);
  });

  it('that nothing decided is refused', async () => {
    const sql = await copied('grant_recovery', `id = '${claim.recoveryId}'`, { id: `'${randomUUID()}'`, number: `'GR-2199-0001'`, settlement_id: 'null', sanction_id: 'null' });
    const refusal = await refusalOf('APPLICATION', async (client) => {
      await client.query(sql);
      await client.query('set constraints grant_recovery_has_ground immediate');
    });
    expect(refusal).toEqual(refused('grant_recovery_has_ground'));
  });

  // TV-12: 11,000,000 won of cash and in kind, 315,000 of interest.
  const DEMANDED = { principal: 11_000_000, interest: 315_000, instalments: [[30, 5_000_000], [60, 6_315_000]], dueIn: 30 } as const;
  interface Claim {
    readonly principal: number;
    readonly interest: number;
    readonly instalments: readonly (readonly [dueIn: number, amountWon: number])[];
    readonly dueIn: number;
    readonly debtor?: string;
    readonly agreement?: string;
  }

  /** The settlement made final with the claim that follows from it; only what a claim is asked at commit. */
  const claimed = ({ principal, interest, instalments, dueIn, debtor = 'a.party_id', agreement = 's.agreement_id' }: Claim): Promise<Refusal | null> =>
    refusalOf('APPLICATION', async (client) => {
      const id = randomUUID();
      await client.query(`insert into grant_settlement_final (settlement_id, agreement_id, stage, finalized_on, accepted_on, known_at, command_id) select id, agreement_id, stage, notice_on, notice_on, now(), '${NO_COMMAND}' from grant_settlement where id = '${settlementId}'`);
      await client.query(
        `insert into grant_recovery (id, call_id, agreement_id, settlement_id, number, debtor_id, principal_won, interest_won, penalty_won, demanded_won, dropped_won, notice_on, due_on, clauses, known_at, command_id)
         select '${id}', s.call_id, ${agreement}, s.id, 'GR-2199-0002', ${debtor}, ${principal}, ${interest}, 0, ${principal + interest}, 0, s.notice_on, s.notice_on + ${dueIn}, '{시행령 제26조}', now(), '${NO_COMMAND}'
           from grant_settlement s join grant_agreement a on a.id = s.agreement_id where s.id = '${settlementId}'`,
      );
      for (const [index, [after, amountWon]] of instalments.entries()) {
        await client.query(`insert into grant_recovery_instalment (recovery_id, instalment_no, due_on, amount_won, command_id) select id, ${index + 1}, notice_on + ${after}, ${amountWon}, '${NO_COMMAND}' from grant_recovery where id = '${id}'`);
      }
      await client.query('set constraints grant_recovery_stands immediate');
      // Beyond it a claim is refused for its command alone, which nobody logged.
      await client.query('rollback');
      await client.query('begin');
    });
  const elsewhere = (): string => `(select id from grant_agreement where id = '${claim.agreement.id}')`;

  it.each<[string, () => Partial<Claim>, string | null]>([
    ['is what was settled, in two instalments', () => ({}), null],
    ['asks for ten won more, in its instalments too', () => ({ principal: 11_000_010, instalments: [[30, 5_000_000], [60, 6_315_010]] }), 'grant_recovery_stands'],
    ['is of somebody who agreed to nothing', () => ({ debtor: `(select party_id from grant_agreement where id = '${claim.agreement.id}')` }), 'grant_recovery_stands'],
    ['is told of another agreement', () => ({ agreement: elsewhere() }), 'grant_recovery_stands'],
    ['is one won short in its instalments', () => ({ instalments: [[30, 5_000_000], [60, 6_314_999]] }), 'grant_recovery_planned'],
    ['has no instalment', () => ({ instalments: [] }), 'grant_recovery_planned'],
    ['falls due on another day than its first instalment', () => ({ dueIn: 31 }), 'grant_recovery_planned'],
  ])('that %s', async (_what, changes, constraint) => {
    expect(await claimed({ ...DEMANDED, ...changes() })).toEqual(constraint === null ? null : refused(constraint));
  });

  it('gives the Treasury no more than came in', async () => {
    const remittance = `insert into grant_recovery_remittance (id, recovery_id, amount_won, remitted_on, notice_number, known_at, command_id) values ('${randomUUID()}', '${claim.recoveryId}', 1, current_date, '1', now(), '${NO_COMMAND}')`;
    expect(await outcome(remittance)).toEqual(refused('grant_recovery_remitted'));
  });

  it('is given up, or lowered, with a reason', async () => {
    const movement = (kind: string, reason: string): string => `insert into grant_recovery_movement (id, recovery_id, kind, amount_won, value_on, reason, known_at, command_id) values ('${randomUUID()}', '${claim.recoveryId}', '${kind}', 1, current_date, ${reason}, now(), '${NO_COMMAND}')`;
    for (const kind of ['WRITTEN_OFF', 'REDUCED']) expect((await outcome(movement(kind, 'null')))?.constraint).toBe('grant_recovery_movement_check');
    // Nothing stands without the command that states it.
    expect((await outcome(movement('RECEIVED', 'null')))?.code).toMatch(/^23/);
  });
});
