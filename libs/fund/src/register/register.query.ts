import type { Tx } from '#libs/database';
import { basisPoints, won, ZERO_WON, type BasisPoints } from '#libs/money';
import type { LocalDate } from '#libs/calendar';
import { OBLIGATION_BASES } from '../obligation/obligation.js';
import { FUND_POLICIES } from '../fund/fund.policy.js';
import type {
  CallPaymentFact,
  DistributionFact,
  ExitFact,
  ExpenseFact,
  FundFact,
  InvestmentFact,
  PartnerFact,
  RegisterFacts,
  ValuationFact,
} from './register.js';

/** Which part of the record. */
export interface RegisterScope {
  /** Null for all funds. */
  readonly fundId: string | null;
  readonly knownBefore: Date;
  /** Voided deals keep their numbers, so an import has to see them; figures must not. */
  readonly withVoided: boolean;
}

/** What is on record, in the words of the register: for an import to compare with, and for figures to be computed from. */
export async function recordedRegister(tx: Tx, scope: RegisterScope): Promise<RegisterFacts> {
  const rowsOf = (sql: string): Promise<Row[]> => tx.query(sql, [scope.fundId, scope.knownBefore]);
  return {
    funds: await recordedFunds(tx, scope),
    partners: await recordedPartners(tx, scope),
    callPayments: await recordedCallPayments(tx, scope),
    investments: await recordedInvestments(tx, scope),
    exits: (await rowsOf(EXITS)).map(amounts<ExitFact>('proceedsWon', 'costWon', 'expenseWon', 'shares')),
    distributions: (await rowsOf(DISTRIBUTIONS)).map(amounts<DistributionFact>('amountWon')),
    valuations: (await rowsOf(VALUATIONS)).map(amounts<ValuationFact>('fairValueWon', 'impairmentWon')),
    expenses: (await tx.query<Row[]>(EXPENSES, [scope.fundId, scope.knownBefore, scope.withVoided])).map(amounts<ExpenseFact>('baseWon', 'billedWon', 'paidWon')),
  };
}

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Rows come with amounts as text; this makes the named ones bigint again. */
function amounts<Fact>(...names: (keyof Fact & string)[]): (row: Row) => Fact {
  return (row) => {
    const converted = names.map((name) => [name, typeof row[name] === 'string' ? won(row[name]) : null] as const);
    return { ...row, ...Object.fromEntries(converted) } as Fact;
  };
}

interface FundRow {
  readonly number: string;
  readonly name: string;
  readonly generalPartner: string;
  readonly custodian: string;
  readonly committed: string;
  readonly unit: string;
  readonly foundedOn: LocalDate;
  readonly registeredOn: LocalDate | null;
  readonly investmentFrom: LocalDate;
  readonly investmentTo: LocalDate;
  readonly lifeTo: LocalDate;
  readonly terms: Readonly<Record<string, unknown>>;
}

async function recordedFunds(tx: Tx, scope: RegisterScope): Promise<FundFact[]> {
  const rows: FundRow[] = await tx.query(
    `select f.number, f.name, g.name as "generalPartner", f.custodian, f.unit_won::text as unit, f.founded_on as "foundedOn",
            f.registered_on as "registeredOn", f.investment_from as "investmentFrom", f.investment_to as "investmentTo", f.life_to as "lifeTo",
            f.committed_won::text as committed,
            (select coalesce(json_object_agg(o.key, o.value), '{}'::json)
               from (select distinct on (key) key, value from policy where scope = 'fund/' || f.id and known_at < $2 order by key, effective_from desc, known_at desc, id desc) o) as terms
       from fund f join party g on g.id = f.general_partner_id
      where ($1::uuid is null or f.id = $1) and f.known_at < $2 order by f.number`,
    [scope.fundId, scope.knownBefore],
  );
  return rows.map(({ committed, unit, terms, ...row }) => {
    const ratio = (key: string): BasisPoints | null => (typeof terms[key] === 'number' ? basisPoints(terms[key]) : null);
    const amount = (key: string) => (typeof terms[key] === 'string' ? won(terms[key]) : null);
    return {
      ...row,
      committedWon: won(committed),
      unitWon: won(unit),
      feeMethod: typeof terms[FUND_POLICIES.feeMethod] === 'string' ? (terms[FUND_POLICIES.feeMethod] as string) : '',
      feeOnCommitments: ratio(FUND_POLICIES.feeOnCommitments),
      feeOnOutstanding: ratio(FUND_POLICIES.feeOnOutstanding),
      hurdle: ratio(FUND_POLICIES.hurdle),
      carry: ratio(FUND_POLICIES.carry),
      obligationRatio: ratio(FUND_POLICIES.obligationRatio) ?? basisPoints(0),
      obligationBasis: OBLIGATION_BASES.find((basis) => basis === terms[FUND_POLICIES.obligationBasis]) ?? 'COMMITTED',
      obligationFixedBaseWon: amount(FUND_POLICIES.obligationFixedBase),
      lifetimeExpensesWon: amount(FUND_POLICIES.lifetimeExpenses) ?? ZERO_WON,
      singleCompanyCap: ratio(FUND_POLICIES.singleCompanyCap),
      overdueRate: ratio(FUND_POLICIES.overdueRate),
      recycling: terms[FUND_POLICIES.recycling] === true,
      clauses: {},
    };
  });
}

