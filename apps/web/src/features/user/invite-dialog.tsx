import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { dropKey, keptKey } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { copyText } from '../../design/table/copy-text.js';
import { formatInstant } from '../../format/date.js';
import { inviteUser, refreshUsers, type Invitation, type User } from './user.requests.js';
import styles from './users-page.module.css';

/** Makes a code with which the person chooses a password, and shows it this once. */
export function InviteDialog({ user, onClose }: { readonly user: User; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  // A second administrator signs first: the same request, sent again afterwards, is answered with the code.
  const intent = `invite ${user.id}`;
  const invite = useWrite({
    mutationFn: () => inviteUser(user.id, { 'Idempotency-Key': keptKey(intent) }),
    onSubmitted: ({ state }) => {
      if (state !== 'PENDING') dropKey(intent);
      onClose();
    },
    onSuccess: async (made) => {
      dropKey(intent);
      setInvitation(made);
      await refreshUsers();
    },
  });
  const title = t(user.hasPassword ? 'users.inviteAgain' : 'users.invite');
  if (invitation !== null) return <ShownCode user={user} invitation={invitation} onClose={onClose} />;
  return (
    <Dialog title={title} open onClose={onClose}>
      <Stack>
        <p>{t('users.inviteExplain')}</p>
        <ProblemCallout error={invite.error} />
        <DialogActions>
          <Button tone="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button tone="primary" pending={invite.isPending} onPress={() => invite.mutate(undefined)} autoFocus>
            {t('users.invite')}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}

function ShownCode({ user, invitation, onClose }: { readonly user: User; readonly invitation: Invitation; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <Dialog title={t('users.codeTitle')} open>
      <Stack>
        <p>{t('users.codeExplain', { name: user.name, until: formatInstant(invitation.expiresAt) })}</p>
        <p className={styles['code']}>{invitation.code}</p>
        <DialogActions>
          <Button icon="copy" onPress={() => copyText(invitation.code)}>
            {t('security.copy')}
          </Button>
          <Button tone="primary" onPress={onClose} autoFocus>
            {t('users.codeDone')}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}
