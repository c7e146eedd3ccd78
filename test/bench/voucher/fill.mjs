/**
 * Ground for the benchmark, laid by the owner with set-based SQL and no trigger: what thousands of requests would have left
 * behind. Every row carries tick 0 of the seal clock, so the sealer has nothing to catch up on while it is measured.
 */
import { createHash } from 'node:crypto';

/** The share of the state in what a service costs; the company pays the rest directly. */
const [SUPPLY_WON, GOVERNMENT_WON] = [1_000_000, 800_000];
const SERVICES_A_VOUCHER = 4;
const FACE_WON = 5_000_000;

/** The same ids in SQL and here, spread over the index as random ones are: nobody has to carry lists of them about. */
export const idOf = (text) => createHash('md5').update(text).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
export const sqlId = (text) => `md5(${text})::uuid`;
const serviceId = sqlId(`'service ' || n`);
const voucherId = (kind) => sqlId(`'${kind} ' || n`);

export const YEAR_OF_CAPTURES = idOf('year captures');
export const serviceOf = (n) => idOf(`service ${n}`);
/** The payees of the services up to `hot` are one and the same; the others' are spread. */
const providerOf = (hot, spread) => `case when n < ${hot} then 0 else 1 + n % ${spread} end`;
const key = (year, chart, part) => `'voucher/${year}/${chart}'${part === undefined ? '' : ` || '/' || ${part}`}`;

const GROUND = idOf('command ground');
export const WITNESS = `now() - interval '1 day', '${GROUND}'`;

/** Runs `work` with every trigger of the database off, foreign keys included; only a superuser may. */
export async function withoutTriggers(owner, work) {
  await owner.query(`set session_replication_role = replica`);
  await owner.query(`set synchronous_commit = off`);
  await work();
  await owner.query(`reset session_replication_role`);
  await owner.query(`reset synchronous_commit`);
}

/** Nobody signs: the benchmark asks what a command costs. */
export async function layDirectLine(owner) {
  const { rows } = await owner.query(`select id from command_log where command = 'policy.install' limit 1`);
  await owner.query('begin');
  await owner.query(
    `insert into approval_policy (id, command, scope, effective_from, expires_after_days, clause, source, known_at, command_id)
     select gen_random_uuid(), command, '*', '2020-01-02', 14, 'benchmark', 'ASSUMPTION', now(), $1 from command_kind where command in ('service.capture', 'voucher.issue')`,
    [rows[0].id],
  );
  await owner.query(`insert into approval_tier (policy_id, from_won, mode) select id, 0, 'DIRECT' from approval_policy where clause = 'benchmark'`);
  await owner.query('commit');
}

/** A programme of its own for each year. */
const programmeOf = (yearId) => idOf(`programme of ${yearId}`);

export async function layYear(owner, yearId, fiscalYear) {
  await owner.query(
    `insert into programme (id, code, name_ko, name_en, horizon_from, horizon_to) values ($1::uuid, $1::uuid::text, '성능 시험', 'Benchmark', '2020-01-01', '2040-12-31')`,
    [programmeOf(yearId)],
  );
  await owner.query(
    `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, verdicts, acted_at)
     values ('${GROUND}', 'voucher-year.open', gen_random_uuid(), 'ground', '{}', repeat('0', 64), '{}', 'DONE', '[]', now()) on conflict do nothing`,
  );
  await owner.query(
    `insert into voucher_year (id, programme_id, kind, fiscal_year, name, agency, legal_regime, known_at, command_id)
     values ($1, $3, 'AS', $2, 'A/S', '전담기관', 'PUBLIC_FINANCE', ${WITNESS})`,
    [yearId, fiscalYear, programmeOf(yearId)],
  );
}

