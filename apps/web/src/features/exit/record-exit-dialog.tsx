import type { ReactElement } from 'react';
import { useForm, type FieldPath } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import { FormField, type BoundField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { WonField } from '../../design/won-field.js';
import { todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { FileField } from '../fund/file-field.js';
import { useFundWrite } from '../fund/use-fund-write.js';
import { FormDialog } from '../rule/form-dialog.js';
import type { Holding } from '../valuation/valuation.requests.js';
import styles from '../valuation/valuation.module.css';
import { EXIT_KINDS, exitBody, type ExitForm } from './exit-form.js';
import { ExitPreview } from './exit-preview.js';
import { recordExit, type RecordExit } from './exit.requests.js';

const PAUSE_MS = 350;
const BLANK: Omit<ExitForm, 'exitedOn'> = {
  investmentId: '', kind: 'LISTING', shares: '', pricePerShareWon: '', proceedsWon: '', costWon: '', feeWon: '', taxWon: '', interestWon: '', escrowWon: '', escrowUntil: '', counterpartyName: '', counterpartyNumber: '', consentDocumentId: '', documentId: '', note: '',
};

interface Props {
  readonly fundId: string;
  readonly holdings: readonly Holding[];
  readonly onClose: () => void;
}

/** Records an exit, whole or in part; what it comes to is worked out while it is typed. */
export function RecordExitDialog({ fundId, holdings, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const form = useForm<ExitForm>({ defaultValues: { ...BLANK, exitedOn: todayInSeoul() } });
  const typed = form.watch();
  const { body, faults: found } = exitBody(typed, { missingDeal: t('exitForm.missingDeal'), missingDate: t('exitForm.missingDate'), missingAmount: t('exitForm.missingAmount') });
  const settled = useDebounced(found.length === 0 ? JSON.stringify(body) : null, PAUSE_MS);
  const deed = useFundWrite({ fundId, form, read: () => ({ body, found }), send: (input: RecordExit, header) => recordExit(fundId, input, header), onClose });
  return (
    <FormDialog title={t('exitForm.title')} action={t('exitForm.record')} {...deed} onClose={onClose} wide aside={<ExitPreview fundId={fundId} settled={settled} />}>
      <Fields form={form} holdings={holdings} kind={typed.kind} />
    </FormDialog>
  );
}

interface FieldsProps {
  readonly form: ReturnType<typeof useForm<ExitForm>>;
  readonly holdings: readonly Holding[];
  readonly kind: string;
}

function Fields({ form, holdings, kind }: FieldsProps): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const field = (name: FieldPath<ExitForm>, show: (bound: BoundField) => ReactElement): ReactElement => (
    <FormField form={form} name={name}>
      {show}
    </FormField>
  );
  const sold = kind !== 'WRITE_OFF';
  return (
    <div className={styles['two']}>
      <div className={styles['whole']}>
        {field('investmentId', (bound) => (
          <SelectField {...bound} label={t('exitForm.deal')} emptyLabel={t('exitForm.missingDeal')} choices={holdings.map((each) => ({ value: each.investmentId, label: `${each.number} ${each.company} (${formatWon(each.costWon)})` }))} />
        ))}
      </div>
      {field('kind', (bound) => <SelectField {...bound} label={t('exitForm.kind')} choices={EXIT_KINDS.map((value) => ({ value, label: term('exitKind', value) }))} />)}
      {field('exitedOn', (bound) => <DateField {...bound} label={t('exitForm.exitedOn')} />)}
      {sold && field('proceedsWon', (bound) => <WonField {...bound} label={t('exitForm.proceeds')} hint={t('exitForm.proceedsHint')} />)}
      {sold && field('shares', (bound) => <TextField {...bound} label={t('exitForm.shares')} optional inputMode="numeric" alignRight />)}
      {sold && field('pricePerShareWon', (bound) => <WonField {...bound} label={t('exitForm.price')} optional />)}
      {field('costWon', (bound) => <WonField {...bound} label={t('exitForm.cost')} hint={t('exitForm.costHint')} optional />)}
      {sold && field('feeWon', (bound) => <WonField {...bound} label={t('exitForm.fee')} optional />)}
      {sold && field('taxWon', (bound) => <WonField {...bound} label={t('exitForm.tax')} optional />)}
      {['REDEMPTION', 'PROJECT_SETTLEMENT', 'LIQUIDATION'].includes(kind) && field('interestWon', (bound) => <WonField {...bound} label={t('exitForm.interest')} optional />)}
      {['MERGER', 'OVER_THE_COUNTER'].includes(kind) && field('escrowWon', (bound) => <WonField {...bound} label={t('exitForm.escrow')} optional />)}
      {['MERGER', 'OVER_THE_COUNTER'].includes(kind) && field('escrowUntil', (bound) => <DateField {...bound} label={t('exitForm.escrowUntil')} optional />)}
      {sold && field('counterpartyName', (bound) => <TextField {...bound} label={t('exitForm.counterparty')} optional={!['MERGER', 'OVER_THE_COUNTER'].includes(kind)} maxLength={300} />)}
      {sold && field('counterpartyNumber', (bound) => <TextField {...bound} label={t('exitForm.counterpartyNumber')} optional inputMode="numeric" maxLength={20} />)}
      {sold && <div className={styles['whole']}>{field('documentId', ({ value, onChange }) => <FileField label={t('exitForm.contract')} value={value} onChange={onChange} />)}</div>}
      {sold && <div className={styles['whole']}>{field('consentDocumentId', ({ value, onChange }) => <FileField label={t('exitForm.consent')} value={value} onChange={onChange} />)}</div>}
      <div className={styles['whole']}>{field('note', (bound) => <TextAreaField {...bound} label={t('exitForm.note')} optional={sold} maxLength={2000} />)}</div>
    </div>
  );
}
