import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../design/callout.js';
import { Tag } from '../../design/tag.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { useTerm } from '../../i18n/term.js';
import type { ApplicationSummary } from './application.requests.js';
import { objections, ownMoneyOpen } from './application-stage.js';
import styles from './applications-page.module.css';

const TONES: Readonly<Record<string, Tone>> = { SELECTED: 'success', AGREED: 'success', ISSUED: 'success', EVALUATED: 'information', SCREENED: 'information', WAITLISTED: 'warning' };

interface Props {
  /** Scores that an application needs, by the terms of the year. */
  readonly evaluators: number;
  readonly rows: readonly ApplicationSummary[];
  readonly onOpen: (row: ApplicationSummary) => void;
}

export function ApplicationsTable({ evaluators, rows, onOpen }: Props): ReactElement {
  const { t } = useTranslation();
  const columns = useApplicationColumns(evaluators);
  return <DataTable label={t('application.title')} columns={columns} rows={rows} rowKey={({ voucherId }) => voucherId} onOpen={onOpen} rowTone={toneOf} empty={t('application.noneInStage')} tall />;
}

function toneOf(row: ApplicationSummary): 'muted' | 'danger' | undefined {
  if (row.state === 'REJECTED' || row.state === 'WITHDRAWN' || row.state === 'CANCELLED') return 'muted';
  return row.state === 'APPLIED' && objections(row).blocking > 0 ? 'danger' : undefined;
}

export function StateTag({ state }: { readonly state: string }): ReactElement {
  const term = useTerm();
  return <Tag tone={TONES[state] ?? 'neutral'}>{term('voucherState', state)}</Tag>;
}

function useApplicationColumns(evaluators: number): readonly Column<ApplicationSummary>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(
    () => [
      { id: 'number', header: t('application.number'), kind: 'text', value: ({ number }) => number },
      { id: 'company', header: t('application.company'), kind: 'text', value: ({ company }) => company },
      { id: 'state', header: t('application.state'), kind: 'text', value: ({ state }) => term('voucherState', state), cell: ({ state }) => <StateTag state={state} /> },
      { id: 'rules', header: t('application.rules'), kind: 'text', value: rulesText, cell: (row) => <Rules row={row} /> },
      { id: 'score', header: t('application.score'), kind: 'text', value: ({ meanScore }) => meanScore, cell: (row) => <ScoreCell row={row} evaluators={evaluators} /> },
      { id: 'rank', header: t('application.rank'), kind: 'count', value: ({ rank }) => (rank === null ? null : BigInt(rank)) },
      { id: 'requested', header: t('application.requested'), kind: 'won', value: ({ requestedWon }) => BigInt(requestedWon), total: true },
      { id: 'agreed', header: t('application.agreed'), kind: 'won', value: ({ agreedWon }) => (agreedWon === null ? null : BigInt(agreedWon)), total: true },
      { id: 'ownOpen', header: t('application.ownOpen'), kind: 'won', value: (row) => (row.ownDueWon === null ? null : ownMoneyOpen(row)), total: true },
      { id: 'voucher', header: t('application.voucher'), kind: 'text', value: ({ voucherNumber }) => voucherNumber },
      { id: 'receivedOn', header: t('application.receivedOn'), kind: 'date', value: ({ receivedOn }) => receivedOn },
      { id: 'technology', header: t('application.technology'), kind: 'text', value: ({ technology }) => technology, text: 'clip' },
      { id: 'institution', header: t('application.institution'), kind: 'text', value: ({ institution }) => institution, text: 'clip' },
      { id: 'contractOn', header: t('application.contractOn'), kind: 'date', value: ({ contractOn }) => contractOn },
    ],
    [t, term, evaluators],
  );
}

/** The rules by name, so that a filter finds them. */
function rulesText({ rules }: ApplicationSummary): string {
  return rules.filter(({ result }) => result !== 'PASS').map(({ rule, result }) => `${result} ${rule}`).join(' ');
}

function Rules({ row }: { readonly row: ApplicationSummary }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { blocking, warning } = objections(row);
  const names = (result: string): string => row.rules.filter((each) => each.result === result).map(({ rule }) => term('applicationRule', rule)).join(', ');
  if (blocking + warning === 0) return <Tag tone="success" icon="check">{t('application.clear')}</Tag>;
  return (
    <span className={styles['tags']}>
      {blocking > 0 && (
        <Tag tone="danger" icon="block">
          {names('BLOCK')}
        </Tag>
      )}
      {warning > 0 && (
        <Tag tone="warning" icon="warning">
          {warning === 1 ? names('WARN') : t('application.warnings', { count: warning })}
        </Tag>
      )}
    </span>
  );
}

function ScoreCell({ row, evaluators }: { readonly row: ApplicationSummary; readonly evaluators: number }): ReactElement {
  const { t } = useTranslation();
  if (row.scored + row.free + row.conflicted === 0) return <>{row.meanScore ?? '–'}</>;
  return (
    <span className={styles['score']} title={row.conflicted > 0 ? t('application.conflictedBy', { count: row.conflicted }) : undefined}>
      <strong>{row.meanScore ?? '–'}</strong> <small>{t('application.scoredOf', { scored: row.scored, wanted: Math.max(row.free, evaluators) })}</small>
    </span>
  );
}