type PartnerRow = Omit<PartnerFact, 'commitmentWon' | 'units' | 'earlier'> & { readonly commitment: string; readonly units: string; readonly moves: readonly Move[] };

/** Units that came to a partner, or went where they are below zero. */
interface Move {
  readonly on: LocalDate;
  readonly commitment: string;
  readonly units: string;
}

/** Partners with what they hold after the transfers known by then; whoever is a partner by a transfer not yet known is none. */
async function recordedPartners(tx: Tx, scope: RegisterScope): Promise<PartnerFact[]> {
  const rows: PartnerRow[] = await tx.query(
    `select f.number as fund, y.name, p.kind, y.business_number as "businessNumber", p.commitment_won::text as commitment,
            p.units::text, p.signed_on as "signedOn", p.contact, m.moves
       from fund_partner p join fund f on f.id = p.fund_id join party y on y.id = p.party_id
       cross join lateral (
         select coalesce(json_agg(json_build_object('on', t.effective_on, 'commitment', (s.sign * t.commitment_won)::text, 'units', (s.sign * t.units)::text) order by t.number), '[]'::json) as moves
           from commitment_transfer t cross join lateral (select case when t.to_id = p.id then 1 else -1 end as sign) s
          where p.id in (t.from_id, t.to_id) and t.known_at < $2) m
      where ($1::uuid is null or f.id = $1) and p.known_at < $2 and (p.units > 0 or json_array_length(m.moves) > 0) order by f.number, p.ordinal`,
    [scope.fundId, scope.knownBefore],
  );
  return rows.map(holding);
}

function holding({ commitment, units, moves, ...partner }: PartnerRow): PartnerFact {
  let held = { commitmentWon: won(commitment), units: BigInt(units) };
  const earlier = moves.map((move) => {
    const before = { until: move.on, ...held };
    held = { commitmentWon: won(held.commitmentWon + BigInt(move.commitment)), units: held.units + BigInt(move.units) };
    return before;
  });
  return { ...partner, ...held, ...(earlier.length === 0 ? {} : { earlier }) };
}

/** A call share with its first receipt is one row of the register; later receipts are rows of their own without a call amount. */
async function recordedCallPayments(tx: Tx, scope: RegisterScope): Promise<CallPaymentFact[]> {
  const rows: Row[] = await tx.query(
    `select f.number as fund, k.number as call, k.notice_on as "noticeOn", k.due_on as "dueOn", y.name as partner,
            case when coalesce(r.place, 1) = 1 then s.amount_won::text end as "calledWon",
            r.value_on as "valueOn", r.amount_won::text as "receivedWon", r.note
       from capital_call k
       join fund f on f.id = k.fund_id
       join capital_call_share s on s.call_id = k.id
       join fund_partner p on p.id = s.partner_id
       join party y on y.id = p.party_id
       left join lateral (select value_on, amount_won, note, row_number() over (order by value_on, recorded_at, id) as place
                            from capital_receipt where call_id = k.id and partner_id = p.id and known_at < $2
                             and ($3 or id in (select s.id from receipts_standing($2) s))) r on true
      where ($1::uuid is null or f.id = $1) and k.known_at < $2
      order by f.number, k.number, p.ordinal, r.place`,
    [scope.fundId, scope.knownBefore, scope.withVoided],
  );
  return rows.map(amounts<CallPaymentFact>('calledWon', 'receivedWon'));
}

