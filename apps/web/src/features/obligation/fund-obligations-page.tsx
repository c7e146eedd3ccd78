import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { CountedDealsCard } from './counted-deals-card.js';
import { MandateDialog } from './mandate-dialog.js';
import { useFundObligations, type FundObligations } from './obligation.requests.js';
import styles from './obligation.module.css';
import { ReplayCard } from './replay-card.js';
import { RuleLine } from './rule-line.js';
import { ownerOfFund } from './rule-owner.js';
import { RulesCard } from './rules-card.js';
import { StatutoryCard } from './statutory-card.js';

/** Everything that one fund has to reach, by itself and together, with the deals behind it. */
export function FundObligationsPage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  const may = usePermissions();
  const { point, search } = useTimePoint();
  const [deciding, setDeciding] = useState(false);
  const query = useFundObligations(fund.id, point);
  return (
    <Page
      title={`${fund.name} ${t('mandate.tab')}`}
      hideTitle
      actions={
        <>
          <LinkButton to={`/simulator?fund=${fund.id}${search.replace('?', '&')}`}>{t('mandate.simulate')}</LinkButton>
          {may('mandate.decide') && (
            <Button icon="plus" onPress={() => setDeciding(true)}>
              {t('mandate.add')}
            </Button>
          )}
        </>
      }
    >
      <Loaded query={query}>
        {(obligations) => (
          <>
            <Outlook obligations={obligations} />
            <Card title={t('mandate.rule')}>
              <div className={styles['rules']}>
                {obligations.positions.map((position) => (
                  <RuleLine key={position.rule.id} position={position} />
                ))}
              </div>
            </Card>
            <StatutoryCard point={point} fundId={fund.id} />
            <CountedDealsCard fundId={fund.id} point={point} positions={obligations.positions} />
            <RulesCard owner={ownerOfFund(fund)} point={point} />
            <ReplayCard fundId={fund.id} positions={obligations.positions} />
          </>
        )}
      </Loaded>
      {deciding && <MandateDialog owners={[ownerOfFund(fund)]} onClose={() => setDeciding(false)} />}
    </Page>
  );
}

/** Whether all can be met together, and how much room that leaves. */
function Outlook({ obligations }: { readonly obligations: FundObligations }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const { positions, room, partial, reachable, conflict } = obligations;
  const namesOf = (ids: readonly string[]): string => positions.filter(({ rule }) => ids.includes(rule.id)).map(({ rule, ofWhom, fundId }) => (fundId === null ? `${ofWhom} ${say(rule.name)}` : say(rule.name))).join(', ');
  if (partial) return <Callout tone="warning" title={t('mandate.partialNote')} />;
  const left = formatWon(obligations.remainingWon);
  const least = obligations.leastFurtherWon;
  const missed = positions.filter(({ lost }) => lost).map(({ rule }) => rule.id);
  const together = least === null || least === '0' ? t('mandate.nothingFurther', { left }) : t('mandate.leastFurther', { amount: formatWon(least), left });
  const free = room.headroomWon !== null && BigInt(room.headroomWon) > 0n;
  return (
    <Callout tone={reachable && missed.length === 0 ? 'success' : 'danger'} title={missed.length > 0 ? t('mandate.missed', { names: namesOf(missed) }) : reachable ? t('mandate.reachable') : t('mandate.unreachable', { left })}>
      {missed.length > 0 && missed.length < positions.length && <p>{reachable ? t('mandate.othersReachable') : t('mandate.unreachable', { left })}</p>}
      {!reachable && <p>{t('mandate.conflict', { names: namesOf(conflict) })}</p>}
      {reachable && missed.length < positions.length && (missed.length === 0 || least !== '0') && <p>{together}</p>}
      <p>
        {free ? t('mandate.room', { amount: formatWon(room.headroomWon ?? '0') }) : t('mandate.noRoom')}{' '}
        {room.boundByCapital ? t('mandate.capitalBound') : room.binding.length > 0 && t('mandate.roomBound', { names: namesOf(room.binding) })}
      </p>
    </Callout>
  );
}
