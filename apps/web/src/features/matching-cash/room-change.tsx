import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import type { RoomBalances } from './matching-cash.requests.js';

/** The room of a project before and after a deed; one column where nothing moves. */
export function RoomChange({ before, after }: { readonly before: RoomBalances; readonly after: RoomBalances }): ReactElement {
  const { t } = useTranslation();
  const rows = (['allowedWon', 'releasedWon', 'roomWon', 'overReleasedWon'] as const).filter((key) => key !== 'overReleasedWon' || before[key] !== '0' || after[key] !== '0');
  const words = { allowedWon: t('matchingCash.allowed'), releasedWon: t('matchingCash.released'), roomWon: t('matchingCash.room'), overReleasedWon: t('matchingCash.over') };
  const moves = rows.some((key) => before[key] !== after[key]);
  return (
    <PlainTable
      label={t('matchingCash.rooms')}
      rows={rows}
      rowKey={(key) => key}
      columns={[
        { header: '', cell: (key) => words[key] },
        { header: t('matchingCash.before'), align: 'right', cell: (key) => formatWon(before[key]) },
        ...(moves ? [{ header: t('matchingCash.after'), align: 'right' as const, cell: (key: (typeof rows)[number]) => (before[key] === after[key] ? formatWon(after[key]) : <strong>{formatWon(after[key])}</strong>) }] : []),
      ]}
    />
  );
}
