import type { Tx } from '#libs/database';
import { invalidField, notFound } from '#libs/errors';
import type { Document } from './document.js';
import { DocumentEntity } from './document.entity.js';

export async function getDocument(tx: Tx, id: string): Promise<Document> {
  const document = await tx.findOneBy(DocumentEntity, { id });
  if (document === null) throw notFound({ ko: '증빙 파일', en: 'document' }, id);
  return document;
}

/** A file that a request names, where it names one, is one that its maker may see; throws `document.unknown` at `pointer`. */
export async function requireFile(tx: Tx, id: string | null, pointer: string): Promise<void> {
  if (id === null || (await tx.existsBy(DocumentEntity, { id }))) return;
  throw invalidField(pointer, 'document.unknown', { ko: '올린 적이 없는 파일입니다. 파일을 다시 올려 주세요.', en: 'No such file was uploaded. Upload it again.' });
}
