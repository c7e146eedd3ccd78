import { createHash } from 'node:crypto';
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
      return { input: { fileName: cleanFileName(fileName), sha256: staged.sha256, sizeBytes: staged.sizeBytes }, sheets };
    } finally {
      await staged.discard();
    }
  }

  /** One sheet as Excel puts it on the clipboard. */
  paste(sheetName: string, text: string): Intake {
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { input: { fileName: `${sheetName} (붙여넣기)`, sha256, sizeBytes: Buffer.byteLength(text) }, sheets: [{ ...readPaste(text), name: sheetName }] };
  }
}
