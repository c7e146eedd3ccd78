import { normaliseName } from '#libs/identifier';
import { numberKey } from '#libs/sheet';
import type { ApplicationFact, BrokerFact, InvoiceFact, IssueFact, ProviderFact, RosterFacts, UseFact } from '../roster.js';
import type { RosterLimits } from '../roster-limits.rules.js';

type Growing = { -readonly [Key in keyof RosterFacts]: RosterFacts[Key][number][] };

/** Everything known while a roster is read: what is on record, and what the sheets read so far add to it. */
export interface RosterBook {
  readonly limits: RosterLimits;
  readonly known: RosterFacts;
  readonly added: Growing;
  readonly providers: Map<string, ProviderFact>;
  readonly brokers: Map<string, BrokerFact>;
  readonly applications: Map<string, ApplicationFact>;
  readonly issues: Map<string, IssueFact>;
  readonly uses: Map<string, UseFact>;
  /** Uses of a voucher in the order in which they count. */
  readonly usesOf: Map<string, UseFact[]>;
  readonly invoices: Map<string, InvoiceFact>;
  /** Applications of this file that were rejected, with the code. */
  readonly refusedApplications: Map<string, string>;
  /** Vouchers that stand in this file and were refused. */
  readonly refusedVouchers: Set<string>;
  /** Row of this file in which an accepted use stands. */
  readonly useRows: Map<string, number>;
}

/** Opens a book on what is on record. */
export function openRosterBook(known: RosterFacts, limits: RosterLimits): RosterBook {
  const book: RosterBook = {
    limits,
    known,
    added: { providers: [], brokers: [], applications: [], issues: [], uses: [], invoices: [] },
    providers: new Map(known.providers.map((fact) => [fact.businessNumber, fact])),
    brokers: new Map(known.brokers.map((fact) => [numberKey(fact.number), fact])),
    applications: new Map(known.applications.map((fact) => [numberKey(fact.number), fact])),
    issues: new Map(known.issues.map((fact) => [numberKey(fact.voucher), fact])),
    uses: new Map(),
    usesOf: new Map(),
    invoices: new Map(known.invoices.map((fact) => [fact.number, fact])),
    refusedApplications: new Map(),
    refusedVouchers: new Set(),
    useRows: new Map(),
  };
  for (const fact of known.uses) enterUse(book, fact);
  return book;
}

export function addProvider(book: RosterBook, fact: ProviderFact): void {
  book.added.providers.push(fact);
  book.providers.set(fact.businessNumber, fact);
}

export function addBroker(book: RosterBook, fact: BrokerFact): void {
  book.added.brokers.push(fact);
  book.brokers.set(numberKey(fact.number), fact);
}

export function addApplication(book: RosterBook, fact: ApplicationFact): void {
  book.added.applications.push(fact);
  book.applications.set(numberKey(fact.number), fact);
}

export function addIssue(book: RosterBook, fact: IssueFact): void {
  book.added.issues.push(fact);
  book.issues.set(numberKey(fact.voucher), fact);
}

export function addUse(book: RosterBook, fact: UseFact, invoice: InvoiceFact | null): void {
  book.added.uses.push(fact);
  enterUse(book, fact);
  if (invoice === null) return;
  book.added.invoices.push(invoice);
  book.invoices.set(invoice.number, invoice);
}

function enterUse(book: RosterBook, fact: UseFact): void {
  book.uses.set(numberKey(fact.number), fact);
  const voucher = numberKey(fact.voucher);
  book.usesOf.set(voucher, [...(book.usesOf.get(voucher) ?? []), fact]);
}

/** Numbers as people order them: 2 before 10. */
const byNumber = new Intl.Collator('en', { numeric: true });
export const compareNumbers = (left: string, right: string): number => byNumber.compare(numberKey(left), numberKey(right));

export const sameName = (left: string, right: string): boolean => normaliseName(left) === normaliseName(right);
