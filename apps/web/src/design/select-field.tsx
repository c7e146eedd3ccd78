import { useId, type ReactElement } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classes } from './classes.js';
import { FieldFaultText, FieldLabel, type FieldProps } from './field-parts.js';
import styles from './field.module.css';
import { Icon } from './icon.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Props extends FieldProps {
  readonly choices: readonly Choice[];
  /** The empty choice, where nothing chosen is possible. */
  readonly emptyLabel?: string;
}

/** The browser's own list: quick with the keyboard, and everybody knows it. */
export function SelectField({ label, value, onChange, onBlur, name, error, hint, optional, choices, emptyLabel }: Props): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className={styles['field']} {...(error === undefined ? {} : { 'data-invalid': true })}>
      <label className={styles['label']} htmlFor={id}>
        {label}
        {optional === true && <span className={styles['optional']}>{t('common.optional')}</span>}
      </label>
      <div className={styles['box']}>
        <select
          id={id}
          name={name}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
          aria-invalid={error !== undefined}
          aria-describedby={noteId}
          className={classes(styles['input'], styles['select'])}
        >
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <span className={styles['arrow']}>
          <Icon name="down" size={18} />
        </span>
      </div>
      <div id={noteId}>
        {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
        {error !== undefined && (
          <p className={styles['error']}>
            <Icon name="warning" size={16} />
            <span>{error}</span>
          </p>
        )}
      </div>
    </div>
  );
}

/** Few choices, all of them visible. */
export function ChoiceField({ label, value, onChange, onBlur, name, error, choices, optional }: Props): ReactElement {
  return (
    <RadioGroup
      value={value === '' ? null : value}
      onChange={onChange}
      orientation="horizontal"
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={styles['field'] ?? ''}
      {...(onBlur === undefined ? {} : { onBlur })}
      {...(name === undefined ? {} : { name })}
    >
      <FieldLabel label={label} optional={optional} />
      <div className={styles['options']}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className={styles['option'] ?? ''}>
            {choice.label}
          </Radio>
        ))}
      </div>
      <FieldFaultText error={error} />
    </RadioGroup>
  );
}
