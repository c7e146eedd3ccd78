import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { Refusal } from '../rule/refusal.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import styles from './applications-page.module.css';

type Send<Input> = (input: Input, header: { 'Idempotency-Key': string }) => Promise<unknown>;

/** A deed of this page: sent once under its key; afterwards, done or submitted, the dialog closes and the year is read anew. */
export function useDeed<Input>(yearId: string, send: Send<Input>, onClose: () => void): UseMutationResult<unknown, Error, Input> {
  const intent = useIntent();
  return useWrite({
    mutationFn: (input: Input) => send(input, intent.headersFor(input)),
    onSubmitted: onClose,
    onSuccess: async () => {
      await refreshYear(yearId);
      onClose();
    },
  });
}

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  /** Null while there is nothing to do. */
  readonly run: (() => void) | null;
  readonly pending: boolean;
  /** Why the last attempt, or the preview, was refused. */
  readonly error: unknown;
  readonly narrow?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog that says what it does, shows what will come of it, and does it at one press. */
export function DeedDialog({ title, lead, action, run, pending, error, narrow = false, onClose, children }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <Dialog title={title} open onClose={onClose} wide={!narrow}>
      <Stack>
        <p className={styles['note']}>{lead}</p>
        {children}
        <Refusal error={error} />
        <DialogActions>
          <Button tone="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button tone="primary" pending={pending} disabled={run === null} onPress={() => run?.()}>
            {action}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}
