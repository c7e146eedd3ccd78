import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { previewHeaders, useIntent } from '../../api/intent.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { PostedEntries } from '../ledger/posted-entries.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { MoneyTable } from './effect-table.js';
import { sendBackService, undoService, type ServiceDetail, type Undoing } from './service.requests.js';
import { fullNumber } from './services-table.js';

interface Props {
  readonly service: ServiceDetail;
  readonly undoing: Undoing;
  readonly onClose: () => void;
}

const A_REASON = '미리보기';

/** Cancels a service, or undoes the decision to pay it: what would come free stands above the reason. */
export function UndoDialog({ service, undoing, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const preview = useQuery({
    queryKey: ['voucher-year', service.yearId, 'undo-preview', undoing, service.id],
    queryFn: () => undoService(undoing, service.id, { reason: A_REASON, dryRun: true }, previewHeaders()),
    retry: false,
  });
  const run = async (reason: string): Promise<void> => {
    await undoService(undoing, service.id, { reason, dryRun: false }, intent.headersFor({ undoing, reason }));
    await refreshYear(service.yearId);
  };
  return (
    <ReasonDialog
      title={t(`voucherService.undoTitle.${undoing}`, { number: fullNumber(service) })}
      label={t('voucherService.reason')}
      hint={t('voucherService.reasonHint')}
      missing={t('voucherService.missingReason')}
      action={t(`voucherService.verb.${undoing}`)}
      tone="danger"
      run={run}
      onClose={onClose}
    >
      <Loaded query={preview}>
        {({ before, after, entries }) => (
          <Stack>
            <MoneyTable before={before} after={after} />
            {entries.length > 0 && <PostedEntries entries={entries} />}
          </Stack>
        )}
      </Loaded>
    </ReasonDialog>
  );
}

/** Asks for what is missing. */
export function SendBackDialog({ service, onClose }: Omit<Props, 'undoing'>): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const run = async (reason: string): Promise<void> => {
    await sendBackService(service.id, reason, intent.headersFor({ sendBack: service.id, reason }));
    await refreshYear(service.yearId);
  };
  return (
    <ReasonDialog
      title={t('voucherService.sendBackTitle', { number: fullNumber(service) })}
      label={t('voucherService.sendBackReason')}
      hint={t('voucherService.sendBackHint')}
      missing={t('voucherService.missingReason')}
      action={t('voucherService.verb.send-back')}
      run={run}
      onClose={onClose}
    />
  );
}
