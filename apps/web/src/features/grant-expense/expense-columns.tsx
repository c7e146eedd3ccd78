import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import type { Column } from '../../design/table/column.js';
import { Tag } from '../../design/tag.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { usePermissions } from '../session/use-session.js';
import type { ExpenseState, GrantExpense } from './grant-expense.requests.js';
import styles from './expenses.module.css';

interface Options {
  readonly picked: ReadonlySet<string>;
  readonly reviewable: ReadonlySet<string>;
  readonly onPick: (id: string) => void;
  readonly onAct: (kind: 'review' | 'void' | 'attach', expense: GrantExpense) => void;
}

const TONES: Readonly<Record<ExpenseState, 'neutral' | 'success' | 'warning' | 'danger'>> = { UNREVIEWED: 'neutral', ALLOWED: 'success', PARTLY: 'warning', DISALLOWED: 'danger', VOIDED: 'neutral' };

/** The columns of the list of expenses; who may review ticks rows, who records completes and undoes them. */
export function useExpenseColumns({ picked, reviewable, onPick, onAct }: Options): readonly Column<GrantExpense>[] {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  const may = usePermissions();
  const facts = useMemo<readonly Column<GrantExpense>[]>(
    () => [
      { id: 'number', header: t('grantExpense.number'), kind: 'text', value: ({ number }) => number },
      { id: 'spentOn', header: t('grantExpense.fields.spentOn'), kind: 'date', value: ({ spentOn }) => spentOn },
      { id: 'institution', header: t('grantExpense.institution'), kind: 'text', text: 'clip', value: ({ institution }) => institution },
      { id: 'line', header: t('grantExpense.fields.line'), kind: 'text', value: ({ line, lineName, resource }) => `${line} ${say(lineName)}${resource === 'IN_KIND' ? ` (${term('lineResource', resource)})` : ''}` },
      { id: 'payee', header: t('grantExpense.fields.payeeName'), kind: 'text', text: 'clip', value: ({ payeeName }) => payeeName },
      { id: 'purpose', header: t('grantExpense.fields.purpose'), kind: 'text', text: 'clip', value: ({ purpose }) => purpose },
      { id: 'amount', header: t('grantExpense.amount'), kind: 'won', total: ({ state }) => state !== 'VOIDED', value: ({ amountWon }) => BigInt(amountWon) },
      {
        id: 'evidence',
        header: t('grantExpense.evidence'),
        kind: 'text',
        value: ({ evidenceKind, evidenceNumber }) => `${evidenceKind === null ? '' : term('evidenceKind', evidenceKind)} ${evidenceNumber ?? ''}`.trim(),
        cell: ({ evidenceKind, evidenceNumber, missing }) => (
          <>
            {evidenceNumber === null ? <Tag tone="warning">{t('grantExpense.noEvidence')}</Tag> : evidenceKind !== null && term('evidenceKind', evidenceKind)}
            {evidenceNumber !== null && <p className={styles['quiet']}>{evidenceNumber}</p>}
            {missing.length > 0 && <p className={styles['missing']}>{t('grantExpense.missing', { list: missing.map((paper) => term('evidencePaper', paper)).join(', ') })}</p>}
          </>
        ),
      },
      {
        id: 'state',
        header: t('grantExpense.state'),
        kind: 'text',
        value: ({ state }) => term('expenseState', state),
        cell: ({ state, reason }) => (
          <span title={reason ?? undefined}>
            <Tag tone={TONES[state]}>{term('expenseState', state)}</Tag>
          </span>
        ),
      },
    ],
    [t, say, term],
  );
  const disallowed: Column<GrantExpense> = { id: 'disallowed', header: t('grantExpense.disallowed'), kind: 'won', total: ({ state }) => state !== 'VOIDED', value: ({ disallowedWon }) => BigInt(disallowedWon) };
  const pick: Column<GrantExpense> = {
    ...{ id: 'pick', header: t('grantExpense.pick'), kind: 'text' },
    value: () => '',
    cell: ({ id, number }) => reviewable.has(id) && <input type="checkbox" checked={picked.has(id)} onChange={() => onPick(id)} aria-label={t('grantExpense.pickOne', { number })} />,
  };
  const act: Column<GrantExpense> = {
    ...{ id: 'act', header: t('grantExpense.act'), kind: 'text' },
    value: () => '',
    cell: (expense) =>
      expense.state !== 'VOIDED' && (
        <span className={styles['deeds']}>
          {reviewable.has(expense.id) && (
            <Button small tone="quiet" onPress={() => onAct('review', expense)}>
              {t('grantExpense.review')}
            </Button>
          )}
          {may('grant-evidence.attach') && (
            <Button small tone="quiet" onPress={() => onAct('attach', expense)}>
              {t('grantExpense.attach')}
            </Button>
          )}
          {may('grant-expense.void') && (
            <Button small tone="quiet" onPress={() => onAct('void', expense)}>
              {t('grantExpense.void')}
            </Button>
          )}
        </span>
      ),
  };
  return [...(reviewable.size > 0 ? [pick] : []), ...facts, act, disallowed];
}
