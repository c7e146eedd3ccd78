import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../design/button.js';
import { PlainTable } from '../../design/plain-table.js';
import { RowsCard } from '../../design/rows-card.js';
import { formatWon } from '../../format/won.js';
import { GrantReasonDialog } from '../grant-call/grant-reason-dialog.js';
import { usePermissions } from '../session/use-session.js';
import { DecideReleaseDialog } from './decide-release-dialog.js';
import { sendBackRelease, useReleases, voidRelease, type Release } from './matching-release.requests.js';
import { ReleaseMilestone, ReleaseStanding } from './release-standing.js';

type Step = 'decide' | 'sendBack' | 'void';

/** Releases of a pool: what waits for its decision first, then what waits for its payment. */
export function ReleasesCard({ callId }: { readonly callId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useReleases(callId);
  const [deed, setDeed] = useState<{ readonly step: Step; readonly release: Release } | null>(null);
  const close = (): void => setDeed(null);
  return (
    <>
      <RowsCard title={t('matchingRelease.title')} note={t('matchingRelease.note')} query={query} empty={t('matchingRelease.empty')}>
        {(releases) => (
          <PlainTable
            label={t('matchingRelease.title')}
            rows={releases}
            rowKey={({ id }) => id}
            columns={[
              { header: t('matchingCash.project'), wrap: true, cell: ({ agreementId, agreementNumber, performer }) => <><Link to={`/grants/${callId}/agreements/${agreementId}`}>{agreementNumber}</Link> {performer}</> },
              { header: t('matchingRelease.label'), cell: ({ label }) => label },
              { header: t('matchingRelease.milestone'), wrap: true, cell: (release) => <ReleaseMilestone release={release} /> },
              { header: t('matchingCash.amount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
              { header: t('matchingCash.state'), wrap: true, cell: (release) => <ReleaseStanding release={release} /> },
              { header: '', cell: (release) => <Steps release={release} onStep={(step) => setDeed({ step, release })} /> },
            ]}
          />
        )}
      </RowsCard>
      {deed?.step === 'decide' && <DecideReleaseDialog callId={callId} release={deed.release} onClose={close} />}
      {deed !== null && deed.step !== 'decide' && <StepDialog callId={callId} release={deed.release} step={deed.step} onClose={close} />}
    </>
  );
}

function Steps({ release: { state, payment }, onStep }: { readonly release: Release; readonly onStep: (step: Step) => void }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  return (
    <>
      {state === 'REQUESTED' && may('matching-release.decide') && (
        <Button small tone="primary" onPress={() => onStep('decide')}>
          {t('matchingRelease.decide')}
        </Button>
      )}
      {state === 'REQUESTED' && may('matching-release.send-back') && (
        <Button small tone="quiet" onPress={() => onStep('sendBack')}>
          {t('matchingRelease.sendBack')}
        </Button>
      )}
      {state === 'DECIDED' && payment === 'OWED' && may('matching-release.void') && (
        <Button small tone="quiet" onPress={() => onStep('void')}>
          {t('matchingRelease.void')}
        </Button>
      )}
    </>
  );
}

function StepDialog({ callId, release, step, onClose }: { readonly callId: string; readonly release: Release; readonly step: 'sendBack' | 'void'; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const send = step === 'void' ? voidRelease : sendBackRelease;
  return (
    <GrantReasonDialog
      {...{ callId, subject: `${step} ${release.id}`, onClose }}
      title={t('matchingRelease.stepTitle', { label: `${release.agreementNumber} ${release.label}`, step: t(`matchingRelease.${step}`) })}
      label={t('matchingCash.reason')}
      missing={t('grantTranche.missingReason')}
      action={t(`matchingRelease.${step}`)}
      send={(reason, header) => send(release.id, reason, header)}
    >
      <p>{`${release.performer} ${formatWon(release.amountWon)}`}</p>
    </GrantReasonDialog>
  );
}
