import { useState, type ReactElement } from 'react';
import { CheckboxGroup, Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { CheckOption } from './checks-field.js';
import { FieldFaultText, FieldHint, FieldLabel } from './field-parts.js';
import styles from './field.module.css';
import type { Choice } from './select-field.js';

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

interface Props {
  readonly label: string;
  readonly groups: readonly ChoiceGroup[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** Several of many choices, by groups; what is typed above narrows what is shown, and takes nothing back that is chosen. */
export function GroupedChecksField({ label, groups, value, onChange, hint, error }: Props): ReactElement {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  const fits = ({ label: name, value: code }: Choice): boolean => `${name} ${code}`.toLowerCase().includes(wanted.trim().toLowerCase());
  const shown = groups.map((group) => ({ ...group, fitting: group.choices.filter(fits) })).filter(({ fitting }) => fitting.length > 0);
  return (
    <CheckboxGroup value={[...value]} onChange={onChange} isInvalid={error !== undefined} validationBehavior="aria" className={styles['field'] ?? ''}>
      <FieldLabel label={label} />
      <FieldHint>{hint}</FieldHint>
      <SearchField aria-label={t('choices.search')} value={wanted} onChange={setWanted} className={styles['box'] ?? ''}>
        <Input className={styles['input'] ?? ''} placeholder={t('choices.search')} />
      </SearchField>
      <div className={styles['groups']}>
        {shown.map((group) => (
          <Group key={group.label} {...group} value={value} onChange={onChange} />
        ))}
        {shown.length === 0 && <p>{t('choices.none')}</p>}
      </div>
      <p role="status">{t('choices.chosen', { count: value.length })}</p>
      <FieldFaultText error={error} />
    </CheckboxGroup>
  );
}

interface GroupProps extends ChoiceGroup {
  readonly fitting: readonly Choice[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

function Group({ label, choices, fitting, value, onChange }: GroupProps): ReactElement {
  const { t } = useTranslation();
  const codes = fitting.map((choice) => choice.value);
  const all = codes.every((code) => value.includes(code));
  const others = value.filter((code) => !codes.includes(code));
  return (
    <div role="group" aria-label={label}>
      <div className={styles['group-head']}>
        <strong>{label}</strong>
        <span>{t('choices.ofGroup', { chosen: choices.filter((choice) => value.includes(choice.value)).length, count: choices.length })}</span>
        <Button small tone="quiet" onPress={() => onChange(all ? others : [...others, ...codes])}>
          {t(all ? 'choices.clear' : 'choices.all')}
        </Button>
      </div>
      <div className={styles['options']}>
        {fitting.map((choice) => (
          <CheckOption key={choice.value} {...choice} />
        ))}
      </div>
    </div>
  );
}
