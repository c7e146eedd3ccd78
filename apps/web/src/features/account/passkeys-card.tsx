import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Stack } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatInstant } from '../../format/date.js';
import { passkeysWork } from '../session/passkey.js';
import styles from './account-page.module.css';
import { removePasskey, type Factors, type Passkey } from './account.requests.js';
import { AddPasskeyDialog } from './add-passkey-dialog.js';
import { ConfirmDialog } from './confirm-dialog.js';

interface Props {
  readonly factors: Factors;
  readonly onCodes: (codes: readonly string[]) => void;
}

export function PasskeysCard({ factors: { passkeys }, onCodes }: Props): ReactElement {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Passkey | null>(null);
  const columns = [
    { header: t('security.passkeyName'), cell: ({ name }: Passkey) => name, wrap: true },
    { header: t('security.passkeyEnrolled'), cell: ({ enrolledAt }: Passkey) => formatInstant(enrolledAt) },
    { header: t('security.passkeyUsed'), cell: ({ lastUsedAt }: Passkey) => (lastUsedAt === null ? t('security.passkeyNeverUsed') : formatInstant(lastUsedAt)) },
    { header: t('security.passkeyKept'), cell: ({ backedUp }: Passkey) => t(backedUp ? 'security.passkeyBackedUp' : 'security.passkeyDevice') },
    {
      header: '',
      align: 'right' as const,
      cell: (passkey: Passkey) => (
        <Button small tone="danger" onPress={() => setRemoving(passkey)}>
          {t('security.passkeyRemove')}
        </Button>
      ),
    },
  ];
  return (
    <Card
      title={t('security.passkeys')}
      actions={
        passkeysWork() ? (
          <Button small tone="primary" icon="plus" onPress={() => setAdding(true)}>
            {t('security.passkeyAdd')}
          </Button>
        ) : undefined
      }
    >
      <Stack>
        <p className={styles['note']}>{t(passkeysWork() ? 'security.passkeysLead' : 'security.passkeysUnavailable')}</p>
        {passkeys.length === 0 ? <p>{t('security.passkeysNone')}</p> : <PlainTable label={t('security.passkeys')} columns={columns} rows={passkeys} rowKey={({ id }) => id} />}
      </Stack>
      {adding && (
        <AddPasskeyDialog
          onClose={() => setAdding(false)}
          onEnrolled={(codes) => {
            setAdding(false);
            if (codes !== null) onCodes(codes);
          }}
        />
      )}
      {removing !== null && (
        <ConfirmDialog
          title={t('security.passkeyRemoveTitle', { name: removing.name })}
          lead={t('security.passkeyRemoveLead')}
          action={t('security.passkeyRemove')}
          run={(header) => removePasskey(removing.id, header)}
          onClose={() => setRemoving(null)}
        />
      )}
    </Card>
  );
}
