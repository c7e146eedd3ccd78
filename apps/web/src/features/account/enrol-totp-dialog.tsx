import { useMemo, type FormEvent, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { TextField } from '../../design/text-field.js';
import styles from './account-page.module.css';
import { confirmTotp, refreshAccount, type OfferedTotp } from './account.requests.js';

interface Props {
  readonly offered: OfferedTotp;
  readonly onClose: () => void;
  /** With recovery codes, for whoever had none left. */
  readonly onEnrolled: (codes: readonly string[] | null) => void;
}

/** The secret as a QR code and as text; the app's first code proves that it arrived. */
export function EnrolTotpDialog({ offered, onClose, onEnrolled }: Props): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { code: '' } });
  const faults = useFaults(form);
  const intent = useIntent();
  const confirm = useWrite({
    mutationFn: (code: string) => confirmTotp(offered.id, code, intent.headersFor(code)),
    onError: faults.refuse,
    onSuccess: async ({ recoveryCodes }) => {
      await refreshAccount();
      onEnrolled(recoveryCodes);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const code = form.getValues('code').trim();
    if (code === '') return faults.show([{ pointer: '/code', text: t('security.firstCodeMissing') }]);
    confirm.mutate(code);
  };
  return (
    <Dialog title={t('security.totpEnrol')} open onClose={onClose}>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <div className={styles['scan']}>
            <QrCode text={offered.address} label={t('security.qr')} />
            <Stack>
              <p>{t('security.scan')}</p>
              <p className={styles['note']}>{t('security.secret')}</p>
              <p className={styles['secret']}>{(offered.secret.match(/.{1,4}/g) ?? []).join(' ')}</p>
            </Stack>
          </div>
          <FormField form={form} name="code">
            {(field) => <TextField {...field} label={t('security.firstCode')} inputMode="numeric" autoComplete="one-time-code" maxLength={7} autoFocus />}
          </FormField>
          <ProblemCallout error={faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={confirm.isPending}>
              {t('security.enrol')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}

/** One square path for all dark modules; drawn here, so that the secret goes to no other site. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }): ReactElement {
  const { size, path } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: 4 });
    const squares = code.data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: code.data.length, path: squares.join('') };
  }, [text]);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" className={styles['qr']}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
