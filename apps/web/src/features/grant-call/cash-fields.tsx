import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';

/** Money that came in: how much, and on which day, under the name that the day has there. */
type CashForm<Day extends string> = Record<'amountWon' | Day, string>;

/** Cash as it is sent, and what of it cannot be read; nothing is no amount. */
export function readCash<Day extends string>(values: CashForm<Day>, day: Day, t: TFunction): { readonly cash: CashForm<Day>; readonly found: Fault[] } {
  const [amount, on] = [parseWonInput(values.amountWon), parseDateInput(values[day])];
  const found: Fault[] = [];
  if (!amount.ok || amount.amount === 0n) found.push({ pointer: '/amountWon', text: t('grantAgreement.missingAmount') });
  if (on === null) found.push({ pointer: `/${day}`, text: t('time.invalid') });
  return { cash: { amountWon: amount.ok ? amount.amount.toString() : '', [day]: on ?? '' } as CashForm<Day>, found };
}

interface Props<Form extends FieldValues> {
  readonly form: UseFormReturn<Form>;
  readonly day: FieldPath<Form>;
  readonly amountLabel: string;
  readonly dayLabel: string;
}

export function CashFields<Form extends FieldValues & { amountWon: string }>({ form, day, amountLabel, dayLabel }: Props<Form>): ReactElement {
  return (
    <>
      <FormField form={form} name={'amountWon' as FieldPath<Form>}>
        {(field) => <WonField {...field} label={amountLabel} />}
      </FormField>
      <FormField form={form} name={day}>
        {(field) => <DateField {...field} label={dayLabel} />}
      </FormField>
    </>
  );
}
