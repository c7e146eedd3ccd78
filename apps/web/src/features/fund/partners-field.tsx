import type { ClipboardEvent, ReactElement } from 'react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { WonText } from '../../design/won-text.js';
import { formatBusinessNumber } from '../../format/business-number.js';
import { percentOf } from '../../format/percent.js';
import { parseWonInput } from '../../format/won-input.js';
import { useTerm } from '../../i18n/term.js';
import { blankPartner, committedWon, PARTNER_KINDS, partnerIsBlank, pastedPartners, type FundForm } from './form-fund.js';
import styles from './form-fund.module.css';

/** The partners as lines of a sheet; several lines copied from Excel fill as many lines here. */
export function PartnersField({ form }: { readonly form: UseFormReturn<FundForm> }): ReactElement {
  const { t } = useTranslation();
  const { fields, append, remove, replace } = useFieldArray({ control: form.control, name: 'partners' });
  const partners = form.watch('partners');
  const total = committedWon(partners);
  const paste = (event: ClipboardEvent): void => {
    const rows = pastedPartners(event.clipboardData.getData('text/plain'));
    if (rows.length === 0) return;
    event.preventDefault();
    replace([...form.getValues('partners').filter((partner) => !partnerIsBlank(partner)), ...rows]);
  };
  return (
    <Card title={t('formFund.partners')} note={t('formFund.partnersHint')}>
      <div className={styles['partners']} onPaste={paste}>
        <div className={styles['head']} aria-hidden="true">
          <span>{t('formFund.partnerName')}</span>
          <span>{t('formFund.partnerKind')}</span>
          <span>{t('formFund.partnerNumber')}</span>
          <span>{t('formFund.partnerAmount')}</span>
          <span>{t('formFund.partnerShare')}</span>
        </div>
        {fields.map(({ id }, index) => (
          <PartnerLine key={id} form={form} index={index} total={total} onRemove={() => remove(index)} />
        ))}
        <div className={styles['total']}>
          <Button small tone="quiet" icon="plus" onPress={() => append(blankPartner())}>
            {t('formFund.addPartner')}
          </Button>
          <span>
            {t('formFund.total')} <WonText amount={total} />
          </span>
        </div>
      </div>
    </Card>
  );
}

interface LineProps {
  readonly form: UseFormReturn<FundForm>;
  readonly index: number;
  readonly total: bigint;
  readonly onRemove: () => void;
}

function PartnerLine({ form, index, total, onRemove }: LineProps): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const parsed = parseWonInput(form.watch(`partners.${index}.commitmentWon`));
  const at = (label: string): string => `${label} ${index + 1}`;
  return (
    <div className={styles['partner']}>
      <FormField form={form} name={`partners.${index}.name`}>
        {(field) => <TextField {...field} label={at(t('formFund.partnerName'))} maxLength={300} />}
      </FormField>
      <FormField form={form} name={`partners.${index}.kind`}>
        {(field) => <SelectField {...field} label={at(t('formFund.partnerKind'))} choices={PARTNER_KINDS.map((value) => ({ value, label: term('partnerKind', value) }))} />}
      </FormField>
      <FormField form={form} name={`partners.${index}.businessNumber`}>
        {(field) => (
          <TextField
            {...field}
            label={at(t('formFund.partnerNumber'))}
            inputMode="numeric"
            onBlur={() => {
              field.onChange(formatBusinessNumber(field.value));
              field.onBlur();
            }}
          />
        )}
      </FormField>
      <FormField form={form} name={`partners.${index}.commitmentWon`}>
        {(field) => <WonField {...field} label={at(t('formFund.partnerAmount'))} placeholder="100억" />}
      </FormField>
      <span className={`${styles['share']} number`}>{parsed.ok ? `${percentOf(parsed.amount, total) ?? '–'}%` : ''}</span>
      <IconButton icon="close" label={t('formFund.removePartner', { name: form.watch(`partners.${index}.name`) || String(index + 1) })} onPress={onRemove} />
    </div>
  );
}
