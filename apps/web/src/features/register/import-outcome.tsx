import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportResult } from '../../api/types.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Icon, type IconName } from '../../design/icon.js';
import { Empty } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { Toggle } from '../../design/toggle.js';
import { formatInstant } from '../../format/date.js';
import { formatBytes } from '../../format/quantity.js';
import { groupDigits } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { remarkRows } from './remark-rows.js';
import { RemarksTable } from './remarks-table.js';
import styles from './imports-page.module.css';

/** What became of every row: the counts, the sheets, and each row that needs a look with what to do about it. */
export function ImportOutcome({ result }: { readonly result: ImportResult }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const [onlyRejected, setOnlyRejected] = useState(false);
  const remarks = remarkRows(result);
  const shown = onlyRejected ? remarks.filter(({ verdict }) => verdict === 'REJECTED') : remarks;
  return (
    <>
      <Counts result={result} />
      {result.notes.length > 0 && (
        <Callout tone="information" title={t('register.notes')}>
          <ul>
            {result.notes.map((note, index) => (
              <li key={index}>{say(note)}</li>
            ))}
          </ul>
        </Callout>
      )}
      <Card flush>
        {remarks.length === 0 ? (
          <Empty>{t('register.allGood')}</Empty>
        ) : (
          <RemarksTable
            rows={shown}
            toolbar={
              <Toggle selected={onlyRejected} onChange={setOnlyRejected}>
                {t('register.onlyFaults')}
              </Toggle>
            }
          />
        )}
      </Card>
      <Sheets result={result} />
      <p className={styles['file']}>
        {result.fileName} · {formatBytes(result.sizeBytes)} · {formatInstant(result.importedAt)} · {result.importedBy} · {t('register.hash')} <span className={styles['hash']}>{result.sha256}</span>
      </p>
    </>
  );
}

function Counts({ result }: { readonly result: ImportResult }): ReactElement {
  const { t } = useTranslation();
  const skipped = result.sheets.reduce((sum, sheet) => sum + sheet.skipped.length, 0);
  const tiles: { label: string; count: number; icon: IconName }[] = [
    { label: t(result.dryRun ? 'register.accepted' : 'register.acceptedDone'), count: result.accepted - result.unchanged, icon: 'check' },
    { label: t('register.warned'), count: result.warnings, icon: 'warning' },
    { label: t('register.rejected'), count: result.rejected, icon: 'block' },
    { label: t('register.unchanged'), count: result.unchanged, icon: 'copy' },
    { label: t('register.skipped'), count: skipped, icon: 'minus' },
  ];
  return (
    <section className={styles['tiles']} aria-label={t(result.dryRun ? 'register.preview' : 'register.result')}>
      {tiles.map(({ label, count, icon }) => (
        <div key={label} className={styles['tile']}>
          <p className={styles['label']}>
            <Icon name={icon} size={16} />
            {label}
          </p>
          <p className={styles['count']}>{groupDigits(BigInt(count))}</p>
        </div>
      ))}
    </section>
  );
}

function Sheets({ result }: { readonly result: ImportResult }): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={t('register.sheet')} flush>
      <PlainTable
        label={t('register.sheet')}
        rows={result.sheets}
        rowKey={({ name }) => name}
        columns={[
          { header: t('register.sheet'), cell: ({ name }) => name },
          { header: t('register.dataRows'), align: 'right', cell: ({ dataRows }) => dataRows },
          { header: t(result.dryRun ? 'register.accepted' : 'register.acceptedDone'), align: 'right', cell: ({ accepted, unchanged }) => accepted - unchanged },
          { header: t('register.unchanged'), align: 'right', cell: ({ unchanged }) => unchanged },
          { header: t('register.warned'), align: 'right', cell: ({ warnings }) => warnings },
          { header: t('register.rejected'), align: 'right', cell: ({ rejected }) => rejected },
          { header: t('register.skipped'), wrap: true, cell: ({ skipped }) => <Skipped rows={skipped} /> },
        ]}
      />
    </Card>
  );
}

const SKIPS = ['TOTAL_ROW', 'NOTE_ROW', 'BLANK_ROW', 'HEADER_ROW'] as const;

function Skipped({ rows }: { readonly rows: ImportResult['sheets'][number]['skipped'] }): ReactElement {
  const { t } = useTranslation();
  const why = (code: string): string => {
    const known = SKIPS.find((skip) => skip === code);
    return known === undefined ? code : t(`register.skips.${known}`);
  };
  return <>{rows.length === 0 ? '–' : rows.map(({ row, why: code }) => `${row}${t('register.row')} ${why(code)}`).join(', ')}</>;
}
