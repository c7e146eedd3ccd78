import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportResult } from '../../api/types.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { remarkRows } from '../register/remark-rows.js';
import styles from './approval-pane.module.css';

/** What an import takes in, sheet by sheet, and every row that is refused or wants a look; narrow enough to read beside the list. */
export function ImportEffect({ result }: { readonly result: ImportResult }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const remarks = remarkRows(result);
  return (
    <>
      <PlainTable
        label={t('register.sheet')}
        rows={result.sheets}
        rowKey={({ name }) => name}
        totals={[t('table.total'), result.accepted - result.unchanged, result.warnings, result.rejected, result.unchanged]}
        columns={[
          { header: t('register.sheet'), cell: ({ name }) => name },
          { header: t('register.accepted'), align: 'right', cell: ({ accepted, unchanged }) => accepted - unchanged },
          { header: t('register.warned'), align: 'right', cell: ({ warnings }) => warnings },
          { header: t('register.rejected'), align: 'right', cell: ({ rejected }) => rejected },
          { header: t('register.unchanged'), align: 'right', cell: ({ unchanged }) => unchanged },
        ]}
      />
      {remarks.length > 0 && (
        <PlainTable
          label={`${t('register.rejected')} · ${t('register.warned')}`}
          rows={remarks}
          rowKey={({ id }) => id}
          tone={({ verdict }) => (verdict === 'REJECTED' ? 'danger' : 'warning')}
          columns={[
            { header: t('register.sheet'), cell: ({ sheet, row }) => `${sheet} ${row === null ? '' : `${row}${t('register.row')}`}` },
            { header: t('register.verdict'), cell: ({ verdict }) => <Tag tone={verdict === 'REJECTED' ? 'danger' : 'warning'}>{t(`register.verdicts.${verdict}`)}</Tag> },
            {
              header: t('register.reason'),
              wrap: true,
              cell: ({ key, remark }) => (
                <>
                  {key !== null && <strong>{key} </strong>}
                  {remark !== null && say(remark.text)}
                </>
              ),
            },
          ]}
        />
      )}
      {result.notes.map((note, index) => (
        <p key={index} className={styles['quiet']}>
          {say(note)}
        </p>
      ))}
    </>
  );
}
