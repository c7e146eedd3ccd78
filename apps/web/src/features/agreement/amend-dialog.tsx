import type { ReactElement } from 'react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Fund } from '../../api/types.js';
import { Button, IconButton } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { todayInSeoul } from '../../format/date.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import { FileField } from '../fund/file-field.js';
import { useFundDeed, type FundDeed } from '../fund/use-fund-deed.js';
import { EffectTable } from '../investment/effect-table.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import { amendAgreement, type Agreement, type AmendAgreement, type AmendedAgreement, type DecidableTerm } from './agreement.requests.js';
import { useAmendReader, type AmendForm } from './amend-form.js';
import { termOf } from './decide-term.js';
import { TermDiff } from './term-diff.js';
import { TermValueField } from './term-value-field.js';
import styles from './terms-page.module.css';
import { useTermValue } from './term-value.js';

interface Props {
  readonly fund: Fund;
  readonly agreement: Agreement;
  readonly onClose: () => void;
}

const RATIO = 'fund.obligation.ratio-basis-points';

/** The next version of the agreement: terms are picked and typed, what changes is compared beside them. */
export function AmendDialog({ fund, agreement, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const today = todayInSeoul();
  const clauseOf = (key: string): string => fund.policies.find((policy) => policy.key === key)?.clause ?? '';
  const read = useAmendReader(agreement.decidable);
  const deed = useFundDeed<AmendForm, AmendAgreement, AmendedAgreement>({
    fundId: fund.id,
    name: 'amend',
    defaults: { title: t('agreement.nextName', { number: agreement.versions.length }), decidedOn: today, effectiveFrom: today, summary: '', documentId: '', terms: [{ key: RATIO, value: '', clause: clauseOf(RATIO) }] },
    read,
    send: amendAgreement,
    onClose,
  });
  const { form, faults } = deed;
  return (
    <FormDialog title={t('agreement.amendTitle')} action={t('agreement.amend')} faults={faults} pending={deed.pending} onSubmit={deed.onSubmit} onClose={onClose} wide aside={<AmendPreview preview={deed.preview} />}>
      <p className={styles['note']}>{t('agreement.amendLead')}</p>
      <TermLines form={form} fund={fund} decidable={agreement.decidable} clauseOf={clauseOf} />
      <div className={styles['two']}>
        <FormField form={form} name="decidedOn">{(field) => <DateField {...field} label={t('agreement.decidedOn')} />}</FormField>
        <FormField form={form} name="effectiveFrom">{(field) => <DateField {...field} label={t('agreement.effectiveFrom')} />}</FormField>
      </div>
      <FormField form={form} name="title">{(field) => <TextField {...field} label={t('agreement.name')} maxLength={300} />}</FormField>
      <FormField form={form} name="summary">{(field) => <TextAreaField {...field} label={t('agreement.summary')} maxLength={2000} />}</FormField>
      <FormField form={form} name="documentId">{(field) => <FileField label={t('agreement.document')} value={field.value} onChange={field.onChange} />}</FormField>
    </FormDialog>
  );
}

interface LinesProps {
  readonly form: UseFormReturn<AmendForm>;
  readonly fund: Fund;
  readonly decidable: readonly DecidableTerm[];
  readonly clauseOf: (key: string) => string;
}

/** Which terms change: each once, with its value in force below it. */
function TermLines({ form, fund, decidable, clauseOf }: LinesProps): ReactElement {
  const { t } = useTranslation();
  const nameOf = useDottedNames('terms.keys');
  const valueOf = useTermValue();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'terms' });
  const lines = form.watch('terms');
  const free = (own: string): readonly DecidableTerm[] => decidable.filter(({ key }) => key === own || lines.every((line) => line.key !== key));
  const [next] = free('');
  const pick = (index: number, key: string): void => form.setValue(`terms.${index}`, { key, value: '', clause: clauseOf(key) });
  return (
    <>
      {fields.map(({ id }, index) => {
        const key = lines[index]?.key ?? '';
        const term = termOf(decidable, key);
        const current = fund.policies.find((policy) => policy.key === key);
        const inForce = current === undefined ? undefined : `${valueOf(key, current.value)} · ${current.clause}`;
        return (
          <fieldset key={id} className={styles['line']}>
            <FormField form={form} name={`terms.${index}.key`}>
              {(field) => (
                <SelectField {...field} label={t('terms.term')} choices={free(key).map((each) => ({ value: each.key, label: nameOf(each.key) }))} onChange={(picked) => pick(index, picked)} hint={term.movesLimits ? `${inForce ?? ''} (${t('agreement.limitTerm')})` : inForce} />
              )}
            </FormField>
            <FormField form={form} name={`terms.${index}.value`}>{(field) => <TermValueField term={term} field={field} label={t('terms.value')} />}</FormField>
            <FormField form={form} name={`terms.${index}.clause`}>{(field) => <TextField {...field} label={t('terms.clause')} maxLength={300} />}</FormField>
            {fields.length > 1 && <IconButton icon="close" label={t('agreement.removeTerm', { name: nameOf(key) })} onPress={() => remove(index)} />}
          </fieldset>
        );
      })}
      {next !== undefined && (
        <Button small tone="quiet" icon="plus" onPress={() => append({ key: next.key, value: '', clause: clauseOf(next.key) })}>
          {t('agreement.addTerm')}
        </Button>
      )}
    </>
  );
}

function AmendPreview({ preview }: Pick<FundDeed<AmendForm, AmendedAgreement>, 'preview'>): ReactElement {
  const { t } = useTranslation();
  if (!preview.asked) return <p className={styles['note']}>{t('agreement.waiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  const { terms, before, after, verdicts } = preview.data;
  return (
    <section aria-label={t('agreement.effect')} className={styles['preview']}>
      <TermDiff label={t('agreement.after')} terms={terms} />
      <VerdictList verdicts={verdicts} />
      <h3>{t('agreement.effect')}</h3>
      <EffectTable before={before} after={after} afterLabel={t('agreement.after')} />
    </section>
  );
}
