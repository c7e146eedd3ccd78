import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import type { KindFigures } from './access-log.requests.js';
import { useDeedName } from './deed-name.js';

/** What was looked at in the month, by kind and deed. */
export function KindsCard({ kinds }: { readonly kinds: readonly KindFigures[] }): ReactElement {
  const { t } = useTranslation();
  const [kindOf, deedOf] = [useDottedNames('accessLog.subjectKinds'), useDeedName()];
  const columns = useMemo<readonly Column<KindFigures>[]>(
    () => [
      { id: 'kind', header: t('accessLog.kind'), kind: 'text', value: ({ subjectKind }) => kindOf(subjectKind) },
      { id: 'deed', header: t('accessLog.deed'), kind: 'text', value: ({ action }) => deedOf(action) },
      { id: 'entries', header: t('accessLog.entries'), kind: 'count', value: ({ entries }) => BigInt(entries), total: true },
      { id: 'people', header: t('accessLog.peopleCount'), kind: 'count', value: ({ people }) => BigInt(people) },
      { id: 'subjects', header: t('accessLog.subjects'), kind: 'count', value: ({ subjects }) => BigInt(subjects), total: true },
    ],
    [t, kindOf, deedOf],
  );
  return (
    <Card flush>
      <DataTable title={t('accessLog.kinds')} label={t('accessLog.kinds')} columns={columns} rows={kinds} rowKey={({ subjectKind, action }) => `${subjectKind} ${action}`} empty={t('accessLog.empty')} />
    </Card>
  );
}
