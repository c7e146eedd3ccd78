import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from '../support/client.js';
import { grantedWaiver, recordedDeal } from '../support/deals.js';
import { formFund } from '../support/funds.js';
import { refusalOf } from '../support/sql.js';

const [CHECK, NOT_PERMITTED] = ['23514', '42501'];
/** A command that nobody ran; what is asked at once answers before anybody looks for it. */
const COMMAND = '10000000-0000-4000-8000-000000000000';
const WITNESS = `now(), '${COMMAND}'`;

describe('what the database holds of deals', () => {
  let fundId: string;
  let bond: string;
  let converted: string;
  let stock: string;
  let waiver: string;

  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
    bond = (await recordedDeal(fundId, '1000000000', { instrument: 'CB' })).id;
    stock = (await recordedDeal(fundId, '1000000000', { instrument: 'COMMON' })).id;
    converted = (await Client.as('manager').post(`/investments/${bond}/conversions`, { instrument: 'COMMON', convertedOn: '2025-03-04', shares: '10', convertedWon: '600000000' })).body.id as string;
    waiver = (await grantedWaiver(fundId)).id;
  });

  const refused = async (sql: string, parameters: unknown[] = []) => {
    const refusal = await refusalOf('APPLICATION', sql, parameters);
    return [refusal?.code, refusal?.constraint];
  };

  /** A conversion row made by hand, with what it says it came of. */
  const handMade = (from: string, convertedWon: string, changes: { kind?: string; origin?: string; amount?: string } = {}) =>
    refusalOf('APPLICATION', async (client) => {
      const id = randomUUID();
      await client.query(
        `insert into investment (id, fund_id, number, kind, company_id, instrument, amount_won, paid_on, origin_id, history, known_at, command_id)
         select $1, fund_id, 'HAND-1', $2, company_id, 'COMMON', $3, '2025-03-05', $4, false, ${WITNESS} from investment where id = $5`,
        [id, changes.kind ?? 'CONVERSION', changes.amount ?? convertedWon, changes.origin ?? bond, from],
      );
      await client.query(`insert into deal_conversion (investment_id, from_id, converted_won, known_at, command_id) values ($1, $2, $3, ${WITNESS})`, [id, from, convertedWon]);
    });

  it.each<[string, () => Promise<{ constraint?: string } | null>, string]>([
    ['more than is held', () => handMade(bond, '400000001'), 'deal_conversion_within_holding'],
    ['of what cannot be converted', () => handMade(stock, '1', { origin: stock }), 'deal_conversion_of_a_convertible'],
    ['under another deal', () => handMade(bond, '1', { origin: stock }), 'deal_conversion_of_its_holding'],
    ['of another amount', () => handMade(bond, '1', { amount: '2' }), 'deal_conversion_of_its_holding'],
    ['that is told as a deal', () => handMade(bond, '1', { kind: 'FOLLOW_ON' }), 'deal_conversion_of_its_holding'],
  ])('refuses a conversion %s', async (_what, attempt, constraint) => {
    expect((await attempt())?.constraint).toBe(constraint);
  });

  it('keeps a deal that was converted from being voided under it', async () => {
    expect(await refused(`insert into investment_void (investment_id, reason, effective_on, known_at, command_id) values ($1, '몰래', '2024-06-03', ${WITNESS})`, [bond])).toEqual([CHECK, 'investment_void_unconverted']);
  });

  it('takes the terms of a deal with the deal and never after it', async () => {
    expect(
      await refused(`insert into deal_term (investment_id, newly_issued, unsecured, listed, overseas, disclosure, terms, known_at, command_id) values ($1, true, true, false, false, '{}', '{}', ${WITNESS})`, [converted]),
    ).toEqual([CHECK, 'deal_term_with_its_deal']);
  });

  it.each([
    ['of a company', `'company', 'x'`],
    ['of a market', `'market', 'LISTED'`],
    ['in capitals', `'Region', '대전'`],
    ['of nothing', `'region', ' '`],
  ])('refuses a property %s', async (_what, values) => {
    expect((await refused(`insert into deal_trait (investment_id, dimension, value, effective_on, known_at, command_id) values ($1, ${values}, '2024-06-03', ${WITNESS})`, [bond]))[0]).toBe(CHECK);
  });

  it('counts who signed a waiver: one that nobody signed never comes about', async () => {
    const insert = (approvers: string, rule = 'overseas-stays-within-limit') =>
      refused(
        `insert into waiver (id, fund_id, number, rule, valid_from, valid_to, reason, approvers, known_at, command_id) values (gen_random_uuid(), $1, 'WV-X', '${rule}', '2024-06-01', '2024-12-31', '몰래', ${approvers}, ${WITNESS})`,
        [fundId],
      );
    expect([(await insert('1'))[0], (await insert('2', 'company-is-in-permitted-business'))[0]]).toEqual([CHECK, CHECK]);
    // Asked at commit, beside the question which command states it.
    expect((await insert('2'))[1]).toMatch(/^(command_log_waiver_signed|waiver_own_command|waiver_command_id_fkey)$/);
    const borrowed = await refusalOf('OWNER', async (client) => {
      const { rows } = await client.query<{ id: string }>(`select id from command_log where command = 'fund.form' and outcome = 'DONE' limit 1`);
      await client.query(
        `insert into waiver (id, fund_id, number, rule, valid_from, valid_to, reason, approvers, known_at, command_id) values (gen_random_uuid(), $1, 'WV-X', 'overseas-stays-within-limit', '2024-06-01', '2024-12-31', '몰래', 2, now(), $2)`,
        [fundId, rows[0]?.id],
      );
    });
    expect(borrowed?.constraint).toBe('command_log_waiver_signed');
  });

  it('lets a verdict rest on a waiver of its own fund and rule alone', async () => {
    const verdict = (rule: string, fund: string, result = 'WARN') =>
      refused(
        `insert into rule_verdict (subject_kind, subject_id, fund_id, rule, clause, result, text_ko, text_en, inputs, known_at, command_id)
         values ('investment', $1, $2, $3, 'x', $4, 'x', 'x', jsonb_build_object('waiverId', $5::text), ${WITNESS})`,
        [bond, fund, rule, result, waiver],
      );
    const other = (await formFund(Client.as('manager'))).id;
    const rule = 'investment-stays-within-issuer-limit';
    expect([(await verdict('overseas-stays-within-limit', fundId))[1], (await verdict(rule, other))[1], (await verdict(rule, fundId, 'PASS'))[1]]).toEqual(['rule_verdict_waived', 'rule_verdict_waived', 'rule_verdict_waived']);
    expect((await verdict(rule, fundId))[1]).not.toBe('rule_verdict_waived');
  });

  it('takes a relation once, whichever way round', async () => {
    const twice = await refusalOf('APPLICATION', async (client) => {
      const { rows } = await client.query<{ id: string }>('select id from party order by id limit 2');
      const insert = (from: unknown, to: unknown) =>
        client.query(`insert into party_relation (id, from_id, relation, to_id, key_manager, valid_from, source, known_at, command_id) values (gen_random_uuid(), $1, 'AFFILIATED_WITH', $2, false, '1999-01-01', 'x', ${WITNESS})`, [from, to]);
      await insert(rows[0]?.id, rows[1]?.id);
      await insert(rows[1]?.id, rows[0]?.id);
    });
    expect(twice?.constraint).toBe('party_relation_once');
  });

  it.each(['deal_term', 'deal_trait', 'deal_conversion', 'waiver', 'waiver_end', 'party_relation', 'party_relation_end'])('never changes %s', async (table) => {
    expect([(await refused(`delete from ${table}`))[0], (await refusalOf('AUDITOR', `update ${table} set command_id = command_id`))?.code]).toEqual([NOT_PERMITTED, NOT_PERMITTED]);
  });
});
