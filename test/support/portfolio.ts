import { randomUUID } from 'node:crypto';
import { invariant } from '#libs/errors';
import { countedFor, type FactDeal, type FactFund, type FactLimit, type FactRule, type Facts, type Groups, type Traits } from './brute.js';
import { Client, type Answer, type Json } from './client.js';
import { callAndReceive } from './distributions.js';
import { businessNumber, decision, deal as dealForm, formFund } from './funds.js';
import { decidedRule } from './mandates.js';
import { withSql } from './sql.js';

const [manager, compliance] = [Client.as('manager'), Client.as('compliance')];
const MILLION = 1_000_000n;

/** What is drawn for one portfolio; small numbers are won that are left to a limit, or lacking to a rule. */
export interface Draw {
  readonly sizes: readonly [number, number];
  readonly tails: readonly [number, number];
  readonly lack: readonly number[];
  readonly toLimit: readonly number[];
  readonly blocks: readonly boolean[];
  readonly drawn: readonly DrawnRule[];
}

export interface DrawnRule {
  readonly level: 'FUND' | 'GENERAL_PARTNER' | 'PROGRAMME';
  /** Of CLASSES; bases that are as they are have a class of their own, of which the large deals leave a few won lacking. */
  readonly groups: number;
  readonly base: FactRule['base'];
  readonly ratio: number;
  readonly when: 'AHEAD' | 'MILESTONES' | 'IN_GRACE' | 'CURABLE' | 'OVER';
  readonly outstanding: boolean;
}

const is = (dimension: string, ...values: string[]): Json => ({ dimension, values });
const not = (dimension: string, ...values: string[]): Json => ({ dimension, values, negated: true });
const all = (...conditions: Json[]): Json => ({ conditions });

/** Nested, overlapping and excluding classes of deals. */
export const CLASSES: readonly Groups[] = [
  [all(is('region', '가'))],
  [all(is('region', '가', '나'))],
  [all(is('region', '나'), is('shares', 'NEW'))],
  [all(is('purpose', 'PUBLIC_TECHNOLOGY'))],
  [all(is('purpose', 'PUBLIC_TECHNOLOGY'), is('region', '나'))],
  [all(is('region', '다')), all(is('shares', 'SECONDARY'))],
  [all(not('region', '가', '나'))],
  [all(is('place', 'OVERSEAS'), not('region', '가'))],
  [],
];

const CITY: Groups = [all(is('region', '나'))];
/** What is asked on a base that nobody can choose, so that the large deals can be made to fit it. */
const FITTED: Readonly<Partial<Record<FactRule['base'], { readonly groups: Groups; readonly ratio: number }>>> = {
  COMMITTED: { groups: CITY, ratio: 1500 },
  PAID_IN: { groups: CITY, ratio: 1500 },
  PARTNER_STAKE: { groups: CITY, ratio: 2500 },
  COMMITTED_MINUS_FEES: { groups: CITY, ratio: 1650 },
  INVESTED: { groups: [all(not('place', 'OVERSEAS'))], ratio: 9450 },
};

/** A day so many days from today. */
const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

const TESTS: Readonly<Record<DrawnRule['when'], { readonly days: readonly number[]; readonly graceDays: number; readonly cureDays: number }>> = {
  AHEAD: { days: [400], graceDays: 0, cureDays: 0 },
  MILESTONES: { days: [-200, 400], graceDays: 0, cureDays: 0 },
  IN_GRACE: { days: [-100], graceDays: 200, cureDays: 0 },
  CURABLE: { days: [-100], graceDays: 30, cureDays: 200 },
  OVER: { days: [-100], graceDays: 10, cureDays: 20 },
};

const CAPS = { company: 2000, abroad: 500, old: 500, quarter: 500, listed: 2000 };
const MAIN = 5000;
const EARLIER = '2024-06-03';
/** The quarter of the secondary deal and of every small one. */
const NOW = '2025-02-03';
const quarterOf = (on: string): string => `${on.slice(0, 4)}-${Math.ceil(Number(on.slice(5, 7)) / 3)}`;

/**
 * Two funds of one manager in a programme of their own, over HTTP. Each is invested up to its last few won, in large deals that
 * stand a few won short of its limits and rules: what is left can be tried out won by won.
 */
export class Portfolio {
  readonly facts: Facts;
  readonly fundIds: string[] = [];
  private readonly committed: readonly bigint[];
  private readonly companies: Json[] = Array.from({ length: 8 }, (_, index) => ({ name: `(주)회사${index}`, businessNumber: businessNumber(), incorporatedOn: '2022-03-02' }));
  private readonly funds: FactFund[] = [];
  private readonly rules: FactRule[] = [];
  private programmeId = '';

