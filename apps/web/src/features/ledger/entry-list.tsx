import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { Loaded } from '../../design/loaded.js';
import { Person } from '../../design/person.js';
import { Tag } from '../../design/tag.js';
import { formatInstant } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { useLanguage } from '../../i18n/bilingual.js';
import { useCommandName } from '../approval/command-kinds.js';
import type { TimePoint } from '../fund/time-point.js';
import styles from './entry-list.module.css';
import { useEntries, type EntryFilter } from './ledger.queries.js';

interface Props {
  readonly book: string;
  readonly filter: EntryFilter;
  readonly point: TimePoint;
}

/** Journal entries as an auditor asks for them: both times, who, by which command, and what was reversed by what. */
export function EntryList({ book, filter, point }: Props): ReactElement {
  const { t } = useTranslation();
  const query = useEntries(book, filter, point);
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const entries = pages.flat();
        if (entries.length === 0) return <p>{t('ledger.none')}</p>;
        return (
          <>
            <ol className={styles['list']}>
              {entries.map((entry) => (
                <li key={entry.id} id={`entry-${entry.id}`}>
                  <EntryItem entry={entry} />
                </li>
              ))}
            </ol>
            {query.hasNextPage && (
              <Button small pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                {t('ledger.more')}
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function EntryItem({ entry }: { readonly entry: Entry }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useCommandName();
  return (
    <article className={styles['entry']}>
      <header className={styles['head']}>
        <span className={styles['date']}>{entry.effectiveOn}</span>
        <span className={styles['posting']}>{language === 'ko' ? entry.postingKo : entry.postingEn}</span>
        <span className={styles['memo']}>{entry.memo}</span>
        {entry.reverses !== null && <Tag tone="warning">{t('ledger.reverses', { id: entry.reverses })}</Tag>}
        {entry.reversedBy !== null && <Tag tone="danger">{t('ledger.reversedBy', { id: entry.reversedBy })}</Tag>}
      </header>
      <table className={styles['lines']} aria-label={t('ledger.number', { id: entry.id })}>
        <thead>
          <tr>
            <th scope="col">{t('ledger.account')}</th>
            <th scope="col" className={styles['amount']}>
              {t('ledger.debit')}
            </th>
            <th scope="col" className={styles['amount']}>
              {t('ledger.credit')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entry.lines.map((line, index) => (
            <tr key={index}>
              <td className={line.side === 'C' ? styles['credit'] : undefined}>{language === 'ko' ? line.nameKo : line.nameEn}</td>
              <td className={styles['amount']}>{line.side === 'D' ? formatWon(line.amountWon) : ''}</td>
              <td className={styles['amount']}>{line.side === 'C' ? formatWon(line.amountWon) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <footer className={styles['foot']}>
        <span>{t('ledger.number', { id: entry.id })}</span>
        <span>
          {t('ledger.knownAt')} {formatInstant(entry.knownAt)}
        </span>
        <span>
          {t('ledger.recordedAt')} {formatInstant(entry.recordedAt)}
        </span>
        <span>
          {t('ledger.actor')} <Person name={entry.actorName} login={entry.actor} />
        </span>
        <span>
          {t('ledger.command')} {nameOf(entry.command)}
        </span>
      </footer>
    </article>
  );
}
