import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { formatWon, sumWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useRooms, type Room } from './matching-cash.requests.js';

const GRAVE: Readonly<Record<string, 'danger' | 'warning' | 'information'>> = { OVER_RELEASED: 'danger', FLAGGED: 'warning', PRIVATE_LATE: 'warning', UNPROVEN: 'information' };

/** Each project of a pool: what its private money allows, what was released, and what does not fit together. */
export function RoomsCard({ callId, actions }: { readonly callId: string; readonly actions: (room: Room) => ReactNode }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const query = useRooms(callId);
  return (
    <Card title={t('matchingCash.rooms')} note={t('matchingCash.roomsNote')} flush>
      <Loaded query={query}>
        {(rooms) =>
          rooms.length === 0 ? (
            <Empty>
              <p>{t('matchingCash.noProjects')}</p>
            </Empty>
          ) : (
            <PlainTable
              label={t('matchingCash.rooms')}
              rows={rooms}
              rowKey={({ agreementId }) => agreementId}
              tone={({ overReleasedWon }) => (overReleasedWon === '0' ? undefined : 'danger')}
              columns={[
                { header: t('matchingCash.project'), wrap: true, cell: ({ agreementId, number, company }) => <><Link to={`/matching/${callId}/projects/${agreementId}`}>{number}</Link> {company}</> },
                { header: t('matchingCash.committed'), align: 'right', cell: ({ privateWon }) => formatWon(privateWon) },
                { header: t('matchingCash.counted'), align: 'right', cell: ({ countedWon }) => formatWon(countedWon) },
                { header: t('matchingCash.allowed'), align: 'right', cell: ({ allowedWon }) => formatWon(allowedWon) },
                { header: t('matchingCash.released'), align: 'right', cell: ({ releasedWon }) => formatWon(releasedWon) },
                { header: t('matchingCash.room'), align: 'right', cell: ({ roomWon }) => <strong>{formatWon(roomWon)}</strong> },
                { header: t('matchingCash.alerts'), wrap: true, cell: ({ alerts }) => alerts.map(({ code, text }) => <div key={code}><Tag tone={GRAVE[code] ?? 'neutral'}>{say(text)}</Tag></div>) },
                { header: '', cell: (room) => actions(room) },
              ]}
              totals={['', total(rooms, 'privateWon'), total(rooms, 'countedWon'), total(rooms, 'allowedWon'), total(rooms, 'releasedWon'), total(rooms, 'roomWon'), '', '']}
            />
          )
        }
      </Loaded>
    </Card>
  );
}

const total = (rooms: readonly Room[], key: 'privateWon' | 'countedWon' | 'allowedWon' | 'releasedWon' | 'roomWon'): string => formatWon(sumWon(rooms.map((room) => room[key])));
