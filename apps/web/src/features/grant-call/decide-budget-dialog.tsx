import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { Stack } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { PostedEntries } from '../ledger/posted-entries.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import { orUnwritten, type PreviewedDeed } from '../rule/use-previewed-deed.js';
import { VerdictList } from '../rule/verdict-list.js';
import styles from './grant-call.module.css';
import type { GrantCall } from './grant-call.queries.js';
import { decideBudget, type DecideBudget, type DecidedBudget } from './grant-call.requests.js';
import { useGrantDeed } from './use-grant-deed.js';

const STAGES = ['APPROVED', 'SUPPLEMENTARY', 'TRANSFER', 'CARRIED_FORWARD', 'PROPOSAL'] as const;

interface BudgetForm {
  fiscalYear: string;
  stage: string;
  change: string;
  amountWon: string;
  decidedOn: string;
  clause: string;
}

/** Money for a fiscal year, or a cut; what would be posted is shown while it is typed. */
export function DecideBudgetDialog({ call, onClose }: { readonly call: GrantCall; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const first = call.feasibility === 'PENDING' ? 'PROPOSAL' : call.budgetWon === '0' ? 'APPROVED' : 'SUPPLEMENTARY';
  const read = useReading();
  const { form, preview, ...deed } = useGrantDeed<BudgetForm, DecideBudget, DecidedBudget>({
    ...{ callId: call.id, name: 'budget', read, send: (body, header) => decideBudget(call.id, body, header), onClose },
    defaults: { fiscalYear: String(call.fiscalYear), stage: first, change: 'GRANT', amountWon: '', decidedOn: todayInSeoul(), clause: '' },
  });
  return (
    <FormDialog title={t('grantBudget.decideTitle', { call: call.name })} action={t('grantBudget.decide')} {...deed} onClose={onClose} wide aside={<BudgetPreview preview={preview} />}>
      <div className={styles['two']}>
        <FormField form={form} name="fiscalYear">
          {(field) => <TextField {...field} label={t('grantCall.fiscalYear')} inputMode="numeric" maxLength={4} />}
        </FormField>
        <FormField form={form} name="stage">
          {(field) => <SelectField {...field} label={t('voucherBudget.stage')} choices={STAGES.map((value) => ({ value, label: term('budgetStage', value) }))} />}
        </FormField>
      </div>
      <FormField form={form} name="change">
        {(field) => <ChoiceField {...field} label={t('voucherBudget.change')} choices={(['GRANT', 'CUT'] as const).map((value) => ({ value, label: t(value === 'CUT' ? 'voucherBudget.cut' : 'voucherBudget.grant') }))} />}
      </FormField>
      <FormField form={form} name="amountWon">
        {(field) => <WonField {...field} label={t('voucherBudget.amount')} />}
      </FormField>
      <FormField form={form} name="decidedOn">
        {(field) => <DateField {...field} label={t('voucherBudget.decidedOn')} />}
      </FormField>
      <FormField form={form} name="clause">
        {(field) => <TextField {...field} label={t('terms.clause')} placeholder={t('voucherBudget.clauseExample')} maxLength={300} />}
      </FormField>
    </FormDialog>
  );
}

function useReading(): (form: BudgetForm) => { body: DecideBudget; found: readonly Fault[]; preview: DecideBudget | null } {
  const { t } = useTranslation();
  return ({ fiscalYear, stage, change, amountWon, decidedOn, clause }) => {
    const amount = parseWonInput(amountWon);
    const on = parseDateInput(decidedOn);
    const found: Fault[] = [];
    if (!/^\d{4}$/.test(fiscalYear.trim())) found.push({ pointer: '/fiscalYear', text: t('voucherYear.missingYear') });
    if (!amount.ok || amount.amount === 0n) found.push({ pointer: '/amountWon', text: t('grantBudget.missingAmount') });
    if (on === null) found.push({ pointer: '/decidedOn', text: t('time.invalid') });
    const complete = found.length === 0;
    if (clause.trim() === '') found.push({ pointer: '/clause', text: t('terms.missing') });
    const body = { fiscalYear: Number(fiscalYear), stage, change, amountWon: amount.ok ? amount.amount.toString() : '', decidedOn: on ?? '', clause: clause.trim() } as DecideBudget;
    return { body, found, preview: complete ? { ...body, clause: orUnwritten(clause) } : null };
  };
}

/** The budget of the year before and after, and the entries, by the same code that records the decision. */
function BudgetPreview({ preview }: Pick<PreviewedDeed<BudgetForm, DecidedBudget>, 'preview'>): ReactElement {
  const { t } = useTranslation();
  if (!preview.asked) return <p className={styles['note']}>{t('grantBudget.waiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  const { before, after, entries, verdicts } = preview.data;
  const rows = (['budgetWon', 'availableWon', 'undrawnWon'] as const).map((key) => ({ key, before: before[key], after: after[key] }));
  const names = { budgetWon: t('grantCall.budget'), availableWon: t('grantCall.available'), undrawnWon: t('grantBudget.undrawn') };
  return (
    <Stack>
      <VerdictList verdicts={verdicts} />
      <PlainTable
        label={t('grantBudget.effect', { year: after.fiscalYear })}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { header: t('grantBudget.effect', { year: after.fiscalYear }), cell: ({ key }) => names[key] },
          { header: t('simulator.before'), align: 'right', cell: (row) => formatWon(row.before) },
          { header: t('voucherBudget.after'), align: 'right', cell: (row) => formatWon(row.after) },
        ]}
      />
      {entries.length > 0 ? <PostedEntries entries={entries} /> : !verdicts.some(({ result }) => result === 'BLOCK') && <p className={styles['note']}>{t('voucherBudget.postsNothing')}</p>}
    </Stack>
  );
}
