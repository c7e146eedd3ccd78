import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DOCUMENT_STORE, WorkbookIntake, type DocumentStore, type WorkbookFile } from '#libs/document';
import type { Sheet } from '#libs/sheet';
import type { FastifyRequest } from 'fastify';
import type { StatementFormat } from './statement.js';

/** Statements are text: what is larger is none. */
const MAXIMUM_BYTES = 20 * 1024 * 1024;
const PASTED = '거래내역';

/** A file by name and hash, kept as evidence; what is in it travels beside the command, not in its log. */
export interface StatementFile extends WorkbookFile {
  readonly format: StatementFormat;
}

/** What came in, not judged yet. */
export type StatementContent = { readonly format: 'TABLE'; readonly sheets: readonly Sheet[] } | { readonly format: 'CAMT_053'; readonly text: string };

export interface ReceivedStatement {
  readonly file: StatementFile;
  readonly content: StatementContent;
}

/** Takes statements in: tables as files or pasted, messages as text. A preview keeps nothing. */
@Injectable()
export class StatementIntake {
  constructor(
    private readonly tables: WorkbookIntake,
    @Inject(DOCUMENT_STORE) private readonly store: DocumentStore,
  ) {}

  async receive(request: FastifyRequest, preview: boolean): Promise<ReceivedStatement> {
    const { file, sheets } = await this.tables.receiveTable(request, preview);
    return { file: { ...file, format: 'TABLE' }, content: { format: 'TABLE', sheets } };
  }

  async paste(text: string, preview: boolean): Promise<ReceivedStatement> {
    const { file, sheets } = await this.tables.paste(PASTED, text, preview);
    return { file: { ...file, format: 'TABLE' }, content: { format: 'TABLE', sheets } };
  }

  async message(fileName: string, text: string, preview: boolean): Promise<ReceivedStatement> {
    const staged = await this.store.stage(Readable.from([Buffer.from(text)]), MAXIMUM_BYTES);
    try {
      if (!preview) await staged.keep();
      return { file: { fileName, sha256: staged.sha256, sizeBytes: staged.sizeBytes, pastedSheet: null, format: 'CAMT_053' }, content: { format: 'CAMT_053', text } };
    } finally {
      await staged.discard();
    }
  }

  /** What a kept file says, again. Throws `document.damaged` or `document.lost` when it is no longer what it was. */
  async reread(file: StatementFile): Promise<StatementContent> {
    if (file.format === 'CAMT_053') return { format: 'CAMT_053', text: (await this.store.read(file.sha256)).toString('utf8') };
    return { format: 'TABLE', sheets: await this.tables.rereadTable(file) };
  }
}
