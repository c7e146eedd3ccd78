import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Command, CommandContext, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField, notFound } from '#libs/errors';
import { formatWon, subtractWon, sumWon, won, type Won } from '#libs/money';
import { personBehind } from '../run/payment-run.query.js';
import { arrivalAmount } from '../proof/arrival.rules.js';
import { inBook, MatchDesk, type Desk, type DeskLine } from './match-desk.service.js';
import type { Arrival, Reason } from './match.js';
import { findBankLines, findStandingMatch, type BankLineRow } from './match.query.js';
import { insertMatches, insertUndo, lockBankLines, type NewMatch } from './match.store.js';
import { ProofService } from '../proof/proof.service.js';

export interface MatchedItem {
  readonly lineId: string;
  readonly records: readonly { readonly kind: string; readonly recordId: string }[];
}

export interface ConfirmBankMatch {
  readonly items: readonly MatchedItem[];
}

export interface ExplainBankLine {
  readonly lineId: string;
  readonly reasonCode: ExplanationCode;
  readonly note: string;
}

export const EXPLANATION_CODES = ['OFFICE', 'OWN_TRANSFER', 'PASSED_THROUGH', 'SENT_BACK', 'UNDER_INQUIRY'] as const;
export type ExplanationCode = (typeof EXPLANATION_CODES)[number];

export interface ConfirmedMatches {
  readonly matches: readonly NewMatch[];
}

/** What lines of a bank are, said by a person who did not bring them in. */
@Injectable()
export class BankMatchService {
  constructor(
    private readonly desk: MatchDesk,
    private readonly proofs: ProofService,
  ) {}

  /**
   * `bank-match.confirm`: each line is these records. What was only waited for is recorded by it, a line of a run is paid by it. All
   * of it or, at the first item that does not hold, nothing.
   */
  readonly confirm: Command<ConfirmBankMatch, ConfirmedMatches> = {
    name: 'bank-match.confirm',
    execute: async (tx, context, { items }) => {
      const rows = await linesToMatch(tx, context, items.map(({ lineId }) => lineId), (index) => `/items/${index}/lineId`);
      const desk = await this.desk.open(tx, rows, context.today, context.now);
      const used = new Set<string>();
      const found = items.flatMap((item, index) => arrivalsOf(desk, item, used, `/items/${index}`));
      if (context.blocked) return { matches: [] };
      const matches: NewMatch[] = [];
      // One after the other: the second part of a sum finds what the first one left.
      for (const arrival of found) matches.push(...(await this.proofs.recorded(tx, context, arrival)).map((record) => ({ ...record, ...matchOf(arrival) })));
      await insertMatches(tx, context, matches);
      await this.proofs.prove(tx, context, matches, rows);
      context.announce('bank-statement.changed', {});
      return { matches };
    },
  };

  /** `bank-line.explain`: the rest of a line is no movement of the books, and why. */
  readonly explain: Command<ExplainBankLine, ConfirmedMatches> = {
    name: 'bank-line.explain',
    execute: async (tx, context, { lineId, reasonCode, note }) => {
      const [line] = await linesToMatch(tx, context, [lineId], () => '/lineId');
      if (line === undefined) throw notFound({ ko: '은행 거래', en: 'bank line' }, lineId);
      const amountWon = won(line.openWon);
      if (amountWon === 0n) throw new DomainError('conflict', 'bank-line.settled', { ko: '이미 확인이 끝난 거래입니다. 바꾸려면 먼저 확인을 취소해 주세요.', en: 'This line is settled. Undo what was found of it first.' });
      const matches = [{ id: randomUUID(), lineId, kind: null, recordId: null, reasonCode, note, amountWon, label: note, score: 0, reasons: [] }];
      await insertMatches(tx, context, matches);
      context.announce('bank-statement.changed', {});
      return { matches };
    },
  };

  /** `bank-match.undo`: what was found of a line was wrong; the line and its record are open again. */
  readonly undo: Command<{ readonly matchId: string; readonly reason: string }, { lineId: string }> = {
    name: 'bank-match.undo',
    execute: async (tx, context, { matchId, reason }) => {
      const before = await findStandingMatch(tx, matchId);
      if (before === null) throw notFound({ ko: '확인한 대사', en: 'match' }, matchId);
      await lockBankLines(tx, [before.lineId]);
      if ((await findStandingMatch(tx, matchId))?.undone === true) throw new DomainError('conflict', 'bank-match.undone', { ko: '이미 취소된 대사입니다. 목록을 새로 고쳐 주세요.', en: 'This match is undone already. Refresh the list.' });
      await insertUndo(tx, context, matchId, reason);
      await this.proofs.undone(tx, context, matchId, reason);
      context.announce('bank-statement.changed', {});
      return { lineId: before.lineId };
    },
  };
}

