import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { StatusRecord } from '#libs/identifier';
import { evidenceKeyOf, invoiceIsClaimedOnce, type KnownUse } from '#libs/invoice';
import { ZERO_WON, subtractWon, won, type Won } from '#libs/money';
import type { Agreement, AgreementLine, Stage } from '../../agreement/agreement.js';
import type { GrantCall } from '../../call/call.js';
import { papersAreComplete, papersFor } from '../../evidence/evidence.rules.js';
import { EXPENSE_CLAUSES } from '../expense.data.js';
import type { ExpenseTerms } from '../expense.policy.js';
import {
  agreementIsOpen,
  deductibleVatIsNotCharged,
  evidenceIsNamed,
  expenseFallsIntoThePeriod,
  expenseIsNotOnRecordTwice,
  lineCoversTheExpense,
  lineIsAgreed,
  payeeWasInBusiness,
  purposeIsOfTheProject,
  stageIsNotFinal,
  stageOf,
} from '../expense.rules.js';
import { chargedWon, type ExpenseDraft, type RefusedExpense } from '../expense.js';

/** An agreement as those who spend on it see it. */
export interface SpendingAgreement {
  readonly agreement: Agreement;
  readonly lines: readonly AgreementLine[];
  readonly stages: readonly Stage[];
  /** Stages whose settlement is final, each with its number. */
  readonly finalStages: ReadonlyMap<number, string>;
}

/** Everything that the rows of one request are judged by. */
export interface ExpenseDesk {
  readonly call: GrantCall;
  readonly agreements: ReadonlyMap<string, SpendingAgreement>;
  termsOn(day: LocalDate): ExpenseTerms;
  /** What a payee was on a day; null where nobody asked. */
  statusOf(payeeNumber: string, on: LocalDate): StatusRecord | null;
  /** Evidence in use, by `scheme key`; what an undone expense used is not among it. */
  readonly used: ReadonlyMap<string, KnownUse>;
  /** Number of a standing expense of the same line, day, payee and amount, by `sameness`. */
  readonly onRecord: ReadonlyMap<string, string>;
}

/** A row that may be recorded, with the line that bears it. */
export interface PlannedExpense {
  readonly index: number;
  readonly draft: ExpenseDraft;
  readonly line: AgreementLine;
  readonly amountWon: Won;
  readonly verdicts: readonly Verdict[];
}

export interface ExpensePlan {
  readonly planned: readonly PlannedExpense[];
  readonly refused: readonly RefusedExpense[];
}

/** What makes two expenses look like one. */
export const sameness = (draft: Pick<ExpenseDraft, 'agreementId' | 'spentOn' | 'payeeName'> & { readonly line: string; readonly amountWon: bigint }): string =>
  [draft.agreementId, draft.line, draft.spentOn, draft.payeeName.normalize('NFKC').replace(/\s+/gu, ''), draft.amountWon].join('|');

/** What rows before this one in the same request have taken. */
interface Running {
  readonly takenWon: Map<string, Won>;
  readonly used: Map<string, KnownUse>;
  readonly seen: Map<string, string>;
}

/** Judges the rows in their order, each against what the ones before it leave. Pure: the same rows and desk give the same plan. */
export function planExpenses(drafts: readonly ExpenseDraft[], desk: ExpenseDesk): ExpensePlan {
  const running: Running = { takenWon: new Map(), used: new Map(desk.used), seen: new Map(desk.onRecord) };
  const planned: PlannedExpense[] = [];
  const refused: RefusedExpense[] = [];
  for (const [index, draft] of drafts.entries()) {
    const { line, verdicts } = judge(draft, desk, running);
    if (line === null || verdicts.some(({ result }) => result === 'BLOCK')) {
      refused.push({ index, verdicts: verdicts.filter(({ result }) => result !== 'PASS') });
      continue;
    }
    const row = { index, draft, line, amountWon: won(chargedWon(draft)), verdicts: verdicts.filter(({ result }) => result === 'WARN') };
    planned.push(row);
    take(row, running);
  }
  return { planned, refused };
}

