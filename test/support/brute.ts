import { invariant } from '#libs/errors';
import type { Json } from './client.js';

/** A property and its values as the contract words them; a class is any one group of which every condition holds, none: every deal. */
export type Groups = readonly Json[];
export type Traits = Readonly<Record<string, string>>;

/** A deal as a page of facts has it, in won. */
export interface FactDeal {
  readonly id: string;
  readonly fund: number;
  readonly amount: bigint;
  sold: bigint;
  voided: boolean;
  readonly company: number;
  readonly quarter: string;
  readonly traits: Record<string, string>;
}

export interface FactFund {
  readonly committed: bigint;
  readonly expenses: bigint;
  readonly paidIn: bigint;
  readonly stake: bigint;
}

/** A rule as it was put in; without tests it holds at all times. `endless`: it bars also after its last day. */
export interface FactRule {
  readonly id: string;
  readonly funds: readonly number[];
  readonly groups: Groups;
  readonly base: 'COMMITTED' | 'PAID_IN' | 'INVESTED' | 'COMMITTED_MINUS_FEES' | 'FIXED_AMOUNT' | 'PARTNER_STAKE';
  readonly fixed: bigint;
  readonly ratio: number;
  readonly outstanding: boolean;
  readonly tests: readonly { readonly on: string; readonly ratio: number }[];
  /** Last days of grace and of cure after the last test. */
  readonly graceTo: string;
  readonly cureTo: string;
  readonly endless: boolean;
}

/** A limit on a class of deals of one fund, or of all of them together. */
export interface FactLimit {
  readonly rule: string;
  readonly applies: (deal: FactDeal) => boolean;
  readonly counts: (other: FactDeal, deal: FactDeal) => boolean;
  readonly cap: (fund: number) => bigint;
  readonly broken: (fund: number) => 'WARN' | 'BLOCK';
}

export interface Facts {
  readonly today: string;
  readonly funds: readonly FactFund[];
  readonly deals: FactDeal[];
  readonly rules: readonly FactRule[];
  readonly limits: readonly FactLimit[];
}

/** Where the capital that is left may end up: won put into each fund, and how many of them count for each rule. */
interface End {
  readonly spent: readonly number[];
  readonly added: readonly number[];
}

const VALUES: Readonly<Record<string, readonly string[]>> = { region: ['-', '가', '나', '다'], shares: ['NEW', 'SECONDARY'], place: ['DOMESTIC', 'OVERSEAS'], purpose: ['-', 'PUBLIC_TECHNOLOGY'] };

function isOf(traits: Traits, groups: Groups): boolean {
  if (groups.length === 0) return true;
  return groups.some(({ conditions }) => (conditions as Json[]).every(({ dimension, values, negated }) => (values as string[]).includes(traits[dimension as string] ?? '') !== (negated === true)));
}

const total = (list: readonly bigint[]): bigint => list.reduce((sum, each) => sum + each, 0n);
const standing = ({ deals }: Facts): FactDeal[] => deals.filter(({ voided }) => !voided);
const inRule = (facts: Facts, { funds }: FactRule): FactDeal[] => standing(facts).filter(({ fund }) => funds.includes(fund));
const moves = ({ base }: FactRule): boolean => base === 'INVESTED';

/** The least whole amount that is `ratio` hundredths of a percent of the base. */
const asked = (base: bigint, ratio: number): bigint => (base * BigInt(ratio) + 9_999n) / 10_000n;
const investedIn = (facts: Facts, fund: number): bigint => total(standing(facts).filter((deal) => deal.fund === fund).map(({ amount }) => amount));
export const leftIn = (facts: Facts, fund: number): bigint => {
  const { committed = 0n, expenses = 0n } = facts.funds[fund] ?? {};
  const left = committed - expenses - investedIn(facts, fund);
  return left > 0n ? left : 0n;
};

export const countedFor = (facts: Facts, rule: FactRule): bigint =>
  total(inRule(facts, rule).filter(({ traits }) => isOf(traits, rule.groups)).map(({ amount, sold }) => (rule.outstanding ? amount - sold : amount)));

