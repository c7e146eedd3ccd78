import type { FormEvent, ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import type { FaultControl } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { Refusal } from './refusal.js';
import styles from './rule.module.css';

interface FormProps {
  /** What the button says. */
  readonly action: string;
  readonly faults: Pick<FaultControl, 'formRef' | 'refusal'>;
  readonly pending: boolean;
  readonly onSubmit: (event: FormEvent) => void;
  readonly onClose: () => void;
  /** What the deed would do, beside the fields. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

interface Props extends FormProps {
  readonly title: ReactNode;
  readonly wide?: boolean;
}

/** A deed with a form of its own: its fields, why it was refused, and the button that does it. */
export function FormDialog({ title, wide = false, ...form }: Props): ReactElement {
  return (
    <Dialog title={title} open onClose={form.onClose} wide={wide}>
      <DeedForm {...form} />
    </Dialog>
  );
}

/** The same inside a dialog that shows something else before or after. */
export function DeedForm({ action, faults, pending, onSubmit, onClose, aside, children }: FormProps): ReactElement {
  const { t } = useTranslation();
  return (
    <form ref={faults.formRef} onSubmit={onSubmit} noValidate className={aside === undefined ? undefined : styles['columns']}>
      <Stack>
        {children}
        <Refusal error={faults.refusal} />
        <DialogActions>
          <Button tone="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" tone="primary" pending={pending}>
            {action}
          </Button>
        </DialogActions>
      </Stack>
      {aside}
    </form>
  );
}
