import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { TextField } from '../../design/text-field.js';
import { readCode } from './code.js';
import styles from './verify-page.module.css';

const EXAMPLE = 'ABCDE-12345';

/** The address says which report it is, so that a link to the answer is a link to the answer. `code`: as somebody came with it. */
export function CodeForm({ code }: { readonly code: string }): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(code);
  const [checked, setChecked] = useState(code);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readCode(typed);
    setChecked(typed);
    if (read !== null) location.assign(`/verify/${read}`);
  };
  const isNone = checked !== '' && checked === typed && readCode(checked) === null;
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <TextField label={t('verification.code')} value={typed} onChange={setTyped} maxLength={40} placeholder={EXAMPLE} {...(isNone ? { error: t('verification.noCode') } : { hint: t('verification.codeHint') })} />
      <Button type="submit" tone="primary">
        {t('verification.look')}
      </Button>
    </form>
  );
}
