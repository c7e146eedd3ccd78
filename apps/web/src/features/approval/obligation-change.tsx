import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObligationEffect } from '../../api/types.js';
import { EffectTable } from '../investment/effect-table.js';
import styles from './approval-pane.module.css';
import { isMembers } from './input-view.js';

interface Position {
  readonly bases: ObligationEffect['bases'];
  readonly decisive: Pick<ObligationEffect, 'ratioPercent'>;
  readonly facts: Pick<ObligationEffect, 'qualifyingWon' | 'investedWon' | 'pendingWon'>;
  readonly feasibility: Pick<ObligationEffect, 'headroomWon' | 'shortfallWon' | 'remainingWon' | 'maxAttainablePercent' | 'feasible'>;
}

/** The position of a fund as a stored preview holds it, in the shape in which it is shown. */
function effectOf(value: unknown): ObligationEffect | null {
  if (!isMembers(value) || !isMembers(value['feasibility']) || !isMembers(value['facts']) || !isMembers(value['decisive']) || !Array.isArray(value['bases'])) return null;
  const { bases, decisive, facts, feasibility } = value as unknown as Position;
  return { ...feasibility, ...facts, bases, ratioPercent: decisive.ratioPercent };
}

/** The obligation of the fund before and after, where a command reports it. */
export function ObligationChange({ result }: { readonly result: Readonly<Record<string, unknown>> }): ReactElement | null {
  const { t } = useTranslation();
  const [before, after] = [effectOf(result['before']), effectOf(result['after'])];
  if (before === null || after === null) return null;
  return (
    <details className={styles['details']}>
      <summary>{t('approval.obligation')}</summary>
      <EffectTable before={before} after={after} afterLabel={t('approval.balanceAfter')} ifAccepted={effectOf(result['afterIfAccepted'])} />
    </details>
  );
}
