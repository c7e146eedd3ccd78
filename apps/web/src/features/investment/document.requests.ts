import type { components } from '../../api/schema.js';
import { downloadFile, uploadFile } from '../../api/download.js';
import { newKey } from '../../api/intent.js';

export type StoredDocument = components['schemas']['DocumentDto'];

/** Stores a file; the same content twice is one document. Throws `ProblemError`. */
export function uploadDocument(file: File): Promise<StoredDocument> {
  return uploadFile<StoredDocument>('/api/documents', file, { 'Idempotency-Key': newKey() });
}

/** Takes a stored file away, with the reason that goes on record. Throws `ProblemError`. */
export function downloadDocument(id: string, reason: string, fileName: string): Promise<void> {
  return downloadFile(`/api/documents/${id}/download`, { reason }, { 'Idempotency-Key': newKey() }, fileName);
}
