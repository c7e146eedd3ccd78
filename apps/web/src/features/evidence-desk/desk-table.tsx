import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Tone } from '../../design/callout.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { useTerm } from '../../i18n/term.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import styles from './evidence-desk.module.css';
import type { DeskConcern, DeskRow, EvidenceDesk } from './evidence-desk.requests.js';

interface Props {
  readonly desk: EvidenceDesk;
  readonly ofFund: boolean;
  readonly onDecide: (row: DeskRow) => void;
}

const TONES: Readonly<Record<DeskConcern, Tone | 'neutral'>> = { DECISION: 'information', MISSING: 'warning', EXPIRING: 'warning', EXPIRED: 'danger', INVALID: 'danger' };

/** Enter decides a claim that waits, for those who decide; otherwise it opens the deal. */
export function DeskTable({ desk, ofFund, onDecide }: Props): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const navigate = useNavigate();
  const { isNow, search } = useTimePoint();
  const columns = useDeskColumns(ofFund, search);
  const open = (row: DeskRow): void => {
    if (isNow && row.status === 'PENDING' && may('classification.decide')) onDecide(row);
    else void navigate(`/funds/${row.fundId}/investments/${row.investmentId}${search}`);
  };
  return (
    <DataTable
      label={t('evidenceDesk.title')}
      title={t('evidenceDesk.claims')}
      note={may('classification.decide') ? t('evidenceDesk.keyboard') : undefined}
      columns={columns}
      rows={desk.rows}
      rowKey={({ investmentId }) => investmentId}
      onOpen={open}
      rowTone={({ concerns }) => (concerns.includes('INVALID') || concerns.includes('EXPIRED') ? 'danger' : concerns.includes('MISSING') ? 'warning' : undefined)}
      empty={t('evidenceDesk.empty')}
      tall
    />
  );
}

type DeskColumn = Column<DeskRow>;

function useDeskColumns(ofFund: boolean, search: string): readonly DeskColumn[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(() => {
    const documents = ({ missing, expiring, invalid }: DeskRow): string =>
      [
        ...missing.map((kind) => t('evidenceDesk.lacks', { kind })),
        ...expiring.map(({ kind, validTo, daysLeft }) => t(daysLeft < 0 ? 'evidenceDesk.ranOut' : 'evidenceDesk.runsOut', { kind, date: validTo, count: Math.abs(daysLeft) })),
        ...invalid.map(({ kind, turn }) => `${kind} ${t(`recognition.turns.${turn}`)}`),
      ].join(', ');
    const fund: DeskColumn[] = ofFund ? [] : [{ id: 'fund', header: t('evidenceDesk.fund'), kind: 'text', value: (row) => row.fundName, text: 'clip' }];
    return [
      ...fund,
      { id: 'company', header: t('investment.company'), kind: 'text', value: (row) => `${row.number} ${row.company}`, cell: (row) => <Link to={`/funds/${row.fundId}/investments/${row.investmentId}${search}`}>{`${row.number} ${row.company}`}</Link> },
      { id: 'concerns', header: t('evidenceDesk.concern'), kind: 'text', value: (row) => row.concerns.map((concern) => t(`evidenceDesk.concerns.${concern as DeskConcern}`)).join(', '), cell: (row) => <Concerns row={row} /> },
      { id: 'amount', header: t('investment.amountWon'), kind: 'won', value: (row) => BigInt(row.amountWon), total: true },
      { id: 'effect', header: t('evidenceDesk.effect'), kind: 'text', value: (row) => effectText(t(`evidenceDesk.kinds.${row.effect.kind}`), row) },
      { id: 'points', header: t('evidenceDesk.points'), kind: 'text', value: (row) => (row.effect.changePercent === null ? null : `${row.effect.kind === 'IF_LOST' ? '-' : '+'}${row.effect.changePercent}%p`) },
      { id: 'due', header: t('evidenceDesk.dueOn'), kind: 'date', value: (row) => row.dueOn },
      { id: 'documents', header: t('evidenceDesk.documents'), kind: 'text', value: documents, text: 'long' },
      { id: 'route', header: t('investment.route'), kind: 'text', value: (row) => term('route', row.route) },
    ] satisfies DeskColumn[];
  }, [ofFund, search, t, term]);
}

const effectText = (kind: string, { effect }: DeskRow): string => `${kind} ${effect.beforePercent ?? '–'}% → ${effect.afterPercent ?? '–'}%`;

function Concerns({ row }: { readonly row: DeskRow }): ReactElement {
  const { t } = useTranslation();
  return (
    <span className={styles['tags']}>
      {row.concerns.map((concern) => (
        <Tag key={concern} tone={TONES[concern as DeskConcern]}>
          {t(`evidenceDesk.concerns.${concern as DeskConcern}`)}
        </Tag>
      ))}
      {row.status === 'QUALIFIED' && row.frozen && <span className={styles['note']}>{t('evidenceDesk.frozen')}</span>}
    </span>
  );
}
