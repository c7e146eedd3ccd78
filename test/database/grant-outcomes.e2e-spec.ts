import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../support/client.js';
import { made, openedCall, type TestAgreement, type TestCall } from '../support/grants.js';
import { accreditedLab, claimedRoyalty, declareIncome, finishedProject, registeredAsset, registeredTechnology, requestOrder } from '../support/outcomes-of-grants.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do after a grant, whatever the program says. */

const CHECK = '23514';
const refused = (constraint: string): Refusal => ({ code: CHECK, constraint });
/** Rows as a forged command would state them; `command_id` is checked at commit and comes last. */
const witness = (): string => `now(), '${randomUUID()}'`;

let call: TestCall;
let agreement: TestAgreement;
beforeAll(async () => {
  ({ call, agreement } = await finishedProject());
});

describe('an asset', () => {
  let assetId: string;
  beforeAll(async () => {
    assetId = await registeredAsset(agreement.id);
  });
  const disposal = (approvalId: string, on = '2026-01-10'): string =>
    `insert into grant_asset_disposal (id, asset_id, approval_id, disposed_on, proceeds_won, government_won, known_at, command_id) values ('${randomUUID()}', '${assetId}', '${approvalId}', '${on}', 0, 0, ${witness()})`;
  const approval = (id: string, of = assetId, deed = 'SALE'): string =>
    `insert into grant_asset_approval (id, asset_id, deed, expected_won, reason, decided_on, valid_through, known_at, command_id) values ('${id}', '${of}', '${deed}', 0, '유휴 장비', '2026-01-05', '2026-02-05', ${witness()})`;
  const inTurn = (...statements: string[]) => async (client: { query(sql: string): Promise<unknown> }): Promise<void> => {
    for (const sql of statements) await client.query(sql);
  };

  it('is not disposed of without an approval, on another day than it was approved for, or of another asset', async () => {
    const [id, other] = [randomUUID(), await registeredAsset(agreement.id)];
    expect(await refusalOf('APPLICATION', disposal(randomUUID()))).toEqual(refused('grant_asset_disposal_approved'));
    expect(await refusalOf('APPLICATION', inTurn(approval(id), disposal(id, '2026-02-06')))).toEqual(refused('grant_asset_disposal_approved'));
    expect(await refusalOf('APPLICATION', inTurn(approval(id, other), disposal(id)))).toEqual(refused('grant_asset_disposal_approved'));
  });

  it('goes once: what was sold is neither pledged nor looked at any more', async () => {
    const [sale, pledge] = [randomUUID(), randomUUID()];
    expect(await refusalOf('APPLICATION', inTurn(approval(sale), approval(pledge, assetId, 'PLEDGE'), disposal(sale), disposal(pledge)))).toEqual(refused('grant_asset_there'));
    const look = `insert into grant_asset_check (id, asset_id, period_to, checked_on, condition, location, known_at, command_id) values ('${randomUUID()}', '${assetId}', '2025-12-31', '2026-01-20', 'IN_USE', '본사', ${witness()})`;
    expect(await refusalOf('APPLICATION', inTurn(approval(sale), disposal(sale), look))).toEqual(refused('grant_asset_there'));
  });

  it('is stated by a command of its own transaction, and never changed', async () => {
    expect((await refusalOf('APPLICATION', approval(randomUUID())))?.code).toMatch(/^23/);
    for (const table of ['grant_asset', 'grant_asset_check', 'grant_asset_approval', 'grant_asset_disposal']) {
      expect((await refusalOf('APPLICATION', `update ${table} set known_at = now()`))?.code).toBe('42501');
    }
  });
});

describe('a service order', () => {
  let orderId: string;
  let labId: string;
  beforeAll(async () => {
    labId = await accreditedLab({ validThrough: '2021-05-31' });
    orderId = made('the order', await requestOrder(call.id, labId)).id as string;
  });
  const step = (event: string, on: string, more = ''): string =>
    `insert into service_order_event (order_id, event, happened_on, reason, certificate, result, known_at, command_id) values ('${orderId}', '${event}', '${on}', '시험을 위한 사유', ${more === '' ? 'null, null' : more}, ${witness()})`;

  it('takes only steps of its life', async () => {
    expect(await refusalOf('APPLICATION', step('approve', '2021-05-04'))).toEqual(refused('service_order_life'));
    expect(await refusalOf('APPLICATION', step('certify', '2021-05-04', `'TR-X', 'MET'`))).toEqual(refused('service_order_life'));
    expect((await refusalOf('APPLICATION', `update service_order_state set state = 'APPROVED'`))?.code).toBe('42501');
  });

  it('is accepted by a laboratory that is accredited on the day', async () => {
    expect(await refusalOf('APPLICATION', step('accept', '2021-06-01'))).toEqual(refused('service_order_accredited'));
  });

  it('is not approved before the company has paid its part', async () => {
    const refusal = await refusalOf('APPLICATION', async (client) => {
      await client.query(step('accept', '2021-05-04'));
      await client.query(step('certify', '2021-05-20', `'TR-${randomUUID()}', 'MET'`));
      await client.query(step('approve', '2021-05-21'));
    });
    expect(refusal).toEqual(refused('service_order_company_paid'));
  });
});

