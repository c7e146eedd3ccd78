import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import { PlainTable } from '../../design/plain-table.js';
import { useDebounced } from '../../design/use-debounced.js';
import { todayInSeoul } from '../../format/date.js';
import { formatWon, sumWon } from '../../format/won.js';
import { VerdictList } from '../rule/verdict-list.js';
import type { VoucherYear } from '../voucher-year/voucher-year.queries.js';
import { agreementsOf, firstAgreement, type AgreementDraft, type AgreementDrafts } from './agreement-draft.js';
import { agreeVouchers, useAgreementPreview, useYearBrokers, type AgreedVoucher, type AgreeVouchers, type ApplicationSummary, type Broker } from './application.requests.js';
import styles from './applications-page.module.css';
import { CellInput, isNoAmount } from './cell-input.js';
import { choiceColumns } from './choice-columns.js';
import { DeedDialog, useDeed } from './deed-dialog.js';

interface Props {
  readonly year: VoucherYear;
  readonly applications: readonly ApplicationSummary[];
  readonly onClose: () => void;
}

const PAUSE_MS = 350;

/** Agreements with all selected companies at once; what each is to pay in is worked out while the amounts are typed. */
export function AgreeDialog({ year, applications, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const termOf = (key: string): string => year.terms.find((term) => term.key === key)?.value ?? '';
  const needsBroker = termOf('voucher.broker-required') === 'true';
  const brokers = useYearBrokers(year.id, needsBroker).data ?? [];
  const [rows] = useState(applications);
  const [agreedOn, setAgreedOn] = useState(todayInSeoul());
  const [drafts, setDrafts] = useState<AgreementDrafts>(() => Object.fromEntries(rows.map((row) => [row.voucherId, firstAgreement(row, termOf('voucher.face-won'))])));
  const body = useMemo(() => agreementsOf(rows, drafts, agreedOn), [rows, drafts, agreedOn]);
  const settled = useDebounced(body, PAUSE_MS);
  const preview = useAgreementPreview(year.id, settled);
  const agree = useDeed(year.id, (input: AgreeVouchers, header) => agreeVouchers(year.id, input, header), onClose);
  const passing = settled === null ? [] : (preview.data ?? []).filter((row) => row.agreed);
  const ids = new Set(passing.map(({ voucherId }) => voucherId));
  const ready = body !== null && settled === body && passing.length > 0 && !preview.isPlaceholderData;
  const run = ready ? (): void => agree.mutate({ ...body, vouchers: body.vouchers.filter(({ voucherId }) => ids.has(voucherId)) }) : null;
  return (
    <DeedDialog
      title={t('application.agreeTitle', { count: rows.length })}
      lead={t(needsBroker ? 'application.agreeLeadBroker' : 'application.agreeLead')}
      action={t('application.agreeAction', { count: passing.length })}
      run={run}
      pending={agree.isPending}
      error={agree.error ?? (settled === null ? null : preview.error)}
      onClose={onClose}
    >
      <div className={styles['row']}>
        <DateField label={t('application.agreedOn')} value={agreedOn} onChange={setAgreedOn} />
      </div>
      <AgreementTable rows={rows} drafts={drafts} judged={settled === null ? [] : (preview.data ?? [])} brokers={needsBroker ? brokers : null} onChange={(id, draft) => setDrafts({ ...drafts, [id]: draft })} />
      <p className={styles['sums']}>
        <span>
          {t('application.agreedSum')} <strong>{formatWon(sumWon(passing.map(({ amountWon }) => amountWon)))}</strong>
        </span>
        <span>
          {t('application.ownSum')} <strong>{formatWon(sumWon(passing.map(({ selfBurdenWon }) => selfBurdenWon)))}</strong>
        </span>
      </p>
    </DeedDialog>
  );
}

interface TableProps {
  readonly rows: readonly ApplicationSummary[];
  readonly drafts: AgreementDrafts;
  readonly judged: readonly AgreedVoucher[];
  /** Null where no broker is asked for. */
  readonly brokers: readonly Broker[] | null;
  readonly onChange: (voucherId: string, draft: AgreementDraft) => void;
}

function AgreementTable({ rows, drafts, judged, brokers, onChange }: TableProps): ReactElement {
  const { t } = useTranslation();
  const draftOf = (row: ApplicationSummary): AgreementDraft => drafts[row.voucherId] ?? firstAgreement(row, '');
  const outcomeOf = (row: ApplicationSummary): AgreedVoucher | undefined => (draftOf(row).chosen ? judged.find(({ voucherId }) => voucherId === row.voucherId) : undefined);
  const change = (row: ApplicationSummary, changes: Partial<AgreementDraft>): void => onChange(row.voucherId, { ...draftOf(row), ...changes });
  return (
    <div className={styles['list']}>
      <PlainTable
        label={t('application.agreeTitle', { count: rows.length })}
        rows={rows}
        rowKey={({ voucherId }) => voucherId}
        columns={[
          ...choiceColumns(t, (row) => draftOf(row).chosen, (row, chosen) => change(row, { chosen })),
          { header: t('application.requested'), align: 'right', cell: ({ requestedWon }) => formatWon(requestedWon) },
          {
            header: t('application.agreed'),
            align: 'right',
            cell: (row) => <CellInput kind="won" label={t('application.agreedOf', { number: row.number })} value={draftOf(row).amountWon} disabled={!draftOf(row).chosen} onChange={(amountWon) => change(row, { amountWon })} wrong={draftOf(row).chosen && isNoAmount(draftOf(row).amountWon)} />,
          },
          ...(brokers === null ? [] : [{ header: t('application.broker'), cell: (row: ApplicationSummary) => <BrokerCell number={row.number} brokers={brokers} value={draftOf(row).brokerId} onChange={(brokerId) => change(row, { brokerId })} /> }]),
          { header: t('application.ownDue'), align: 'right', cell: (row) => formatWon(outcomeOf(row)?.selfBurdenWon ?? '0') },
          { header: t('application.rules'), wrap: true, cell: (row) => <VerdictList verdicts={(outcomeOf(row)?.verdicts ?? []).filter(({ result }) => result !== 'PASS')} /> },
        ]}
      />
    </div>
  );
}

interface BrokerProps {
  readonly number: string;
  readonly brokers: readonly Broker[];
  readonly value: string;
  readonly onChange: (brokerId: string) => void;
}

function BrokerCell({ number, brokers, value, onChange }: BrokerProps): ReactElement {
  const { t } = useTranslation();
  return (
    <select className={styles['cell']} aria-label={t('application.brokerOf', { number })} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('application.chooseBroker')}</option>
      {brokers.map((broker) => (
        <option key={broker.id} value={broker.id}>
          {broker.name} ({broker.number}){broker.active ? '' : ` · ${t('application.brokerInactive')}`}
        </option>
      ))}
    </select>
  );
}
