import { Module, type DynamicModule } from '@nestjs/common';
import type { Clock } from '#libs/calendar';
import { CLOCK } from '#libs/database';
import { DEFAULT_MAXIMUM_BYTES, DOCUMENT_OPTIONS, type DocumentOptions } from './document.options.js';
import { DocumentController } from './document/document.controller.js';
import { DocumentService } from './document/document.service.js';
import { DOCUMENT_STORE } from './store/document-store.js';
import { WorkbookIntake } from './workbook/workbook-intake.service.js';
import { FileDocumentStore } from './store/file-document-store.js';

/** Evidence files. The application registers @fastify/multipart. */
@Module({})
export class DocumentModule {
  static forRoot(given: { readonly folder: string; readonly maximumBytes?: number }): DynamicModule {
    const options: DocumentOptions = { folder: given.folder, maximumBytes: given.maximumBytes ?? DEFAULT_MAXIMUM_BYTES };
    return {
      module: DocumentModule,
      global: true,
      controllers: [DocumentController],
      providers: [
        { provide: DOCUMENT_OPTIONS, useValue: options },
        { provide: DOCUMENT_STORE, useFactory: (clock: Clock) => openStore(options.folder, clock), inject: [CLOCK] },
        DocumentService,
        WorkbookIntake,
      ],
      exports: [DocumentService, WorkbookIntake, DOCUMENT_STORE],
    };
  }
}

async function openStore(folder: string, clock: Clock): Promise<FileDocumentStore> {
  const store = new FileDocumentStore(folder);
  await store.sweep(clock.now());
  return store;
}
