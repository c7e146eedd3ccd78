import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { focusFirstFault } from '../../design/form/focus.js';
import { Stack } from '../../design/page.js';
import { TextField } from '../../design/text-field.js';
import { passkeysWork } from './passkey.js';
import { ProofCallout } from './proof-callout.js';
import { ProofForm } from './proof-form.js';
import { knownMethods } from './proof.js';
import { completeSignIn, signIn, signInByPasskey, type SecondStep } from './session.requests.js';

/** Signing in, in one step or two; `fixedLogin` when the same person comes back over an open page. */
export function SignInForm({ fixedLogin }: { readonly fixedLogin?: string }): ReactElement {
  const { t } = useTranslation();
  const [step, setStep] = useState<SecondStep | null>(null);
  if (step === null) return <PasswordStep fixedLogin={fixedLogin} onSecondStep={setStep} />;
  return (
    <Stack>
      <p>{t('identity.secondStep')}</p>
      <ProofForm methods={knownMethods(step.methods)} action={t('session.signIn')} onProof={(proof) => completeSignIn(step.token, proof)}>
        <Button tone="quiet" onPress={() => setStep(null)}>
          {t('identity.startAgain')}
        </Button>
      </ProofForm>
    </Stack>
  );
}

interface PasswordStepProps {
  readonly fixedLogin: string | undefined;
  readonly onSecondStep: (step: SecondStep) => void;
}

function PasswordStep({ fixedLogin, onSecondStep }: PasswordStepProps): ReactElement {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [login, setLogin] = useState(fixedLogin ?? '');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState<'password' | 'passkey' | null>(null);
  const [error, setError] = useState<unknown>(null);

  const run = async (kind: 'password' | 'passkey', work: () => Promise<void>): Promise<void> => {
    setPending(kind);
    setError(null);
    await work().catch(setError);
    setPending(null);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (login.trim() === '' || password === '') return focusFirstFault(form.current);
    void run('password', async () => {
      const step = await signIn(login.trim(), password);
      if (step !== null) onSecondStep(step);
    });
  };

  return (
    <form ref={form} onSubmit={submit} noValidate>
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
        <ProofCallout error={error} />
        <Button type="submit" tone="primary" pending={pending === 'password'}>
          {t('session.signIn')}
        </Button>
        {passkeysWork() && (
          <Button pending={pending === 'passkey'} onPress={() => void run('passkey', signInByPasskey)}>
            {t('identity.signInByPasskey')}
          </Button>
        )}
      </Stack>
    </form>
  );
}
