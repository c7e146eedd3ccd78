import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Button } from '../../design/button.js';
import { Page } from '../../design/page.js';
import type { Room } from '../matching-cash/matching-cash.requests.js';
import { RoomsCard } from '../matching-cash/rooms-card.js';
import { usePermissions } from '../session/use-session.js';
import { useReleases } from './matching-release.requests.js';
import { ReleasesCard } from './releases-card.js';
import { RequestReleaseDialog } from './request-release-dialog.js';

/** Government money of a pool: what each project may get now, and what was asked for, decided and paid. */
export function MatchingReleasesPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { callId = '' } = useParams();
  const releases = useReleases(callId).data ?? [];
  const [asking, setAsking] = useState<Room | null>(null);
  const ask = (room: Room): ReactElement | null =>
    may('matching-release.request') && room.roomWon !== '0' ? (
      <Button small icon="plus" onPress={() => setAsking(room)}>
        {t('matchingRelease.ask')}
      </Button>
    ) : null;
  const turn = releases.filter(({ agreementId, state }) => agreementId === asking?.agreementId && (state === 'REQUESTED' || state === 'DECIDED')).length + 1;
  return (
    <Page title={t('matchingRelease.title')} hideTitle>
      <ReleasesCard callId={callId} />
      <RoomsCard callId={callId} actions={ask} />
      {asking !== null && <RequestReleaseDialog callId={callId} room={asking} turn={turn} onClose={() => setAsking(null)} />}
    </Page>
  );
}
