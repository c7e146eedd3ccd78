import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../design/classes.js';
import { Tag } from '../../design/tag.js';
import { formatInstant } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { ApprovalTag } from './approval-tag.js';
import styles from './approval-list.module.css';
import type { ApprovalSummary } from './approval.requests.js';
import { daysBetween, isDueSoon } from './due.js';

interface Props {
  readonly rows: readonly ApprovalSummary[];
  /** The row that the keys act on. */
  readonly cursor: string | null;
  readonly selected: ReadonlySet<string>;
  readonly onOpen: (id: string) => void;
  readonly onToggle: (id: string) => void;
  /** A request is open beside the list: what matters less gives way. */
  readonly narrow: boolean;
}

/** A dense list; one row has the cursor, and the keys of the page act on it. */
export function ApprovalList({ rows, cursor, selected, onOpen, onToggle, narrow }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <table className={classes(styles['list'], narrow && styles['narrow'])} aria-label={t('approval.list')}>
      <thead>
        <tr>
          <th scope="col" aria-label={t('approval.keys.select')} />
          <th scope="col">{t('approval.what')}</th>
          {!narrow && <th scope="col">{t('approval.maker')}</th>}
          <th scope="col" className={styles['right']}>
            {t('approval.amount')}
          </th>
          {!narrow && (
            <>
              <th scope="col">{t('approval.warnings')}</th>
              <th scope="col">{t('approval.step')}</th>
              <th scope="col">{t('approval.due')}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ListRow key={row.id} row={row} isCursor={row.id === cursor} isSelected={selected.has(row.id)} onOpen={onOpen} onToggle={onToggle} narrow={narrow} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Pick<Props, 'onOpen' | 'onToggle' | 'narrow'> {
  readonly row: ApprovalSummary;
  readonly isCursor: boolean;
  readonly isSelected: boolean;
}

function ListRow({ row, isCursor, isSelected, onOpen, onToggle, narrow }: RowProps): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const element = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isCursor) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isCursor]);
  return (
    <tr ref={element} className={classes(isCursor && styles['cursor'], isSelected && styles['selected'])} aria-current={isCursor} onClick={() => onOpen(row.id)}>
      <td onClick={(event) => event.stopPropagation()}>
        {row.mine && <input type="checkbox" aria-label={t('approval.select', { number: row.number })} checked={isSelected} onChange={() => onToggle(row.id)} />}
      </td>
      <td>
        <span className={styles['title']}>{withoutAmount(say(row.title), row.amountWon)}</span>
        <span className={styles['sub']}>
          <span className="number">{row.number}</span>
          {row.version > 1 && <Tag tone="neutral">{t('approval.version', { version: row.version })}</Tag>}
          {narrow && <Brief row={row} />}
        </span>
      </td>
      {!narrow && <td>{row.makerName}</td>}
      <td className={classes(styles['right'], 'won')}>{row.amountWon === null ? '–' : formatWon(row.amountWon)}</td>
      {!narrow && (
        <>
          <td>{row.verdictsWarn > 0 ? <WarnTag count={row.verdictsWarn} /> : '–'}</td>
          <td>
            <Step row={row} />
          </td>
          <td>
            <Due row={row} />
          </td>
        </>
      )}
    </tr>
  );
}

/** The amount has a column of its own. */
function withoutAmount(title: string, amountWon: string | null): string {
  const parts = title.split(' · ');
  return amountWon !== null && parts.at(-1)?.includes(formatWon(amountWon)) === true ? parts.slice(0, -1).join(' · ') : title;
}

/** What the columns say, in one line under the title. */
function Brief({ row }: { readonly row: ApprovalSummary }): ReactElement {
  return (
    <>
      <span>{row.makerName}</span>
      <Step row={row} />
      {row.state === 'PENDING' && <span className={classes('number', isDueSoon(row.expiresAt, new Date()) && styles['soon'])}>~{formatInstant(row.expiresAt).slice(5, 10)}</span>}
      {row.verdictsWarn > 0 && <WarnTag count={row.verdictsWarn} />}
    </>
  );
}

/** Which step of how many is due; of closed ones, what became of them. */
function Step({ row }: { readonly row: ApprovalSummary }): ReactElement {
  return row.state === 'PENDING' ? <span className="number">{`${row.position}/${row.steps}`}</span> : <ApprovalTag state={row.state} />;
}

function WarnTag({ count }: { readonly count: number }): ReactElement {
  const { t } = useTranslation();
  return (
    <Tag tone="warning" icon="warning">
      {t('approval.warningCount', { count })}
    </Tag>
  );
}

/** Until when it can be signed and how long it has waited; of closed ones, when it was drafted. */
function Due({ row }: { readonly row: ApprovalSummary }): ReactElement {
  const { t } = useTranslation();
  if (row.state !== 'PENDING') return <span className={classes('number', styles['sub'])}>{formatInstant(row.submittedAt)}</span>;
  const days = daysBetween(row.submittedAt, new Date());
  return (
    <>
      <span className={classes('number', isDueSoon(row.expiresAt, new Date()) && styles['soon'])}>{formatInstant(row.expiresAt).slice(0, 10)}</span>
      <span className={styles['sub']}>{days === 0 ? t('approval.ageToday') : t('approval.ageDays', { count: days + 1 })}</span>
    </>
  );
}
