import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Button, LinkButton } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { Toggle } from '../../design/toggle.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { TimeBanner, TimeButton } from '../fund/time-bar.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { MandateDialog } from './mandate-dialog.js';
import { MandateVerdictTag } from './mandate-verdict-tag.js';
import styles from './obligation.module.css';
import { useRadar, type MandatePosition } from './obligation.requests.js';
import { RuleBar } from './rule-bar.js';
import { useSharedOwners } from './rule-owner.js';
import { StatutoryCard } from './statutory-card.js';

const LEVELS = ['FUND', 'GENERAL_PARTNER', 'PROGRAMME'] as const;

/** All rules of everything in sight, the most urgent first. */
export function RadarPage(): ReactElement {
  const { t } = useTranslation();
  const { point, search, isNow } = useTimePoint();
  const query = useRadar(point);
  const may = usePermissions();
  const owners = useSharedOwners();
  const [deciding, setDeciding] = useState(false);
  return (
    <>
      <TimeBanner />
      <Page
        title={t('mandate.radarTitle')}
        lead={t('mandate.radarLead')}
        actions={
          <>
            <TimeButton />
            <LinkButton to={`/simulator${search}`}>{t('mandate.simulate')}</LinkButton>
            {isNow && owners !== null && owners.length > 0 && may('mandate.decide') && (
              <Button icon="plus" onPress={() => setDeciding(true)}>
                {t('mandate.addShared')}
              </Button>
            )}
          </>
        }
      >
        <Loaded query={query}>{({ positions }) => <RadarTable positions={positions} />}</Loaded>
        <StatutoryCard point={point} />
      </Page>
      {deciding && owners !== null && <MandateDialog owners={owners} onClose={() => setDeciding(false)} />}
    </>
  );
}

function RadarTable({ positions }: { readonly positions: readonly MandatePosition[] }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { search } = useTimePoint();
  const term = useTerm();
  const columns = useRadarColumns();
  const [level, setLevel] = useState<string | null>(null);
  const [urgentOnly, setUrgentOnly] = useState(false);
  const rows = positions.filter(({ rule, verdict }) => (level === null || rule.level === level) && (!urgentOnly || (verdict !== 'MET' && verdict !== 'IN_PROGRESS')));
  return (
    <Card flush>
      <DataTable
        label={t('mandate.radarTitle')}
        columns={columns}
        rows={rows}
        rowKey={({ rule }) => rule.id}
        onOpen={(position) => void navigate(pageOf(position, search))}
        rowTone={({ lost }) => (lost ? 'danger' : undefined)}
        empty={t('mandate.none')}
        toolbar={
          <div className={styles['filters']}>
            <Toggle selected={urgentOnly} onChange={setUrgentOnly}>
              {t('mandate.attention')}
            </Toggle>
            {LEVELS.map((each) => (
              <Toggle key={each} selected={level === each} onChange={(selected) => setLevel(selected ? each : null)}>
                {term('mandateLevel', each)}
              </Toggle>
            ))}
          </div>
        }
      />
    </Card>
  );
}

/** Where the rule is told in full: with its fund, or with everything that its manager or programme has. */
const pageOf = ({ fundId, rule }: MandatePosition, search: string): string => (fundId === null ? `/obligations/${rule.keyId}${search}` : `/funds/${fundId}/obligations${search}`);

function useRadarColumns(): readonly Column<MandatePosition>[] {
  const { t } = useTranslation();
  const term = useTerm();
  const say = useBilingual();
  const { search } = useTimePoint();
  return useMemo(
    () => [
      {
        id: 'verdict',
        header: t('mandate.verdict'),
        kind: 'text',
        value: ({ verdict }) => term('mandateVerdict', verdict),
        cell: ({ verdict, binding }) => (
          <span className={styles['verdict']}>
            <MandateVerdictTag verdict={verdict} />
            {binding && <Tag tone="neutral">{t('mandate.binding')}</Tag>}
          </span>
        ),
      },
      { id: 'ofWhom', header: t('mandate.ofWhom'), kind: 'text', text: 'wrap', value: ({ ofWhom }) => ofWhom, cell: (row) => <OfWhom position={row} search={search} /> },
      { id: 'rule', header: t('mandate.rule'), kind: 'text', text: 'wrap', value: ({ rule }) => `${say(rule.name)} ${say(rule.countsInWords)}`, cell: ({ rule }) => <span className={styles['what']}>{say(rule.name)}<small>{say(rule.countsInWords)}</small></span> },
      { id: 'progress', header: t('mandate.progress'), kind: 'percent', value: ({ ratioPercent }) => ratioPercent, cell: (row) => <RuleBar position={row} /> },
      { id: 'required', header: t('mandate.required'), kind: 'won', value: ({ requiredWon }) => BigInt(requiredWon) },
      { id: 'shortfall', header: t('mandate.shortfall'), kind: 'won', value: ({ shortfallWon }) => BigInt(shortfallWon) },
      { id: 'headroom', header: t('mandate.headroom'), kind: 'won', value: ({ headroomWon }) => BigInt(headroomWon) },
      { id: 'neededBy', header: t('mandate.neededBy'), kind: 'date', value: ({ neededBy }) => neededBy?.on ?? null },
      { id: 'reachedOn', header: t('mandate.reachedOn'), kind: 'date', value: ({ reachedOn }) => reachedOn },
    ],
    [t, term, say, search],
  );
}

function OfWhom({ position, search }: { readonly position: MandatePosition; readonly search: string }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { fundId, ofWhom, rule, fundCount, partial } = position;
  return (
    <span className={styles['what']}>
      <Link to={pageOf(position, search)}>{ofWhom}</Link>
      {fundId === null && (
        <small>
          {term('mandateLevel', rule.level)} · {fundCount}
          {partial && ` · ${t('mandate.partial')}`}
        </small>
      )}
    </span>
  );
}