/** Opens accounts of a year with a balance: `rows` is SQL for (key, balance, held, place); `number` of the account, as SQL over `r`, where it matters. */
export async function layAccounts(owner, yearId, chart, rows, number = `nextval(pg_get_serial_sequence('ledger_account', 'id'))`) {
  await owner.query(
    `with laid as materialized (select ${number} as id, r.* from (${rows}) as r (key, balance, held, place)),
          added as (insert into ledger_account (id, key, book, chart, unit, normal_side) overriding system value
                    select l.id, l.key, 'voucher/${yearId}', c.code, c.unit, c.normal_side from laid l, ledger_chart c where c.code = '${chart}')
     insert into account_balance (account_id, balance, held, floor, effective_floor)
     select l.id, l.balance, l.held, c.floor, c.floor from laid l, ledger_chart c where c.code = '${chart}'`,
  );
}

/** Services that have been claimed, each with its hold: those up to `hot` with one payee, `spread` more with `payees` others. */
export async function layClaimedServices(owner, { fiscalYear, hot, spread, payees, claimerId }) {
  const count = hot + spread;
  const vouchers = Math.ceil(count / SERVICES_A_VOUCHER);
  const services = `generate_series(0, ${count - 1}) as n`;
  const of = `(select n, n % ${vouchers} as voucher, ${providerOf(hot, payees)} as provider from ${services}) as s`;
  await withoutTriggers(owner, async () => {
    await layYear(owner, YEAR_OF_CAPTURES, fiscalYear);
    await owner.query(`insert into party (id, kind, name, match_name) select ${sqlId(`'company ' || n`)}, 'COMPANY', '기업 ' || n, '기업' || n from generate_series(0, ${vouchers - 1}) as n`);
    await owner.query(`insert into party (id, kind, name, match_name) select ${sqlId(`'payee ' || n`)}, 'COMPANY', '공급기관 ' || n, '공급기관' || n from generate_series(0, ${payees}) as n`);
    await owner.query(
      `insert into service_provider (id, year_id, party_id, registered_on, known_at, command_id)
       select ${sqlId(`'provider ' || n`)}, '${YEAR_OF_CAPTURES}', ${sqlId(`'payee ' || n`)}, '2020-01-01', ${WITNESS} from generate_series(0, ${payees}) as n`,
    );
    await layVouchers(owner, { kind: 'used', yearId: YEAR_OF_CAPTURES, count: vouchers, state: 'ISSUED', companies: 'company' });
    await owner.query(
      `insert into voucher_issue (voucher_id, year_id, number, issued_on, amount_won, valid_to, known_at, command_id)
       select ${voucherId('used')}, '${YEAR_OF_CAPTURES}', 'AS-${fiscalYear}-' || lpad((n + 1)::text, 6, '0'), '2020-02-01', ${FACE_WON}, '2039-12-31', ${WITNESS} from generate_series(0, ${vouchers - 1}) as n`,
    );
    const usedOf = sqlId(`'used ' || s.voucher`);
    const [one, all] = [`${FACE_WON}::bigint`, `${FACE_WON}::bigint * ${vouchers}`];
    await layAccounts(
      owner,
      YEAR_OF_CAPTURES,
      'voucher.balance',
      `select ${key(YEAR_OF_CAPTURES, 'voucher.balance', sqlId(`'used ' || voucher`))}, ${one}, count(*) * ${GOVERNMENT_WON}::bigint, 0 from ${of} group by voucher`,
    );
    for (const chart of ['voucher.outstanding', 'voucher.granted']) await layAccounts(owner, YEAR_OF_CAPTURES, chart, `select ${key(YEAR_OF_CAPTURES, chart)}, ${all}, 0::bigint, 0`);
    for (const chart of ['voucher.payable-public', 'voucher.redeemed']) {
      await layAccounts(owner, YEAR_OF_CAPTURES, chart, `select ${key(YEAR_OF_CAPTURES, chart, sqlId(`'payee ' || n`))}, 0::bigint, 0::bigint, n from generate_series(0, ${payees}) as n`);
    }
    await owner.query(
      `insert into ledger_hold (id, account_id, amount, command_id)
       select ${sqlId(`'hold ' || s.n`)}, a.id, ${GOVERNMENT_WON}, '${GROUND}' from ${of} join ledger_account a on a.key = ${key(YEAR_OF_CAPTURES, 'voucher.balance', usedOf)}`,
    );
    await owner.query(`insert into ledger_hold_balance (hold_id, remaining) select ${sqlId(`'hold ' || n`)}, ${GOVERNMENT_WON} from ${services}`);
    await owner.query(
      `insert into voucher_service (id, voucher_id, number, provider_id, contracted_on, supply_won, vat_won, taxable, government_won, self_won, hold_id, known_at, command_id)
       select ${sqlId(`'service ' || s.n`)}, ${usedOf}, 'USE-' || s.n, ${sqlId(`'provider ' || s.provider`)}, '2020-03-01', ${SUPPLY_WON}, ${SUPPLY_WON / 10}, true, ${GOVERNMENT_WON}, ${SUPPLY_WON - GOVERNMENT_WON},
              ${sqlId(`'hold ' || s.n`)}, ${WITNESS} from ${of}`,
    );
    await owner.query(`insert into service_state (service_id, state, since_on, provider_id) select ${sqlId(`'service ' || s.n`)}, 'CLAIMED', '2020-05-01', ${sqlId(`'provider ' || s.provider`)} from ${of}`);
    await owner.query(
      `insert into service_event (service_id, event, happened_on, known_at, command_id)
       select ${serviceId}, event, day::date, ${WITNESS} from ${services}, (values ('deliver', '2020-04-01'), ('claim', '2020-05-01')) as e (event, day)`,
    );
    await owner.query(
      `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, verdicts, acted_at)
       select ${sqlId(`'claiming ' || n`)}, 'service.claim', '${claimerId}', 'finance', '{FINANCE_MAKER}', repeat('0', 64), '{}', 'DONE', '[]', now() from ${services}`,
    );
    await owner.query(
      `insert into tax_invoice (number, subject_kind, subject_id, invoiced_on, supply_won, vat_won, known_at, command_id)
       select lpad(n::text, 24, '0'), 'service', ${serviceId}, '2020-05-01', ${SUPPLY_WON}, ${SUPPLY_WON / 10}, now(), ${sqlId(`'claiming ' || n`)} from ${services}`,
    );
    await owner.query(
      `insert into service_claim (id, service_id, invoice_number, supply_won, vat_won, government_won, self_won, claimed_on, known_at, command_id)
       select ${sqlId(`'claim ' || n`)}, ${serviceId}, lpad(n::text, 24, '0'), ${SUPPLY_WON}, ${SUPPLY_WON / 10}, ${GOVERNMENT_WON}, ${SUPPLY_WON - GOVERNMENT_WON}, '2020-05-01', now(), ${sqlId(`'claiming ' || n`)} from ${services}`,
    );
  });
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
}

