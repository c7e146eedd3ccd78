import { parseDate } from '@internationalized/date';
import type { ReactElement } from 'react';
import { Button, Calendar, CalendarCell, CalendarGrid, CalendarHeading, Dialog, DialogTrigger, Input, Popover, TextField as AriaTextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatOfficialDate, parseDateInput } from '../format/date.js';
import { IconButton } from './button.js';
import calendarStyles from './calendar.module.css';
import { FieldFaultText, FieldHint, FieldLabel, type FieldProps } from './field-parts.js';
import styles from './field.module.css';
import { Icon } from './icon.js';

/** A date: typed in any way offices write it, or picked. Leaving the field writes it as 2023-06-30. */
export function DateField({ label, value, onChange, onBlur, error, hint, optional, placeholder, ...field }: FieldProps): ReactElement {
  const { t } = useTranslation();
  const date = parseDateInput(value);
  const leave = (): void => {
    if (date !== null) onChange(date);
    onBlur?.();
  };
  return (
    <AriaTextField {...field} value={value} onChange={onChange} onBlur={leave} isInvalid={error !== undefined} validationBehavior="aria" className={styles['field'] ?? ''}>
      <FieldLabel label={label} optional={optional} />
      <div className={styles['box']}>
        <Input className={`${styles['input']} number`} placeholder={placeholder ?? t('common.datePlaceholder')} autoComplete="off" inputMode="numeric" />
        <DatePickerButton date={date} onPick={onChange} />
      </div>
      <FieldHint>{hint ?? (value !== '' && date !== null && date !== value ? formatOfficialDate(date) : undefined)}</FieldHint>
      <FieldFaultText error={error} />
    </AriaTextField>
  );
}

function DatePickerButton({ date, onPick }: { readonly date: string | null; readonly onPick: (date: string) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <DialogTrigger>
      <Button className={styles['picker'] ?? ''} aria-label={t('common.pickDate')}>
        <Icon name="calendar" size={18} />
      </Button>
      <Popover placement="bottom end" className={calendarStyles['popover'] ?? ''}>
        <Dialog className={calendarStyles['dialog'] ?? ''} aria-label={t('common.pickDate')}>
          {({ close }) => (
            <Calendar
              aria-label={t('common.pickDate')}
              autoFocus
              value={date === null ? null : parseDate(date)}
              onChange={(picked) => {
                onPick(picked.toString());
                close();
              }}
            >
              <header className={calendarStyles['header']}>
                <IconButton slot="previous" icon="left" label={t('common.previous')} small />
                <CalendarHeading className={calendarStyles['heading'] ?? ''} />
                <IconButton slot="next" icon="right" label={t('common.next')} small />
              </header>
              <CalendarGrid className={calendarStyles['grid'] ?? ''}>{(day) => <CalendarCell date={day} className={calendarStyles['cell'] ?? ''} />}</CalendarGrid>
            </Calendar>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
