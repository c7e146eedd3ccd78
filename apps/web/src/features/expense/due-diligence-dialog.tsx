import type { ReactElement } from 'react';
import { useForm, type FieldPath } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import { Facts } from '../../design/facts.js';
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
import { useInvestments } from '../fund/fund.queries.js';
import { useFundWrite } from '../fund/use-fund-write.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import styles from './expense.module.css';
import { settleDueDiligence, useDueDiligencePreview, type SettleDueDiligence } from './expense.requests.js';

const KINDS = ['FINANCIAL', 'LEGAL', 'TECHNICAL', 'OTHER'] as const;
const PAUSE_MS = 350;

interface DueDiligenceForm {
  company: string;
  kind: string;
  investmentId: string;
  costWon: string;
  paidOn: string;
  payeeName: string;
  payeeNumber: string;
}

/** Settles what looking into a company cost; both parts are worked out while it is typed. */
export function DueDiligenceDialog({ fundId, onClose }: { readonly fundId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm<DueDiligenceForm>({ defaultValues: { company: '', kind: 'FINANCIAL', investmentId: '', costWon: '', paidOn: todayInSeoul(), payeeName: '', payeeNumber: '' } });
  const { body, found } = useSettlement(form.watch());
  const settled = useDebounced(found.length === 0 ? JSON.stringify(body) : null, PAUSE_MS);
  const deed = useFundWrite({ fundId, form, read: () => ({ body, found }), send: (input: SettleDueDiligence, header) => settleDueDiligence(fundId, input, header), onClose });
  return (
    <FormDialog title={t('expenseBook.settleTitle')} action={t('expenseBook.settle')} {...deed} onClose={onClose}>
      <p className={styles['note']}>{t('expenseBook.settleLead')}</p>
      <Fields fundId={fundId} form={form} />
      <Preview fundId={fundId} settled={settled} />
    </FormDialog>
  );
}

function Fields({ fundId, form }: { readonly fundId: string; readonly form: ReturnType<typeof useForm<DueDiligenceForm>> }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const deals = useInvestments(fundId, {}).data ?? [];
  const field = (name: FieldPath<DueDiligenceForm>, show: (bound: BoundField) => ReactElement): ReactElement => (
    <FormField form={form} name={name}>
      {show}
    </FormField>
  );
  return (
    <div className={styles['two']}>
      {field('company', (bound) => <TextField {...bound} label={t('expenseBook.company')} maxLength={300} autoFocus />)}
      {field('kind', (bound) => <SelectField {...bound} label={t('expenseBook.examination')} choices={KINDS.map((value) => ({ value, label: term('dueDiligenceKind', value) }))} />)}
      {field('investmentId', (bound) => <SelectField {...bound} label={t('expenseBook.deal')} emptyLabel={t('expenseBook.noDeal')} optional choices={deals.filter(({ voided }) => !voided).map((deal) => ({ value: deal.id, label: `${deal.number} ${deal.company}` }))} />)}
      {field('costWon', (bound) => <WonField {...bound} label={t('expenseBook.cost')} />)}
      {field('paidOn', (bound) => <DateField {...bound} label={t('expenseBook.paidOn')} />)}
      {field('payeeName', (bound) => <TextField {...bound} label={t('expenseBook.payee')} maxLength={300} />)}
      {field('payeeNumber', (bound) => <TextField {...bound} label={t('expenseBook.payeeNumber')} optional inputMode="numeric" maxLength={20} />)}
    </div>
  );
}

function Preview({ fundId, settled }: { readonly fundId: string; readonly settled: string | null }): ReactElement | null {
  const { t } = useTranslation();
  const preview = useDueDiligencePreview(fundId, settled === null ? null : (JSON.parse(settled) as SettleDueDiligence));
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (settled === null || preview.data === undefined) return null;
  return (
    <section>
      <Facts
        facts={[
          { label: t('expenseBook.fundPart'), value: <strong>{formatWon(preview.data.fundWon)}</strong> },
          { label: t('expenseBook.managerPart'), value: formatWon(preview.data.generalPartnerWon) },
        ]}
      />
      <VerdictList verdicts={preview.data.verdicts} />
    </section>
  );
}

function useSettlement(typed: DueDiligenceForm): { readonly body: SettleDueDiligence; readonly found: Fault[] } {
  const { t } = useTranslation();
  const [cost, paidOn] = [parseWonInput(typed.costWon), parseDateInput(typed.paidOn)];
  const found: Fault[] = [];
  if (typed.company.trim() === '') found.push({ pointer: '/company', text: t('expenseBook.missingText') });
  if (!cost.ok || cost.amount === 0n) found.push({ pointer: '/costWon', text: t('expenseBook.missingAmount') });
  if (paidOn === null) found.push({ pointer: '/paidOn', text: t('expenseBook.missingDate') });
  if (typed.payeeName.trim() === '') found.push({ pointer: '/payeeName', text: t('expenseBook.missingPayee') });
  const number = typed.payeeNumber.trim();
  const body: SettleDueDiligence = {
    company: typed.company.trim(),
    kind: typed.kind as SettleDueDiligence['kind'],
    costWon: cost.ok ? cost.amount.toString() : '',
    paidOn: paidOn ?? '',
    payee: { name: typed.payeeName.trim(), ...(number === '' ? {} : { businessNumber: number }) },
    ...(typed.investmentId === '' ? {} : { investmentId: typed.investmentId }),
  };
  return { body, found };
}
