import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObligationEffect } from '../../api/types.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import styles from './simulator.module.css';

interface Props {
  readonly before: ObligationEffect;
  readonly after: ObligationEffect;
  readonly afterLabel: string;
  readonly ifAccepted?: ObligationEffect | null;
}

interface Row {
  readonly label: string;
  readonly of: (effect: ObligationEffect) => string;
  readonly strong?: boolean;
}

const AMOUNTS = ['headroom', 'shortfall', 'remaining', 'qualifying', 'invested'] as const;

/** Every figure before and after, side by side; what falls below zero is marked. */
export function EffectTable({ before, after, afterLabel, ifAccepted = null }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const percent = (value: string | null | undefined): string => (value === null || value === undefined ? '–' : `${value}%`);
  const rows: Row[] = [
    ...AMOUNTS.slice(0, 1).map((figure): Row => ({ label: t(`obligation.${figure}`), of: (effect) => formatWon(effect[`${figure}Won`]), strong: true })),
    ...before.bases.map(({ basis }): Row => ({ label: t('simulator.ratioOn', { basis: term('basis', basis) }), of: (effect) => percent(effect.bases.find((each) => each.basis === basis)?.ratioPercent) })),
    { label: t('obligation.maxAttainable'), of: (effect) => percent(effect.maxAttainablePercent) },
    ...AMOUNTS.slice(1).map((figure): Row => ({ label: t(`obligation.${figure}`), of: (effect) => formatWon(effect[`${figure}Won`]) })),
    { label: t('simulator.feasible'), of: (effect) => t(effect.feasible ? 'simulator.feasibleYes' : 'simulator.feasibleNo') },
  ];
  const shown = (row: Row, effect: ObligationEffect): ReactElement => <span className={row.of(effect).startsWith('△') || (row.label === t('simulator.feasible') && !effect.feasible) ? styles['worse'] : undefined}>{row.of(effect)}</span>;
  return (
    <PlainTable
      label={t('simulator.title')}
      rows={rows}
      rowKey={({ label }) => label}
      tone={({ strong }) => (strong === true ? 'strong' : undefined)}
      columns={[
        { header: '', cell: ({ label }) => label, wrap: true },
        { header: t('simulator.before'), align: 'right', cell: (row) => row.of(before) },
        { header: afterLabel, align: 'right', cell: (row) => shown(row, after) },
        ...(ifAccepted === null ? [] : [{ header: t('simulator.ifAccepted'), align: 'right' as const, cell: (row: Row) => shown(row, ifAccepted) }]),
      ]}
    />
  );
}
