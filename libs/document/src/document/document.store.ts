import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { invariant } from '#libs/errors';
import type { ArrivedFile } from './document.js';

/**
 * Writes that somebody handed in a file and returns the id; the same bytes under the same name from the same person are
 * the document that is there already.
 */
export async function insertDocument(tx: Tx, context: CommandContext, id: string, file: ArrivedFile): Promise<string> {
  const { actor, now, commandId } = context;
  await tx.query(
    `insert into document (id, sha256, file_name, media_type, size_bytes, uploaded_by, uploaded_by_name, uploaded_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint document_once do nothing`,
    [id, file.sha256, file.fileName, file.mediaType, file.sizeBytes, actor.userId, actor.name, now, commandId],
  );
  const rows: { id: string }[] = await tx.query('select id from document where sha256 = $1 and file_name = $2 and uploaded_by = $3', [
    file.sha256,
    file.fileName,
    actor.userId,
  ]);
  const written = rows[0];
  invariant(written !== undefined, 'a document that was just written is not there');
  return written.id;
}