  constructor(private readonly draw: Draw) {
    this.committed = draw.sizes.map((size) => BigInt(size) * 1_000n * MILLION);
    this.facts = { today: day(0), funds: this.funds, deals: [], rules: this.rules, limits: this.limits() };
  }

  /** Founds the funds, invests all but the last won, then lays down the terms and rules. */
  async lay(): Promise<void> {
    const code = `R-${randomUUID().slice(0, 8)}`;
    const programme = made(await manager.post('/programmes', { code, nameKo: '임의 사업', nameEn: 'Random programme', horizonFrom: '2024-01-01', horizonTo: '2034-12-31' }));
    this.programmeId = programme.id as string;
    const vintage = made(await manager.post(`/programmes/${this.programmeId}/vintages`, { year: 2024 }));
    const general = businessNumber();
    for (const fund of [0, 1]) await this.found(fund, vintage.id as string, general);
    for (const [index, drawn] of this.draw.drawn.entries()) await this.rule(drawn, index);
  }

  private async found(fund: number, vintageId: string, general: string): Promise<void> {
    const committed = this.committed[fund] ?? 0n;
    const large = this.largeDeals(fund);
    const invested = large.reduce((sum, { amount }) => sum + amount, 0n);
    const expenses = committed - invested - BigInt(this.draw.tails[fund] ?? 0);
    const share = (percent: bigint): string => String((committed * percent) / 100n);
    const partners = [
      { name: '임의 모태', kind: 'SPECIAL_LIMITED', businessNumber: businessNumber(), commitmentWon: share(60n) },
      { name: '임의 공제회', kind: 'LIMITED', businessNumber: businessNumber(), commitmentWon: share(38n) },
      { name: '임의 지주', kind: 'GENERAL', businessNumber: general, commitmentWon: share(2n) },
    ];
    const { id } = await formFund(manager, { vintageId, partners, obligationRatioBasisPoints: 0, lifetimeExpensesWon: String(expenses), singleCompanyCapBasisPoints: CAPS.company });
    this.fundIds.push(id);
    this.funds.push({ committed, expenses, paidIn: committed / 10n, stake: (committed * 6n) / 10n });
    await callAndReceive(id, String(committed / 10n), '2024-02-01');
    for (const { company, amount, traits, on } of large) {
      const recorded = await this.record(fund, company, amount, traits, on);
      invariant(recorded.status === 201, `a large deal answered ${recorded.status}: ${recorded.bytes.toString()}`);
    }
    made(await manager.post(`/funds/${id}/agreement/versions`, { title: '규약', decidedOn: '2025-12-01', effectiveFrom: '2026-01-01', summary: '조건', terms: this.terms(fund) }));
    const deadline = [{ on: '2028-01-14', ratio: MAIN }];
    this.rules.push({ id: `main:${id}`, funds: [fund], groups: [all(is('purpose', 'PUBLIC_TECHNOLOGY'))], base: 'COMMITTED', fixed: 0n, ratio: MAIN, outstanding: false, tests: deadline, graceTo: '2028-01-14', cureTo: '2028-01-14', endless: true });
  }

  /** Every one of them a few won below a limit; the last ones leave the main obligation and a city's share a few won short. */
  private largeDeals(fund: number): { company: number; amount: bigint; traits: Record<string, string>; on: string }[] {
    const committed = this.committed[fund] ?? 0n;
    const part = (ratio: number): bigint => (committed * BigInt(ratio)) / 10_000n;
    const [first = 0, second = 0, third = 0, fourth = 0] = this.draw.toLimit.slice(fund * 4);
    const [own, abroad, old, listed] = [part(CAPS.company) - BigInt(first), part(CAPS.abroad) - BigInt(second), part(CAPS.old) - BigInt(third), part(CAPS.listed) - BigInt(fourth)];
    const lack = BigInt(this.draw.lack[fund] ?? 0);
    const large = [
      { company: 0, amount: own, traits: { region: '가', purpose: 'PUBLIC_TECHNOLOGY' }, on: EARLIER },
      { company: 1, amount: abroad, traits: { region: '-', place: 'OVERSEAS' }, on: EARLIER },
      { company: 2, amount: old, traits: { region: '나', shares: 'SECONDARY' }, on: NOW },
      { company: 3, amount: listed, traits: { region: '가', market: 'LISTED' }, on: EARLIER },
      { company: 4, amount: part(MAIN) - own - lack, traits: { region: '-', purpose: 'PUBLIC_TECHNOLOGY' }, on: EARLIER },
      { company: 5, amount: part(1500) - old - lack, traits: { region: '나' }, on: EARLIER },
    ];
    // 5.5 % of what is invested may be overseas: the last deal lifts it to there and a little further.
    const soFar = large.reduce((sum, { amount }) => sum + amount, 0n);
    return [...large, { company: 6, amount: (abroad * 10_000n) / 550n - soFar + lack * 15n, traits: { region: '다' }, on: EARLIER }];
  }

