import { mostAlike, numberKey, referenceUnknown, remark, type RemarkPlace, type RowRemark } from '#libs/sheet';
import { evidenceKeyOf } from '#libs/invoice';
import { sumWon, won, type Won } from '#libs/money';
import { evidenceKindOf } from '../../evidence/evidence-word.import.js';
import { BUDGET_LINES, type BudgetLine, type Resource } from '../../line/line.js';
import type { GrantLimits } from '../register-limits.rules.js';
import type { AgreementFact, BudgetFact, ExpenseFact, GrantFacts } from '../register.js';

type Growing = { -readonly [Key in keyof GrantFacts]: GrantFacts[Key][number][] };

/** Everything known while a register is read: what is on record, and what the sheets read so far add to it. */
export interface GrantBook {
  readonly limits: GrantLimits;
  readonly known: GrantFacts;
  readonly added: Growing;
  readonly agreements: Map<string, AgreementFact>;
  readonly budgets: Map<string, BudgetFact>;
  readonly expenses: Map<string, ExpenseFact>;
  /** The expense by which a piece of evidence was used. */
  readonly evidence: Map<string, string>;
}

export function openGrantBook(known: GrantFacts, limits: GrantLimits): GrantBook {
  return {
    limits,
    known,
    added: { agreements: [], budgets: [], tranches: [], expenses: [], interests: [], statements: [] },
    agreements: new Map(known.agreements.map((fact) => [numberKey(fact.number), fact])),
    budgets: new Map(known.budgets.map((fact) => [budgetKey(fact), fact])),
    expenses: new Map(known.expenses.map((fact) => [numberKey(fact.number), fact])),
    evidence: new Map(known.expenses.flatMap((fact) => keyedBy(fact))),
  };
}

/** On record and read from this file, together. */
export const allOf = <Key extends keyof GrantFacts>(book: GrantBook, key: Key): readonly GrantFacts[Key][number][] => [...book.known[key], ...book.added[key]];

/** What makes the evidence of an expense one of a kind, as `scheme key`; null where nothing does. Slips are told apart by what was paid, VAT included. */
export function keyOfFact({ evidenceKind, evidence, spentOn, amountWon, vatWon }: ExpenseFact): string | null {
  const found = evidenceKeyOf({ kind: evidenceKindOf(evidenceKind, evidence), number: evidence, spentOn, amountWon: won(amountWon + vatWon) });
  return found === null ? null : `${found.scheme} ${found.key}`;
}

function keyedBy(fact: ExpenseFact): (readonly [key: string, number: string])[] {
  const key = keyOfFact(fact);
  return key === null ? [] : [[key, fact.number]];
}

export const budgetKey = (fact: Pick<BudgetFact, 'agreement' | 'line' | 'resource'>): string => [numberKey(fact.agreement), fact.line, fact.resource].join('|');

/** What a line of one resource has to spend: ① + ② + ③ + ④, in won; null where the line is not in the plan. */
export function lineTotal(book: GrantBook, at: Pick<BudgetFact, 'agreement' | 'line' | 'resource'>): Won | null {
  const fact = book.budgets.get(budgetKey(at));
  return fact === undefined ? null : sumWon([fact.carriedWon, fact.plannedWon, fact.changeWon, fact.interestInWon]);
}

/** What was spent on a line of one resource so far. */
export function lineSpent(book: GrantBook, at: Pick<BudgetFact, 'agreement' | 'line' | 'resource'>): Won {
  const key = budgetKey(at);
  return won(sumWon(allOf(book, 'expenses').filter((fact) => budgetKey(fact) === key).map((fact) => fact.amountWon)));
}

/** The agreement a row refers to, or the refusal of the row. */
export function referToAgreement(book: GrantBook, number: string, place: RemarkPlace): { readonly ok: true; readonly agreement: AgreementFact } | { readonly ok: false; readonly remark: RowRemark } {
  const agreement = book.agreements.get(numberKey(number));
  if (agreement !== undefined) return { ok: true, agreement };
  const nearest = mostAlike(number, [...book.agreements.values()].map((fact) => fact.number));
  const otherwise = { ko: "'협약' 시트에 협약을 먼저 적으십시오.", en: "Enter the agreement in the sheet '협약' first." };
  return { ok: false, remark: referenceUnknown(place, { ko: '협약', en: 'agreement' }, nearest, otherwise) };
}

const RESOURCE_WORDS: Readonly<Record<string, Resource>> = { 현금: 'CASH', 현물: 'IN_KIND' };
export const RESOURCE_NAMES: Readonly<Record<Resource, string>> = { CASH: '현금', IN_KIND: '현물' };

export const resourceOf = (word: string): Resource | null => RESOURCE_WORDS[word.normalize('NFKC').replace(/\s+/gu, '')] ?? null;

export const lineOf = (code: string): BudgetLine | null => BUDGET_LINES.find((line) => line === numberKey(code)) ?? null;

/** BUDGET_LINE_UNKNOWN: an unlisted line is always refused, whoever asks. */
export function lineUnknown(place: RemarkPlace, lines: readonly string[] = BUDGET_LINES): RowRemark {
  const list = lines.join(', ');
  return remark(
    'BUDGET_LINE_UNKNOWN',
    place,
    { ko: `비목코드 '${place.value ?? ''}'은(는) 연구개발비 비목에 없습니다.`, en: `There is no budget line '${place.value ?? ''}'.` },
    { ko: `다음 가운데 하나로 적으십시오: ${list}`, en: `Write one of: ${list}` },
  );
}
