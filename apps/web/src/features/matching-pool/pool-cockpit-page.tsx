import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LinkButton } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Page } from '../../design/page.js';
import { WonText } from '../../design/won-text.js';
import { CallWork } from '../grant-call/call-work.js';
import { usePermissions } from '../session/use-session.js';
import cockpit from '../voucher-year/cockpit.module.css';
import { CourseChart } from './course-chart.js';
import type { Pool } from './matching.queries.js';
import { useCurrentPool } from './pool-layout.js';

/** Where a pool stands: its budget, what is committed on both sides, what came in and what went out over time. */
export function PoolCockpitPage(): ReactElement {
  const { t } = useTranslation();
  const pool = useCurrentPool();
  return (
    <Page title={pool.name} hideTitle>
      {pool.budgetWon === '0' && <NoBudget callId={pool.id} />}
      <Money pool={pool} />
      <CallWork callId={pool.id} />
      <Card title={t('matching.course')} note={t('matching.courseLead')}>
        {pool.course.length === 0 ? <p>{t('matching.noCourse')}</p> : <Course pool={pool} />}
      </Card>
    </Page>
  );
}

function Course({ pool }: { readonly pool: Pool }): ReactElement {
  const { t } = useTranslation();
  const lines = [
    { key: 'governmentWon', label: t('matching.government'), colour: 'var(--krds-color-light-gray-50)', dashed: true },
    { key: 'provenWon', label: t('matching.proven'), colour: 'var(--krds-color-light-success-50)' },
    { key: 'releasedWon', label: t('matching.released'), colour: 'var(--krds-color-light-primary-50)' },
  ] as const;
  return <CourseChart label={t('matching.course')} lines={lines} points={pool.course} />;
}

function NoBudget({ callId }: { readonly callId: string }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  return (
    <Callout tone="information" title={t('matching.noBudget')}>
      {may('grant-budget.decide') && (
        <LinkButton small tone="primary" to={`/matching/${callId}/terms`}>
          {t('grantCall.decideBudget')}
        </LinkButton>
      )}
    </Callout>
  );
}

const TILES = [
  { key: 'budget', to: 'terms' },
  { key: 'government', to: 'projects' },
  { key: 'available', to: 'queue' },
  { key: 'private', to: 'projects' },
  { key: 'proven', to: 'deposits' },
  { key: 'released', to: 'releases' },
  { key: 'paid', to: 'releases' },
] as const;

function Money({ pool }: { readonly pool: Pool }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className={cockpit['tiles']} aria-label={t('matching.money')}>
      {TILES.map(({ key, to }) => (
        <div key={key} className={cockpit['tile']}>
          <p className={cockpit['note']}>{t(`matching.${key}`)}</p>
          <p className={cockpit['value']}>
            <Link to={`/matching/${pool.id}/${to}`}>
              <WonText amount={pool[`${key}Won`]} bare />
            </Link>
          </p>
        </div>
      ))}
    </section>
  );
}