function baseOf(facts: Facts, rule: FactRule, inTheEnd = false): bigint {
  if (rule.base === 'FIXED_AMOUNT') return rule.fixed;
  return total(
    rule.funds.map((index): bigint => {
      const fund = facts.funds[index];
      if (fund === undefined) return 0n;
      switch (rule.base as Exclude<FactRule['base'], 'FIXED_AMOUNT'>) {
        case 'COMMITTED':
          return fund.committed;
        case 'PAID_IN':
          return inTheEnd ? fund.committed : fund.paidIn;
        case 'INVESTED':
          return investedIn(facts, index);
        case 'COMMITTED_MINUS_FEES':
          return fund.committed - fund.expenses;
        case 'PARTNER_STAKE':
          return fund.stake;
      }
    }),
  );
}

const finalRatio = (rule: FactRule): number => rule.tests.at(-1)?.ratio ?? rule.ratio;
const isOpen = (rule: FactRule, today: string): boolean => rule.endless || rule.tests.length === 0 || today < (rule.tests.at(-1)?.on ?? '') || today < rule.cureTo;

/** What a rule lacks in whole won when nothing more is invested, on a base that investing does not move. */
const lacking = (facts: Facts, rule: FactRule): bigint => asked(baseOf(facts, rule, true), finalRatio(rule)) - countedFor(facts, rule);

/** Every way to spend what is left, won by won, over every kind of deal there is. More than a rule lacks is not told apart. */
function ends(facts: Facts, rules: readonly FactRule[]): End[] {
  const left = facts.funds.map((_, fund) => Number(leftIn(facts, fund)));
  const most = left.reduce((sum, each) => sum + each, 0);
  // A fund with more left than that is no fund to try out won by won.
  invariant(most <= 40, `${most} won are left`);
  const needs = rules.map((rule) => (moves(rule) ? most : Math.min(most + 1, Math.max(0, Number(lacking(facts, rule))))));
  const kinds = kindsFor(rules);
  const seen = new Map<string, End>();
  let edge: End[] = [{ spent: left.map(() => 0), added: rules.map(() => 0) }];
  while (edge.length > 0) {
    const next: End[] = [];
    for (const end of edge) {
      const key = `${end.spent.join()}/${end.added.join()}`;
      if (seen.has(key)) continue;
      seen.set(key, end);
      for (const [fund, most] of left.entries()) {
        if ((end.spent[fund] ?? 0) >= most) continue;
        const spent = end.spent.map((won, index) => (index === fund ? won + 1 : won));
        for (const kind of kinds) next.push({ spent, added: end.added.map((won, index) => Math.min(needs[index] ?? 0, won + (kind[index] === true && rules[index]?.funds.includes(fund) === true ? 1 : 0))) });
      }
    }
    edge = next;
  }
  return [...seen.values()];
}

/** The kinds of deal that differ for these rules. */
function kindsFor(rules: readonly FactRule[]): boolean[][] {
  let all: Traits[] = [{}];
  for (const [dimension, values] of Object.entries(VALUES)) all = all.flatMap((traits) => values.map((value) => ({ ...traits, [dimension]: value })));
  const kinds = all.map((traits) => rules.map((rule) => isOf(traits, rule.groups)));
  return [...new Map(kinds.map((kind) => [kind.join(), kind])).values()];
}

function isMetAt(facts: Facts, rule: FactRule, end: End, added: number): boolean {
  if (!moves(rule)) return BigInt(added) >= lacking(facts, rule);
  const spent = BigInt(rule.funds.reduce((sum, fund) => sum + (end.spent[fund] ?? 0), 0));
  return (countedFor(facts, rule) + BigInt(added)) * 10_000n >= BigInt(finalRatio(rule)) * (baseOf(facts, rule) + spent);
}

/** Whether all of these can still be met, all at once. */
const canBeMet = (facts: Facts, rules: readonly FactRule[]): boolean => ends(facts, rules).some((end) => rules.every((rule, index) => isMetAt(facts, rule, end, end.added[index] ?? 0)));