async function layVouchers(owner, { kind, yearId, count, state, companies }) {
  const rows = `generate_series(0, ${count - 1}) as n`;
  await owner.query(`insert into voucher (id, year_id, company_id, known_at, command_id) select ${voucherId(kind)}, '${yearId}', ${sqlId(`'${companies} ' || n`)}, ${WITNESS} from ${rows}`);
  await owner.query(`insert into voucher_state (voucher_id, state, since_on) select ${voucherId(kind)}, '${state}', '2020-02-01' from ${rows}`);
}

/** A year with `count` vouchers that have been agreed, each of a company of its own that has paid in its share. */
export async function layAgreedVouchers(owner, { name, fiscalYear, count }) {
  const yearId = idOf(`year ${name}`);
  const rows = `generate_series(0, ${count - 1}) as n`;
  await withoutTriggers(owner, async () => {
    await layYear(owner, yearId, fiscalYear);
    await owner.query(`insert into party (id, kind, name, match_name) select ${sqlId(`'${name} company ' || n`)}, 'COMPANY', '기업 ' || n, '기업' || n from ${rows}`);
    await layVouchers(owner, { kind: name, yearId, count, state: 'AGREED', companies: `${name} company` });
    await owner.query(
      `insert into voucher_agreement (voucher_id, agreed_on, amount_won, self_burden_won, known_at, command_id) select ${voucherId(name)}, '2020-02-01', ${FACE_WON}, ${FACE_WON / 5}, ${WITNESS} from ${rows}`,
    );
    await owner.query(
      `insert into own_money_deposit (id, voucher_id, amount_won, value_on, known_at, command_id) select ${sqlId(`'${name} deposit ' || n`)}, ${voucherId(name)}, ${FACE_WON / 5}, '2020-02-01', ${WITNESS} from ${rows}`,
    );
    const limits = { 'voucher.budget': `${FACE_WON}::bigint * ${count}`, 'voucher.quota': `${count}::bigint`, 'voucher.company-quota': `${count}::bigint` };
    for (const [chart, balance] of Object.entries(limits)) await layAccounts(owner, yearId, chart, `select ${key(yearId, chart)}, ${balance}, 0::bigint, 0`);
    for (const chart of ['voucher.outstanding', 'voucher.granted', 'voucher.quota-used', 'voucher.company-quota-used']) await layAccounts(owner, yearId, chart, `select ${key(yearId, chart)}, 0::bigint, 0::bigint, 0`);
  });
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
  return { yearId, name, count, faceWon: FACE_WON };
}

