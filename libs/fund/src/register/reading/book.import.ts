import { normaliseName } from '#libs/identifier';
import { numberKey } from '#libs/sheet';
import type { RegisterLimits } from '../register-limits.rules.js';
import type { ExitFact, FundFact, InvestmentFact, PartnerFact, RegisterFacts } from '../register.js';

type Growing = { -readonly [Key in keyof RegisterFacts]: RegisterFacts[Key][number][] };

/** Everything known while a register is read: what is on record, and what the sheets read so far add to it. */
export interface Book {
  readonly limits: RegisterLimits;
  /** Funds whose overview this file brings. */
  readonly stated: Set<string>;
  readonly known: RegisterFacts;
  readonly added: Growing;
  /** Recorded and added together. */
  readonly facts: Growing;
  readonly funds: Map<string, FundFact>;
  readonly partners: Map<string, PartnerFact>;
  readonly investments: Map<string, InvestmentFact>;
  /** Cash deals by fund and name of the company. */
  readonly deals: Map<string, InvestmentFact[]>;
  readonly exits: Map<string, ExitFact[]>;
}

/** Opens a book on what is on record. */
export function openBook(known: RegisterFacts, limits: RegisterLimits): Book {
  const book: Book = {
    limits,
    stated: new Set(),
    known,
    added: noFacts(),
    facts: noFacts(),
    funds: new Map(),
    partners: new Map(),
    investments: new Map(),
    deals: new Map(),
    exits: new Map(),
  };
  for (const kind of Object.keys(book.facts) as (keyof RegisterFacts)[]) {
    for (const fact of known[kind]) enter(book, kind, fact);
  }
  return book;
}

/** Adds what a row newly says. */
export function add<Kind extends keyof RegisterFacts>(book: Book, kind: Kind, fact: RegisterFacts[Kind][number]): void {
  (book.added[kind] as RegisterFacts[Kind][number][]).push(fact);
  enter(book, kind, fact);
}

/** Adds the facts of the rows that say something new. */
export function addNew<Kind extends keyof RegisterFacts>(
  book: Book,
  kind: Kind,
  rows: readonly { readonly state: string; readonly fact: RegisterFacts[Kind][number] | null }[],
): void {
  for (const row of rows) if (row.state === 'NEW' && row.fact !== null) add(book, kind, row.fact);
}

function enter<Kind extends keyof RegisterFacts>(book: Book, kind: Kind, fact: RegisterFacts[Kind][number]): void {
  (book.facts[kind] as RegisterFacts[Kind][number][]).push(fact);
  if (kind === 'funds') book.funds.set(numberKey((fact as FundFact).number), fact as FundFact);
  if (kind === 'partners') book.partners.set(partnerKey((fact as PartnerFact).fund, (fact as PartnerFact).name), fact as PartnerFact);
  if (kind === 'investments') enterInvestment(book, fact as InvestmentFact);
  if (kind === 'exits') append(book.exits, investmentKey((fact as ExitFact).fund, (fact as ExitFact).investment), fact as ExitFact);
}

function enterInvestment(book: Book, fact: InvestmentFact): void {
  book.investments.set(investmentKey(fact.fund, fact.number), fact);
  if (fact.kind !== 'CONVERSION') append(book.deals, partnerKey(fact.fund, fact.company), fact);
}

function append<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** A company of a fund by its name, whatever its spelling: a partner, or one the fund invested in. */
export const partnerKey = (fund: string, name: string): string => `${fund}|${normaliseName(name)}`;

export const investmentKey = (fund: string, number: string): string => `${fund}|${numberKey(number)}`;

export const findFund = (book: Book, number: string): FundFact | undefined => book.funds.get(numberKey(number));

export const findPartner = (book: Book, fund: FundFact, name: string): PartnerFact | undefined => book.partners.get(partnerKey(fund.number, name));

export const findInvestment = (book: Book, fund: FundFact, number: string): InvestmentFact | undefined => book.investments.get(investmentKey(fund.number, number));

/** Lets a recorded partner be found by another name as well. */
export function nameAgain(book: Book, partner: PartnerFact, name: string): void {
  book.partners.set(partnerKey(partner.fund, name), partner);
}

/** The first cash deal behind a number: a conversion goes on as the investment it came from. */
export function cashDealOf(book: Book, fund: FundFact, investment: InvestmentFact): InvestmentFact {
  let deal = investment;
  for (let steps = 0; deal.kind === 'CONVERSION' && deal.origin !== null && steps < 20; steps += 1) {
    deal = findInvestment(book, fund, deal.origin) ?? { ...deal, origin: null };
  }
  return deal;
}

function noFacts(): Growing {
  return { funds: [], partners: [], callPayments: [], investments: [], exits: [], distributions: [], valuations: [], expenses: [] };
}
