import type { LocalDate } from '#libs/calendar';
import type { CommandOutcome } from '#libs/command';
import type { Tx } from '#libs/database';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { bankNameOn, maskedNumber, viewParts, viewPayable, viewRefused, type DebtWords } from '../payable/payable.view.js';
import { getPayingAccount } from '../paying-account/paying-account.query.js';
import { viewPayingAccount } from '../paying-account/paying-account.view.js';
import { endToEndIdOf } from '../transfer/reference.js';
import type { DraftedRunDto, PaymentRunDetailDto, PaymentRunDto, ReleasedRunDto, RunLineDto } from './payment-run.dto.js';
import { getRun, listRunFiles, listRunLines, listRunSteps, type RunLineRow, type RunRow } from './payment-run.query.js';
import type { DraftedRun, ReleasedRun } from './payment-run.service.js';

export function viewRun({ id, number, book, bookLabel, payOn, lines, totalWon, paidWon, standing, counts, draftedBy, draftedAt, signedBy }: RunRow): PaymentRunDto {
  return { id, number, book, bookLabel, payOn, lines, standing, draftedBy, draftedAt, totalWon: totalWon.toString(), paidWon: paidWon.toString(), counts: { ...counts }, signedBy: [...signedBy] };
}

/** A run with its lines, what happened to it, and the files that left for the bank. */
export async function viewRunDetail(tx: Tx, id: string, today: LocalDate, words: DebtWords): Promise<PaymentRunDetailDto> {
  const run = await getRun(tx, id);
  const [account, lines, steps, files] = [await getPayingAccount(tx, run.payingAccountId, today), await listRunLines(tx, id, today), await listRunSteps(tx, id), await listRunFiles(tx, id)];
  return { ...viewRun(run), payingAccount: viewPayingAccount(account, today), items: lines.map((line) => viewLine(run, line, words)), steps, files };
}

function viewLine({ number, payOn }: RunRow, line: RunLineRow, words: DebtWords): RunLineDto {
  const { lineNo, payable, payee, accountOpen, amountWon, state } = line;
  return {
    ...{ lineNo, payee, accountOpen, state },
    ...{ payableId: payable.id, subjectId: payable.subjectId, purpose: payable.purpose, kindName: { ...words.nameOf(payable.kind) } },
    endToEndId: endToEndIdOf(number, lineNo),
    bankName: bankNameOn(line.bankCode, payOn),
    maskedNumber: maskedNumber(line),
    maskedHolder: line.holderMasked,
    amountWon: amountWon.toString(),
    parts: viewParts(payable, words),
  };
}

export function viewDrafted({ result, verdicts, dryRun }: CommandOutcome<DraftedRun>, payOn: LocalDate, words: DebtWords): DraftedRunDto {
  const { id, number, totalWon, payingAccount, payables, refused, entries } = result;
  return {
    ...{ number, dryRun },
    id: dryRun ? null : id,
    totalWon: totalWon.toString(),
    payingAccount: payingAccount === null ? null : viewPayingAccount(payingAccount, payOn),
    payables: payables.map((row) => viewPayable(row, payOn, words)),
    refused: refused.map(viewRefused),
    verdicts: verdicts.map(shownVerdict),
    entries: entries.map(shownEntry),
  };
}

export function viewReleased({ result, verdicts, dryRun }: CommandOutcome<ReleasedRun>): ReleasedRunDto {
  const { id, number, totalWon, entries } = result;
  return { id, number, dryRun, totalWon: totalWon.toString(), verdicts: verdicts.map(shownVerdict), entries: entries.map(shownEntry) };
}
