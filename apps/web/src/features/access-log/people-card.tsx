import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import type { MonthFigures, PersonFigures } from './access-log.requests.js';
import styles from './access-log-page.module.css';
import { useSignals } from './signals.js';

/** What each person did in the month, with the limits that somebody is over. */
export function PeopleCard({ figures }: { readonly figures: MonthFigures }): ReactElement {
  const { t } = useTranslation();
  const { officeFromHour: from, officeToHour: to } = figures.limits;
  return (
    <Card flush>
      <DataTable
        title={t('accessLog.people')}
        note={`${t('accessLog.peopleNote')} ${t('accessLog.limits', { from, to })}`}
        label={t('accessLog.people')}
        columns={usePeopleColumns(figures)}
        rows={figures.people}
        rowKey={({ userId }) => userId}
        rowTone={({ signals }) => (signals.length > 0 ? 'warning' : undefined)}
        empty={t('accessLog.empty')}
      />
    </Card>
  );
}

function usePeopleColumns({ limits }: MonthFigures): readonly Column<PersonFigures>[] {
  const { t } = useTranslation();
  const sentencesOf = useSignals(limits);
  return useMemo<readonly Column<PersonFigures>[]>(
    () => [
      { id: 'login', header: t('accessLog.login'), kind: 'text', value: ({ login }) => login },
      { id: 'name', header: t('accessLog.name'), kind: 'text', value: ({ name }) => name },
      {
        id: 'signals',
        header: t('accessLog.signals'),
        kind: 'text',
        value: (person) => sentencesOf(person).join(', '),
        cell: (person) => <Signals sentences={sentencesOf(person)} />,
        text: 'wrap',
      },
      { id: 'entries', header: t('accessLog.entries'), kind: 'count', value: ({ entries }) => BigInt(entries), total: true },
      { id: 'subjects', header: t('accessLog.subjects'), kind: 'count', value: ({ subjects }) => BigInt(subjects), total: true },
      { id: 'reasoned', header: t('accessLog.reasoned'), kind: 'count', value: ({ reasoned }) => BigInt(reasoned), total: true },
      { id: 'offHours', header: t('accessLog.offHours'), kind: 'count', value: ({ offHours }) => BigInt(offHours), total: true },
      { id: 'largest', header: t('accessLog.largest'), kind: 'count', value: ({ largest }) => BigInt(largest) },
      { id: 'refused', header: t('accessLog.refused'), kind: 'count', value: ({ refused }) => BigInt(refused), total: true },
    ],
    [t, sentencesOf],
  );
}

function Signals({ sentences }: { readonly sentences: readonly string[] }): ReactElement {
  const { t } = useTranslation();
  if (sentences.length === 0) return <>{t('accessLog.within')}</>;
  return (
    <span className={styles['signals']}>
      {sentences.map((sentence) => (
        <Tag key={sentence} tone="warning" icon="warning">
          {sentence}
        </Tag>
      ))}
    </span>
  );
}
