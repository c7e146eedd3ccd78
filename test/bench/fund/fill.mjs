/** A fund with very many deals, laid by the owner with set-based SQL and no trigger: what years of requests would have left behind. */
import { idOf, sqlId, WITNESS, withoutTriggers } from '../voucher/fill.mjs';

/** Of the shape that routes ask of an identifier. */
export const FUND = '7e57f00d-0000-4000-8000-000000000001';
const [PROGRAMME, VINTAGE, PARTNER, CALL] = ['bench programme', 'bench vintage', 'bench partner', 'bench call'].map(idOf);
const COMMITTED = '1000000000000';
const MANAGER = idOf('bench company 0');
/** Beyond what sequences have given out. */
const [FIRST_ACCOUNT, FIRST_ENTRY] = [2_000_000, 2_000_000];
const LINES_AN_ENTRY = 2;

/** The mandate of 2014 beside the main obligation: a rule, one nested in it, one in that; and one of another dimension. */
const RULES = [
  ['main', 6000, '{"kind":"ALL_OF","classes":[{"kind":"TRAIT","dimension":"purpose","values":["PUBLIC_TECHNOLOGY"]},{"kind":"TRAIT","dimension":"shares","values":["NEW"]}]}'],
  ['young', 2000, '{"kind":"ALL_OF","classes":[{"kind":"TRAIT","dimension":"purpose","values":["PUBLIC_TECHNOLOGY"]},{"kind":"TRAIT","dimension":"stage","values":["EARLY"]}]}'],
  ['lab', 1000, '{"kind":"ALL_OF","classes":[{"kind":"TRAIT","dimension":"purpose","values":["PUBLIC_TECHNOLOGY"]},{"kind":"TRAIT","dimension":"stage","values":["EARLY"]},{"kind":"TRAIT","dimension":"route","values":["LAB_COMPANY"]}]}'],
  ['region', 1500, '{"kind":"TRAIT","dimension":"region","values":["대전","세종"]}'],
];

export async function layFund(owner, { deals, lines }) {
  const each = `generate_series(1, ${deals}) as n`;
  const deal = sqlId(`'bench deal ' || n`);
  await withoutTriggers(owner, async () => {
    await owner.query(`insert into programme (id, code, name_ko, name_en, horizon_from, horizon_to) values ('${PROGRAMME}', 'BENCH', '성능 시험', 'Benchmark', '2020-01-01', '2040-12-31')`);
    await owner.query(`insert into vintage (id, programme_id, year) values ('${VINTAGE}', '${PROGRAMME}', 2021)`);
    await owner.query(
      `insert into party (id, kind, name, match_name, incorporated_on)
       select ${sqlId(`'bench company ' || n`)}, 'COMPANY', '기업 ' || n, '기업' || n, date '2018-01-01' + (n % 1500) from generate_series(0, ${deals}) as n`,
    );
    await owner.query(
      `insert into fund (id, number, vintage_id, name, general_partner_id, custodian, committed_won, unit_won, founded_on, registered_on, investment_from, investment_to, life_to, known_at, command_id)
       values ('${FUND}', 'FND-2021-01', '${VINTAGE}', '조합', '${MANAGER}', '수탁은행', ${COMMITTED}, 1000000, '2021-01-04', '2021-01-11', '2021-01-04', '2030-01-03', '2034-01-03', ${WITNESS})`,
    );
    await owner.query(
      `insert into fund_partner (id, fund_id, party_id, ordinal, kind, commitment_won, units, signed_on, known_at, command_id)
       values ('${PARTNER}', '${FUND}', '${MANAGER}', 1, 'GENERAL', ${COMMITTED}, 1000000, '2021-01-04', ${WITNESS})`,
    );
    await layTerms(owner);
    await layCapital(owner);
    await owner.query(
      `insert into investment (id, fund_id, number, kind, company_id, instrument, amount_won, paid_on, claimed_route, company_basis, history, known_at, command_id)
       select ${deal}, '${FUND}', 'INV-' || n, 'NEW', ${sqlId(`'bench company ' || n`)}, case when n % 10 = 0 then 'SECONDARY' else 'RCPS' end, 500000000 + n, date '2021-02-01' + (n % 1200),
              case when n % 3 = 0 then 'LAB_COMPANY' else 'TECH_TRANSFER' end, 'STARTUP', false, ${WITNESS} from ${each}`,
    );
    // Every deal was decided about, a third of them twice.
    const decide = (decision, route, on, where) =>
      owner.query(
        `insert into classification (investment_id, decision, route, company_basis, effective_on, reason, decided_by, rule_version, known_at, command_id)
         select ${deal}, ${decision}, '${route}', 'STARTUP', '${on}', '판정', gen_random_uuid(), '1', ${WITNESS} from ${each} where ${where}`,
      );
    await decide(`case when n % 4 = 0 then 'NOT_QUALIFIED' else 'QUALIFIED' end`, 'TECH_TRANSFER', '2024-06-01', 'true');
    await decide(`'QUALIFIED'`, 'LAB_COMPANY', '2024-06-02', 'n % 3 = 0');
    await owner.query(`insert into deal_trait (investment_id, dimension, value, effective_on, known_at, command_id) select ${deal}, 'region', case when n % 5 = 0 then '대전' else '서울' end, '2021-02-01', ${WITNESS} from ${each}`);
    await layRules(owner);
    await layLines(owner, { deals, lines });
  });
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
}

