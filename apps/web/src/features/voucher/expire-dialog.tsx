import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { previewHeaders, useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { formatWon, sumWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { expireVouchers, type Expiry } from './voucher.requests.js';
import styles from './voucher.module.css';

interface Props {
  readonly yearId: string;
  /** Null: all that are due. */
  readonly voucherIds: readonly string[] | null;
  readonly onClose: () => void;
}

/** Shows what would lapse, voucher by voucher, before it does. */
export function ExpireDialog({ yearId, voucherIds, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const body = voucherIds === null ? {} : { voucherIds: [...voucherIds] };
  // Forgotten with the dialog: next time other vouchers are due.
  const preview = useQuery({ queryKey: ['voucher-expiry', yearId, voucherIds], queryFn: () => expireVouchers(yearId, { ...body, dryRun: true }, previewHeaders()), gcTime: 0 });
  const expire = useWrite({
    mutationFn: () => expireVouchers(yearId, body, intent.headersFor(body)),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshYear(yearId);
      onClose();
    },
  });
  const count = preview.data?.expired.length ?? 0;
  return (
    <Dialog title={t('voucher.expireTitle')} open onClose={onClose} wide>
      <Stack>
        <p className={styles['note']}>{t('voucher.expireLead')}</p>
        <Loaded query={preview}>{(expiry) => <Lapsing expiry={expiry} />}</Loaded>
        <ProblemCallout error={expire.error} />
        <DialogActions>
          <Button tone="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button tone="primary" disabled={count === 0} pending={expire.isPending} onPress={() => expire.mutate(undefined)}>
            {t('voucher.expireDue')}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}

function Lapsing({ expiry: { expired, spared, reissued } }: { readonly expiry: Expiry }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  return (
    <Stack>
      {expired.length === 0 ? (
        <p>{t('voucher.expireNone')}</p>
      ) : (
        <>
          <PlainTable
            label={t('voucher.expireTitle')}
            rows={expired}
            rowKey={({ voucherId }) => voucherId}
            columns={[
              { header: t('voucher.number'), cell: ({ number }) => number },
              { header: t('voucher.company'), cell: ({ company }) => company, wrap: true },
              { header: t('voucher.validTo'), cell: ({ validTo }) => validTo },
              { header: t('voucher.goesBack'), align: 'right', cell: ({ expiredWon }) => formatWon(expiredWon) },
              { header: t('voucher.staysHeld'), align: 'right', cell: ({ heldWon }) => formatWon(heldWon) },
              { header: t('voucher.own'), align: 'right', cell: ({ ownLeftWon }) => formatWon(ownLeftWon) },
            ]}
            totals={[t('voucher.total'), '', '', formatWon(sumWon(expired.map((each) => each.expiredWon))), formatWon(sumWon(expired.map((each) => each.heldWon))), formatWon(sumWon(expired.map((each) => each.ownLeftWon)))]}
          />
          <p className={styles['note']}>{t(reissued ? 'voucher.reissuable' : 'voucher.notReissuable')}</p>
        </>
      )}
      {spared.length > 0 && (
        <details className={styles['why']} open={expired.length === 0}>
          <summary>{t('voucher.expireSpared', { count: spared.length })}</summary>
          <ul>
            {spared.map(({ voucherId, number, text }) => (
              <li key={voucherId}>
                {number}: {say(text)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Stack>
  );
}
