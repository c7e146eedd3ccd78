import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { readDelimited, readPaste, readWorkbook, type Sheet } from '#libs/sheet';
import type { FastifyRequest } from 'fastify';
import { receiveUpload } from '../document/upload.js';
import { cleanFileName } from '../file/file-name.js';
import { DOCUMENT_STORE, type DocumentStore } from '../store/document-store.js';

/** A workbook of many years is a few hundred kilobytes. */
const MAXIMUM_BYTES = 20 * 1024 * 1024;

/** A file by name and hash: its cells travel beside the command that imports them, not in its log. */
export interface WorkbookFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** The sheet that was pasted; null where a workbook was uploaded. */
  readonly pastedSheet: string | null;
}

export interface ReceivedWorkbook {
  readonly file: WorkbookFile;
  readonly sheets: readonly Sheet[];
}

/** Takes a workbook in: the cells to be judged, and the file itself as evidence of what was imported. A preview keeps nothing. */
@Injectable()
export class WorkbookIntake {
  constructor(@Inject(DOCUMENT_STORE) private readonly store: DocumentStore) {}

  /** Reads an uploaded workbook, and the other fields of its form. Throws `DomainError` invalid for anything that is not one. */
  async receive(request: FastifyRequest, preview: boolean): Promise<ReceivedWorkbook & { readonly fields: Readonly<Record<string, string>> }> {
    const { staged, fileName, fields } = await receiveUpload(request, this.store, MAXIMUM_BYTES);
    try {
      const { sheets } = await readWorkbook(await staged.content());
      if (!preview) await staged.keep();
      return { file: { fileName: cleanFileName(fileName), sha256: staged.sha256, sizeBytes: staged.sizeBytes, pastedSheet: null }, sheets, fields };
    } finally {
      await staged.discard();
    }
  }

  /** The same for a table that may come as text, too: banks hand out statements as CSV. A text file is one sheet, and is named by its file. */
  async receiveTable(request: FastifyRequest, preview: boolean): Promise<ReceivedWorkbook> {
    const { staged, fileName } = await receiveUpload(request, this.store, MAXIMUM_BYTES);
    try {
      const name = cleanFileName(fileName);
      const sheets = await tableOf(await staged.content(), name);
      if (!preview) await staged.keep();
      return { file: { fileName: name, sha256: staged.sha256, sizeBytes: staged.sizeBytes, pastedSheet: null }, sheets };
    } finally {
      await staged.discard();
    }
  }

  /** One sheet as Excel puts it on the clipboard. */
  async paste(sheetName: string, text: string, preview: boolean): Promise<ReceivedWorkbook> {
    const staged = await this.store.stage(Readable.from([Buffer.from(text)]), MAXIMUM_BYTES);
    try {
      if (!preview) await staged.keep();
      const file = { fileName: `${sheetName} (붙여넣기)`, sha256: staged.sha256, sizeBytes: staged.sizeBytes, pastedSheet: sheetName };
      return { file, sheets: [pasted(sheetName, text)] };
    } finally {
      await staged.discard();
    }
  }

  /** The cells of a table that was kept, as `reread` for a workbook. */
  async rereadTable({ sha256, pastedSheet, fileName }: Pick<WorkbookFile, 'sha256' | 'pastedSheet' | 'fileName'>): Promise<readonly Sheet[]> {
    const bytes = await this.store.read(sha256);
    return pastedSheet === null ? tableOf(bytes, fileName) : [pasted(pastedSheet, bytes.toString('utf8'))];
  }

  /** The cells of a file that was kept. Throws `document.damaged` or `document.lost` when it is no longer what it was. */
  async reread({ sha256, pastedSheet }: Pick<WorkbookFile, 'sha256' | 'pastedSheet'>): Promise<readonly Sheet[]> {
    const bytes = await this.store.read(sha256);
    if (pastedSheet !== null) return [pasted(pastedSheet, bytes.toString('utf8'))];
    return (await readWorkbook(bytes)).sheets;
  }
}

const TEXT_FILE = /\.(csv|tsv|txt)$/iu;

async function tableOf(bytes: Buffer, fileName: string): Promise<readonly Sheet[]> {
  return TEXT_FILE.test(fileName) ? [readDelimited(bytes, { name: fileName })] : (await readWorkbook(bytes)).sheets;
}

const pasted = (sheetName: string, text: string): Sheet => ({ ...readPaste(text), name: sheetName });