/** The lines under their locks; each is there, named once, and was brought in by somebody else. */
async function linesToMatch(tx: Tx, context: CommandContext, ids: readonly string[], pointer: (index: number) => string): Promise<BankLineRow[]> {
  await lockBankLines(tx, ids);
  const rows = await findBankLines(tx, ids);
  const known = new Set(rows.map(({ id }) => id));
  const wrong = ids.findIndex((id, index) => !known.has(id) || ids.indexOf(id) !== index);
  if (wrong !== -1) throw invalidField(pointer(wrong), 'bank-line.unknown', { ko: '없는 거래이거나 두 번 고른 거래입니다. 목록을 새로 고쳐 다시 골라 주세요.', en: 'There is no such line, or it was chosen twice. Refresh the list and choose again.' });
  context.judge([matcherDidNotImport(rows, await personBehind(tx, context.actor.userId))]);
  return rows;
}

/** Separation of duties (dossier §7.2): who brings a statement in does not say what its lines are. */
function matcherDidNotImport(rows: readonly BankLineRow[], person: string): Verdict {
  const own = rows.filter(({ importedBy }) => importedBy === person);
  const rule = { rule: 'matcher-did-not-import-the-statement', clause: '직무분리: 수납·지급 기록과 대사', inputs: { lines: own.length } };
  if (own.length === 0) return { ...rule, result: 'PASS', text: { ko: '거래내역을 올린 사람이 아닙니다.', en: 'Somebody else brought the statement in.' } };
  return { ...rule, result: 'BLOCK', text: { ko: '거래내역을 올린 사람은 대사를 확인할 수 없습니다. 다른 담당자에게 확인을 요청해 주세요.', en: 'Who brought the statement in does not confirm what its lines are. Ask a colleague to.' } };
}

interface FoundArrival extends Arrival {
  readonly score: number;
  readonly reasons: readonly Reason[];
}

const matchOf = ({ line, score, reasons }: FoundArrival) => ({ id: randomUUID(), lineId: line.id, reasonCode: null, note: null, score, reasons });

/** Throws at the member that does not hold: no such record, taken already, another direction, more than the line has left. */
function arrivalsOf({ lines, loose }: Desk, { lineId, records }: MatchedItem, used: Set<string>, at: string): FoundArrival[] {
  const found = lines.find(({ line }) => line.id === lineId);
  if (found === undefined) return [];
  const moves = records.map(({ kind, recordId }, index) => {
    const move = loose.find((each) => each.kind === kind && each.recordId === recordId && inBook(found.line.book)(each));
    const key = `${kind} ${recordId}`;
    if (move === undefined || used.has(key)) throw invalidField(`${at}/records/${index}`, 'bank-match.record-not-open', { ko: '없는 기록이거나 이미 다른 거래와 연결된 기록입니다. 목록을 새로 고쳐 주세요.', en: 'There is no such record, or it is another line already. Refresh the list.' });
    used.add(key);
    return move;
  });
  let leftWon = won(found.line.openWon);
  const taken = moves.map((move) => {
    const amountWon = arrivalAmount(move, { openWon: leftWon, valueOn: found.line.valueOn }) ?? move.amountWon;
    leftWon = subtractWon(leftWon, amountWon);
    return amountWon;
  });
  requireWithinLine(found, taken, at);
  const candidate = found.candidates.find((each) => each.moves.length === moves.length && moves.every((move) => each.moves.includes(move)));
  return moves.map((move, index) => ({ move, amountWon: taken[index] ?? move.amountWon, line: found.line, score: candidate?.score ?? 0, reasons: candidate?.reasons ?? [] }));
}

function requireWithinLine({ line }: DeskLine, taken: readonly Won[], at: string): void {
  const [openWon, wantedWon] = [won(line.openWon), sumWon(taken)];
  const isOpposite = taken.findIndex((amountWon) => amountWon > 0n !== BigInt(line.amountWon) > 0n);
  if (isOpposite !== -1) throw invalidField(`${at}/records/${isOpposite}`, 'bank-match.other-direction', { ko: '입금과 출금은 서로 연결할 수 없습니다.', en: 'Money in is no record of money out.' });
  const within = openWon < 0n ? wantedWon >= openWon : wantedWon <= openWon;
  if (within) return;
  const left = formatWon(won(openWon < 0n ? -openWon : openWon));
  throw invalidField(`${at}/records`, 'bank-match.more-than-line', { ko: `이 거래에서 아직 확인하지 않은 금액은 ${left}원입니다. 기록을 줄여 주세요.`, en: `Only ${left} won of this line are left. Choose fewer records.` });
}
