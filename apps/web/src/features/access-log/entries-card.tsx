import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { Toggle } from '../../design/toggle.js';
import { formatInstant } from '../../format/date.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import { useTerm } from '../../i18n/term.js';
import { useAccessEntries, type AccessEntry } from './access-log.requests.js';
import { useDeedName } from './deed-name.js';

/** The entries of the month themselves, newest first; `bulk` subjects at once are many. */
export function EntriesCard({ month, bulk }: { readonly month: string; readonly bulk: number }): ReactElement {
  const { t } = useTranslation();
  const [only, setOnly] = useState({ reasoned: false, offHours: false, bulk: false });
  const query = useAccessEntries(month, { reasoned: only.reasoned, offHours: only.offHours, moreSubjectsThan: only.bulk ? bulk : null });
  const columns = useEntryColumns();
  const filters = (
    <>
      <Toggle selected={only.reasoned} onChange={(reasoned) => setOnly({ ...only, reasoned })}>
        {t('accessLog.onlyReasoned')}
      </Toggle>
      <Toggle selected={only.offHours} onChange={(offHours) => setOnly({ ...only, offHours })}>
        {t('accessLog.onlyOffHours')}
      </Toggle>
      <Toggle selected={only.bulk} onChange={(isBulk) => setOnly({ ...only, bulk: isBulk })}>
        {t('accessLog.onlyBulk', { count: bulk })}
      </Toggle>
    </>
  );
  return (
    <>
      <Card flush>
        <Loaded query={query}>
          {({ pages }) => (
            <DataTable title={t('accessLog.entriesTitle')} label={t('accessLog.entriesTitle')} columns={columns} rows={pages.flat()} rowKey={({ id }) => id} toolbar={filters} empty={t('accessLog.empty')} tall />
          )}
        </Loaded>
      </Card>
      {query.hasNextPage && (
        <div>
          <Button small pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {t('accessLog.more')}
          </Button>
        </div>
      )}
    </>
  );
}

function useEntryColumns(): readonly Column<AccessEntry>[] {
  const { t } = useTranslation();
  const term = useTerm();
  const [kindOf, deedOf] = [useDottedNames('accessLog.subjectKinds'), useDeedName()];
  return useMemo<readonly Column<AccessEntry>[]>(
    () => [
      { id: 'at', header: t('accessLog.at'), kind: 'date', value: ({ accessedAt }) => formatInstant(accessedAt) },
      { id: 'who', header: t('accessLog.login'), kind: 'text', value: ({ login, name }) => (name === null ? login : `${name} (${login})`) },
      { id: 'roles', header: t('accessLog.roles'), kind: 'text', value: ({ roles }) => roles.map((role) => term('role', role)).join(', ') },
      { id: 'deed', header: t('accessLog.deed'), kind: 'text', value: ({ action }) => deedOf(action) },
      { id: 'kind', header: t('accessLog.kind'), kind: 'text', value: ({ subjectKind }) => kindOf(subjectKind) },
      { id: 'whose', header: t('accessLog.whose'), kind: 'text', value: ({ subjectLabel }) => subjectLabel, text: 'wrap' },
      { id: 'count', header: t('accessLog.count'), kind: 'count', value: ({ subjectCount }) => (subjectCount === null ? null : BigInt(subjectCount)) },
      { id: 'reason', header: t('accessLog.reason'), kind: 'text', value: ({ reason }) => reason, text: 'wrap' },
      {
        id: 'when',
        header: t('accessLog.when'),
        kind: 'text',
        value: ({ offHours }) => (offHours ? t('accessLog.outside') : null),
        cell: ({ offHours }) =>
          offHours ? (
            <Tag tone="warning" icon="clock">
              {t('accessLog.outside')}
            </Tag>
          ) : null,
      },
      { id: 'address', header: t('accessLog.address'), kind: 'text', value: ({ address }) => address },
    ],
    [t, term, kindOf, deedOf],
  );
}
