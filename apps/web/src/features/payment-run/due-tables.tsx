import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon, sumWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import type { Debt, RefusedDebt } from './payment-run.requests.js';

/** What can be paid: to whom, for what, to which account. What the bank refused before says so. */
export function PayableRows({ label, payables }: { readonly label: string; readonly payables: readonly Debt[] }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  return (
    <PlainTable
      label={label}
      rows={payables}
      rowKey={({ id }) => id}
      tone={({ earlier }) => (earlier === null ? undefined : 'warning')}
      columns={[
        { header: t('paymentRun.payee'), wrap: true, cell: ({ payee }) => payee },
        {
          header: t('paymentRun.purpose'),
          wrap: true,
          cell: ({ kindName, purpose, earlier }) => (
            <>
              {say(kindName)} · {purpose}
              {earlier !== null && (
                <>
                  <br />
                  <small>{t('paymentRun.earlier', { run: earlier.runNumber, outcome: term('lineState', earlier.outcome), reason: [earlier.reasonCode, earlier.reason].filter(Boolean).join(' ') })}</small>
                </>
              )}
            </>
          ),
        },
        { header: t('paymentRun.dueOn'), cell: ({ dueOn }) => dueOn },
        { header: t('paymentRun.account'), wrap: true, cell: ({ bankName, maskedNumber }) => (bankName === null ? '–' : `${say(bankName)} ${maskedNumber ?? ''}`) },
        { header: t('paymentRun.amount'), align: 'right', cell: (debt) => <AmountInParts {...debt} /> },
      ]}
      totals={[t('table.total'), t('paymentRun.linesOf', { count: payables.length }), '', '', formatWon(sumWon(payables.map(({ amountWon }) => amountWon)))]}
    />
  );
}

/** What is paid, and the lots of money that it is made of where there are several. */
export function AmountInParts({ amountWon, parts }: Pick<Debt, 'amountWon' | 'parts'>): ReactElement {
  const say = useBilingual();
  const shown = parts.filter((part) => part.amountWon !== '0' && part.amountWon !== amountWon);
  return (
    <>
      {formatWon(amountWon)}
      {shown.length > 0 && (
        <>
          <br />
          <small>{shown.map((part) => `${say(part.name)} ${formatWon(part.amountWon)}`).join(' · ')}</small>
        </>
      )}
    </>
  );
}

/** What cannot be paid, and what would change that. */
export function RefusedDebts({ refused }: { readonly refused: readonly RefusedDebt[] }): ReactElement | null {
  const { t } = useTranslation();
  const say = useBilingual();
  if (refused.length === 0) return null;
  const title = t('paymentRun.refused', { count: refused.length });
  return (
    <Callout tone="warning" title={title}>
      <PlainTable
        label={title}
        rows={refused}
        rowKey={({ payableId }) => payableId}
        columns={[
          { header: t('paymentRun.payee'), wrap: true, cell: ({ payee }) => payee },
          { header: t('paymentRun.amount'), align: 'right', cell: ({ amountWon }) => (amountWon === null ? '–' : formatWon(amountWon)) },
          { header: t('paymentRun.why'), wrap: true, cell: ({ text }) => say(text) },
        ]}
      />
    </Callout>
  );
}
