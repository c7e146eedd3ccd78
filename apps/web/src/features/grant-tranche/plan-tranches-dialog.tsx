import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { DateField } from '../../design/date-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import type { Agreement } from '../grant-agreement/grant-agreement.requests.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { planTranches, type PlanTranches, type Tranches } from './grant-tranche.requests.js';
import styles from './grant-tranche.module.css';
import { conditionsOf, startingRows, type PlannedRow } from './planned-row.js';

interface Props {
  readonly call: GrantCall;
  readonly agreement: Agreement;
  readonly proposed: Tranches;
  readonly onClose: () => void;
}

/** What is not asked for yet, parted by the pattern of the call and changed at will; conditions beside each. */
export function PlanTranchesDialog({ call, agreement, proposed, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const [rows, setRows] = useState(() => startingRows(proposed, agreement));
  const change = (index: number, changes: Partial<PlannedRow>): void => setRows(rows.map((row, at) => (at === index ? { ...row, ...changes } : row)));
  const form = useForm({ defaultValues: {} });
  const deed = useDeed({
    form,
    read: () => {
      const faulty = rows.some(({ label, amountWon, plannedOn }) => label.trim() === '' || parseDateInput(plannedOn) === null || !parseWonInput(amountWon).ok);
      return { body: bodyOf(rows), found: faulty ? [{ pointer: '', text: t('grantTranche.faultyRow') }] : [] };
    },
    send: (body, header) => planTranches(agreement.id, body, header),
    onDone: async () => {
      await refreshGrants(call.id);
      onClose();
    },
    onDrafted: onClose,
  });
  const lastYear = agreement.funding.at(-1)?.fiscalYear ?? call.fiscalYear;
  return (
    <FormDialog title={t('grantTranche.planTitle', { number: agreement.number })} action={t('grantTranche.plan')} {...deed} onClose={onClose} wide>
      <Callout tone="information">{t('grantTranche.pattern', { clause: proposed.patternClause, source: term('source', proposed.patternSource) })}</Callout>
      {rows.map((row, index) => (
        <div key={row.key} className={styles['row']}>
          <TextField label={t('grantAgreement.fiscalYear')} value={row.fiscalYear} onChange={(fiscalYear) => change(index, { fiscalYear })} inputMode="numeric" maxLength={4} />
          <TextField label={t('grantTranche.label')} value={row.label} onChange={(label) => change(index, { label })} maxLength={60} />
          <WonField label={t('grantAgreement.amount')} value={row.amountWon} onChange={(amountWon) => change(index, { amountWon })} />
          <DateField label={t('grantTranche.plannedOn')} value={row.plannedOn} onChange={(plannedOn) => change(index, { plannedOn })} />
          <Button small tone="quiet" onPress={() => setRows(rows.filter((_, at) => at !== index))}>
            {t('grantTranche.remove')}
          </Button>
          <div className={styles['wide']}>
            <WonField label={t('grantTranche.ownCash')} value={row.ownCash} onChange={(ownCash) => change(index, { ownCash })} optional />
            <TextField label={t('grantTranche.previousSpent')} value={row.spentPercent} onChange={(spentPercent) => change(index, { spentPercent })} inputMode="numeric" maxLength={3} optional />
            <TextField label={t('grantTranche.milestone')} value={row.milestone} onChange={(milestone) => change(index, { milestone })} maxLength={200} optional />
            <TextField label={t('grantTranche.report')} value={row.report} onChange={(report) => change(index, { report })} maxLength={200} optional />
          </div>
        </div>
      ))}
      <Button
        small
        icon="plus"
        onPress={() => setRows([...rows, { key: rows.length + Date.now(), fiscalYear: String(lastYear), label: '', amountWon: '', plannedOn: '', ownCash: '', spentPercent: '', milestone: '', report: '' }])}
      >
        {t('grantTranche.add')}
      </Button>
      <p className={styles['note']}>{t('grantTranche.planSum', { amount: formatWon(rows.reduce((sum, { amountWon }) => sum + amountOf(amountWon), 0n)) })}</p>
    </FormDialog>
  );
}

function amountOf(text: string): bigint {
  const parsed = parseWonInput(text);
  return parsed.ok ? parsed.amount : 0n;
}

const bodyOf = (rows: readonly PlannedRow[]): PlanTranches => ({
  tranches: rows.map((row) => ({
    ...{ fiscalYear: Number(row.fiscalYear), label: row.label.trim(), amountWon: amountOf(row.amountWon).toString(), plannedOn: parseDateInput(row.plannedOn) ?? '' },
    conditions: conditionsOf(row),
  })),
});
