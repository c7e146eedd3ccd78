import { randomUUID } from 'node:crypto';
import { numberKey } from '#libs/sheet';
import { won } from '#libs/money';
import { agreed, linesSet } from '../../agreement/agreement.posting.js';
import { getAgreement, linePlanOf, sourcePlanOf, stagesOf } from '../../agreement/agreement.query.js';
import { insertAgreement, insertFunding, insertVersion } from '../../agreement/agreement.store.js';
import { bookLineKey, lineDeltas, type GrantPlan } from '../../agreement/plan/plan.js';
import type { LinePlan } from '../../agreement/agreement.js';
import { budgetKey } from '../reading/book.import.js';
import type { AgreementFact, BudgetFact, GrantFacts } from '../register.js';
import { changeReason, ofAgreement, STAGE, unplannedLines, versionsOf } from './agreement-plan.import.js';
import { fundingByYear } from './funding.import.js';
import { addToBooks, named, type RecordedAgreement, type Recording } from './recording.js';

/** Agreements that are new, each with its plan, and the lines that are new of those on record. */
export async function recordAgreements(recording: Recording, facts: GrantFacts): Promise<void> {
  const fresh = new Set(facts.agreements.map(({ number }) => numberKey(number)));
  for (const fact of facts.agreements) await recordAgreement(recording, fact, facts);
  const later = new Set([...facts.budgets, ...facts.expenses].map(({ agreement }) => agreement).filter((number) => !fresh.has(numberKey(number))));
  for (const number of later) await addLines(recording, named(recording.agreements, numberKey(number)), facts);
}

async function recordAgreement(recording: Recording, fact: AgreementFact, facts: GrantFacts): Promise<void> {
  const { tx, context, call, parties, agreements } = recording;
  const row: RecordedAgreement = { id: randomUUID(), number: fact.number, partyId: named(parties, fact.businessNumber), periodTo: fact.to };
  agreements.set(numberKey(fact.number), row);
  const title = fact.title ?? fact.number;
  const words = { projectNumber: fact.projectNumber, umbrellaNumber: null, title, subProgramme: null, investigator: fact.investigator, investigatorNumber: null };
  await insertAgreement(tx, context, { ...row, ...words, callId: call.id, applicationId: null, leadId: null, role: 'LEAD', institution: fact.institution, agreedOn: fact.agreedOn });
  const stated = ofAgreement(facts.budgets, fact.number);
  const budgets = [...stated, ...unplannedLines(stated, ofAgreement(facts.expenses, fact.number))];
  const { first, second } = versionsOf({ agreement: fact, budgets }, facts.tranches);
  const detail = { title, investigator: fact.investigator, investigatorNumber: null, methods: null, researchers: null };
  const terms = { agreementId: row.id, callId: call.id, decidedOn: fact.agreedOn, effectiveOn: fact.agreedOn, periodFrom: fact.from, periodTo: fact.to, stages: [{ stage: STAGE, beginsOn: fact.from, endsOn: fact.to }], detail, documentId: null };
  await insertVersion(tx, context, { ...terms, version: 1, manner: 'CONCLUDED', reason: '과제 대장의 협약', stagesMoved: true }, first);
  if (second !== null) await insertVersion(tx, context, { ...terms, version: 2, manner: 'APPROVAL', reason: changeReason(budgets), stagesMoved: false }, second);
  await fund(recording, fact, row, facts);
  await setLines(recording, row, fact.agreedOn, [], (second ?? first).lines);
}

/** The years that the agreement takes of the budget: committed on its day, or on the first of a later year. */
async function fund(recording: Recording, fact: AgreementFact, { id, number }: RecordedAgreement, facts: GrantFacts): Promise<void> {
  const { tx, context, call } = recording;
  const years = [...fundingByYear(fact, facts.tranches)].map(([fiscalYear, amountWon]) => ({ fiscalYear, amountWon }));
  await insertFunding(tx, context, id, years, '과제 대장의 정부지원금');
  addToBooks(recording, years.map(({ fiscalYear, amountWon }) => agreed({ callId: call.id, agreementId: id, effectiveOn: fact.agreedOn, memo: `${number} 협약` }, fiscalYear, amountWon)));
}

/** Lines that a later file brings are a version more: what they were planned with stands in the first version that knows them. */
async function addLines(recording: Recording, row: RecordedAgreement, facts: GrantFacts): Promise<void> {
  const { tx, context, call } = recording;
  const standing = await getAgreement(tx, row.id);
  const before = await linePlanOf(tx, standing.versionId);
  const known = new Set(before.map(bookLineKey));
  const isNew = (fact: BudgetFact): boolean => !known.has(bookLineKey({ stage: STAGE, code: fact.line, resource: fact.resource }));
  const stated = ofAgreement(facts.budgets, row.number);
  const budgets = [...stated, ...unplannedLines(stated, ofAgreement(facts.expenses, row.number))].filter(isNew);
  if (budgets.length === 0) return;
  const agreement = { from: standing.periodFrom } as AgreementFact;
  const { first, second } = versionsOf({ agreement: { ...agreement, number: row.number, agreedOn: standing.agreedOn, governmentWon: won(0n), ownCashWon: won(0n), ownInKindWon: won(0n) }, budgets }, []);
  const sources = await sourcePlanOf(tx, standing.versionId);
  const plans = [first, ...(second === null ? [] : [second])].map((plan): GrantPlan => ({ sources, lines: [...before, ...plan.lines] }));
  const detail = { title: standing.title, investigator: standing.investigator, investigatorNumber: null, methods: null, researchers: null };
  const terms = { agreementId: row.id, callId: call.id, decidedOn: standing.agreedOn, effectiveOn: standing.agreedOn, periodFrom: standing.periodFrom, periodTo: standing.periodTo, stages: await stagesOf(tx, row.id), detail, documentId: null };
  for (const [index, plan] of plans.entries()) {
    await insertVersion(tx, context, { ...terms, version: standing.version + 1 + index, manner: 'APPROVAL', reason: index === 0 ? '과제 대장에 더해진 비목' : changeReason(budgets), stagesMoved: false }, plan);
  }
  await setLines(recording, row, standing.agreedOn, before, plans.at(-1)?.lines ?? before);
}

/** What may be spent on each line, in the books; and which line is which. */
async function setLines(recording: Recording, { id, number }: RecordedAgreement, effectiveOn: AgreementFact['agreedOn'], before: readonly LinePlan[], after: readonly LinePlan[]): Promise<void> {
  const { tx, call, lines } = recording;
  const rows: { id: string; stage: number; line: BudgetFact['line']; resource: BudgetFact['resource'] }[] = await tx.query('select id, stage, code as line, resource from grant_line where agreement_id = $1', [id]);
  for (const row of rows) lines.set(budgetKey({ agreement: number, line: row.line, resource: row.resource }), row.id);
  const idOf = new Map(rows.map(({ stage, line, resource, id: lineId }) => [bookLineKey({ stage, code: line, resource }), lineId]));
  const deltas = new Map([...lineDeltas(before, after)].map(([key, delta]) => [named(idOf, key), delta]));
  if (deltas.size > 0) addToBooks(recording, [linesSet({ callId: call.id, agreementId: id, effectiveOn, memo: `${number} 비목 계획` }, deltas)]);
}
