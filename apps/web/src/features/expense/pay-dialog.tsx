import type { ReactElement } from 'react';
import { useForm, type FieldPath } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField, type BoundField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { useTerm } from '../../i18n/term.js';
import { useFundWrite } from '../fund/use-fund-write.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import styles from './expense.module.css';
import { payExpense, usePaymentPreview, type FeeBill, type PayExpense } from './expense.requests.js';

const OTHER_KINDS = ['CUSTODY', 'AUDIT', 'OTHER'] as const;
const PAUSE_MS = 350;

interface PayForm {
  kind: string;
  label: string;
  paidOn: string;
  amountWon: string;
  payeeName: string;
  payeeNumber: string;
  bankReference: string;
  note: string;
}

interface Props {
  readonly fundId: string;
  /** The bill that is paid; null for any other expense. */
  readonly bill: FeeBill | null;
  readonly onClose: () => void;
}

/** Records money that left the fund: what is unpaid of a bill, or an expense. */
export function PayDialog({ fundId, bill, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const usual = { label: bill === null ? '' : `관리보수 ${bill.periodFrom} ~ ${bill.periodTo}`, amountWon: bill === null ? '' : formatWon(BigInt(bill.amountWon) - BigInt(bill.paidWon)) };
  const form = useForm<PayForm>({ defaultValues: { kind: bill === null ? 'CUSTODY' : 'MANAGEMENT_FEE', paidOn: todayInSeoul(), payeeName: '', payeeNumber: '', bankReference: '', note: '', ...usual } });
  const { body, found } = usePayment(form.watch(), bill);
  const settled = useDebounced(found.length === 0 ? JSON.stringify(body) : null, PAUSE_MS);
  const deed = useFundWrite({ fundId, form, read: () => ({ body, found }), send: (input: PayExpense, header) => payExpense(fundId, input, header), onClose });
  return (
    <FormDialog title={bill === null ? t('expenseBook.payTitle') : t('feeBook.payBillTitle')} action={t('expenseBook.record')} {...deed} onClose={onClose}>
      <PayFields form={form} forBill={bill !== null} />
      <PayPreview fundId={fundId} settled={settled} />
    </FormDialog>
  );
}

function PayFields({ form, forBill }: { readonly form: ReturnType<typeof useForm<PayForm>>; readonly forBill: boolean }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const field = (name: FieldPath<PayForm>, show: (bound: BoundField) => ReactElement): ReactElement => (
    <FormField form={form} name={name}>
      {show}
    </FormField>
  );
  return (
    <div className={styles['two']}>
      {!forBill && field('kind', (bound) => <SelectField {...bound} label={t('expenseBook.kind')} choices={OTHER_KINDS.map((value) => ({ value, label: term('expenseKind', value) }))} />)}
      <div className={forBill ? styles['whole'] : undefined}>{field('label', (bound) => <TextField {...bound} label={t('expenseBook.label')} maxLength={100} />)}</div>
      {field('amountWon', (bound) => <WonField {...bound} label={t('expenseBook.amount')} autoFocus />)}
      {field('paidOn', (bound) => <DateField {...bound} label={t('expenseBook.paidOn')} />)}
      {!forBill && field('payeeName', (bound) => <TextField {...bound} label={t('expenseBook.payee')} maxLength={300} />)}
      {!forBill && field('payeeNumber', (bound) => <TextField {...bound} label={t('expenseBook.payeeNumber')} optional inputMode="numeric" maxLength={20} />)}
      {field('bankReference', (bound) => <TextField {...bound} label={t('expenseBook.bankReference')} optional maxLength={100} />)}
      {field('note', (bound) => <TextField {...bound} label={t('expenseBook.note')} optional maxLength={1000} />)}
    </div>
  );
}

function PayPreview({ fundId, settled }: { readonly fundId: string; readonly settled: string | null }): ReactElement | null {
  const { t } = useTranslation();
  const preview = usePaymentPreview(fundId, settled === null ? null : (JSON.parse(settled) as PayExpense));
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (settled === null || preview.data === undefined) return null;
  const { cashBeforeWon, cashAfterWon, verdicts } = preview.data;
  return (
    <section>
      <p className={styles['note']}>
        {t('expenseBook.cashAfter')}: {formatWon(cashBeforeWon)} → {formatWon(cashAfterWon)}
      </p>
      <VerdictList verdicts={verdicts} />
    </section>
  );
}

function usePayment(typed: PayForm, bill: FeeBill | null): { readonly body: PayExpense; readonly found: Fault[] } {
  const { t } = useTranslation();
  const [amount, paidOn] = [parseWonInput(typed.amountWon), parseDateInput(typed.paidOn)];
  const payee = typed.payeeName.trim();
  const found: Fault[] = [];
  if (typed.label.trim() === '') found.push({ pointer: '/label', text: t('expenseBook.missingText') });
  if (!amount.ok || amount.amount === 0n) found.push({ pointer: '/amountWon', text: t('expenseBook.missingAmount') });
  if (paidOn === null) found.push({ pointer: '/paidOn', text: t('expenseBook.missingDate') });
  if (bill === null && payee === '') found.push({ pointer: '/payeeName', text: t('expenseBook.missingPayee') });
  const body: PayExpense = {
    kind: typed.kind as PayExpense['kind'],
    label: typed.label.trim(),
    amountWon: amount.ok ? amount.amount.toString() : '',
    paidOn: paidOn ?? '',
    ...(bill === null ? {} : { billId: bill.id }),
    ...(payee === '' ? {} : { payee: { name: payee, ...(typed.payeeNumber.trim() === '' ? {} : { businessNumber: typed.payeeNumber.trim() }) } }),
    ...(typed.bankReference.trim() === '' ? {} : { bankReference: typed.bankReference.trim() }),
    ...(typed.note.trim() === '' ? {} : { note: typed.note.trim() }),
  };
  return { body, found };
}
