import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { usePermissions } from '../session/use-session.js';
import { ConfirmDialog } from './confirm-dialog.js';
import { AmountInParts } from './due-tables.js';
import { FailedLineDialog } from './failed-line-dialog.js';
import type { PaymentRunDetail, RunLine } from './payment-run.requests.js';
import styles from './payment-run.module.css';
import { LineTag } from './state-tag.js';

interface Asked {
  readonly line: RunLine;
  readonly deed: 'confirm' | 'fail';
}

/** Who is paid what to which account, and what the bank did with each line. */
export function RunLines({ run }: { readonly run: PaymentRunDetail }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  const known = run.standing === 'EXPORTED' || run.standing === 'SETTLED';
  return (
    <Card title={t('paymentRun.items')} flush>
      <PlainTable
        label={t('paymentRun.items')}
        rows={run.items}
        rowKey={({ lineNo }) => lineNo}
        tone={({ accountOpen, state }) => (accountOpen || state !== 'OPEN' ? undefined : 'danger')}
        columns={[
          { header: t('paymentRun.lineNo'), align: 'right', cell: ({ lineNo }) => lineNo },
          { header: t('paymentRun.payee'), wrap: true, cell: ({ payee }) => payee },
          { header: t('paymentRun.purpose'), wrap: true, cell: ({ kindName, purpose }) => `${say(kindName)} · ${purpose}` },
          { header: t('paymentRun.account'), wrap: true, cell: ({ bankName, maskedNumber, maskedHolder }) => `${say(bankName)} ${maskedNumber} ${maskedHolder}` },
          { header: t('paymentRun.amount'), align: 'right', cell: (line) => <AmountInParts {...line} /> },
          { header: t('paymentRun.state'), cell: ({ state }) => <LineTag state={state} /> },
          { header: '', cell: (line) => (known ? <LineDeeds line={line} onAsk={(deed) => setAsked({ line, deed })} /> : null) },
        ]}
        totals={[t('table.total'), t('paymentRun.linesOf', { count: run.lines }), '', '', formatWon(run.totalWon), '', '']}
      />
      {asked?.deed === 'confirm' && <ConfirmDialog run={run} lineNo={asked.line.lineNo} onClose={close} />}
      {asked?.deed === 'fail' && <FailedLineDialog run={run} line={asked.line} onClose={close} />}
    </Card>
  );
}

function LineDeeds({ line: { state }, onAsk }: { readonly line: RunLine; readonly onAsk: (deed: Asked['deed']) => void }): ReactElement | null {
  const { t } = useTranslation();
  const may = usePermissions();
  if (state === 'REJECTED' || state === 'RETURNED') return null;
  return (
    <div className={styles['deeds']}>
      {state === 'OPEN' && may('payment-run.confirm') && (
        <Button small onPress={() => onAsk('confirm')}>
          {t('paymentRun.confirm')}
        </Button>
      )}
      {may(state === 'OPEN' ? 'payment-run.reject-line' : 'payment-run.return-line') && (
        <Button small tone="quiet" onPress={() => onAsk('fail')}>
          {t(state === 'OPEN' ? 'paymentRun.reject' : 'paymentRun.return')}
        </Button>
      )}
    </div>
  );
}
