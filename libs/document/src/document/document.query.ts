import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { Document } from './document.js';
import { DocumentEntity } from './document.entity.js';

export async function getDocument(tx: Tx, id: string): Promise<Document> {
  const document = await tx.findOneBy(DocumentEntity, { id });
  if (document === null) throw notFound({ ko: '증빙 파일', en: 'document' }, id);
  return document;
}
