import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AccessLog } from '#libs/access';
import { CommandRunner, type Actor, type Command, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { cleanFileName } from '../file/file-name.js';
import { mediaTypeOf } from '../file/media-type.js';
import { DOCUMENT_STORE, type DocumentStore, type StagedFile } from '../store/document-store.js';
import type { ArrivedFile, Document } from './document.js';
import { getDocument } from './document.query.js';
import { insertDocument } from './document.store.js';

interface Request {
  readonly actor: Actor;
  readonly origin: Origin;
}

export interface Download {
  readonly document: Document;
  readonly content: Buffer;
}

@Injectable()
export class DocumentService {
  constructor(
    private readonly runner: CommandRunner,
    private readonly reader: Reader,
    private readonly log: AccessLog,
    @Inject(DOCUMENT_STORE) private readonly store: DocumentStore,
  ) {}

  /**
   * Makes staged bytes a document. The bytes are kept first: a command that fails leaves bytes that nobody refers to, never
   * a document without bytes. Handing in the same file again gives the same document.
   */
  async upload(request: Request, staged: StagedFile, givenName: string | undefined): Promise<Document> {
    try {
      const fileName = cleanFileName(givenName);
      const mediaType = await mediaTypeOf(await staged.content(), fileName);
      await staged.keep();
      const input = { sha256: staged.sha256, fileName, mediaType, sizeBytes: staged.sizeBytes };
      return (await this.runner.run(uploadDocument, { ...request, input })).result;
    } finally {
      await staged.discard();
    }
  }

  get(actor: Actor, id: string): Promise<Document> {
    return this.reader.read(actor, (tx) => getDocument(tx, id));
  }

  /** The bytes for somebody who says why. Checked against their hash before, on record before they leave. */
  async download({ actor, origin }: Request, id: string, reason: string): Promise<Download> {
    const document = await this.get(actor, id);
    const content = await this.store.read(document.sha256);
    await this.log.record({ actor, origin, action: 'document.read', subjectKind: 'document', subjectId: id, subjectLabel: document.fileName, reason });
    return { document, content };
  }

  /** The bytes for the program itself (an import that works through an uploaded file). */
  contentOf(document: Document): Promise<Buffer> {
    return this.store.read(document.sha256);
  }
}

export const uploadDocument: Command<ArrivedFile, Document> = {
  name: 'document.upload',
  execute: async (tx, context, file) => getDocument(tx, await insertDocument(tx, context, randomUUID(), file)),
};
