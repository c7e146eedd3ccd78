import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Page } from '../../design/page.js';
import { CallWork } from '../grant-call/call-work.js';
import { MoneyTiles } from '../grant-call/money-tiles.js';
import { NoBudget } from '../grant-call/no-budget.js';
import { CourseChart } from './course-chart.js';
import type { Pool } from './matching.queries.js';
import { useCurrentPool } from './pool-layout.js';

/** Where a pool stands: its budget, what is committed on both sides, what came in and what went out over time. */
export function PoolCockpitPage(): ReactElement {
  const { t } = useTranslation();
  const pool = useCurrentPool();
  return (
    <Page title={pool.name} hideTitle>
      {pool.budgetWon === '0' && <NoBudget title={t('matching.noBudget')} termsPath={`/matching/${pool.id}/terms`} />}
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
  return <MoneyTiles label={t('matching.money')} tiles={TILES.map(({ key, to }) => ({ name: t(`matching.${key}`), amountWon: pool[`${key}Won`], to: `/matching/${pool.id}/${to}` }))} />;
}
