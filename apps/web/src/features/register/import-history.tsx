import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { ImportSummary } from '../../api/types.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { formatInstant } from '../../format/date.js';
import { useImports } from './register.requests.js';

export function ImportHistory(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const query = useImports();
  const columns = useMemo<readonly Column<ImportSummary>[]>(
    () => [
      { id: 'importedAt', header: t('register.importedAt'), kind: 'date', value: ({ importedAt }) => formatInstant(importedAt) },
      {
        id: 'file',
        header: t('register.file'),
        kind: 'text',
        text: 'wrap',
        value: ({ fileName }) => fileName,
        cell: ({ id, fileName }) => (
          <Link to={`/imports/${id}`} tabIndex={-1}>
            {fileName}
          </Link>
        ),
      },
      { id: 'importedBy', header: t('register.importedBy'), kind: 'text', value: ({ importedBy }) => importedBy },
      { id: 'accepted', header: t('register.acceptedDone'), kind: 'count', value: ({ accepted, unchanged }) => BigInt(accepted - unchanged) },
      { id: 'unchanged', header: t('register.unchanged'), kind: 'count', value: ({ unchanged }) => BigInt(unchanged) },
      { id: 'warnings', header: t('register.warned'), kind: 'count', value: ({ warnings }) => BigInt(warnings) },
      { id: 'rejected', header: t('register.rejected'), kind: 'count', value: ({ rejected }) => BigInt(rejected) },
      { id: 'sha256', header: t('register.hash'), kind: 'text', value: ({ sha256 }) => sha256, cell: ({ sha256 }) => <span title={sha256}>{sha256.slice(0, 12)}…</span> },
    ],
    [t],
  );
  return (
    <Card title={t('register.history')} flush>
      <Loaded query={query}>
        {(imports) => <DataTable label={t('register.history')} columns={columns} rows={imports} rowKey={({ id }) => id} onOpen={({ id }) => void navigate(`/imports/${id}`)} empty={t('register.empty')} plain />}
      </Loaded>
    </Card>
  );
}
