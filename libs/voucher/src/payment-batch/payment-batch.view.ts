import type { LocalDate } from '#libs/calendar';
import type { CommandOutcome } from '#libs/command';
import type { Tx } from '#libs/database';
import { shownVerdict } from '#libs/http';
import { findBank, maskAccount } from '#libs/identifier';
import { shownEntry } from '#libs/ledger';
import type { DraftedBatchDto, PaymentBatchDetailDto, PaymentBatchDto, PaymentLineDto, ReleasedBatchDto } from './payment-batch.dto.js';
import { getBatch, listBatchLines, type BatchLineRow, type BatchRow } from './payment-batch.query.js';
import type { DraftedBatch, ReleasedBatch } from './payment-batch.service.js';

export const viewBatch = (row: BatchRow): PaymentBatchDto => ({ ...row, signedBy: [...row.signedBy] });

export async function viewBatchDetail(tx: Tx, id: string, today: LocalDate): Promise<PaymentBatchDetailDto> {
  const batch = await getBatch(tx, id);
  return { ...viewBatch(batch), items: (await listBatchLines(tx, id, today)).map((line) => viewLine(line, batch.payOn)) };
}

function viewLine(line: BatchLineRow, payOn: LocalDate): PaymentLineDto {
  const { lineNo, serviceId, number, voucherNumber, company, payee, accountOpen, publicWon, ownWon } = line;
  const bank = findBank(line.bankCode, payOn);
  return {
    ...{ lineNo, serviceId, number, voucherNumber, company, payee, accountOpen, publicWon, ownWon },
    bankName: { ko: bank?.ko ?? line.bankCode, en: bank?.en ?? line.bankCode },
    maskedNumber: maskAccount(line.numberTail.padStart(line.numberLength, '0')),
    maskedHolder: line.holderMasked,
  };
}

export function viewDrafted({ result, dryRun }: CommandOutcome<DraftedBatch>): DraftedBatchDto {
  return {
    id: dryRun ? null : result.id,
    number: result.number,
    dryRun,
    totalWon: result.totalWon.toString(),
    payables: result.payables.map(({ serviceId, number, payee, publicWon, ownWon }) => ({ serviceId, number, payee, publicWon: publicWon.toString(), ownWon: ownWon.toString() })),
    refused: result.refused.map((each) => ({ ...each, text: { ...each.text } })),
  };
}

export function viewReleased({ result, verdicts, dryRun }: CommandOutcome<ReleasedBatch>): ReleasedBatchDto {
  const { id, number, totalWon, entries } = result;
  return { id, number, dryRun, totalWon: totalWon.toString(), verdicts: verdicts.map(shownVerdict), entries: entries.map(shownEntry) };
}
