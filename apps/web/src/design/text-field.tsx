import type { ReactElement } from 'react';
import { Input, TextArea, TextField as AriaTextField } from 'react-aria-components';
import { classes } from './classes.js';
import { FieldFaultText, FieldHint, FieldLabel, type FieldProps } from './field-parts.js';
import styles from './field.module.css';

interface Props extends FieldProps {
  readonly type?: 'text' | 'password';
  readonly inputMode?: 'text' | 'numeric';
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly unit?: string;
  readonly alignRight?: boolean;
}

export function TextField({ label, error, hint, optional, unit, alignRight = false, placeholder, inputMode = 'text', autoComplete = 'off', type = 'text', ...field }: Props): ReactElement {
  return (
    <AriaTextField {...field} type={type} autoComplete={autoComplete} isInvalid={error !== undefined} validationBehavior="aria" className={styles['field'] ?? ''}>
      <FieldLabel label={label} optional={optional} />
      <div className={styles['box']}>
        <Input className={classes(styles['input'], alignRight && styles['number'])} inputMode={inputMode} {...(placeholder === undefined ? {} : { placeholder })} />
        {unit !== undefined && <span className={styles['unit']}>{unit}</span>}
      </div>
      <FieldHint>{hint}</FieldHint>
      <FieldFaultText error={error} />
    </AriaTextField>
  );
}

export function TextAreaField({ label, error, hint, optional, placeholder, ...field }: FieldProps & { readonly maxLength?: number }): ReactElement {
  return (
    <AriaTextField {...field} isInvalid={error !== undefined} validationBehavior="aria" className={styles['field'] ?? ''}>
      <FieldLabel label={label} optional={optional} />
      <div className={classes(styles['box'], styles['area-box'])}>
        <TextArea className={styles['area'] ?? ''} rows={3} {...(placeholder === undefined ? {} : { placeholder })} />
      </div>
      <FieldHint>{hint}</FieldHint>
      <FieldFaultText error={error} />
    </AriaTextField>
  );
}
