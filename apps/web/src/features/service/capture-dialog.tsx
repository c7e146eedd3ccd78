import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { previewHeaders, useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { formatWon } from '../../format/won.js';
import { PostedEntries } from '../ledger/posted-entries.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { MoneyTable } from './effect-table.js';
import { captureService, type CapturedService, type ServiceDetail } from './service.requests.js';
import { fullNumber } from './services-table.js';
import styles from './service.module.css';

interface Props {
  readonly service: ServiceDetail;
  readonly onClose: () => void;
}

/** What the decision to pay would do, and the decision: one press of Enter more. */
export function CaptureDialog({ service, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const preview = useQuery({ queryKey: ['voucher-year', service.yearId, 'capture-preview', service.id], queryFn: () => captureService(service.id, true, previewHeaders()), retry: false, staleTime: 0 });
  const capture = useWrite({
    mutationFn: () => captureService(service.id, false, intent.headersFor({ capture: service.id })),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshYear(service.yearId);
      onClose();
    },
  });
  const blocked = preview.data === undefined || preview.data.effect === null;
  return (
    <Dialog title={t('voucherService.captureTitle', { number: fullNumber(service) })} open onClose={onClose} wide>
      <Stack>
        <p className={styles['note']}>{t('voucherService.captureLead', { company: service.company, provider: service.provider })}</p>
        <Loaded query={preview}>{(captured) => <Captured captured={captured} />}</Loaded>
        <Refusal error={capture.error} />
        <DialogActions>
          <Button tone="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button key={blocked ? 'blocked' : 'open'} tone="primary" autoFocus disabled={blocked} pending={capture.isPending} onPress={() => capture.mutate(undefined)}>
            {t('voucherService.verb.capture')}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}

function Captured({ captured: { effect, verdicts, publicWon, ownWon } }: { readonly captured: CapturedService }): ReactElement {
  const { t } = useTranslation();
  return (
    <Stack>
      <p>{t('voucherService.captureSum', { total: formatWon(BigInt(publicWon) + BigInt(ownWon)), public: formatWon(publicWon), own: formatWon(ownWon) })}</p>
      <VerdictList verdicts={verdicts} />
      {effect !== null && (
        <>
          <MoneyTable before={effect.before} after={effect.after} />
          <PostedEntries entries={effect.entries} />
        </>
      )}
    </Stack>
  );
}
