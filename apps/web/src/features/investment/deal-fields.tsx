import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { useTerm } from '../../i18n/term.js';
import type { FieldsProps } from './company-fields.js';
import { INSTRUMENTS } from './choices.js';
import styles from './record-page.module.css';

const EXTRA = ['committeeOn', 'round', 'shares', 'pricePerShareWon', 'note'] as const;

/** Amount, day and instrument; everything else waits behind one button and opens by itself when it holds something. */
export function DealFields({ form, live }: FieldsProps): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const [opened, setOpened] = useState(false);
  const used = form.watch('company.corporateNumber') !== '' || EXTRA.some((name) => form.watch(name) !== '');
  const open = opened || used;
  return (
    <Card title={t('investment.dealSection')}>
      <div className={styles['two']}>
        <FormField form={form} name="amountWon" liveError={live.get('/amountWon')}>
          {(field) => <WonField {...field} label={t('investment.amount')} />}
        </FormField>
        <FormField form={form} name="paidOn" liveError={live.get('/paidOn')}>
          {(field) => <DateField {...field} label={t('investment.paidOn')} />}
        </FormField>
        <FormField form={form} name="instrument" liveError={live.get('/instrument')}>
          {(field) => <SelectField {...field} label={t('investment.instrument')} choices={INSTRUMENTS.map((value) => ({ value, label: term('instrument', value) }))} />}
        </FormField>
        {open ? (
          <ExtraFields form={form} live={live} />
        ) : (
          <div className={styles['whole']}>
            <Button small tone="quiet" icon="plus" onPress={() => setOpened(true)}>
              {t('common.more')} · {[t('investment.committeeOn'), t('investment.round'), t('investment.shares'), t('investment.note')].join(', ')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

function ExtraFields({ form, live }: FieldsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <FormField form={form} name="committeeOn" liveError={live.get('/committeeOn')}>
        {(field) => <DateField {...field} label={t('investment.committeeOn')} optional />}
      </FormField>
      <FormField form={form} name="shares" liveError={live.get('/shares')}>
        {(field) => <TextField {...field} label={t('investment.shares')} optional inputMode="numeric" alignRight />}
      </FormField>
      <FormField form={form} name="pricePerShareWon" liveError={live.get('/pricePerShareWon')}>
        {(field) => <WonField {...field} label={t('investment.pricePerShare')} placeholder="25,000" optional />}
      </FormField>
      <FormField form={form} name="round" liveError={live.get('/round')}>
        {(field) => <TextField {...field} label={t('investment.round')} placeholder="Series A" optional maxLength={50} />}
      </FormField>
      <FormField form={form} name="company.corporateNumber" liveError={live.get('/company/corporateNumber')}>
        {(field) => <TextField {...field} label={t('investment.corporateNumber')} optional inputMode="numeric" />}
      </FormField>
      <div className={styles['whole']}>
        <FormField form={form} name="note" liveError={live.get('/note')}>
          {(field) => <TextAreaField {...field} label={t('investment.note')} optional maxLength={2000} />}
        </FormField>
      </div>
    </>
  );
}
