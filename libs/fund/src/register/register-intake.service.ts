import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { cleanFileName, DOCUMENT_STORE, receiveUpload, type DocumentStore } from '#libs/document';
import { readPaste, readWorkbook, type Sheet } from '#libs/sheet';
import type { FastifyRequest } from 'fastify';
import type { ImportRegister } from './register.service.js';

/** A register of many years is a few hundred kilobytes. */
const MAXIMUM_BYTES = 20 * 1024 * 1024;

export interface Intake {
  readonly input: ImportRegister;
  readonly sheets: readonly Sheet[];
}

/** Takes a register in: the cells to be judged, and the file itself as evidence of what was imported. */
@Injectable()
export class RegisterIntake {
  constructor(@Inject(DOCUMENT_STORE) private readonly store: DocumentStore) {}

  /** Reads an uploaded workbook; a preview keeps nothing. Throws `DomainError` invalid for anything that is not one. */
  async receive(request: FastifyRequest, preview: boolean): Promise<Intake> {
    const { staged, fileName } = await receiveUpload(request, this.store, MAXIMUM_BYTES);
    try {
      const { sheets } = await readWorkbook(await staged.content());
      if (!preview) await staged.keep();
      return { input: { fileName: cleanFileName(fileName), sha256: staged.sha256, sizeBytes: staged.sizeBytes, pastedSheet: null }, sheets };
    } finally {
      await staged.discard();
    }
  }

  /** One sheet as Excel puts it on the clipboard; a preview keeps nothing. */
  async paste(sheetName: string, text: string, preview: boolean): Promise<Intake> {
    const staged = await this.store.stage(Readable.from([Buffer.from(text)]), MAXIMUM_BYTES);
    try {
      if (!preview) await staged.keep();
      const input = { fileName: `${sheetName} (붙여넣기)`, sha256: staged.sha256, sizeBytes: staged.sizeBytes, pastedSheet: sheetName };
      return { input, sheets: [pasted(sheetName, text)] };
    } finally {
      await staged.discard();
    }
  }

  /** The cells of a file that was kept. Throws `document.damaged` or `document.lost` when it is no longer what it was. */
  async reread({ sha256, pastedSheet }: ImportRegister): Promise<readonly Sheet[]> {
    const bytes = await this.store.read(sha256);
    if (pastedSheet !== null) return [pasted(pastedSheet, bytes.toString('utf8'))];
    return (await readWorkbook(bytes)).sheets;
  }
}

function pasted(sheetName: string, text: string): Sheet {
  return { ...readPaste(text), name: sheetName };
}
