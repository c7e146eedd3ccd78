import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { formatBusinessNumber } from '../../format/business-number.js';
import { usePermissions } from '../session/use-session.js';
import { AddInstituteDialog } from './add-institute-dialog.js';
import { EndInstituteDialog } from './end-institute-dialog.js';
import { ImportInstitutesDialog } from './import-institutes-dialog.js';
import styles from './public-institute.module.css';
import { useInstitutes, type Institute } from './public-institute.requests.js';

const PAUSE_MS = 250;

/** The public research institutes that licensors, employers and shareholders are checked against. */
export function InstitutesPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const [text, setText] = useState('');
  const query = useInstitutes(useDebounced(text.trim(), PAUSE_MS));
  const [open, setOpen] = useState<'add' | 'import' | null>(null);
  const [ending, setEnding] = useState<Institute | null>(null);
  const columns = useColumns(may('public-institute.end') ? setEnding : null);
  return (
    <Page
      title={t('institutes.title')}
      lead={t('institutes.lead')}
      actions={
        <>
          {may('public-institute.import') && (
            <Button small tone="secondary" icon="upload" onPress={() => setOpen('import')}>
              {t('institutes.import')}
            </Button>
          )}
          {may('public-institute.record') && (
            <Button small tone="primary" icon="plus" onPress={() => setOpen('add')}>
              {t('institutes.add')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles['search']}>
        <TextField label={t('institutes.search')} value={text} onChange={setText} maxLength={100} />
      </div>
      <Card flush>
        <Loaded query={query}>
          {(institutes) => (
            <DataTable
              label={t('institutes.title')}
              title={t('institutes.title')}
              columns={columns}
              rows={institutes}
              rowKey={({ id }) => id}
              rowTone={({ lastOn }) => (lastOn === null ? undefined : 'muted')}
              empty={t('institutes.empty')}
              searched
              tall
            />
          )}
        </Loaded>
      </Card>
      {open === 'add' && <AddInstituteDialog onClose={() => setOpen(null)} />}
      {open === 'import' && <ImportInstitutesDialog onClose={() => setOpen(null)} />}
      {ending !== null && <EndInstituteDialog institute={ending} onClose={() => setEnding(null)} />}
    </Page>
  );
}

function useColumns(onEnd: ((institute: Institute) => void) | null): readonly Column<Institute>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const deeds: Column<Institute>[] =
      onEnd === null
        ? []
        : [
            {
              id: 'end',
              header: '',
              kind: 'text',
              value: () => null,
              cell: (row) =>
                row.lastOn === null ? (
                  <Button small tone="quiet" onPress={() => onEnd(row)}>
                    {t('institutes.end')}
                  </Button>
                ) : (
                  ''
                ),
            },
          ];
    return [
      { id: 'name', header: t('institutes.name'), kind: 'text', value: (row) => row.name },
      { id: 'kind', header: t('institutes.kind'), kind: 'text', value: (row) => t(`institutes.kinds.${row.kind}`) },
      { id: 'number', header: t('institutes.number'), kind: 'text', value: (row) => row.number, cell: (row) => (row.number === null ? '–' : formatBusinessNumber(row.number)) },
      { id: 'from', header: t('institutes.validFrom'), kind: 'date', value: (row) => row.validFrom },
      { id: 'to', header: t('institutes.lastOn'), kind: 'date', value: (row) => row.lastOn },
      { id: 'source', header: t('institutes.source'), kind: 'text', value: (row) => (row.endReason === null ? row.source : `${row.source} · ${row.endReason}`), text: 'long' },
      ...deeds,
    ] satisfies Column<Institute>[];
  }, [onEnd, t]);
}