  private terms(fund: number): Json[] {
    const term = (key: string, value: number | string): Json => ({ key, value: String(value), clause: '규약 제23조' });
    const action = (index: number): string => (this.draw.blocks[fund * 4 + index] === true ? 'BLOCK' : 'WARN');
    return [
      term('fund.obligation.ratio-basis-points', MAIN),
      term('fund.overseas-cap-basis-points', CAPS.abroad), term('fund.overseas-cap.action', action(1)),
      term('fund.secondary-cap-basis-points', CAPS.old), term('fund.secondary-cap.action', action(2)),
      term('fund.quarter-cap-basis-points', CAPS.quarter), term('fund.quarter-cap.action', action(3)),
    ];
  }

  /** What the agreement and the law limit, said a second time. */
  private limits(): FactLimit[] {
    const soft = (index: number) => (fund: number): 'WARN' | 'BLOCK' => (this.draw.blocks[fund * 4 + index] === true ? 'BLOCK' : 'WARN');
    const part = (ratio: number) => (fund: number): bigint => ((this.committed[fund] ?? 0n) * BigInt(ratio)) / 10_000n;
    const has = (dimension: string, value: string) => ({ traits }: FactDeal): boolean => traits[dimension] === value;
    const here = (same: (other: FactDeal, deal: FactDeal) => boolean) => (other: FactDeal, deal: FactDeal): boolean => other.fund === deal.fund && same(other, deal);
    const whole = this.committed.reduce((sum, each) => sum + each, 0n);
    const [abroad, old, listed] = [has('place', 'OVERSEAS'), has('shares', 'SECONDARY'), has('market', 'LISTED')];
    return [
      { rule: 'investment-stays-within-issuer-limit', applies: () => true, counts: here((other, deal) => other.company === deal.company), cap: part(CAPS.company), broken: () => 'WARN' },
      { rule: 'overseas-stays-within-limit', applies: abroad, counts: here(abroad), cap: part(CAPS.abroad), broken: soft(1) },
      { rule: 'secondary-stays-within-limit', applies: old, counts: here(old), cap: part(CAPS.old), broken: soft(2) },
      { rule: 'quarter-stays-within-pace', applies: () => true, counts: here((other, deal) => other.quarter === deal.quarter), cap: part(CAPS.quarter), broken: soft(3) },
      { rule: 'listed-stays-within-limit', applies: listed, counts: here(listed), cap: part(CAPS.listed), broken: () => 'BLOCK' },
      { rule: 'listed-stays-within-general-partner-limit', applies: listed, counts: listed, cap: () => (whole * BigInt(CAPS.listed)) / 10_000n, broken: () => 'BLOCK' },
    ];
  }

  /** A rule that lacks a few won of what the deals on record count for, wherever its base can be chosen so. */
  private async rule(drawn: DrawnRule, index: number): Promise<void> {
    const always = drawn.base === 'INVESTED' && drawn.when === 'AHEAD';
    const level = drawn.base === 'PARTNER_STAKE' ? 'FUND' : drawn.level;
    const fund = index % 2;
    const { days, graceDays, cureDays } = TESTS[drawn.when];
    const last = days.at(-1) ?? 0;
    const { groups, ratio } = FITTED[drawn.base] ?? { groups: CLASSES[drawn.groups] ?? [], ratio: drawn.ratio };
    const unfitted: FactRule = { id: '', funds: level === 'FUND' ? [fund] : [0, 1], groups, base: drawn.base, fixed: 0n, ratio, outstanding: drawn.outstanding, tests: [], graceTo: day(last + graceDays), cureTo: day(last + graceDays + cureDays), endless: false };
    const wanted = countedFor(this.facts, unfitted) + BigInt(this.draw.lack[2 + index] ?? 0);
    const fixed = drawn.base === 'FIXED_AMOUNT' ? (wanted * 10_000n) / BigInt(ratio) + 1n : 0n;
    const tests = always ? [] : days.map((offset, place) => ({ on: day(offset), ratio: days.length > 1 && place === 0 ? ratio - 1 : ratio }));
    const id = await decidedRule(level === 'FUND' ? (this.fundIds[fund] ?? '') : level === 'PROGRAMME' ? this.programmeId : await this.generalPartnerId(), {
      level, counts: groups, denominator: drawn.base, ratioBasisPoints: ratio, measure: drawn.outstanding ? 'OUTSTANDING_COST' : 'CUMULATIVE_COST',
      test: always ? 'AT_ALL_TIMES' : days.length > 1 ? 'MILESTONES' : 'BY_DEADLINE',
      deadlineOn: always || days.length > 1 ? undefined : tests[0]?.on,
      milestones: days.length > 1 && !always ? tests.map(({ on, ratio }) => ({ on, ratioBasisPoints: ratio })) : undefined,
      fixedBaseWon: drawn.base === 'FIXED_AMOUNT' ? String(fixed) : undefined,
      stakePartnerId: drawn.base === 'PARTNER_STAKE' ? await this.stakeholder(fund) : undefined,
      graceDays, cureDays, nameKo: `규칙 ${index}`,
    });
    this.rules.push({ ...unfitted, id, fixed, tests });
  }