describe('royalties', () => {
  const claim = (callId: string, agreementId: string, computedWon: number, capWon = 15_000_000): string =>
    `insert into outcome_claim (id, call_id, agreement_id, number, ground, year, cap_won, computed_won, amount_won, notice_on, due_on, working, known_at, command_id)
     values ('${randomUUID()}', '${callId}', '${agreementId}', 'RY-1999-${Math.floor(Math.random() * 900_000) + 100_000}', 'ROYALTY', 2024, ${capWon}, ${computedWon}, ${computedWon - (computedWon % 10)}, '2025-07-01', '2025-09-29', '{}', ${witness()})`;

  it('never exceed the cap of the whole life, all notices together', async () => {
    const claimed = await claimedRoyalty();
    expect(await refusalOf('APPLICATION', claim(claimed.call.id, claimed.agreement.id, 10_000_010))).toEqual(refused('outcome_claim_within_cap'));
    // Within the cap it is the books that miss it.
    expect((await refusalOf('APPLICATION', claim(claimed.call.id, claimed.agreement.id, 10_000_000)))?.code).toMatch(/^23/);
  });

  it('are claimed in the call of their agreement, in tens of won', async () => {
    const other = await openedCall();
    expect(await refusalOf('APPLICATION', claim(other.id, agreement.id, 10))).toEqual(refused('outcome_claim_one_call'));
    expect((await refusalOf('APPLICATION', claim(call.id, agreement.id, 15).replace(', 15, 10,', ', 15, 15,')))?.code).toBe(CHECK);
  });

  it('are declared in turn', async () => {
    const technologyId = await registeredTechnology(agreement.id);
    made('the declaration', await declareIncome(technologyId, 2023, '0'));
    const again = `insert into royalty_declaration (id, technology_id, year, turn, income_won, declared_on, known_at, command_id) values ('${randomUUID()}', '${technologyId}', 2023, 1, 0, '2024-05-01', ${witness()})`;
    expect(await refusalOf('APPLICATION', again)).toEqual(refused('royalty_declaration_in_turn'));
  });

  it('of a non-profit owner are divided whole, and nobody gets less than the least part', async () => {
    const technologyId = await registeredTechnology(agreement.id, { use: 'LICENCE', contributionBasisPoints: undefined });
    const divided = (researchers: number, others: number) => async (client: { query(sql: string): Promise<unknown> }): Promise<void> => {
      const [id, commandId] = [randomUUID(), randomUUID()];
      await client.query(`insert into royalty_division (id, technology_id, year, basis, amount_won, divided_on, known_at, command_id) values ('${id}', '${technologyId}', 2023, 'INNOVATION_ACT', 100, '2024-01-01', now(), '${commandId}')`);
      await client.query(`insert into royalty_division_part (division_id, position, recipient, least_basis_points, amount_won, command_id) values ('${id}', 1, 'RESEARCHERS', 6000, ${researchers}, '${commandId}'), ('${id}', 2, 'OTHERS', null, ${others}, '${commandId}')`);
      await client.query('set constraints royalty_division_whole immediate');
    };
    expect(await refusalOf('APPLICATION', divided(60, 39))).toEqual(refused('royalty_division_whole'));
    expect(await refusalOf('APPLICATION', divided(59, 41))).toEqual(refused('royalty_division_least'));
  });

  it('are received up to what the books hold, and no more is paid on than came', async () => {
    const { call: its, claimId } = await claimedRoyalty();
    const receipt = `insert into outcome_receipt (id, claim_id, amount_won, value_on, known_at, command_id) values ('${randomUUID()}', '${claimId}', 5, '2024-08-01', ${witness()})`;
    const refusal = await refusalOf('APPLICATION', async (client) => {
      await client.query(receipt);
      await client.query('set constraints outcome_receipt_ties immediate');
    });
    expect(refusal).toEqual(refused('outcome_claim_ties'));
    expect((await Client.as('finance').post(`/grant-calls/${its.id}/outcome-remittances`, { amountWon: '1', remittedOn: '2024-08-02', treasuryNumber: 'D-1' })).status).toBe(400);
  });
});

describe('what lies in another programme', () => {
  it('is not there for those who hold elsewhere', async () => {
    const { claimId } = await claimedRoyalty();
    const assetId = await registeredAsset(agreement.id);
    const seen = await withSql('APPLICATION', async (client) => {
      const count = async (sql: string): Promise<number> => ((await client.query<{ n: number }>(sql)).rows[0]?.n ?? -1);
      return [await count(`select count(*)::int as n from outcome_claim where id = '${claimId}'`), await count(`select count(*)::int as n from grant_asset where id = '${assetId}'`)];
    }, ['programme/7f4df6a0-5a1e-4c8e-9b1a-0c5d3f2e1a00']);
    expect(seen).toEqual([0, 0]);
  });
});