/** Where one rule stands by the words of docs/domain.md §2.3. */
export function verdictOf(facts: Facts, rule: FactRule): { base: bigint; counted: bigint; required: bigint; met: boolean; verdict: string } {
  const [base, counted] = [baseOf(facts, rule), countedFor(facts, rule)];
  const due = rule.tests.filter(({ on }) => on <= facts.today).at(-1);
  const required = asked(base, due?.ratio ?? finalRatio(rule));
  const met = counted >= required;
  const shown = { base, counted, required, met };
  if (rule.tests.length === 0) return { ...shown, verdict: met ? 'MET' : 'NOT_MET' };
  if (due !== undefined && !met) {
    const over = facts.today >= rule.cureTo && due === rule.tests.at(-1);
    if (over) return { ...shown, verdict: 'NOT_MET' };
    if (!canBeMet(facts, [rule])) return { ...shown, verdict: 'UNREACHABLE' };
    return { ...shown, verdict: facts.today < rule.graceTo ? 'IN_GRACE' : 'CURABLE' };
  }
  if (counted >= asked(base, finalRatio(rule))) return { ...shown, verdict: 'MET' };
  return { ...shown, verdict: canBeMet(facts, [rule]) ? 'IN_PROGRESS' : 'UNREACHABLE' };
}

/** The rules that bear on a fund, and on every fund that these tie to it. */
function tiedTo(facts: Facts, fund: number): FactRule[] {
  const ties = facts.rules.some(({ funds }) => funds.length > 1);
  return facts.rules.filter(({ funds }) => ties || funds.includes(fund));
}

/**
 * What the rules say to a deal of any amount up to what is left: whether they let it be made. Answers by amount, in won; null where
 * they cannot all be met any more, whatever is done.
 */
export function admittedAmounts(facts: Facts, deal: Pick<FactDeal, 'fund' | 'traits'>): ((amount: bigint) => boolean) | null {
  const open = tiedTo(facts, deal.fund).filter((rule) => isOpen(rule, facts.today));
  const all = ends(facts, open);
  if (!all.some((end) => open.every((rule, index) => isMetAt(facts, rule, end, end.added[index] ?? 0)))) return null;
  const counts = open.map((rule) => rule.funds.includes(deal.fund) && isOf(deal.traits, rule.groups));
  const left = Number(leftIn(facts, deal.fund));
  const needs = open.map((rule) => (moves(rule) ? 0n : lacking(facts, rule)));
  return (amount) => {
    if (amount > BigInt(left)) return false;
    const own = Number(amount);
    const isKept = open.every((rule, index) => rule.tests.length > 0 || !rule.funds.includes(deal.fund) || holdsAfter(facts, rule, amount, counts[index] === true));
    if (!isKept) return false;
    return all.some((end) => {
      if ((end.spent[deal.fund] ?? 0) > left - own) return false;
      const after = { ...end, spent: end.spent.map((won, fund) => (fund === deal.fund ? won + own : won)) };
      return open.every((rule, index) => {
        const added = (end.added[index] ?? 0) + (counts[index] === true ? own : 0);
        return moves(rule) ? isMetAt(facts, rule, after, added) : BigInt(added) >= (needs[index] ?? 0n);
      });
    });
  };
}

/** A rule that holds at all times holds right after the deal; one that is broken is not broken further. */
function holdsAfter(facts: Facts, rule: FactRule, amount: bigint, counts: boolean): boolean {
  const [counted, base] = [countedFor(facts, rule), baseOf(facts, rule)];
  const isMet = (more: bigint, of: bigint): boolean => (counted + more) * 10_000n >= BigInt(rule.ratio) * (base + of);
  return isMet(counts ? amount : 0n, amount) || (!isMet(0n, 0n) && counts);
}

/** Whether a rule has an account of its own: one fund's, beside its main obligation, still open, on a base that deals do not move. */
export const hasRoom = (facts: Facts, rule: FactRule): boolean => rule.funds.length === 1 && !rule.endless && !moves(rule) && isOpen(rule, facts.today);

/** What that account is to hold: K − T − required + M, also below zero. */
export function roomBy(facts: Facts, rule: FactRule): bigint {
  const [index = 0] = rule.funds;
  const { committed = 0n, expenses = 0n } = facts.funds[index] ?? {};
  return committed - expenses - investedIn(facts, index) - lacking(facts, rule);
}

/** What each limit that the deal is of the class of says to it. */
export function limitsOn(facts: Facts, deal: FactDeal): Record<string, string> {
  const said = facts.limits
    .filter((limit) => limit.applies(deal))
    .map((limit) => {
      const after = total(standing(facts).filter((other) => limit.counts(other, deal)).map(({ amount }) => amount)) + deal.amount;
      return [limit.rule, after <= limit.cap(deal.fund) ? 'PASS' : limit.broken(deal.fund)] as const;
    });
  return Object.fromEntries(said);
}
