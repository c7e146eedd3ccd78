import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fund } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Empty } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatBasisPoints } from '../../format/quantity.js';
import { useTerm } from '../../i18n/term.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { BillDialog } from './bill-dialog.js';
import { BillSum } from './bill-sum.js';
import { BillsTable } from './bills-table.js';
import styles from './expense.module.css';
import type { FeeSchedule, PlannedFee } from './expense.requests.js';
import { FeeTermsDialog } from './fee-terms-dialog.js';
import { PiecesTable } from './pieces-table.js';

interface Props {
  readonly fund: Fund;
  readonly schedule: FeeSchedule;
}

/** The management fee: what comes next with its days, what was billed, and the terms behind both. */
export function FeeCards({ fund, schedule }: Props): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { isNow } = useTimePoint();
  const [billing, setBilling] = useState<PlannedFee | null>(null);
  const [deciding, setDeciding] = useState(false);
  const [next, ...later] = schedule.coming;
  const decide = isNow && may('fee-term.decide') && (
    <Button tone="secondary" small onPress={() => setDeciding(true)}>
      {t('feeBook.decideTerms')}
    </Button>
  );
  return (
    <>
      <Card title={t('feeBook.coming')} note={t('feeBook.formula')} flush>
        {next === undefined ? (
          <Empty>
            <p>{t('feeBook.none')}</p>
          </Empty>
        ) : (
          <>
            <Planned bill={next} onBill={isNow && may('fee.bill') ? setBilling : undefined} />
            {later.length > 0 && (
              <details className={styles['bill']}>
                <summary>{t('feeBook.later', { count: later.length })}</summary>
                {later.map((bill) => (
                  <Planned key={bill.periodFrom} bill={bill} onBill={undefined} />
                ))}
              </details>
            )}
          </>
        )}
      </Card>
      <Card title={t('feeBook.bills')} flush>
        <BillsTable fundId={fund.id} bills={schedule.bills} />
      </Card>
      <Card title={t('feeBook.terms')} note={schedule.source === 'POLICY' ? t('feeBook.termsByPolicy') : undefined} actions={decide || undefined} flush>
        <TermsTables schedule={schedule} />
      </Card>
      {billing !== null && <BillDialog fundId={fund.id} bill={billing} onClose={() => setBilling(null)} />}
      {deciding && <FeeTermsDialog fund={fund} schedule={schedule} onClose={() => setDeciding(false)} />}
    </>
  );
}

function Planned({ bill, onBill }: { readonly bill: PlannedFee; readonly onBill: ((bill: PlannedFee) => void) | undefined }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className={styles['bill']} aria-label={`${bill.periodFrom} ~ ${bill.periodTo}`}>
      <div className={styles['head']}>
        <strong>
          {bill.periodFrom} ~ {bill.periodTo}
        </strong>
        <BillSum bill={bill} />
        {onBill !== undefined && (
          <Button tone="primary" small onPress={() => onBill(bill)}>
            {t('feeBook.bill')}
          </Button>
        )}
      </div>
      <PiecesTable pieces={bill.pieces} />
    </section>
  );
}

function TermsTables({ schedule }: { readonly schedule: FeeSchedule }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <>
      <PlainTable
        label={t('feeBook.terms')}
        rows={schedule.terms}
        rowKey={(_, index) => index}
        columns={[
          { header: t('feeBook.period'), cell: ({ from, to }) => `${from} ~ ${to}` },
          { header: t('feeBook.base'), cell: ({ base }) => term('feeBase', base) },
          { header: t('feeBook.rate'), align: 'right', cell: ({ rateBasisPoints }) => `${formatBasisPoints(rateBasisPoints)}%` },
          { header: t('feeBook.clause'), cell: ({ clause }) => clause, wrap: true },
        ]}
      />
      {schedule.reductions.length > 0 && (
        <PlainTable
          label={t('feeBook.reductions')}
          rows={schedule.reductions}
          rowKey={(_, index) => index}
          columns={[
            { header: t('feeBook.reductions'), cell: ({ from, to }) => `${from} ~ ${to}` },
            { header: t('feeBook.keeps'), align: 'right', cell: ({ keepsBasisPoints }) => `${formatBasisPoints(keepsBasisPoints)}%` },
            { header: t('feeBook.reason'), cell: ({ reason }) => reason, wrap: true },
            { header: t('feeBook.clause'), cell: ({ clause }) => clause, wrap: true },
          ]}
        />
      )}
    </>
  );
}
