import type { LocalDate } from '#libs/calendar';
import { DomainError, type Bilingual } from '#libs/errors';
import type { LineOutcome } from '../outcome/outcome.js';
import { requirePossibleDay } from '../outcome/outcome.rules.js';
import type { LineState } from '../run/payment-run.js';
import { endToEndIdOf, messageIdOf } from '../transfer/reference.js';
import type { AnswerLine, AnswerStatus, BankAnswer } from './answer.js';

interface AnsweredRun {
  readonly number: string;
  readonly payOn: LocalDate;
}

interface AnsweredLine {
  readonly lineNo: number;
  readonly amountWon: bigint;
  readonly state: LineState;
}

/** What an answer changes, and what it leaves as it is: still under way, or known already. */
export interface SettledAnswer {
  readonly outcomes: readonly LineOutcome[];
  readonly untouched: readonly AnswerLine[];
}

/**
 * What an answer of the bank means for the lines of a run. All of it or nothing: an answer that names another message, a transfer that
 * is not of this run or another amount is refused as a whole (`payment-answer.of-another-run`, `payment-answer.unknown-transfer`,
 * `payment-answer.other-amount`), because half of a misunderstanding is still one. A paid line that comes up rejected is refused, too.
 */
export function settleAnswer(run: AnsweredRun, lines: readonly AnsweredLine[], answer: BankAnswer, today: LocalDate): SettledAnswer {
  if (answer.originalMessageId !== null && answer.originalMessageId !== messageIdOf(run.number)) {
    throw refused('of-another-run', { ko: `이 파일은 다른 지급 묶음(${answer.originalMessageId})의 결과입니다.`, en: `This file is about another run (${answer.originalMessageId}).` });
  }
  const outcomes: LineOutcome[] = [];
  const untouched: AnswerLine[] = [];
  for (const said of linesOf(run, lines, answer)) {
    const line = lines.find(({ lineNo }) => endToEndIdOf(run.number, lineNo) === said.endToEndId);
    if (line === undefined) throw refused('unknown-transfer', { ko: `이 묶음에 없는 이체입니다: ${said.endToEndId}`, en: `This run has no transfer ${said.endToEndId}.` });
    if (said.amountWon !== null && BigInt(said.amountWon) !== line.amountWon) {
      throw refused('other-amount', { ko: `${line.lineNo}번 줄의 금액이 다릅니다(은행 ${said.amountWon}원, 묶음 ${line.amountWon}원).`, en: `Line ${line.lineNo} is ${line.amountWon} won here and ${said.amountWon} at the bank.` });
    }
    const state = outcomes.findLast(({ lineNo }) => lineNo === line.lineNo)?.outcome ?? line.state;
    if (says(said.status, state)) untouched.push(said);
    else outcomes.push(outcomeOf(run, line.lineNo, said, answer.createdOn, today));
  }
  return { outcomes, untouched };
}

/** What says nothing of single transfers says it of all of them. */
function linesOf({ number }: AnsweredRun, lines: readonly AnsweredLine[], { lines: said, groupStatus, messageId }: BankAnswer): readonly AnswerLine[] {
  if (said.length > 0 || groupStatus === null) return said;
  return lines.map(({ lineNo }) => ({ endToEndId: endToEndIdOf(number, lineNo), status: groupStatus, happenedOn: null, amountWon: null, bankReference: messageId, reasonCode: null, reason: groupStatus === 'REJECTED' ? '묶음 전체 거절' : null }));
}

/** Nothing new: the bank is at work, or says of a line what is known. A line that came back was paid before. */
function says(status: AnswerStatus, state: LineState): boolean {
  return status === 'PENDING' || status === state || (status === 'PAID' && state === 'RETURNED');
}

function outcomeOf(run: AnsweredRun, lineNo: number, { status, happenedOn, bankReference, reasonCode, reason }: AnswerLine, createdOn: LocalDate, today: LocalDate): LineOutcome {
  const day = happenedOn ?? createdOn;
  requirePossibleDay(day, run.payOn, today, '/content');
  const outcome = status as Exclude<AnswerStatus, 'PENDING'>;
  return { lineNo, outcome, happenedOn: day, bankReference, reasonCode, reason: reason ?? (outcome === 'PAID' || reasonCode !== null ? null : '은행 사유 미기재') };
}

function refused(code: string, text: Bilingual): DomainError {
  return new DomainError('rule_broken', `payment-answer.${code}`, text, { faults: [{ pointer: '/content', code: `payment-answer.${code}`, text }] });
}
