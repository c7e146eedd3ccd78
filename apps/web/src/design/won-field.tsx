import { useLayoutEffect, useRef, type ChangeEvent, type ReactElement } from 'react';
import { Input, TextField as AriaTextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { groupDigits } from '../format/won.js';
import { parseWonInput, regroupWhileTyping } from '../format/won-input.js';
import { classes } from './classes.js';
import { FieldFaultText, FieldHint, FieldLabel, type FieldProps } from './field-parts.js';
import styles from './field.module.css';
import { useWonReading } from './won-text.js';

/**
 * An amount in won: separators appear while typing, '55억' or a pasted cell is understood, and the amount is read back
 * in the units people speak. The value stays the text, so nothing typed is lost.
 */
export function WonField({ label, value, onChange, onBlur, error, hint, optional, placeholder, ...field }: FieldProps): ReactElement {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);
  const reading = useWonReading();
  const parsed = parseWonInput(value);
  const unread = value.trim() !== '' && !parsed.ok;

  useLayoutEffect(() => {
    if (caret.current !== null) input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const type = (event: ChangeEvent<HTMLInputElement>): void => {
    const typed = regroupWhileTyping(event.target.value, event.target.selectionStart ?? event.target.value.length);
    if (typed.text !== event.target.value) caret.current = typed.caret;
    onChange(typed.text);
  };
  const leave = (): void => {
    if (parsed.ok) onChange(groupDigits(parsed.amount));
    onBlur?.();
  };

  return (
    <AriaTextField {...field} value={value} onBlur={leave} isInvalid={error !== undefined} validationBehavior="aria" className={styles['field'] ?? ''}>
      <FieldLabel label={label} optional={optional} />
      <div className={styles['box']}>
        <Input ref={input} className={classes(styles['input'], styles['number'])} onChange={type} placeholder={placeholder ?? t('common.wonPlaceholder')} autoComplete="off" />
        <span className={styles['unit']}>{t('common.won')}</span>
      </div>
      <p className={styles['reading']} aria-live="polite">
        {parsed.ok ? reading(parsed.amount) : unread && error === undefined && t('common.wonNotRead')}
      </p>
      <FieldHint>{hint}</FieldHint>
      {/* Whoever typed something is not asked for an amount, but told how it is written. */}
      <FieldFaultText error={error !== undefined && unread ? t('common.wonNotRead') : error} />
    </AriaTextField>
  );
}