const DEALS = 40;

/** A fund half invested, its deals decided on or waiting: what an obligation is counted from. */
export async function layFund(owner) {
  const [fund, vintage, partner, call] = ['fund', 'vintage', 'fund partner', 'fund call'].map(idOf);
  const manager = idOf('lines company 0');
  const deals = `generate_series(1, ${DEALS}) as n`;
  await withoutTriggers(owner, async () => {
    await owner.query(`insert into vintage (id, programme_id, year) select '${vintage}', id, 2021 from programme limit 1`);
    await owner.query(
      `insert into fund (id, number, vintage_id, name, general_partner_id, custodian, committed_won, unit_won, founded_on, investment_from, investment_to, life_to, known_at, command_id)
       values ('${fund}', 'FND-2021-01', '${vintage}', '조합', '${manager}', '수탁은행', 20000000000, 1000000, '2021-01-04', '2021-01-04', '2030-01-03', '2032-01-03', ${WITNESS})`,
    );
    await owner.query(
      `insert into fund_partner (id, fund_id, party_id, ordinal, kind, commitment_won, units, signed_on, known_at, command_id)
       values ('${partner}', '${fund}', '${manager}', 1, 'GENERAL', 20000000000, 20000, '2021-01-04', ${WITNESS})`,
    );
    await owner.query(`insert into capital_call (id, fund_id, number, purpose, due_on, known_at, command_id) values ('${call}', '${fund}', 1, '출자', '2021-02-01', ${WITNESS})`);
    await owner.query(`insert into capital_call_share (call_id, partner_id, amount_won) values ('${call}', '${partner}', 20000000000)`);
    await owner.query(`insert into capital_receipt (id, call_id, partner_id, value_on, amount_won, known_at, command_id) values ('${idOf('receipt')}', '${call}', '${partner}', '2021-02-01', 20000000000, ${WITNESS})`);
    await owner.query(
      `insert into investment (id, fund_id, number, kind, company_id, instrument, amount_won, paid_on, claimed_route, company_basis, history, known_at, command_id)
       select ${sqlId(`'deal ' || n`)}, '${fund}', n::text, 'NEW', ${sqlId(`'lines company ' || n`)}, 'RCPS', 250000000, '2022-01-03', 'TECH_TRANSFER', 'STARTUP', false, ${WITNESS} from ${deals}`,
    );
    await owner.query(
      `insert into classification (investment_id, decision, route, company_basis, effective_on, reason, decided_by, rule_version, known_at, command_id)
       select ${sqlId(`'deal ' || n`)}, 'QUALIFIED', 'TECH_TRANSFER', 'STARTUP', '2022-02-01', '인정', gen_random_uuid(), '1', ${WITNESS} from ${deals} where n % 4 > 0`,
    );
  });
}
