import { randomUUID } from 'node:crypto';
import { localDate, yearOf } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { formatWon, ZERO_WON, type Won } from '#libs/money';
import { yearNeeds } from '../../agreement/conclusion.query.js';
import { budgetDecided } from '../../budget/budget.posting.js';
import { insertBudget } from '../../budget/budget.store.js';
import { getCall } from '../../call/call.query.js';
import { openGrantCall } from '../../call/call.service.js';
import type { GrantCall, GrantKind } from '../../call/call.js';
import type { AgreementFact } from '../register.js';
import { addToBooks, type Recording } from './recording.js';

/** Which call a register is for: one that is named, or one that is opened with it. */
export interface RegisterCall {
  readonly callId: string | null;
  /** For a call that the register opens. */
  readonly kind: GrantKind;
  readonly fiscalYear: number | null;
  readonly name: string | null;
  readonly agency: string | null;
  readonly programmeId: string | null;
}

export interface RegisterHome {
  readonly call: GrantCall;
  readonly opened: boolean;
}

/** Finds the call, or opens it: forms, lines and words of a register are those of the innovation act (국가연구개발혁신법). */
export async function callOfRegister(tx: Tx, context: CommandContext, choice: RegisterCall, agreements: readonly AgreementFact[]): Promise<RegisterHome> {
  if (choice.callId !== null) {
    const call = await getCall(tx, choice.callId);
    if (call.regime !== 'RND') throw ofAnotherLaw(call);
    return { call, opened: false };
  }
  if (choice.agency === null) throw invalidField('/agency', 'grant-register.agency-missing', { ko: '새 공고의 전문기관을 적거나, 올릴 공고를 골라 주세요.', en: 'Name the agency of the new call, or choose the call to import into.' });
  const fiscalYear = choice.fiscalYear ?? agreements.map(({ agreedOn }) => yearOf(agreedOn)).toSorted((one, other) => one - other)[0];
  if (fiscalYear === undefined) throw invalidField('/fiscalYear', 'grant-register.year-unknown', { ko: "'협약' 시트에 협약이 없어 연도를 알 수 없습니다. 연도를 적거나 올릴 공고를 골라 주세요.", en: "There are no agreements in '협약': state the year, or choose the call." });
  const { kind, name, agency, programmeId } = choice;
  const opened = await openGrantCall.execute(tx, context, {
    ...{ kind, regime: 'RND', fiscalYear, name, agency, programmeId, recipientRole: null, amountBasis: 'TOTAL', feasibility: 'NOT_NEEDED', lines: null, proposal: null, terms: [] },
  });
  return { call: await getCall(tx, opened.id), opened: true };
}

/** A call that the register opens has the budget that its agreements needed: they were concluded, so it was there. */
export async function budgetOfOpened(recording: Recording, needed: ReadonlyMap<number, Won>, fileName: string): Promise<void> {
  const { tx, context, call } = recording;
  for (const [fiscalYear, amountWon] of needed) {
    const decision = { id: randomUUID(), callId: call.id, fiscalYear, stage: 'APPROVED' as const, amountWon, decidedOn: localDate(`${fiscalYear}-01-01`), clause: `과제 대장(${fileName})의 정부지원금 합계` };
    await insertBudget(tx, context, decision);
    addToBooks(recording, [budgetDecided({ ...decision, effectiveOn: decision.decidedOn, memo: decision.clause })]);
  }
}

/** Throws `grant-register.budget-short` where the call has not the budget for what is to be agreed. */
export async function requireBudget(tx: Tx, call: GrantCall, needed: ReadonlyMap<number, Won>): Promise<void> {
  const short = (await yearNeeds(tx, call.id, needed)).find(({ neededWon, availableWon }) => availableWon === null || availableWon < neededWon);
  if (short === undefined) return;
  const { fiscalYear, neededWon, availableWon } = short;
  throw new DomainError(
    'conflict',
    'grant-register.budget-short',
    {
      ko: `${fiscalYear}년 협약가능 예산이 ${formatWon(availableWon ?? ZERO_WON)}원인데 대장의 정부지원금은 ${formatWon(neededWon)}원입니다. 그 연도의 예산을 먼저 확정해 주세요.`,
      en: `The register needs ${formatWon(neededWon)} won of ${fiscalYear}, of which ${formatWon(availableWon ?? ZERO_WON)} are available. Decide the budget of that year first.`,
    },
    { details: { fiscalYear, neededWon: `${neededWon}`, availableWon: availableWon === null ? null : `${availableWon}` } },
  );
}

const ofAnotherLaw = ({ name }: GrantCall): DomainError =>
  new DomainError('conflict', 'grant-register.of-another-law', {
    ko: `${name}은(는) 보조금 공고입니다. 연구개발비 과제 대장은 출연금 공고에 올려 주세요.`,
    en: `${name} is a call for subsidies. A register of research budgets belongs to a call under the innovation act.`,
  });
