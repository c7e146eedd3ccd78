import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { PlainTable } from '../../design/plain-table.js';
import { useDebounced } from '../../design/use-debounced.js';
import { todayInSeoul } from '../../format/date.js';
import { formatWon, sumWon } from '../../format/won.js';
import { depositsOf, type DepositDraft, type DepositDrafts } from './agreement-draft.js';
import { depositOwnMoney, useDepositPreview, type ApplicationSummary, type Deposit } from './application.requests.js';
import { ownMoneyOpen } from './application-stage.js';
import styles from './applications-page.module.css';
import { CellInput, isNoAmount } from './cell-input.js';
import { choiceColumns } from './choice-columns.js';
import { DeedDialog, useDeed } from './deed-dialog.js';

interface Props {
  readonly yearId: string;
  readonly applications: readonly ApplicationSummary[];
  readonly onClose: () => void;
}

const PAUSE_MS = 350;
const NOTHING: Deposit[] = [];

/** Ticks off on the statement of the bank whose own money has come; the amounts are what each still owes. */
export function DepositDialog({ yearId, applications, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const [rows] = useState(() => applications.filter((each) => ownMoneyOpen(each) > 0n));
  const [valueOn, setValueOn] = useState(todayInSeoul());
  const [drafts, setDrafts] = useState<DepositDrafts>(() => Object.fromEntries(rows.map((row) => [row.voucherId, firstDeposit(row)])));
  const deposits = useMemo(() => depositsOf(rows, drafts, valueOn), [rows, drafts, valueOn]);
  const settled = useDebounced(deposits ?? NOTHING, PAUSE_MS);
  const preview = useDepositPreview(yearId, settled);
  const deposit = useDeed(yearId, (input: readonly Deposit[], header) => depositOwnMoney(yearId, input, header), onClose);
  const everybody = rows.every(({ voucherId }) => drafts[voucherId]?.chosen === true);
  const chooseAll = (chosen: boolean): void => setDrafts(Object.fromEntries(Object.entries(drafts).map(([id, draft]) => [id, { ...draft, chosen }])));
  const count = deposits?.length ?? 0;
  const ready = deposits !== null && count > 0 && settled === deposits && preview.data !== undefined && preview.error === null;
  return (
    <DeedDialog
      title={t('application.depositTitle', { count: rows.length })}
      lead={t('application.depositLead')}
      action={t('application.depositAction', { count })}
      run={ready ? () => deposit.mutate(deposits) : null}
      pending={deposit.isPending}
      error={deposit.error ?? (settled.length === 0 ? null : preview.error)}
      onClose={onClose}
    >
      <div className={styles['row']}>
        <DateField label={t('application.valueOn')} value={valueOn} onChange={setValueOn} />
        <Button onPress={() => chooseAll(!everybody)}>{t(everybody ? 'application.chooseNone' : 'application.chooseAll')}</Button>
      </div>
      <DepositTable rows={rows} drafts={drafts} onChange={(id, draft) => setDrafts({ ...drafts, [id]: draft })} />
      <p className={styles['sums']}>
        <span>
          {t('application.depositSum', { count })} <strong>{formatWon(sumWon((deposits ?? NOTHING).map(({ amountWon }) => amountWon)))}</strong>
        </span>
        {ready && <span className={styles['muted']}>{t('application.depositEntries', { count: preview.data.entries.length })}</span>}
      </p>
    </DeedDialog>
  );
}

const firstDeposit = (row: ApplicationSummary): DepositDraft => ({ chosen: false, amountWon: formatWon(ownMoneyOpen(row)), bankReference: '' });

interface TableProps {
  readonly rows: readonly ApplicationSummary[];
  readonly drafts: DepositDrafts;
  readonly onChange: (voucherId: string, draft: DepositDraft) => void;
}

function DepositTable({ rows, drafts, onChange }: TableProps): ReactElement {
  const { t } = useTranslation();
  const draftOf = (row: ApplicationSummary): DepositDraft => drafts[row.voucherId] ?? firstDeposit(row);
  /** Whoever types into a row means it. */
  const change = (row: ApplicationSummary, changes: Partial<DepositDraft>): void => onChange(row.voucherId, { ...draftOf(row), chosen: true, ...changes });
  return (
    <div className={styles['list']}>
      <PlainTable
        label={t('application.depositTitle', { count: rows.length })}
        rows={rows}
        rowKey={({ voucherId }) => voucherId}
        columns={[
          ...choiceColumns(t, (row) => draftOf(row).chosen, (row, chosen) => change(row, { chosen })),
          { header: t('application.ownDue'), align: 'right', cell: ({ ownDueWon }) => formatWon(ownDueWon ?? '0') },
          { header: t('application.ownPaid'), align: 'right', cell: ({ ownPaidWon }) => formatWon(ownPaidWon) },
          { header: t('application.amount'), align: 'right', cell: (row) => <CellInput kind="won" label={t('application.amountOf', { number: row.number })} value={draftOf(row).amountWon} onChange={(amountWon) => change(row, { amountWon })} wrong={draftOf(row).chosen && isNoAmount(draftOf(row).amountWon)} /> },
          { header: t('application.bankReference'), cell: (row) => <CellInput label={t('application.bankReferenceOf', { number: row.number })} value={draftOf(row).bankReference} onChange={(bankReference) => change(row, { bankReference })} /> },
        ]}
      />
    </div>
  );
}
