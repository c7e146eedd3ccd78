import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { newKey } from '../../api/intent.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { SelectField } from '../../design/select-field.js';
import { WonText } from '../../design/won-text.js';
import { formatOfficialDate } from '../../format/date.js';
import { sumWon } from '../../format/won.js';
import { useRedraft } from '../approval/redraft.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { useTimePoint } from '../fund/time-point.js';
import { History } from '../history/history.js';
import { usePermissions } from '../session/use-session.js';
import { ClawbackDialog } from './clawback-dialog.js';
import { reverseDistribution, useDistributions, type Distribution } from './distribution.requests.js';
import styles from './distribution.module.css';
import { DistributionsTable } from './distributions-table.js';
import { PayDialog } from './pay-dialog.js';
import { TermsCard } from './terms-card.js';
import { PartsTable, WaterfallView } from './waterfall-view.js';

/** What was handed out, how it was divided and by which terms. */
export function DistributionsPage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  const may = usePermissions();
  const { point, isNow } = useTimePoint();
  const query = useDistributions(fund.id, point);
  const redraft = useRedraft();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'pay' | 'clawback' | null>(redraft === null ? null : 'pay');
  const close = (): void => {
    setOpen(null);
    if (redraft !== null) void navigate('.', { replace: true, state: null });
  };
  const mayPay = isNow && may('distribution.pay');
  const pay = (
    <Button tone="primary" icon="plus" onPress={() => setOpen('pay')}>
      {t('distribution.pay')}
    </Button>
  );
  const actions = (
    <>
      {isNow && may('carry.claw-back') && (
        <Button tone="secondary" onPress={() => setOpen('clawback')}>
          {t('distribution.clawBack')}
        </Button>
      )}
      {mayPay && pay}
    </>
  );
  return (
    <Page title={t('distribution.title')} lead={t('distribution.lead')} actions={actions}>
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Card>
              <Empty>
                <p>{t('distribution.empty')}</p>
                {mayPay && pay}
              </Empty>
            </Card>
          ) : (
            <>
              <Sums rows={rows} />
              <Card flush>
                <DistributionsTable rows={rows} />
              </Card>
              <Chosen rows={rows} fundId={fund.id} mayReverse={isNow && may('distribution.reverse')} />
            </>
          )
        }
      </Loaded>
      <TermsCard fundId={fund.id} partners={fund.partners} />
      {open === 'pay' && <PayDialog fundId={fund.id} onClose={close} />}
      {open === 'clawback' && <ClawbackDialog fundId={fund.id} onClose={close} />}
    </Page>
  );
}

function Sums({ rows }: { readonly rows: readonly Distribution[] }): ReactElement {
  const { t } = useTranslation();
  const standing = rows.filter((row) => row.reversedReason === null);
  const sums = [
    { label: t('distribution.distributed'), amount: sumWon(standing.map(({ investorsWon }) => investorsWon)) },
    { label: t('distribution.carryPaid'), amount: sumWon(standing.map(({ carryWon }) => carryWon)) },
    { label: t('distribution.recallable'), amount: sumWon(standing.map(({ recallableWon }) => recallableWon)) },
  ];
  return (
    <section className={styles['tiles']} aria-label={t('distribution.list')}>
      {sums.map(({ label, amount }) => (
        <div key={label} className={styles['tile']}>
          <p className={styles['label']}>{label}</p>
          <p className={styles['value']}>
            <WonText amount={amount} bare />
          </p>
        </div>
      ))}
      <div className={styles['tile']}>
        <p className={styles['label']}>{t('distribution.count')}</p>
        <p className={styles['value']}>{standing.length}</p>
      </div>
    </section>
  );
}

interface ChosenProps {
  readonly rows: readonly Distribution[];
  readonly fundId: string;
  readonly mayReverse: boolean;
}

/** One distribution step by step; the latest is shown first. */
function Chosen({ rows, fundId, mayReverse }: ChosenProps): ReactElement | null {
  const { t } = useTranslation();
  const [number, setNumber] = useState<string | null>(null);
  const [reversing, setReversing] = useState(false);
  const row = rows.find((each) => String(each.number) === number) ?? rows.at(-1);
  if (row === undefined) return null;
  const choices = rows.map((each) => ({ value: String(each.number), label: `${t('distribution.number', { number: each.number })} · ${formatOfficialDate(each.paidOn)}` }));
  return (
    <>
      <Card
        title={t('distribution.working')}
        actions={
          <>
            <SelectField label={t('distribution.list')} value={String(row.number)} onChange={setNumber} choices={choices} />
            {mayReverse && row.reversible && (
              <Button small tone="secondary" onPress={() => setReversing(true)}>
                {t('distribution.reverse')}
              </Button>
            )}
          </>
        }
      >
        <Working row={row} />
      </Card>
      {row.id !== null && <History key={row.id} id={row.id} />}
      {reversing && row.id !== null && <ReverseDialog id={row.id} number={row.number} fundId={fundId} onClose={() => setReversing(false)} />}
    </>
  );
}

function Working({ row }: { readonly row: Distribution }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {row.reversedReason !== null && <Callout tone="warning">{t('distribution.reversedBecause', { reason: row.reversedReason })}</Callout>}
      {row.kind === 'PAYOUT' && row.plan !== null ? (
        <WaterfallView plan={row.plan} parts={row.parts} />
      ) : (
        <>
          <p className={styles['note']}>{row.kind === 'IMPORTED' ? t('distribution.importedNote') : t('distribution.clawBackLead')}</p>
          <PartsTable parts={row.parts} />
        </>
      )}
      {row.sha256 !== null && (
        <p className={styles['fingerprint']}>
          {t('distribution.fingerprint')}: {row.sha256}
        </p>
      )}
    </>
  );
}

function ReverseDialog({ id, number, fundId, onClose }: { readonly id: string; readonly number: number; readonly fundId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [key] = useState(newKey);
  return (
    <ReasonDialog
      title={t('distribution.reverseTitle', { number })}
      label={t('distribution.reverseReason')}
      missing={t('distribution.reverseMissing')}
      action={t('distribution.reverse')}
      run={async (reason) => {
        await reverseDistribution(id, reason, { 'Idempotency-Key': key });
        await refreshFund(fundId);
      }}
      onClose={onClose}
    >
      <p className={styles['note']}>{t('distribution.reverseLead')}</p>
    </ReasonDialog>
  );
}
