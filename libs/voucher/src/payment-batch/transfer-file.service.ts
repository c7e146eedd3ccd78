import { Injectable } from '@nestjs/common';
import { AccessLog } from '#libs/access';
import type { Actor, Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { findBank, maskAccount } from '#libs/identifier';
import { BankAccountService } from '#libs/party';
import { getYear } from '../year/year.query.js';
import { getBatch, listBatchLines, type BatchLineRow, type BatchRow } from './payment-batch.query.js';
import { transferWorkbook, type Transfer } from './payment-batch.xlsx.js';

interface Request {
  readonly actor: Actor;
  readonly origin: Origin;
}

export interface TransferDownload {
  readonly fileName: string;
  readonly content: Buffer;
}

/** A batch as a file: covered for whoever keeps it on record, in the open for whoever takes it to the bank. */
@Injectable()
export class TransferFileService {
  constructor(
    private readonly reader: Reader,
    private readonly accounts: BankAccountService,
    private readonly log: AccessLog,
  ) {}

  /** Numbers and holders covered. */
  async masked({ actor, origin }: Request, batchId: string, reason: string): Promise<TransferDownload> {
    const { batch, lines, agency } = await this.read(actor, batchId);
    await this.log.record({ actor, origin, action: 'payment-batch.download', subjectKind: 'payment-batch', subjectId: batchId, subjectLabel: batch.number, subjectCount: lines.length, reason });
    return fileOf(batch, agency, lines.map((line) => transferOf(line, batch, { account: maskAccount(line.numberTail.padStart(line.numberLength, '0')), holder: line.holderMasked })));
  }

  /** Numbers and holders as they are; each account is on record as unmasked, with the reason, before the file leaves. */
  async unmasked(request: Request, batchId: string, reason: string): Promise<TransferDownload> {
    const { batch, lines, agency } = await this.read(request.actor, batchId);
    const contents = await this.accounts.unmaskAll(request, [...new Set(lines.map(({ bankAccountId }) => bankAccountId))], `${batch.number} 지급명세`, reason);
    return fileOf(batch, agency, lines.map((line) => transferOf(line, batch, contents.get(line.bankAccountId))));
  }

  private read(actor: Actor, batchId: string): Promise<{ batch: BatchRow; lines: BatchLineRow[]; agency: string }> {
    return this.reader.read(actor, async (tx) => {
      const batch = await getBatch(tx, batchId);
      return { batch, lines: await listBatchLines(tx, batchId, batch.payOn), agency: (await getYear(tx, batch.yearId)).agency };
    });
  }
}

function transferOf(line: BatchLineRow, { payOn }: BatchRow, shown: { readonly account: string; readonly holder: string } | undefined): Transfer {
  const { lineNo, payee, businessNumber, bankCode, voucherNumber, number } = line;
  return {
    ...{ lineNo, payee, businessNumber, bankCode },
    bank: findBank(bankCode, payOn)?.ko ?? bankCode,
    accountNumber: shown?.account ?? '',
    holder: shown?.holder ?? '',
    publicWon: BigInt(line.publicWon),
    ownWon: BigInt(line.ownWon),
    service: voucherNumber === null || number.startsWith(voucherNumber) ? number : `${voucherNumber} ${number}`,
  };
}

async function fileOf(batch: BatchRow, agency: string, transfers: readonly Transfer[]): Promise<TransferDownload> {
  const { number, payOn, draftedAt } = batch;
  return { fileName: `${number}_지급명세.xlsx`, content: await transferWorkbook({ number, payOn, agency, draftedAt, transfers: transfers.filter(({ publicWon, ownWon }) => publicWon + ownWon > 0n) }) };
}