  private async generalPartnerId(): Promise<string> {
    return withSql('OWNER', async (sql) => (await sql.query<{ id: string }>('select general_partner_id as id from fund where id = $1', [this.fundIds[0]])).rows[0]?.id ?? '');
  }

  private async stakeholder(fund: number): Promise<string> {
    return ((await manager.get(`/funds/${this.fundIds[fund] ?? ''}`)).body.partners as Json[])[0].id as string;
  }

  /** A deal as the posting path is asked for it. */
  ask(fund: number, company: number, amount: bigint, traits: Traits, changes: Json = {}): Promise<Answer> {
    const old = traits['shares'] === 'SECONDARY';
    const region = traits['region'] === undefined || traits['region'] === '-' ? [] : [{ dimension: 'region', value: traits['region'] }];
    const form = { company: this.companies[company], instrument: old ? 'SECONDARY' : 'RCPS', paidOn: NOW, traits: region, overseas: traits['place'] === 'OVERSEAS', listed: traits['market'] === 'LISTED', ...changes };
    return manager.post(`/funds/${this.fundIds[fund] ?? ''}/investments`, dealForm(String(amount), form));
  }

  /** Records a deal, and has it recognised where its traits say so; what was accepted becomes a fact. */
  async record(fund: number, company: number, amount: bigint, traits: Record<string, string>, on = NOW): Promise<Answer> {
    const { purpose, ...certain } = traits;
    const claim = purpose === undefined || purpose === '-' ? {} : { recognition: { route: 'LAB_COMPANY', companyBasis: 'STARTUP' } };
    const answer = await this.ask(fund, company, amount, certain, { paidOn: on, ...claim });
    if (answer.status !== 201) return answer;
    const fact: FactDeal = { ...this.fact(fund, company, amount, certain, on), id: answer.body.id as string };
    this.facts.deals.push(fact);
    if (claim.recognition === undefined) return answer;
    const decided = await compliance.post(`/investments/${fact.id}/classifications`, decision('QUALIFIED', { effectiveOn: on }));
    if (decided.status === 201) fact.traits['purpose'] = 'PUBLIC_TECHNOLOGY';
    return decided;
  }

  /** A deal as a fact, which nobody has recorded yet. */
  fact(fund: number, company: number, amount: bigint, traits: Traits, on = NOW): FactDeal {
    return { id: '', fund, amount, sold: 0n, voided: false, company, quarter: quarterOf(on), traits: { shares: 'NEW', place: 'DOMESTIC', market: 'UNLISTED', ...traits } };
  }

  async undo(deal: FactDeal): Promise<Answer> {
    const answer = await manager.post(`/investments/${deal.id}/void`, { reason: '시험' });
    if (answer.status === 201) deal.voided = true;
    return answer;
  }

  /** Part of a deal is sold at cost. */
  async sell(deal: FactDeal, cost: bigint): Promise<Answer> {
    const answer = await manager.post(`/funds/${this.fundIds[deal.fund] ?? ''}/exits`, { investmentId: deal.id, kind: 'LISTING', exitedOn: '2025-03-03', proceedsWon: String(cost), costWon: String(cost) });
    if (answer.status === 201) deal.sold += cost;
    return answer;
  }
}

function made(answer: Answer): Json {
  invariant(answer.status === 201, `answered ${answer.status}: ${answer.bytes.toString().slice(0, 600)}`);
  return answer.body;
}
