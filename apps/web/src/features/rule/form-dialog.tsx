import type { FormEvent, ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import type { FaultControl } from '../../design/form/use-faults.js';
import { Stack } from '../../design/page.js';
import { Refusal } from './refusal.js';
import styles from './rule.module.css';

interface Props {
  readonly title: ReactNode;
  /** What the button says. */
  readonly action: string;
  readonly faults: Pick<FaultControl, 'formRef' | 'refusal'>;
  readonly pending: boolean;
  readonly onSubmit: (event: FormEvent) => void;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** What the deed would do, beside the fields. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A deed with a form of its own: its fields, why it was refused, and the button that does it. */
export function FormDialog({ title, action, faults, pending, onSubmit, onClose, wide = false, aside, children }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <Dialog title={title} open onClose={onClose} wide={wide}>
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
    </Dialog>
  );
}
