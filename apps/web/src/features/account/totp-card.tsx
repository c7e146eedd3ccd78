import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { formatInstant } from '../../format/date.js';
import styles from './account-page.module.css';
import { offerTotp, removeTotp, type Factors, type OfferedTotp } from './account.requests.js';
import { ConfirmDialog } from './confirm-dialog.js';
import { EnrolTotpDialog } from './enrol-totp-dialog.js';

interface Props {
  readonly factors: Factors;
  readonly onCodes: (codes: readonly string[]) => void;
}

export function TotpCard({ factors: { totpEnrolledAt }, onCodes }: Props): ReactElement {
  const { t } = useTranslation();
  const [offered, setOffered] = useState<OfferedTotp | null>(null);
  const [removing, setRemoving] = useState(false);
  const offer = useWrite({ mutationFn: offerTotp, onSuccess: setOffered });
  return (
    <Card
      title={t('security.totp')}
      actions={
        totpEnrolledAt === null ? (
          <Button small tone="primary" pending={offer.isPending} onPress={() => offer.mutate(undefined)}>
            {t('security.totpEnrol')}
          </Button>
        ) : (
          <Button small tone="danger" onPress={() => setRemoving(true)}>
            {t('security.totpRemove')}
          </Button>
        )
      }
    >
      <Stack>
        {totpEnrolledAt !== null && <p>{t('security.totpSince', { at: formatInstant(totpEnrolledAt) })}</p>}
        <p className={styles['note']}>{t('security.totpLead')}</p>
        <ProblemCallout error={offer.error} />
      </Stack>
      {offered !== null && (
        <EnrolTotpDialog
          offered={offered}
          onClose={() => setOffered(null)}
          onEnrolled={(codes) => {
            setOffered(null);
            if (codes !== null) onCodes(codes);
          }}
        />
      )}
      {removing && <ConfirmDialog title={t('security.totpRemoveTitle')} lead={t('security.totpRemoveLead')} action={t('security.totpRemove')} run={removeTotp} onClose={() => setRemoving(false)} />}
    </Card>
  );
}
