import { useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { endStepUp, stepUpDemand, subscribeStepUp } from '../../api/step-up-store.js';
import { Button } from '../../design/button.js';
import { Dialog } from '../../design/dialog.js';
import { ProofForm } from './proof-form.js';
import { ProviderStepUp } from './provider-step-up.js';
import { knownMethods } from './proof.js';
import { confirmIdentity } from './session.requests.js';

/** A request wants a fresh proof of who is there: asked here, over whatever is open, and then it goes on by itself. */
export function StepUpDialog(): ReactElement {
  const { t } = useTranslation();
  const demand = useSyncExternalStore(subscribeStepUp, stepUpDemand);
  return (
    <Dialog title={t('identity.stepUpTitle')} open={demand !== null} onClose={() => endStepUp(false)}>
      <p>{t('identity.stepUp', { minutes: demand?.windowMinutes ?? 0 })}</p>
      {demand !== null && (
        <ProofForm
          methods={knownMethods(demand.methods)}
          action={t('identity.goOn')}
          onProof={async (proof) => {
            await confirmIdentity(proof);
            endStepUp(true);
          }}
        >
          <Button tone="quiet" onPress={() => endStepUp(false)}>
            {t('common.cancel')}
          </Button>
        </ProofForm>
      )}
      {demand !== null && <ProviderStepUp />}
    </Dialog>
  );
}
