import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { focusFirstFault } from '../../design/form/focus.js';
import { Stack } from '../../design/page.js';
import { TextField } from '../../design/text-field.js';
import { askForPasskey } from './passkey.js';
import { ProofCallout } from './proof-callout.js';
import styles from './proof-form.module.css';
import type { Proof, ProofMethod } from './proof.js';

interface Props {
  /** The strongest first: that one is asked for until the person chooses another. */
  readonly methods: readonly ProofMethod[];
  readonly action: string;
  readonly onProof: (proof: Proof) => Promise<void>;
  readonly children?: ReactElement;
}

/** Asks for one proof of who is there, whichever way the person has at hand. */
export function ProofForm({ methods, action, onProof, children }: Props): ReactElement {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [method, setMethod] = useState<ProofMethod>(methods[0] ?? 'PASSWORD');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const others = methods.filter((each) => each !== method);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (method !== 'PASSKEY' && typed.trim() === '') return focusFirstFault(form.current);
    setPending(true);
    setError(null);
    try {
      await onProof(await shown(method, typed));
    } catch (refused) {
      setError(refused);
      setTyped('');
      setTried(false);
    } finally {
      setPending(false);
    }
  };
  const choose = (next: ProofMethod): void => {
    setMethod(next);
    setTyped('');
    setTried(false);
    setError(null);
  };

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        {method === 'PASSKEY' ? <p>{t('identity.passkeyLead')}</p> : <Typed key={method} method={method} value={typed} onChange={setTyped} missing={tried && typed.trim() === ''} />}
        <ProofCallout error={error} />
        <div className={styles['buttons']}>
          <Button type="submit" tone="primary" pending={pending} autoFocus={method === 'PASSKEY'}>
            {method === 'PASSKEY' ? t('identity.usePasskey') : action}
          </Button>
          {children}
        </div>
        {others.length > 0 && (
          <div className={styles['others']}>
            {others.map((other) => (
              <Button key={other} small tone="quiet" onPress={() => choose(other)}>
                {t(`identity.insteadBy.${other}`)}
              </Button>
            ))}
          </div>
        )}
      </Stack>
    </form>
  );
}

interface TypedProps {
  readonly method: Exclude<ProofMethod, 'PASSKEY'>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly missing: boolean;
}

function Typed({ method, value, onChange, missing }: TypedProps): ReactElement {
  const { t } = useTranslation();
  const common = { name: 'proof', value, onChange, autoFocus: true, label: t(`identity.label.${method}`), hint: t(`identity.hint.${method}`), error: missing ? t('identity.missing') : undefined };
  if (method === 'PASSWORD') return <TextField {...common} type="password" autoComplete="current-password" />;
  return <TextField {...common} autoComplete="one-time-code" {...(method === 'TOTP' ? { inputMode: 'numeric', maxLength: 7 } : { maxLength: 40 })} />;
}

async function shown(method: ProofMethod, typed: string): Promise<Proof> {
  if (method === 'PASSKEY') return { method, ...(await askForPasskey()) };
  return method === 'PASSWORD' ? { method, password: typed } : { method, code: typed.trim() };
}
