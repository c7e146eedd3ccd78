import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Partner } from '../../api/types.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useFundWrite } from '../fund/use-fund-write.js';
import { FormDialog } from '../rule/form-dialog.js';
import { decideWaterfallTerm, type DecideWaterfallTerm, type WaterfallTerms } from './distribution.requests.js';
import styles from './distribution.module.css';
import { parsePercent, typedPercent } from './typed-percent.js';

interface Props {
  readonly fundId: string;
  readonly partners: readonly Partner[];
  readonly terms: WaterfallTerms;
  readonly onClose: () => void;
}

interface TermsForm {
  hurdleBasisPoints: string;
  carryBasisPoints: string;
  catchUpBasisPoints: string;
  dayCount: string;
  interim: string;
  firstLossPartner: string;
  firstLossShare: string;
  carriedPartner: string;
  effectiveFrom: string;
  clause: string;
}

const DAY_COUNTS = ['ACTUAL_365', 'ACTUAL_ACTUAL'] as const;
const INTERIMS = ['NONE', 'PRINCIPAL_ONLY', 'UNRESTRICTED'] as const;

function startingForm({ firstLoss, carried, ...terms }: WaterfallTerms): TermsForm {
  const [loss] = firstLoss;
  return {
    hurdleBasisPoints: typedPercent(terms.hurdleBasisPoints),
    carryBasisPoints: typedPercent(terms.carryBasisPoints),
    catchUpBasisPoints: typedPercent(terms.catchUpBasisPoints ?? 0),
    dayCount: terms.dayCount,
    interim: terms.interim,
    firstLossPartner: loss?.partnerId ?? '',
    firstLossShare: loss === undefined ? '' : typedPercent(Number(loss.weight)),
    carriedPartner: carried.length === 1 ? (carried[0]?.partnerId ?? '') : '',
    effectiveFrom: todayInSeoul(),
    clause: '',
  };
}

/** Decides all terms of the distribution at once, from a day on. */
export function TermsDialog({ fundId, partners, terms, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const form = useForm<TermsForm>({ defaultValues: startingForm(terms) });
  const read = useTermsReader(terms);
  const deed = useFundWrite({ fundId, form, read: () => read(form.getValues()), send: (body: DecideWaterfallTerm, header) => decideWaterfallTerm(fundId, body, header), onClose });
  const partnerChoices = partners.map(({ id, name }) => ({ value: id, label: name }));
  const rate = (name: 'hurdleBasisPoints' | 'carryBasisPoints' | 'catchUpBasisPoints' | 'firstLossShare', label: string, hint?: string): ReactElement => (
    <FormField form={form} name={name}>
      {(field) => <TextField {...field} label={`${label} (%)`} {...(hint === undefined ? {} : { hint })} maxLength={6} />}
    </FormField>
  );
  return (
    <FormDialog title={t('distribution.changeTerms')} action={t('distribution.decide')} {...deed} onClose={onClose} wide>
      <p className={styles['note']}>{t('distribution.changeTermsLead')}</p>
      <div className={styles['two']}>
        {rate('hurdleBasisPoints', t('distribution.hurdle'))}
        {rate('carryBasisPoints', t('distribution.carryRate'))}
        {rate('catchUpBasisPoints', t('distribution.catchUp'))}
        <FormField form={form} name="dayCount">
          {(field) => <SelectField {...field} label={t('distribution.dayCount')} choices={DAY_COUNTS.map((value) => ({ value, label: t(`distribution.dayCounts.${value}`) }))} />}
        </FormField>
        <FormField form={form} name="interim">
          {(field) => <SelectField {...field} label={t('distribution.interim')} choices={INTERIMS.map((value) => ({ value, label: t(`distribution.interims.${value}`) }))} />}
        </FormField>
        <FormField form={form} name="carriedPartner">
          {(field) => <SelectField {...field} label={t('distribution.carried')} emptyLabel={terms.carried.map(({ partner }) => partner).join(', ')} choices={partnerChoices} />}
        </FormField>
        <FormField form={form} name="firstLossPartner">
          {(field) => <SelectField {...field} label={t('distribution.firstLoss')} emptyLabel={t('distribution.none')} choices={partnerChoices} />}
        </FormField>
        {rate('firstLossShare', t('distribution.firstLoss'), t('distribution.firstLossHint'))}
        <FormField form={form} name="effectiveFrom">
          {(field) => <DateField {...field} label={t('distribution.effectiveFrom')} />}
        </FormField>
        <FormField form={form} name="clause">
          {(field) => <TextField {...field} label={t('distribution.clause')} maxLength={300} />}
        </FormField>
      </div>
    </FormDialog>
  );
}

/** Reads what was typed; several who share the carry stay as they are unless one is chosen. */
function useTermsReader(terms: WaterfallTerms): (typed: TermsForm) => { readonly body: DecideWaterfallTerm | null; readonly found: readonly Fault[] } {
  const { t } = useTranslation();
  return (typed) => {
    const found: Fault[] = [];
    const rate = (name: 'hurdleBasisPoints' | 'carryBasisPoints' | 'catchUpBasisPoints' | 'firstLossShare'): number => {
      const points = parsePercent(typed[name]);
      if (points === null) found.push({ pointer: `/${name}`, text: t('distribution.missingRate') });
      return points ?? 0;
    };
    const rates = { hurdleBasisPoints: rate('hurdleBasisPoints'), carryBasisPoints: rate('carryBasisPoints'), catchUpBasisPoints: rate('catchUpBasisPoints') };
    const loss = typed.firstLossPartner === '' ? [] : [{ partnerId: typed.firstLossPartner, role: 'FIRST_LOSS' as const, weight: rate('firstLossShare') }];
    const kept = terms.carried.map(({ partnerId, weight }) => ({ partnerId, role: 'CARRIED' as const, weight: Number(weight) }));
    const shared = kept.length > 1 && kept.every(({ weight }) => weight <= 10_000) ? kept : [];
    const carried = typed.carriedPartner === '' ? shared : [{ partnerId: typed.carriedPartner, role: 'CARRIED' as const, weight: 1 }];
    const effectiveFrom = parseDateInput(typed.effectiveFrom);
    if (effectiveFrom === null) found.push({ pointer: '/effectiveFrom', text: t('distribution.missingDate') });
    if (typed.clause.trim() === '') found.push({ pointer: '/clause', text: t('distribution.missingClause') });
    if (found.length > 0 || effectiveFrom === null) return { body: null, found };
    const [dayCount, interim] = [DAY_COUNTS.find((each) => each === typed.dayCount) ?? 'ACTUAL_365', INTERIMS.find((each) => each === typed.interim) ?? 'NONE'];
    return { body: { ...rates, dayCount, interim, parties: [...loss, ...carried], effectiveFrom, clause: typed.clause.trim() }, found };
  };
}
