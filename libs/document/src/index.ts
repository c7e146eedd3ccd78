import { DocumentEntity } from './document/document.entity.js';
import { uploadDocument } from './document/document.service.js';

export { DocumentModule } from './document.module.js';
export type { Document } from './document/document.js';
export { getDocument, requireFile } from './document/document.query.js';
export { DocumentService } from './document/document.service.js';
export { attachmentDisposition } from './file/content-disposition.js';
export { formFile } from './workbook/form-file.js';
export { correctionsOf, MOST_CORRECTIONS, readCorrections } from './workbook/corrections.input.js';
export { CorrectionDto, SheetVerdictDto } from './workbook/sheet-verdict.dto.js';
export { shownSheet } from './workbook/sheet-verdict.view.js';
export { WorkbookIntake } from './workbook/workbook-intake.service.js';
export type { ReceivedWorkbook, WorkbookFile } from './workbook/workbook-intake.service.js';
export { DOCUMENT_STORE } from './store/document-store.js';
export type { DocumentStore, StagedFile } from './store/document-store.js';

export const DOCUMENT_COMMANDS = [uploadDocument] as const;
export const DOCUMENT_ENTITIES = [DocumentEntity] as const;
