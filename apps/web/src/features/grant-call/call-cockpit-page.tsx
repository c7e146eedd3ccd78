import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../design/page.js';
import { CallWork } from './call-work.js';
import { FeasibilityCallout } from './feasibility-callout.js';
import { useCurrentCall } from './grant-call-layout.js';
import type { GrantCall } from './grant-call.queries.js';
import { MoneyTiles } from './money-tiles.js';
import { NoBudget } from './no-budget.js';
import { ReadingsCard } from './readings-card.js';

/** Where a call stands: how far its money has gone, what waits for whom, and what its source leaves open. */
export function CallCockpitPage(): ReactElement {
  const { t } = useTranslation();
  const call = useCurrentCall();
  return (
    <Page title={call.name} hideTitle>
      <FeasibilityCallout call={call} />
      {call.budgetWon === '0' && call.feasibility !== 'PENDING' && <NoBudget title={t('grantCall.noBudget')} termsPath={`/grants/${call.id}/terms`} />}
      <Money call={call} />
      <CallWork callId={call.id} />
      <ReadingsCard call={call} />
    </Page>
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
  const tiles = TILES.filter(({ key }) => key !== spare).map(({ key, chart }) => ({ name: t(`grantCall.${key}`), amountWon: call[`${key}Won`], to: chart === null ? null : `/grants/${call.id}/ledger?chart=${chart}` }));
  return <MoneyTiles label={t('grantCall.money')} tiles={tiles} />;
}
