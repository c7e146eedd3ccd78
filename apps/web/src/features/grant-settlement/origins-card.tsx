import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import styles from './settlement.module.css';
import type { Worksheet } from './settlement.requests.js';

/** The figure whose origin is asked for. */
export type Figure = { readonly kind: 'line'; readonly lineId: string } | { readonly kind: 'interest' };

/** The rows that a figure of the form is made from: plans by version, expenses with their review and ledger entry, or interest. */
export function OriginsCard({ sheet, figure }: { readonly sheet: Worksheet; readonly figure: Figure }): ReactElement {
  return figure.kind === 'interest' ? <InterestRows sheet={sheet} /> : <LineRows sheet={sheet} lineId={figure.lineId} />;
}

function LineRows({ sheet, lineId }: { readonly sheet: Worksheet; readonly lineId: string }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  const line = sheet.form.lines.find((each) => each.lineId === lineId);
  const expenses = sheet.origins.expenses.filter((row) => row.lineId === lineId);
  const plan = sheet.origins.plan.filter((row) => row.lineId === lineId);
  return (
    <Card title={t('grantSettlement.originOf', { line: line === undefined ? '' : `${line.line} ${say(line.name)}` })} note={t('grantSettlement.originNote')} flush>
      <PlainTable
        label={t('grantSettlement.originPlan')}
        rows={plan}
        rowKey={(_, index) => index}
        columns={[
          { header: t('grantSettlement.originPlan'), cell: ({ version }) => t('grantSettlement.planVersion', { version }) },
          { header: t('grantSettlement.planKind'), cell: ({ kind }) => term('planKind', kind) },
          { header: t('grantSettlement.fiscalYear'), cell: ({ fiscalYear }) => fiscalYear },
          { header: t('grantSettlement.effectiveOn'), cell: ({ effectiveOn }) => effectiveOn },
          { header: t('grantRecovery.amount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
        ]}
      />
      {expenses.length === 0 ? (
        <p className={styles['note']}>{t('grantSettlement.noExpenses')}</p>
      ) : (
        <PlainTable
          label={t('grantSettlement.originExpenses')}
          rows={expenses}
          rowKey={({ id }) => id}
          tone={({ disallowedWon }) => (disallowedWon === '0' ? undefined : 'warning')}
          columns={[
            { header: t('grantSettlement.originExpenses'), cell: ({ number }) => number },
            { header: t('grantSettlement.spentOn'), cell: ({ spentOn }) => spentOn },
            { header: t('grantSettlement.payee'), wrap: true, cell: ({ payee, purpose }) => [payee, purpose].filter((text) => text !== null).join(' · ') },
            { header: t('grantSettlement.used'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
            { header: t('grantSettlement.disallowed'), align: 'right', cell: ({ disallowedWon }) => formatWon(disallowedWon) },
            { header: t('grantSettlement.review'), wrap: true, cell: ({ decision, reason, clause }) => (decision === null ? t('grantSettlement.unreviewed') : [term('expenseState', decision), reason, clause].filter((text) => text !== null).join(' · ')) },
            { header: t('grantSettlement.entries'), cell: ({ entryIds }) => entryIds.map((id) => `#${id}`).join(' ') },
          ]}
        />
      )}
    </Card>
  );
}

function InterestRows({ sheet }: { readonly sheet: Worksheet }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <Card title={t('grantSettlement.table2')} flush>
      <PlainTable
        label={t('grantSettlement.table2')}
        rows={sheet.origins.interest}
        rowKey={({ id }) => id}
        columns={[
          { header: t('grantSettlement.interestTime'), cell: ({ time }) => term('interestTime', time) },
          { header: t('grantSettlement.earnedOn'), cell: ({ earnedOn }) => earnedOn ?? '–' },
          { header: t('grantSettlement.earned'), align: 'right', cell: ({ earnedWon }) => formatWon(earnedWon) },
          { header: t('grantSettlement.interestUsed'), align: 'right', cell: ({ usedWon }) => formatWon(usedWon) },
        ]}
      />
    </Card>
  );
}
