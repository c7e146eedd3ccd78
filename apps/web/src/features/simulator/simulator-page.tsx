import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { useDebounced } from '../../design/use-debounced.js';
import { WonText } from '../../design/won-text.js';
import { formatBasisPoints } from '../../format/quantity.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useFunds } from '../fund/fund.queries.js';
import { TimeBanner, TimeButton } from '../fund/time-bar.js';
import { useTimePoint } from '../fund/time-point.js';
import { MandateVerdictTag } from '../obligation/mandate-verdict-tag.js';
import { useSimulation, type Simulation } from '../obligation/obligation.requests.js';
import { Refusal } from '../rule/refusal.js';
import { DealRow } from './deal-row.js';
import { blankDeal, readDeals, type DealForm } from './simulator-form.js';
import styles from './simulator.module.css';

const PAUSE_MS = 250;

/** Several deals over several funds before anybody makes them: what each meets, and every rule before and after. */
export function SimulatorPage(): ReactElement {
  const { t } = useTranslation();
  const [parameters] = useSearchParams();
  const { point, isNow } = useTimePoint();
  const funds = useFunds(point);
  const [deals, setDeals] = useState<readonly DealForm[]>([blankDeal(parameters.get('fund') ?? '')]);
  const ready = readDeals(deals);
  const settled = useDebounced(ready.length === 0 ? null : JSON.stringify(ready), PAUSE_MS);
  const simulation = useSimulation(settled, point);
  const lastFund = deals.at(-1)?.fundId ?? '';
  return (
    <>
      <TimeBanner />
      <Page title={t('simulation.title')} lead={isNow ? t('simulation.lead') : t('simulation.leadThen')} actions={<TimeButton />}>
        <Loaded query={funds}>
          {(list) => (
            <Card
              title={t('simulation.deals')}
              actions={
                <Button icon="plus" small onPress={() => setDeals([...deals, blankDeal(lastFund)])}>
                  {t('simulation.add')}
                </Button>
              }
            >
              <div className={styles['rows']}>
                {deals.map((deal, index) => (
                  <DealRow
                    key={deal.key}
                    number={index + 1}
                    funds={list}
                    deal={deal}
                    onChange={(changed) => setDeals(deals.map((each, place) => (place === index ? changed : each)))}
                    onRemove={deals.length === 1 ? null : () => setDeals(deals.filter((_, place) => place !== index))}
                  />
                ))}
              </div>
            </Card>
          )}
        </Loaded>
        <Refusal error={simulation.error} />
        {simulation.data === undefined ? settled === null && <p>{t('simulation.waiting')}</p> : <Outcome simulation={simulation.data} numbers={new Map((funds.data ?? []).map(({ id, number }) => [id, number]))} />}
      </Page>
    </>
  );
}

function Outcome({ simulation, numbers }: { readonly simulation: Simulation; readonly numbers: ReadonlyMap<string, string> }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const names = useMemo(() => new Map(simulation.rules.map(({ rule }) => [rule.id, say(rule.name)])), [simulation, say]);
  const namesOf = (ids: readonly string[]): string => ids.map((id) => names.get(id) ?? id).join(', ');
  const allAdmitted = simulation.steps.every(({ admitted }) => admitted);
  return (
    <>
      {simulation.partial && <Callout tone="warning" title={t('mandate.partialNote')} />}
      {!simulation.reachable && <Callout tone="danger" title={t('simulation.broken', { names: namesOf(simulation.conflict) })} />}
      {simulation.reachable && allAdmitted && <Callout tone="success" title={t('simulation.fine')} />}
      <Card title={t('simulation.result')} flush>
        <PlainTable
          label={t('simulation.result')}
          rows={simulation.steps}
          rowKey={(_, index) => index}
          tone={({ admitted }) => (admitted ? undefined : 'danger')}
          columns={[
            { header: '', cell: (step) => simulation.steps.indexOf(step) + 1 },
            { header: t('simulation.fund'), cell: ({ fundId }) => numbers.get(fundId) ?? '' },
            { header: t('simulation.amount'), align: 'right', cell: ({ amountWon }) => <WonText amount={amountWon} /> },
            { header: t('simulation.verdict'), cell: ({ admitted, overWon }) => (admitted ? <Tag tone="success" icon="check">{t('simulation.admitted')}</Tag> : <Tag tone="danger" icon="block">{t('simulation.refused', { amount: formatWon(overWon) })}</Tag>) },
            { header: t('simulation.room'), align: 'right', cell: ({ roomWon }) => (roomWon === null || BigInt(roomWon) < 0n ? t('simulation.noRoom') : <WonText amount={roomWon} />) },
            { header: t('simulation.binding'), wrap: true, cell: ({ binding, boundByCapital }) => (boundByCapital ? t('simulation.capital') : namesOf(binding)) },
          ]}
        />
      </Card>
      <RulesTable simulation={simulation} />
    </>
  );
}

function RulesTable({ simulation }: { readonly simulation: Simulation }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  return (
    <Card title={t('simulation.rules')} flush>
      <PlainTable
        label={t('simulation.rules')}
        rows={simulation.rules}
        rowKey={({ rule }) => rule.id}
        columns={[
          { header: t('simulation.rule'), wrap: true, cell: ({ rule, ofWhom }) => <span className={styles['what']}>{say(rule.name)}<small>{ofWhom} · {formatBasisPoints(rule.ratioBasisPoints)}%</small></span> },
          { header: `${t('mandate.ratio')} ${t('simulation.before')} → ${t('simulation.after')}`, align: 'right', cell: ({ before, after }) => `${before.ratioPercent ?? '–'} → ${after.ratioPercent ?? '–'}` },
          { header: `${t('simulation.shortfall')} ${t('simulation.before')}`, align: 'right', cell: ({ before }) => <WonText amount={before.shortfallWon} bare /> },
          { header: t('simulation.after'), align: 'right', cell: ({ after }) => <WonText amount={after.shortfallWon} bare /> },
          { header: `${t('simulation.headroom')} ${t('simulation.before')}`, align: 'right', cell: ({ before }) => <WonText amount={before.headroomWon} bare /> },
          { header: t('simulation.after'), align: 'right', cell: ({ after }) => <WonText amount={after.headroomWon} bare /> },
          { header: t('simulation.verdict'), cell: ({ before, after }) => (before.verdict === after.verdict ? <MandateVerdictTag verdict={after.verdict} /> : <span className={styles['change']}><MandateVerdictTag verdict={before.verdict} /> → <MandateVerdictTag verdict={after.verdict} /></span>) },
        ]}
      />
    </Card>
  );
}