async function recordedInvestments(tx: Tx, scope: RegisterScope): Promise<InvestmentFact[]> {
  const rows: Row[] = await tx.query(
    `select f.number as fund, i.number, i.kind, i.committee_on as "committeeOn", i.paid_on as "paidOn", y.name as company,
            coalesce(y.business_number, '') as "businessNumber", y.incorporated_on as "incorporatedOn", i.instrument,
            i.amount_won::text as "amountWon", i.shares::text, i.price_per_share_won::text as "pricePerShareWon", i.round,
            i.claimed_route as route, i.company_basis as "companyBasis", o.number as origin, i.note,
            (select coalesce(json_agg(json_build_object('kind', e.kind, 'issuedOn', e.issued_on) order by e.recorded_at, e.id), '[]'::json)
               from evidence e where e.investment_id = i.id and e.known_at < $2) as evidence,
            (select coalesce(json_agg(json_build_object('decision', c.decision, 'effectiveOn', c.effective_on,
                      'decidedOn', (c.known_at at time zone 'Asia/Seoul')::date) order by c.known_at, c.id), '[]'::json)
               from classification c where c.investment_id = i.id and c.known_at < $2) as decisions
       from investment i join fund f on f.id = i.fund_id join party y on y.id = i.company_id left join investment o on o.id = i.origin_id
      where ($1::uuid is null or f.id = $1) and i.known_at < $2
        and ($3 or not exists (select 1 from investment_void v where v.investment_id = i.id and v.known_at < $2))
      order by f.number, i.recorded_at, i.number`,
    [scope.fundId, scope.knownBefore, scope.withVoided],
  );
  return rows.map(amounts<InvestmentFact>('amountWon', 'shares', 'pricePerShareWon'));
}

const EXITS = `
  select f.number as fund, i.number as investment, x.kind, x.exited_on as "exitedOn", x.shares::text, x.proceeds_won::text as "proceedsWon",
         x.cost_won::text as "costWon", x.expense_won::text as "expenseWon", x.counterparty, x.note
    from investment_exit x join investment i on i.id = x.investment_id join fund f on f.id = i.fund_id
   where ($1::uuid is null or f.id = $1) and x.known_at < $2 order by f.number, x.exited_on, x.id`;

const DISTRIBUTIONS = `
  select f.number as fund, d.number, y.name as partner, d.paid_on as "paidOn", d.amount_won::text as "amountWon", d.source, d.note
    from distribution d join fund f on f.id = d.fund_id join fund_partner p on p.id = d.partner_id join party y on y.id = p.party_id
   where ($1::uuid is null or f.id = $1) and d.known_at < $2 order by f.number, d.number, p.ordinal, d.id`;

const VALUATIONS = `
  select f.number as fund, i.number as investment, v.valued_on as "valuedOn", v.fair_value_won::text as "fairValueWon",
         v.impairment_won::text as "impairmentWon", v.method, v.note
    from valuation v join investment i on i.id = v.investment_id join fund f on f.id = i.fund_id
   where ($1::uuid is null or f.id = $1) and v.known_at < $2
     -- of two about one day the one known last: it corrects the other
     and not exists (select 1 from valuation w where w.investment_id = v.investment_id and w.valued_on = v.valued_on and w.known_at > v.known_at and w.known_at < $2)
   order by f.number, v.valued_on, i.number`;

const EXPENSES = `
  select f.number as fund, e.kind, e.label, e.period_from as "periodFrom", e.period_to as "periodTo", e.base_won::text as "baseWon", e.rate,
         e.billed_won::text as "billedWon", e.paid_on as "paidOn", e.paid_won::text as "paidWon", e.note
    from fund_expense e join fund f on f.id = e.fund_id
   where ($1::uuid is null or f.id = $1) and e.known_at < $2
     and ($3 or not exists (select 1 from fund_expense_void v where v.expense_id = e.id and v.known_at < $2))
   order by f.number, e.paid_on, e.id`;
