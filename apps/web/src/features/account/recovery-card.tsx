import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import styles from './account-page.module.css';
import { refreshAccount, renewRecoveryCodes, type Factors } from './account.requests.js';

interface Props {
  readonly factors: Factors;
  readonly onCodes: (codes: readonly string[]) => void;
}

export function RecoveryCard({ factors: { totpEnrolledAt, passkeys, recoveryCodesLeft }, onCodes }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const hasFactor = totpEnrolledAt !== null || passkeys.length > 0;
  const renew = useWrite({
    mutationFn: () => renewRecoveryCodes(intent.headersFor('renew')),
    onSuccess: async ({ codes }) => {
      intent.done();
      await refreshAccount();
      onCodes(codes);
    },
  });
  return (
    <Card
      title={t('security.recovery')}
      actions={
        hasFactor ? (
          <Button small pending={renew.isPending} onPress={() => renew.mutate(undefined)}>
            {t('security.recoveryRenew')}
          </Button>
        ) : undefined
      }
    >
      <Stack>
        {hasFactor && <p>{t('security.recoveryLeft', { count: recoveryCodesLeft })}</p>}
        <p className={styles['note']}>{t(hasFactor ? 'security.recoveryLead' : 'security.recoveryNone')}</p>
        <ProblemCallout error={renew.error} />
      </Stack>
    </Card>
  );
}
