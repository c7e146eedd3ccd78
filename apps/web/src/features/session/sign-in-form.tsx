import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { TextField } from '../../design/text-field.js';
import { focusFirstFault } from '../../design/form/focus.js';
import { signIn } from './session.requests.js';

/** Login and password; `fixedLogin` when the same person comes back over an open page. */
export function SignInForm({ fixedLogin }: { readonly fixedLogin?: string }): ReactElement {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [login, setLogin] = useState(fixedLogin ?? '');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (login.trim() === '' || password === '') return focusFirstFault(form.current);
    setPending(true);
    setError(null);
    try {
      await signIn(login.trim(), password);
    } catch (refused) {
      setError(refused);
    } finally {
      setPending(false);
    }
  };

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <TextField label={t('session.login')} name="login" value={login} onChange={setLogin} autoComplete="username" autoFocus={fixedLogin === undefined} error={tried && login.trim() === '' ? t('session.loginMissing') : undefined} />
        <TextField
          label={t('session.password')}
          name="password"
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          autoFocus={fixedLogin !== undefined}
          error={tried && password === '' ? t('session.passwordMissing') : undefined}
        />
        <ProblemCallout error={error} />
        <Button type="submit" tone="primary" pending={pending}>
          {t('session.signIn')}
        </Button>
      </Stack>
    </form>
  );
}
