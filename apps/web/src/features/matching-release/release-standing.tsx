import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import type { Release } from './matching-release.requests.js';

const TONES = { REQUESTED: 'warning', DECIDED: 'information', SENT_BACK: 'neutral', VOIDED: 'neutral' } as const;

/** What a release waits for, and since when it waits no more. */
export function ReleaseMilestone({ release: { milestone, milestoneMetOn } }: { readonly release: Release }): ReactElement {
  const { t } = useTranslation();
  if (milestone === null) return <>{milestoneMetOn ?? ''}</>;
  return milestoneMetOn === null ? <>{milestone} <Tag tone="warning">{t('matchingRelease.waitsForMilestone')}</Tag></> : <>{`${milestone} (${milestoneMetOn})`}</>;
}

/** Where a release is between its request and its payment. */
export function ReleaseStanding({ release: { state, payment, paidOn, runNumber, requestedBy, allowedWon, releasedWon } }: { readonly release: Release }): ReactElement {
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
