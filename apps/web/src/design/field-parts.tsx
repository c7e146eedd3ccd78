import type { ReactElement, ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './field.module.css';
import { Icon } from './icon.js';

/** What every field takes; `value` is the text as it was typed. */
export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly name?: string;
  /** Shown at the field and read out with it. */
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}

export function FieldLabel({ label, optional = false }: { readonly label: string; readonly optional?: boolean | undefined }): ReactElement {
  const { t } = useTranslation();
  return (
    <Label className={styles['label'] ?? ''}>
      {label}
      {optional && <span className={styles['optional']}>{t('common.optional')}</span>}
    </Label>
  );
}

/** Must lie inside a react-aria field: it takes the wiring to the input from there. */
export function FieldHint({ children }: { readonly children: ReactNode }): ReactElement | null {
  if (children === undefined || children === null || children === false || children === '') return null;
  return (
    <Text slot="description" className={styles['hint'] ?? ''}>
      {children}
    </Text>
  );
}

export function FieldFaultText({ error }: { readonly error?: string | undefined }): ReactElement | null {
  if (error === undefined) return null;
  return (
    <FieldError className={styles['error'] ?? ''}>
      <Icon name="warning" size={16} />
      <span>{error}</span>
    </FieldError>
  );
}
