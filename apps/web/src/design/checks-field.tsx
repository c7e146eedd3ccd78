import type { ReactElement } from 'react';
import { Checkbox, CheckboxGroup } from 'react-aria-components';
import { FieldFaultText, FieldHint, FieldLabel } from './field-parts.js';
import styles from './field.module.css';
import { Icon } from './icon.js';
import type { Choice } from './select-field.js';

interface Props {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** Several of a few choices, all of them visible. */
export function ChecksField({ label, choices, value, onChange, hint, error }: Props): ReactElement {
  return (
    <CheckboxGroup value={[...value]} onChange={onChange} isInvalid={error !== undefined} validationBehavior="aria" className={styles['field'] ?? ''}>
      <FieldLabel label={label} />
      <div className={styles['options']}>
        {choices.map((choice) => (
          <CheckOption key={choice.value} {...choice} />
        ))}
      </div>
      <FieldHint>{hint}</FieldHint>
      <FieldFaultText error={error} />
    </CheckboxGroup>
  );
}

/** One of the choices of a group. */
export function CheckOption({ value, label }: Choice): ReactElement {
  return (
    <Checkbox value={value} className={`${styles['option']} ${styles['check']}`}>
      <span className={styles['box-mark']}>
        <Icon name="check" size={14} />
      </span>
      {label}
    </Checkbox>
  );
}
