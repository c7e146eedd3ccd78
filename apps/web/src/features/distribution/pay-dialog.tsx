import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { typedText } from '../approval/redraft-input.js';
import { RedraftNotice } from '../approval/redraft-notice.js';
import { useRedraft, type Redraft } from '../approval/redraft.js';
import { useFundWrite } from '../fund/use-fund-write.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import { payDistribution, usePayoutPreview, type PayDistribution } from './distribution.requests.js';
import styles from './distribution.module.css';
import { WaterfallView } from './waterfall-view.js';

interface PayForm {
  amountWon: string;
  paidOn: string;
  source: string;
  recallableWon: string;
}

const PAUSE_MS = 350;

/** Blank, or as an earlier version of the same request was typed. */
function startingForm(redraft: Redraft | null): PayForm {
  if (redraft === null) return { amountWon: '', paidOn: todayInSeoul(), source: '', recallableWon: '' };
  const text = (key: string): string => typedText(redraft.input, key);
  return { amountWon: formatWon(text('amountWon')), paidOn: text('paidOn'), source: text('source'), recallableWon: formatWon(text('recallableWon')) };
}

/** Hands money out; while the amount is typed the server explains step by step who gets what. */
export function PayDialog({ fundId, onClose }: { readonly fundId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const redraft = useRedraft();
  const form = useForm<PayForm>({ defaultValues: startingForm(redraft) });
  const { body, found } = usePayout(form.watch());
  const ready = found.every(({ pointer }) => pointer === '/source');
  const settled = useDebounced(ready ? JSON.stringify({ ...body, source: body.source === '' ? '-' : body.source }) : null, PAUSE_MS);
  const deed = useFundWrite({
    fundId,
    form,
    read: () => ({ body, found }),
    send: (input: PayDistribution, header) => payDistribution(fundId, input, header),
    onClose,
    supersedes: redraft?.id,
  });
  return (
    <FormDialog title={t('distribution.payTitle')} action={t('distribution.record')} {...deed} onClose={onClose} wide>
      <RedraftNotice redraft={redraft} />
      <p className={styles['note']}>{t('distribution.payLead')}</p>
      <div className={styles['two']}>
        <FormField form={form} name="amountWon">
          {(field) => <WonField {...field} label={t('distribution.amount')} autoFocus />}
        </FormField>
        <FormField form={form} name="paidOn">
          {(field) => <DateField {...field} label={t('distribution.paidOn')} />}
        </FormField>
        <FormField form={form} name="source">
          {(field) => <TextField {...field} label={t('distribution.source')} hint={t('distribution.sourceHint')} maxLength={300} />}
        </FormField>
        <FormField form={form} name="recallableWon">
          {(field) => <WonField {...field} label={t('distribution.recallable')} hint={t('distribution.recallableHint')} optional />}
        </FormField>
      </div>
      <PayoutPreview fundId={fundId} settled={settled} />
    </FormDialog>
  );
}

function PayoutPreview({ fundId, settled }: { readonly fundId: string; readonly settled: string | null }): ReactElement {
  const { t } = useTranslation();
  const preview = usePayoutPreview(fundId, settled);
  if (settled === null) return <p className={styles['note']}>{t('distribution.waiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  const { verdicts, plan, parts, cashAfterWon } = preview.data;
  return (
    <>
      <VerdictList verdicts={verdicts} />
      <WaterfallView plan={plan} parts={parts} />
      <p className={styles['note']}>
        {t('distribution.cashAfter')}: {formatWon(cashAfterWon)}
        {t('common.won')}
      </p>
    </>
  );
}

/** What was typed as the server takes it, and what is missing. */
function usePayout(typed: PayForm): { readonly body: PayDistribution; readonly found: readonly Fault[] } {
  const { t } = useTranslation();
  const amount = parseWonInput(typed.amountWon);
  const recallable = typed.recallableWon.trim() === '' ? null : parseWonInput(typed.recallableWon);
  const paidOn = parseDateInput(typed.paidOn);
  const found: Fault[] = [];
  if (!amount.ok || amount.amount === 0n) found.push({ pointer: '/amountWon', text: t('distribution.missingAmount') });
  if (paidOn === null) found.push({ pointer: '/paidOn', text: t('distribution.missingDate') });
  if (typed.source.trim() === '') found.push({ pointer: '/source', text: t('distribution.missingSource') });
  if (recallable !== null && !recallable.ok) found.push({ pointer: '/recallableWon', text: t('distribution.missingAmount') });
  const body = {
    amountWon: amount.ok ? amount.amount.toString() : '0',
    paidOn: paidOn ?? '',
    source: typed.source.trim(),
    ...(recallable?.ok === true && recallable.amount > 0n ? { recallableWon: recallable.amount.toString() } : {}),
  };
  return { body, found };
}
