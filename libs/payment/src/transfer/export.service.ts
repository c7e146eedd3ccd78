import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { maxDate, seoulDateOf } from '#libs/calendar';
import { CommandRunner, type Actor, type Command, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { DomainError, invariant } from '#libs/errors';
import { addressesOn, BankAccountService, type PostalAddress } from '#libs/party';
import { getPayingAccount } from '../paying-account/paying-account.query.js';
import type { FileFormat, PayingAccount } from '../run/payment-run.js';
import { getRun, listRunFiles, listRunLines, listRunSteps, type RunLineRow, type RunRow } from '../run/payment-run.query.js';
import { requireStep } from '../run/payment-run.rules.js';
import { insertRunFile, lockRun, recordRunEvent } from '../run/payment-run.store.js';
import { bulkTransferFile } from './bulk-transfer.js';
import { creditTransferMessage } from './credit-transfer.model.js';
import type { TransferOrder } from './transfer.js';

export interface ExportPaymentRun {
  readonly runId: string;
  readonly format: FileFormat;
  readonly sha256: string;
  readonly sizeBytes: number;
}

interface WriteRequest {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly idempotencyKey: string;
}

export interface ExportedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Paying accounts are accounts of agencies of this country. */
const HERE = 'KR';

const FORMATS: Readonly<Record<FileFormat, { readonly extension: string; readonly mediaType: string; readonly write: (order: TransferOrder) => Buffer }>> = {
  PAIN_001: { extension: 'xml', mediaType: 'application/xml', write: creditTransferMessage },
  BULK_TRANSFER: { extension: 'txt', mediaType: 'text/plain; charset=euc-kr', write: bulkTransferFile },
};

/**
 * `payment-run.export`: a file for the bank left the house. It may leave again, and is the same then, byte for byte: whoever uploads it
 * twice shows the bank a message it has. Another content under the same name is refused (`payment-run.file-changed`).
 */
export const exportPaymentRun: Command<ExportPaymentRun, { id: string }> = {
  name: 'payment-run.export',
  async execute(tx, context, { runId, ...file }) {
    await lockRun(tx, runId);
    requireStep((await getRun(tx, runId)).state, 'export');
    const earlier = (await listRunFiles(tx, runId)).find(({ format }) => format === file.format);
    if (earlier !== undefined && earlier.sha256 !== file.sha256) throw changed(earlier.sha256);
    await recordRunEvent(tx, context, runId, 'export', null);
    if (earlier === undefined) await insertRunFile(tx, context, runId, file);
    context.announce('payment.changed', { runId });
    return { id: runId };
  },
};

/** Files for the bank, with account numbers in the open: who took one away, when and why, is on record before it leaves. */
@Injectable()
export class ExportService {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly accounts: BankAccountService,
  ) {}

  async export(request: WriteRequest, runId: string, format: FileFormat, reason: string): Promise<ExportedFile> {
    const { actor, origin } = request;
    const read = await this.read(actor, runId);
    requireStep(read.run.state, 'export');
    const ids = [read.account.bankAccountId, ...read.lines.map(({ bankAccountId }) => bankAccountId)];
    const opened = await this.accounts.unmaskAll({ actor, origin }, [...new Set(ids)], `${read.run.number} 이체파일`, reason);
    const content = FORMATS[format].write(orderOf(read, (id) => opened.get(id)));
    const sha256 = createHash('sha256').update(content).digest('hex');
    await this.runner.run(exportPaymentRun, { ...request, reason, input: { runId, format, sha256, sizeBytes: content.length } });
    return { fileName: `${read.run.number}.${FORMATS[format].extension}`, mediaType: FORMATS[format].mediaType, content };
  }

  private read(actor: Actor, runId: string): Promise<ReadRun> {
    return this.reader.read(actor, async (tx) => {
      const run = await getRun(tx, runId);
      const releasedAt = (await listRunSteps(tx, runId)).find(({ what }) => what === 'release')?.recordedAt ?? null;
      const lines = await listRunLines(tx, runId, run.payOn);
      // As known when it was released: what is learnt of an address later does not change the file.
      const addresses = await addressesOn(tx, lines.map(({ payable }) => payable.payeeId), run.payOn, releasedAt);
      return { run, releasedAt, account: await getPayingAccount(tx, run.payingAccountId, run.payOn), lines, addresses };
    });
  }
}

interface ReadRun {
  readonly run: RunRow;
  /** Null: not released yet. */
  readonly releasedAt: Date | null;
  readonly account: PayingAccount;
  readonly lines: readonly RunLineRow[];
  /** By payee. */
  readonly addresses: ReadonlyMap<string, PostalAddress>;
}

function orderOf({ run, releasedAt, account, lines, addresses }: ReadRun, contentOf: (id: string) => { readonly account: string; readonly holder: string } | undefined): TransferOrder {
  invariant(releasedAt !== null, `${run.number} is given to a bank after its release`);
  const open = (id: string): { readonly account: string; readonly holder: string } => {
    const content = contentOf(id);
    invariant(content !== undefined, `the account ${id} of ${run.number} can be read`);
    return content;
  };
  const { payerName, businessNumber, bankCode, street, building, postCode, town } = account;
  return {
    runNumber: run.number,
    releasedAt,
    executeOn: maxDate(run.payOn, seoulDateOf(releasedAt)),
    payer: { name: payerName, businessNumber, bankCode, account: open(account.bankAccountId).account, address: { street, building, postCode, town, country: HERE } },
    transfers: lines.map((line) => ({
      ...{ lineNo: line.lineNo, payee: line.payee, businessNumber: line.businessNumber, bankCode: line.bankCode, amountWon: line.amountWon, purpose: line.payable.purpose },
      address: addresses.get(line.payable.payeeId) ?? null,
      ...open(line.bankAccountId),
    })),
  };
}

function changed(sha256: string): DomainError {
  return new DomainError(
    'conflict',
    'payment-run.file-changed',
    {
      ko: '이미 만든 이체파일과 내용이 다릅니다. 거래처나 계좌 자료가 바뀌었는지 확인하고, 처음 만든 파일만 은행에 보내 주세요.',
      en: 'This is not the file that was made before. Find out what changed, and give the bank only the file that was made first.',
    },
    { details: { sha256 } },
  );
}
