import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { ImportSummaryDto } from './register.dto.js';
import type { ImportSummary } from './register.view.js';

const MOST = 200;

export async function listImports(tx: Tx): Promise<ImportSummaryDto[]> {
  return tx.query(
    `select id, file_name as "fileName", sha256, recorded_at as "importedAt", result ->> 'importedBy' as "importedBy",
            (result ->> 'accepted')::int as accepted, (result ->> 'unchanged')::int as unchanged,
            (result ->> 'rejected')::int as rejected, (result ->> 'warnings')::int as warnings
       from import_run order by recorded_at desc, id limit $1`,
    [MOST],
  );
}

export async function getImport(tx: Tx, id: string): Promise<ImportSummary> {
  const rows: { result: ImportSummary }[] = await tx.query('select result from import_run where id = $1', [id]);
  if (rows[0] === undefined) throw notFound({ ko: '가져오기', en: 'import' }, id);
  return rows[0].result;
}
