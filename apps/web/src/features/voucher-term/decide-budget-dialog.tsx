import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import { useTerm } from '../../i18n/term.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useYearWrite } from '../voucher-year/use-year-write.js';
import type { VoucherYear } from '../voucher-year/voucher-year.queries.js';
import { BudgetPreview } from './budget-preview.js';
import styles from './voucher-term.module.css';
import { decideBudget, type DecideBudget } from './voucher-term.requests.js';

const PAUSE_MS = 350;
const STAGES = ['APPROVED', 'SUPPLEMENTARY', 'TRANSFER', 'CARRIED_FORWARD', 'PROPOSAL'] as const;

interface BudgetForm {
  stage: string;
  change: string;
  amountWon: string;
  vouchers: string;
  companies: string;
  decidedOn: string;
  clause: string;
}

/** Grants money and pieces to a year, or cuts them; what would be posted is shown while it is typed. */
export function DecideBudgetDialog({ year, onClose }: { readonly year: VoucherYear; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  // The first decision of a year is what the National Assembly approved; those after it change it.
  const stage = year.budgetWon === '0' ? 'APPROVED' : 'SUPPLEMENTARY';
  const form = useForm<BudgetForm>({ defaultValues: { stage, change: 'GRANT', amountWon: '', vouchers: '', companies: '', decidedOn: todayInSeoul(), clause: '' } });
  const { body, found } = useDecision(form.watch());
  const { faults, pending, send } = useYearWrite({ form, yearId: year.id, run: (input: DecideBudget, header) => decideBudget(year.id, input, header), onClose });
  const settled = useDebounced(found.every(({ pointer }) => pointer === '/clause') ? JSON.stringify({ ...body, clause: body.clause || '-' }) : null, PAUSE_MS);
  return (
    <FormDialog
      title={t('voucherBudget.decideTitle', { year: year.name })}
      action={t('voucherBudget.decide')}
      faults={faults}
      pending={pending}
      onSubmit={(event) => send(event, body, found)}
      onClose={onClose}
      wide
      aside={<BudgetPreview yearId={year.id} settled={settled} />}
    >
      <div className={styles['two']}>
        <FormField form={form} name="stage">
          {(field) => <SelectField {...field} label={t('voucherBudget.stage')} choices={STAGES.map((value) => ({ value, label: term('budgetStage', value) }))} />}
        </FormField>
        <FormField form={form} name="change">
          {(field) => (
            <ChoiceField
              {...field}
              label={t('voucherBudget.change')}
              choices={[
                { value: 'GRANT', label: t('voucherBudget.grant') },
                { value: 'CUT', label: t('voucherBudget.cut') },
              ]}
            />
          )}
        </FormField>
      </div>
      <FormField form={form} name="amountWon">
        {(field) => <WonField {...field} label={t('voucherBudget.amount')} />}
      </FormField>
      <div className={styles['two']}>
        <FormField form={form} name="vouchers">
          {(field) => <TextField {...field} label={t('voucherBudget.vouchers')} inputMode="numeric" alignRight />}
        </FormField>
        <FormField form={form} name="companies">
          {(field) => <TextField {...field} label={t('voucherBudget.companies')} hint={t('voucherBudget.companiesHint')} inputMode="numeric" alignRight optional />}
        </FormField>
      </div>
      <FormField form={form} name="decidedOn">
        {(field) => <DateField {...field} label={t('voucherBudget.decidedOn')} />}
      </FormField>
      <FormField form={form} name="clause">
        {(field) => <TextField {...field} label={t('terms.clause')} placeholder={t('voucherBudget.clauseExample')} maxLength={300} />}
      </FormField>
    </FormDialog>
  );
}

function useDecision(values: BudgetForm): { body: DecideBudget; found: Fault[] } {
  const { t } = useTranslation();
  const amount = values.amountWon.trim() === '' ? { ok: true as const, amount: 0n } : parseWonInput(values.amountWon);
  const [vouchers, companies] = [count(values.vouchers), count(values.companies)];
  const decidedOn = parseDateInput(values.decidedOn);
  const found: Fault[] = [];
  if (!amount.ok) found.push({ pointer: '/amountWon', text: t('common.wonNotRead') });
  if (vouchers === null) found.push({ pointer: '/vouchers', text: t('voucherBudget.missingCount') });
  if (companies === null) found.push({ pointer: '/companies', text: t('voucherBudget.missingCount') });
  if (decidedOn === null) found.push({ pointer: '/decidedOn', text: t('time.invalid') });
  if (amount.ok && amount.amount === 0n && vouchers === 0 && (companies ?? 0) === 0) found.push({ pointer: '/amountWon', text: t('voucherBudget.missingAmount') });
  if (values.clause.trim() === '') found.push({ pointer: '/clause', text: t('terms.missing') });
  return {
    body: {
      ...{ stage: values.stage as DecideBudget['stage'], change: values.change as NonNullable<DecideBudget['change']> },
      ...{ amountWon: amount.ok ? amount.amount.toString() : '', vouchers: vouchers ?? 0, decidedOn: decidedOn ?? '', clause: values.clause.trim() },
      ...(values.companies.trim() === '' ? {} : { companies: companies ?? 0 }),
    },
    found,
  };
}

/** A whole number as typed; nothing is zero, and what is none is null. */
function count(text: string): number | null {
  const digits = text.normalize('NFKC').replace(/[\s,]/g, '');
  return digits === '' ? 0 : /^\d{1,7}$/.test(digits) ? Number(digits) : null;
}
