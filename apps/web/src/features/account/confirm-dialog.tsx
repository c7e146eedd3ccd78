import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { refreshAccount } from './account.requests.js';

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly run: (header: { 'Idempotency-Key': string }) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Takes something away from one's own account, after saying what that means. */
export function ConfirmDialog({ title, lead, action, run, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const deed = useWrite({
    mutationFn: () => run(intent.headersFor(title)),
    onSuccess: async () => {
      await refreshAccount();
      onClose();
    },
  });
  return (
    <Dialog title={title} open onClose={onClose}>
      <Stack>
        <p>{lead}</p>
        <ProblemCallout error={deed.error} />
        <DialogActions>
          <Button tone="quiet" onPress={onClose} autoFocus>
            {t('common.cancel')}
          </Button>
          <Button tone="danger" pending={deed.isPending} onPress={() => deed.mutate(undefined)}>
            {action}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}
