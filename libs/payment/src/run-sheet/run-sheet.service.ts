import { Injectable } from '@nestjs/common';
import { AccessLog } from '#libs/access';
import type { Actor, Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { onlookerOfRows, type Attendance } from '#libs/http';
import { LINE_STATE_NAMES } from '../outcome/outcome.rules.js';
import { bankNameOn, maskedNumber } from '../payable/payable.view.js';
import { PayableDesk } from '../payable/payable-desk.service.js';
import { getPayingAccount } from '../paying-account/paying-account.query.js';
import { getRun, listRunLines, type RunLineRow, type RunRow } from '../run/payment-run.query.js';
import { runWorkbook, type SheetLine } from './run-sheet.xlsx.js';

export interface RunDownload {
  readonly fileName: string;
  readonly content: Buffer;
}

/** A run as a workbook for the record, numbers and holders covered: who took it away, when and why is kept before it leaves. The bank's own file is `payment-run.export`. */
@Injectable()
export class RunSheetService {
  constructor(
    private readonly reader: Reader,
    private readonly desk: PayableDesk,
    private readonly log: AccessLog,
  ) {}

  async download({ actor, origin, attendance }: { readonly actor: Actor; readonly origin: Origin; readonly attendance: Attendance }, runId: string, reason: string): Promise<RunDownload> {
    attendance.tell({ phase: 'READING', done: 0, total: null });
    const { run, payer, lines } = await this.reader.read(actor, async (tx) => {
      const found = await getRun(tx, runId);
      const account = await getPayingAccount(tx, found.payingAccountId, found.payOn);
      return { run: found, payer: account.payerName, lines: await listRunLines(tx, runId, found.payOn) };
    });
    const { number, bookLabel: book, payOn, draftedAt } = run;
    const content = await runWorkbook({ number, book, payOn, payer, draftedAt, lines: lines.map((line) => this.lineOf(run, line)) }, onlookerOfRows(attendance));
    attendance.signal.throwIfAborted();
    await this.log.record({ actor, origin, action: 'payment-run.download', subjectKind: 'payment-run', subjectId: runId, subjectLabel: number, subjectCount: lines.length, reason });
    return { fileName: `${number}_지급명세.xlsx`, content };
  }

  private lineOf({ payOn }: RunRow, line: RunLineRow): SheetLine {
    const { lineNo, payee, businessNumber, bankCode, holderMasked, amountWon, payable, state } = line;
    return {
      ...{ lineNo, payee, businessNumber, bankCode, amountWon },
      ...{ bank: bankNameOn(bankCode, payOn).ko, accountNumber: maskedNumber(line), holder: holderMasked },
      parts: this.desk.partsOf(payable).map((part) => ({ name: part.name.ko, amountWon: part.amountWon })),
      ...{ purpose: payable.purpose, state: LINE_STATE_NAMES[state].ko },
    };
  }
}
