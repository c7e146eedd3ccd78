import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { SidePanel } from '../../design/dialog.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { formatWon, sumWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { usePermissions } from '../session/use-session.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { BatchStateTag } from './batches-table.js';
import { cancelPaymentBatch, downloadBatch, usePaymentBatch, type PaymentBatchDetail } from './payment-batch.requests.js';
import styles from './payment-batch.module.css';
import { ReleaseDialog } from './release-dialog.js';

interface Props {
  readonly yearId: string;
  readonly id: string;
  readonly onClose: () => void;
}

/** Who is paid what by one batch, and what can be done with it. */
export function BatchPanel({ yearId, id, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const query = usePaymentBatch(yearId, id);
  return (
    <SidePanel title={query.data?.number ?? t('payment.one')} open onClose={onClose}>
      <Loaded query={query}>
        {(batch) => (
          <Stack>
            <Deeds batch={batch} />
            <Facts
              columns
              facts={[
                { label: t('payment.payOn'), value: batch.payOn },
                { label: t('payment.total'), value: <strong>{formatWon(batch.totalWon)}</strong> },
                { label: t('payment.draftedBy'), value: batch.draftedBy ?? '–' },
                batch.signedBy.length === 0 ? null : { label: t('payment.signedBy'), value: batch.signedBy.join(', ') },
                batch.endedBy === null ? null : { label: t('payment.endedBy'), value: `${batch.endedBy} ${batch.endedOn ?? ''}` },
                batch.reason === null ? null : { label: t('payment.reason'), value: batch.reason },
              ]}
            />
            <Items batch={batch} />
          </Stack>
        )}
      </Loaded>
    </SidePanel>
  );
}

type Deed = 'release' | 'cancel' | 'download' | 'transfer';

function Deeds({ batch }: { readonly batch: PaymentBatchDetail }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const intent = useIntent();
  const [asked, setAsked] = useState<Deed | null>(null);
  const close = (): void => setAsked(null);
  const drafted = batch.state === 'DRAFTED';
  const cancel = async (reason: string): Promise<void> => {
    await cancelPaymentBatch(batch.id, reason, intent.headersFor({ reason }));
    await refreshYear(batch.yearId);
  };
  const take = (open: boolean) => (reason: string): Promise<void> => downloadBatch(batch.id, open, reason);
  const reasonDialog = { label: t('payment.reason'), hint: t('payment.reasonHint'), missing: t('payment.missingReason'), onClose: close };
  return (
    <div className={styles['deeds']}>
      <BatchStateTag state={batch.state} />
      {drafted && may('payment-batch.release') && (
        <Button tone="primary" icon="right" onPress={() => setAsked('release')}>
          {t('payment.release')}
        </Button>
      )}
      {may('bank-account.unmask') && (
        <Button icon="download" onPress={() => setAsked('transfer')}>
          {t('payment.transferFile')}
        </Button>
      )}
      {may('payment-batch.download') && (
        <Button icon="download" onPress={() => setAsked('download')}>
          {t('payment.xlsx')}
        </Button>
      )}
      {drafted && may('payment-batch.cancel') && <Button onPress={() => setAsked('cancel')}>{t('payment.cancel')}</Button>}
      {drafted && !may('payment-batch.release') && <p className={styles['note']}>{t('payment.waitsForThird')}</p>}
      {asked === 'release' && <ReleaseDialog batch={batch} onClose={close} />}
      {asked === 'cancel' && <ReasonDialog {...reasonDialog} title={t('payment.cancelTitle', { number: batch.number })} action={t('payment.cancel')} tone="danger" run={cancel} />}
      {asked === 'download' && <ReasonDialog {...reasonDialog} title={t('payment.xlsx')} action={t('payment.take')} run={take(false)} />}
      {asked === 'transfer' && <ReasonDialog {...reasonDialog} title={t('payment.transferFile')} action={t('payment.take')} run={take(true)} />}
    </div>
  );
}

function Items({ batch: { items } }: { readonly batch: PaymentBatchDetail }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  return (
    <Card title={t('payment.items')} flush>
      <PlainTable
        label={t('payment.items')}
        rows={items}
        rowKey={({ lineNo }) => lineNo}
        tone={({ accountOpen }) => (accountOpen ? undefined : 'danger')}
        columns={[
          { header: t('payment.payee'), wrap: true, cell: ({ payee }) => payee },
          { header: t('payment.account'), wrap: true, cell: ({ bankName, maskedNumber, maskedHolder }) => `${say(bankName)} ${maskedNumber} ${maskedHolder}` },
          { header: t('payment.service'), cell: ({ number }) => number },
          { header: t('payment.public'), align: 'right', cell: ({ publicWon }) => formatWon(publicWon) },
          { header: t('payment.own'), align: 'right', cell: ({ ownWon }) => formatWon(ownWon) },
          { header: t('payment.sum'), align: 'right', cell: ({ publicWon, ownWon }) => formatWon(BigInt(publicWon) + BigInt(ownWon)) },
        ]}
        totals={[t('table.total'), '', '', formatWon(sumWon(items.map((each) => each.publicWon))), formatWon(sumWon(items.map((each) => each.ownWon))), formatWon(sumWon(items.flatMap((each) => [each.publicWon, each.ownWon])))]}
      />
    </Card>
  );
}
