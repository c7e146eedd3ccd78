import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { Toggle } from '../../design/toggle.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { correctionsOf, isCorrectable, type FaultRow } from './fault-rows.js';
import type { Correction } from './roster.requests.js';
import styles from './roster.module.css';

interface Props {
  readonly faults: readonly FaultRow[];
  readonly corrections: readonly Correction[];
  readonly pending: boolean;
  /** The same file again, with these cells put right. */
  readonly onCorrect: (corrections: readonly Correction[]) => void;
}

type View = 'REJECTED' | 'WARNED' | 'ALL';

/** Rows that were refused or want a look, each with the reason and a cell to type in; Enter takes what is suggested. */
export function FaultsTable({ faults, corrections, pending, onCorrect }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const refused = faults.filter(({ verdict }) => verdict === 'REJECTED');
  const [view, setView] = useState<View>(refused.length > 0 ? 'REJECTED' : 'ALL');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const shown = faults.filter(({ verdict }) => view === 'ALL' || (verdict === 'REJECTED') === (view === 'REJECTED'));
  const next = correctionsOf(corrections, faults, typed);
  const changed = next.length - corrections.length;
  const apply = (): void => {
    if (next.length > 0) onCorrect(next);
  };
  const filters: readonly (readonly [View, number])[] = [['REJECTED', refused.length], ['WARNED', faults.length - refused.length], ['ALL', faults.length]];
  const actions = (
    <>
      {filters.map(([each, count]) => (
        <Toggle key={each} selected={view === each} onChange={() => setView(each)}>
          {t(`roster.views.${each}`, { count })}
        </Toggle>
      ))}
      <Button tone="secondary" small icon="check" pending={pending} disabled={changed === 0 && Object.keys(typed).length === 0} onPress={apply}>
        {t('roster.recheck', { count: Math.max(changed, 0) })}
      </Button>
    </>
  );
  return (
    <Card title={t('roster.faults')} note={t('roster.faultsNote')} actions={actions} flush>
      <div
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) apply();
        }}
      >
        <PlainTable
          label={t('roster.faults')}
          rows={shown}
          rowKey={({ id }) => id}
          tone={({ verdict }) => (verdict === 'REJECTED' ? 'danger' : 'warning')}
          columns={[
            { header: t('roster.place'), cell: ({ sheet, row }) => (row === null ? sheet : t('roster.rowOf', { sheet, row })) },
            { header: t('roster.verdict'), cell: ({ verdict }) => <Tag tone={verdict === 'REJECTED' ? 'danger' : 'warning'} icon={verdict === 'REJECTED' ? 'block' : 'warning'}>{t(`roster.verdicts.${verdict}`)}</Tag> },
            { header: t('roster.key'), cell: ({ key }) => key ?? '–' },
            { header: t('roster.cell'), cell: (fault) => <CellEditor fault={fault} typed={typed[fault.id]} onType={(value) => setTyped((before) => ({ ...before, [fault.id]: value }))} /> },
            {
              header: t('roster.reason'),
              wrap: true,
              cell: ({ remark }) => (
                <>
                  {say(remark.text)}
                  {remark.fix !== null && <p className={styles['quiet']}>{say(remark.fix)}</p>}
                </>
              ),
            },
          ]}
        />
      </div>
    </Card>
  );
}

interface EditorProps {
  readonly fault: FaultRow;
  readonly typed: string | undefined;
  readonly onType: (value: string) => void;
}

/** The cell as it stands in the file, to be written anew. */
function CellEditor({ fault, typed, onType }: EditorProps): ReactElement {
  const { t } = useTranslation();
  const { column, value, suggested } = fault.remark;
  if (!isCorrectable(fault)) return <>{value ?? '–'}</>;
  const untouched = typed === undefined;
  const take = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    if (untouched && suggested !== null) onType(suggested);
    nextEditor(event.currentTarget)?.focus();
  };
  return (
    <div>
      <p className={styles['quiet']}>{column}</p>
      <div className={styles['cell']}>
        <input data-roster-cell value={typed ?? value ?? ''} data-changed={!untouched && typed !== (value ?? '')} onChange={(event) => onType(event.target.value)} onKeyDown={take} aria-label={t('roster.edit', { key: fault.key ?? '', column })} />
        {suggested !== null && (typed ?? value) !== suggested && (
          <Button small tone="quiet" onPress={() => onType(suggested)}>
            {t('roster.take', { suggested })}
          </Button>
        )}
      </div>
    </div>
  );
}

function nextEditor(current: HTMLInputElement): HTMLInputElement | null {
  const all = [...document.querySelectorAll<HTMLInputElement>('input[data-roster-cell]')];
  return all[all.indexOf(current) + 1] ?? null;
}
