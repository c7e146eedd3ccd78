import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../design/callout.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { useTerm } from '../../i18n/term.js';
import styles from './grant-application.module.css';
import type { ApplicationSummary } from './grant-application.requests.js';

const TONES: Readonly<Record<string, Tone>> = { SELECTED: 'success', AGREED: 'success', EVALUATED: 'information', CHECKED: 'information', WAITLISTED: 'warning', REJECTED: 'danger' };

export function StateTag({ state }: { readonly state: string }): ReactElement {
  const term = useTerm();
  return <Tag tone={TONES[state] ?? 'neutral'}>{term('grantApplicationState', state)}</Tag>;
}

/** The applications of a call: what stands in their way, how they were judged, what became of them. */
export function ApplicationsTable({ rows, evaluators, onOpen }: { readonly rows: readonly ApplicationSummary[]; readonly evaluators: number; readonly onOpen: (row: ApplicationSummary) => void }): ReactElement {
  const { t } = useTranslation();
  const columns = useApplicationColumns(evaluators);
  return <DataTable label={t('grantApplication.title')} columns={columns} rows={rows} rowKey={({ id }) => id} onOpen={onOpen} rowTone={({ state }) => (state === 'REJECTED' || state === 'WITHDRAWN' ? 'muted' : undefined)} empty={t('grantApplication.noneInStage')} tall />;
}

function useApplicationColumns(evaluators: number): readonly Column<ApplicationSummary>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo<readonly Column<ApplicationSummary>[]>(
    () => [
      { id: 'number', header: t('grantApplication.number'), kind: 'text', value: ({ number }) => number },
      { id: 'title', header: t('grantApplication.project'), kind: 'text', text: 'wrap', value: ({ title }) => title },
      { id: 'lead', header: t('grantApplication.leadInstitution'), kind: 'text', text: 'wrap', value: ({ lead, institutions }) => (institutions > 1 ? t('grantApplication.andOthers', { lead, count: institutions - 1 }) : lead) },
      { id: 'state', header: t('grantApplication.state'), kind: 'text', value: ({ state }) => term('grantApplicationState', state), cell: ({ state }) => <StateTag state={state} /> },
      { id: 'rules', header: t('grantApplication.rules'), kind: 'text', value: ({ rules }) => rules.filter(({ result }) => result !== 'PASS').map(({ rule }) => term('grantRule', rule)).join(', '), cell: (row) => <Rules row={row} /> },
      { id: 'score', header: t('grantApplication.score'), kind: 'text', value: ({ meanScore }) => meanScore, cell: ({ meanScore, scored, free }) => (scored + free === 0 ? '–' : `${meanScore ?? '–'} (${scored}/${Math.max(free, evaluators)})`) },
      { id: 'rank', header: t('grantApplication.rank'), kind: 'count', value: ({ rank }) => (rank === null ? null : BigInt(rank)) },
      { id: 'requested', header: t('grantApplication.requested'), kind: 'won', value: ({ requestedWon }) => BigInt(requestedWon), total: true },
      { id: 'agreeBy', header: t('grantApplication.agreeBy'), kind: 'date', value: ({ agreeBy }) => agreeBy },
      { id: 'receivedOn', header: t('grantApplication.receivedOn'), kind: 'date', value: ({ receivedOn }) => receivedOn },
    ],
    [t, term, evaluators],
  );
}

function Rules({ row }: { readonly row: ApplicationSummary }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const named = (result: string): string => [...new Set(row.rules.filter((each) => each.result === result).map(({ rule }) => term('grantRule', rule)))].join(', ');
  const [blocking, warning] = [named('BLOCK'), named('WARN')];
  if (row.rules.length === 0) return <>–</>;
  if (blocking === '' && warning === '') return <Tag tone="success">{t('grantApplication.clear')}</Tag>;
  return (
    <span className={styles['tags']}>
      {blocking !== '' && <Tag tone="danger">{blocking}</Tag>}
      {warning !== '' && <Tag tone="warning">{warning}</Tag>}
    </span>
  );
}
