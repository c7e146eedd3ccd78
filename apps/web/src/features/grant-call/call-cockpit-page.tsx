import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LinkButton } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Page } from '../../design/page.js';
import { WonText } from '../../design/won-text.js';
import { usePermissions } from '../session/use-session.js';
import cockpit from '../voucher-year/cockpit.module.css';
import { CallWork } from './call-work.js';
import { FeasibilityCallout } from './feasibility-callout.js';
import { useCurrentCall } from './grant-call-layout.js';
import type { GrantCall } from './grant-call.queries.js';
import { ReadingsCard } from './readings-card.js';

/** Where a call stands: how far its money has gone, what waits for whom, and what its source leaves open. */
export function CallCockpitPage(): ReactElement {
  const call = useCurrentCall();
  return (
    <Page title={call.name} hideTitle>
      <FeasibilityCallout call={call} />
      {call.budgetWon === '0' && call.feasibility !== 'PENDING' && <NoBudget callId={call.id} />}
      <Money call={call} />
      <CallWork callId={call.id} />
      <ReadingsCard call={call} />
    </Page>
  );
}

function NoBudget({ callId }: { readonly callId: string }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  return (
    <Callout tone="information" title={t('grantCall.noBudget')}>
      {may('grant-budget.decide') && (
        <LinkButton small tone="primary" to={`/grants/${callId}/terms`}>
          {t('grantCall.decideBudget')}
        </LinkButton>
      )}
    </Callout>
  );
}

const TILES = [
  { key: 'proposed', chart: null },
  { key: 'budget', chart: 'grant.appropriation' },
  { key: 'available', chart: 'grant.available' },
  { key: 'committed', chart: 'grant.committed' },
  { key: 'payable', chart: 'grant.payable' },
  { key: 'paid', chart: 'grant.project-government' },
  { key: 'spent', chart: 'grant.project-spent' },
  { key: 'returned', chart: 'grant.project-returned' },
] as const;

/** The money of the call by where it is; each figure leads to its entries. */
function Money({ call }: { readonly call: GrantCall }): ReactElement {
  const { t } = useTranslation();
  // A proposal is worth a look until there is a budget; nothing is given back before that.
  const spare = call.budgetWon === '0' ? 'returned' : 'proposed';
  return (
    <section className={cockpit['tiles']} aria-label={t('grantCall.money')}>
      {TILES.filter(({ key }) => key !== spare).map(({ key, chart }) => (
        <div key={key} className={cockpit['tile']}>
          <p className={cockpit['note']}>{t(`grantCall.${key}`)}</p>
          <p className={cockpit['value']}>
            {chart === null ? (
              <WonText amount={call[`${key}Won`]} bare />
            ) : (
              <Link to={`/grants/${call.id}/ledger?chart=${chart}`}>
                <WonText amount={call[`${key}Won`]} bare />
              </Link>
            )}
          </p>
        </div>
      ))}
    </section>
  );
}
