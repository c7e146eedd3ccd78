import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useIntent } from '../../api/intent.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import { usePermissions } from '../session/use-session.js';
import { DecideReleaseDialog } from './decide-release-dialog.js';
import { sendBackRelease, useReleases, voidRelease, type Release } from './matching-release.requests.js';

type Step = 'decide' | 'sendBack' | 'void';
const TONES = { REQUESTED: 'warning', DECIDED: 'information', SENT_BACK: 'neutral', VOIDED: 'neutral' } as const;

/** Releases of a pool: what waits for its decision first, then what waits for its payment. */
export function ReleasesCard({ callId }: { readonly callId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useReleases(callId);
  const [deed, setDeed] = useState<{ readonly step: Step; readonly release: Release } | null>(null);
  const close = (): void => setDeed(null);
  return (
    <Card title={t('matchingRelease.title')} note={t('matchingRelease.note')} flush>
      <Loaded query={query}>
        {(releases) =>
          releases.length === 0 ? (
            <Empty>
              <p>{t('matchingRelease.empty')}</p>
            </Empty>
          ) : (
            <PlainTable
              label={t('matchingRelease.title')}
              rows={releases}
              rowKey={({ id }) => id}
              columns={[
                { header: t('matchingCash.project'), wrap: true, cell: ({ agreementId, agreementNumber, performer }) => <><Link to={`/grants/${callId}/agreements/${agreementId}`}>{agreementNumber}</Link> {performer}</> },
                { header: t('matchingRelease.label'), cell: ({ label }) => label },
                { header: t('matchingRelease.milestone'), wrap: true, cell: (release) => <Milestone release={release} /> },
                { header: t('matchingCash.amount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
                { header: t('matchingCash.state'), wrap: true, cell: (release) => <Standing release={release} /> },
                { header: '', cell: (release) => <Steps release={release} onStep={(step) => setDeed({ step, release })} /> },
              ]}
            />
          )
        }
      </Loaded>
      {deed?.step === 'decide' && <DecideReleaseDialog callId={callId} release={deed.release} onClose={close} />}
      {deed !== null && deed.step !== 'decide' && <StepDialog callId={callId} release={deed.release} step={deed.step} onClose={close} />}
    </Card>
  );
}

function Milestone({ release: { milestone, milestoneMetOn } }: { readonly release: Release }): ReactElement {
  const { t } = useTranslation();
  if (milestone === null) return <>{milestoneMetOn ?? ''}</>;
  return milestoneMetOn === null ? <>{milestone} <Tag tone="warning">{t('matchingRelease.waitsForMilestone')}</Tag></> : <>{`${milestone} (${milestoneMetOn})`}</>;
}

function Standing({ release: { state, payment, paidOn, runNumber, requestedBy, allowedWon, releasedWon } }: { readonly release: Release }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  if (payment === 'PAID') return <Tag tone="success">{t('grantTranche.paidOn', { date: paidOn ?? '' })}</Tag>;
  return (
    <>
      <Tag tone={TONES[state]}>{term('matchingReleaseState', state)}</Tag> {payment === 'IN_RUN' ? (runNumber ?? '') : ''}
      {state === 'REQUESTED' && <div>{`${t('matchingRelease.requestedBy', { name: requestedBy ?? '' })} · ${t('matchingRelease.then', { allowed: formatWon(allowedWon), released: formatWon(releasedWon) })}`}</div>}
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
  const intent = useIntent();
  const send = step === 'void' ? voidRelease : sendBackRelease;
  return (
    <ReasonDialog
      title={t('matchingRelease.stepTitle', { label: `${release.agreementNumber} ${release.label}`, step: t(`matchingRelease.${step}`) })}
      label={t('matchingCash.reason')}
      missing={t('grantTranche.missingReason')}
      action={t(`matchingRelease.${step}`)}
      tone="danger"
      run={async (reason) => {
        await send(release.id, reason, intent.headersFor({ id: release.id, step, reason }));
        intent.done();
        await refreshGrants(callId);
      }}
      onClose={onClose}
    >
      <p>{`${release.performer} ${formatWon(release.amountWon)}`}</p>
    </ReasonDialog>
  );
}