function judge(draft: ExpenseDraft, desk: ExpenseDesk, running: Running): { readonly line: AgreementLine | null; readonly verdicts: readonly Verdict[] } {
  const found = desk.agreements.get(draft.agreementId);
  if (found === undefined) return { line: null, verdicts: [] };
  const { agreement, lines, stages, finalStages } = found;
  const clauses = EXPENSE_CLAUSES[desk.call.regime];
  const terms = desk.termsOn(draft.spentOn);
  const stage = stageOf(draft, stages);
  const ofStage = lines.filter((each) => each.stage === stage);
  const line = ofStage.find((each) => each.code === draft.line && each.resource === draft.resource) ?? null;
  return {
    line,
    verdicts: [
      agreementIsOpen(agreement.state, clauses.period),
      stageIsNotFinal(stage, finalStages.get(stage) ?? null, clauses.settlement),
      expenseFallsIntoThePeriod(draft, { from: agreement.periodFrom, to: agreement.periodTo }, clauses.period),
      lineIsAgreed(line, draft, ofStage, clauses.line),
      deductibleVatIsNotCharged(draft, agreement.institution, terms.vatChargedBy),
      payeeWasInBusiness(draft.payeeName, draft.payeeNumber === null ? null : desk.statusOf(draft.payeeNumber, draft.committedOn ?? draft.spentOn), clauses.business),
      ...judgeEvidence(draft, running, clauses.evidence),
      ...(line === null ? [] : judgeMoney(draft, line, running, terms, clauses.balance)),
      purposeIsOfTheProject(draft.purpose, terms.flaggedWords),
    ],
  };
}

function judgeEvidence(draft: ExpenseDraft, running: Running, clause: string): Verdict[] {
  const key = keyOfDraft(draft);
  const named = evidenceIsNamed(draft, draft.evidenceKind !== 'TAX_INVOICE' || key !== null, clause);
  // The row is nobody's subject yet: whatever the evidence pays for is something else.
  return key === null ? [named] : [named, withField(invoiceIsClaimedOnce(running.used.get(`${key.scheme} ${key.key}`) ?? null, ''))];
}

const withField = (verdict: Verdict): Verdict => ({ ...verdict, inputs: { field: 'evidenceNumber', ...verdict.inputs } });

function judgeMoney(draft: ExpenseDraft, line: AgreementLine, running: Running, terms: ExpenseTerms, clause: string): Verdict[] {
  const amountWon = won(chargedWon(draft));
  const leftWon = subtractWon(line.leftWon, running.takenWon.get(line.id) ?? ZERO_WON);
  const wanted = papersFor({ lineName: line.name.ko, purpose: draft.purpose, resource: draft.resource, amountWon }, terms.papers.value);
  return [
    lineCoversTheExpense(amountWon, leftWon, line.name.ko, clause),
    expenseIsNotOnRecordTwice(running.seen.get(sameness({ ...draft, amountWon })) ?? null),
    papersAreComplete({ ...terms.papers, value: wanted }, new Set()),
  ];
}

function take({ index, draft, line, amountWon }: PlannedExpense, { takenWon, used, seen }: Running): void {
  takenWon.set(line.id, won((takenWon.get(line.id) ?? 0n) + amountWon));
  const label = `${index + 1}`;
  const key = keyOfDraft(draft);
  if (key !== null) used.set(`${key.scheme} ${key.key}`, { number: key.key, subjectId: label, label: `이 요청의 ${label}행` });
  seen.set(sameness({ ...draft, amountWon }), `이 요청의 ${label}행`);
}

/** What makes the evidence of a row one of a kind: slips are told apart by what was paid, VAT included. */
export const keyOfDraft = (draft: Pick<ExpenseDraft, 'evidenceKind' | 'evidenceNumber' | 'spentOn' | 'supplyWon' | 'vatWon'>): ReturnType<typeof evidenceKeyOf> =>
  evidenceKeyOf({ kind: draft.evidenceKind, number: draft.evidenceNumber, spentOn: draft.spentOn, amountWon: won(draft.supplyWon + draft.vatWon) });