async function layTerms(owner) {
  const terms = { 'fund.obligation.ratio-basis-points': '5000', 'fund.obligation.denominator': '"COMMITTED"', 'fund.obligation.deadline': '"2030-01-03"', 'fund.lifetime-expenses-won': '"130000000000"' };
  for (const [key, value] of Object.entries(terms)) {
    await owner.query(`insert into policy (scope, key, value, effective_from, clause, source, known_at, command_id) values ('fund/${FUND}', '${key}', '${value}', '2021-01-04', '규약', 'AGREEMENT', ${WITNESS})`);
  }
}

async function layCapital(owner) {
  await owner.query(`insert into capital_call (id, fund_id, number, purpose, due_on, known_at, command_id) values ('${CALL}', '${FUND}', 1, '출자', '2021-02-01', ${WITNESS})`);
  await owner.query(`insert into capital_call_share (call_id, partner_id, amount_won) values ('${CALL}', '${PARTNER}', ${COMMITTED})`);
  await owner.query(`insert into capital_receipt (id, call_id, partner_id, value_on, amount_won, known_at, command_id) values ('${idOf('bench receipt')}', '${CALL}', '${PARTNER}', '2021-02-01', ${COMMITTED}, ${WITNESS})`);
}

async function layRules(owner) {
  for (const [name, ratio, counts] of RULES) {
    await owner.query(
      `insert into mandate_rule (id, rule_id, version, level, fund_id, name_ko, name_en, counts, denominator, ratio_basis_points, measure, test, starts_on, grace_days, cure_days, clause, source, effective_from, known_at, command_id)
       values ('${idOf(`bench version ${name}`)}', '${idOf(`bench rule ${name}`)}', 1, 'FUND', '${FUND}', '${name}', '${name}', '${counts}', 'COMMITTED', ${ratio}, 'CUMULATIVE_COST',
               '{"kind":"BY_DEADLINE","deadlineOn":"2030-01-03"}', '2021-01-04', 0, 0, '공고', 'NOTICE', '2021-01-04', ${WITNESS})`,
    );
  }
}

/** Lines over one cash account and one cost account for each deal. */
async function layLines(owner, { deals, lines }) {
  const book = `fund/${FUND}`;
  const account = (chart, rows) =>
    owner.query(
      `with laid as materialized (select * from (${rows}) as r (id, key)),
            added as (insert into ledger_account (id, key, book, chart, unit, normal_side) overriding system value select l.id, l.key, '${book}', c.code, c.unit, c.normal_side from laid l, ledger_chart c where c.code = '${chart}')
       insert into account_balance (account_id, balance, held, floor, effective_floor) select l.id, 0, 0, c.floor, c.floor from laid l, ledger_chart c where c.code = '${chart}'`,
    );
  await account('fund.cash', `select ${FIRST_ACCOUNT}::bigint, '${book}/fund.cash'`);
  await account('fund.investment-cost', `select ${FIRST_ACCOUNT}::bigint + n, '${book}/fund.investment-cost/' || ${sqlId(`'bench deal ' || n`)} from generate_series(1, ${deals}) as n`);
  const entries = `generate_series(0, ${Math.ceil(lines / LINES_AN_ENTRY) - 1}) as e`;
  await owner.query(
    `insert into journal_entry (id, posting, book, effective_on, known_at, command_id, subject_kind, subject_id, memo)
     select ${FIRST_ENTRY} + e, 'fund.investment-paid', '${book}', date '2021-02-01' + (e % 1200)::int, ${WITNESS}, 'investment', ${sqlId(`'bench deal ' || (1 + e % ${deals})`)}, 'laid' from ${entries}`,
  );
  await owner.query(
    `insert into entry_line (entry_id, line_no, account_id, side, amount, fiscal_year)
     select ${FIRST_ENTRY} + e, line.no, line.account, line.side, 1000000, extract(year from date '2021-02-01' + (e % 1200)::int)
       from ${entries} cross join lateral (values (1, ${FIRST_ACCOUNT}::bigint + 1 + e % ${deals}, 'D'), (2, ${FIRST_ACCOUNT}::bigint, 'C')) as line (no, account, side)`,
  );
}
