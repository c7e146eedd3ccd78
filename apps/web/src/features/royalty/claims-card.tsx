import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { openFile } from '../../api/open-file.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { useCurrentCall } from '../grant-call/grant-call-layout.js';
import styles from '../grant-outcome/grant-outcome.module.css';
import { usePermissions } from '../session/use-session.js';
import { ReceiptsDialog, ReverseReceiptDialog } from './receipts-dialog.js';
import { ReceiveDialog, RemitDialog } from './royalty-dialogs.js';
import { useClaims, type OutcomeClaim, type OutcomeReceipt } from './royalty.requests.js';

type Opened =
  | { readonly kind: 'receive' | 'receipts'; readonly claim: OutcomeClaim }
  | { readonly kind: 'reverse'; readonly claim: OutcomeClaim; readonly receipt: OutcomeReceipt }
  | { readonly kind: 'remit'; readonly heldWon: string }
  | null;

interface Doors {
  readonly onReceive: (claim: OutcomeClaim) => void;
  readonly onReceipts: (claim: OutcomeClaim) => void;
  readonly onNotice: (claimId: string) => void;
}

/** Notices of royalties and proceeds, what came for them, and what waits to go to the Treasury. */
export function ClaimsCard(): ReactElement {
  const { t } = useTranslation();
  const call = useCurrentCall();
  const may = usePermissions();
  const [opened, setOpened] = useState<Opened>(null);
  const notice = useWrite({ mutationFn: (claimId: string) => openFile(`/api/outcome-claims/${claimId}/notice`) });
  const columns = useClaimColumns({ onReceive: (claim) => setOpened({ kind: 'receive', claim }), onReceipts: (claim) => setOpened({ kind: 'receipts', claim }), onNotice: (claimId) => notice.mutate(claimId) });
  const close = (): void => setOpened(null);
  return (
    <Card flush>
      <ProblemCallout error={notice.error} />
      <Loaded query={useClaims(call.id)}>
        {({ claims, heldWon }) => (
          <DataTable
            label={t('royalty.claims')}
            title={t('royalty.claims')}
            toolbar={
              <>
                <span className={styles['note']}>{t('royalty.heldNow', { amount: formatWon(heldWon) })}</span>
                {heldWon !== '0' && may('outcome-claim.remit') && (
                  <Button small onPress={() => setOpened({ kind: 'remit', heldWon })}>
                    {t('royalty.remit')}
                  </Button>
                )}
              </>
            }
            columns={columns}
            rows={claims}
            rowKey={({ id }) => id}
            rowTone={({ state }) => (state === 'OVERDUE' ? 'danger' : state === 'PAID' ? 'muted' : undefined)}
            empty={t('royalty.noClaims')}
          />
        )}
      </Loaded>
      {opened?.kind === 'receive' && <ReceiveDialog callId={call.id} claim={opened.claim} onClose={close} />}
      {opened?.kind === 'receipts' && <ReceiptsDialog claim={opened.claim} onReverse={(receipt) => setOpened({ kind: 'reverse', claim: opened.claim, receipt })} onClose={close} />}
      {opened?.kind === 'reverse' && <ReverseReceiptDialog callId={call.id} claim={opened.claim} receipt={opened.receipt} onClose={close} />}
      {opened?.kind === 'remit' && <RemitDialog callId={call.id} heldWon={opened.heldWon} onClose={close} />}
    </Card>
  );
}

function useClaimColumns({ onReceive, onReceipts, onNotice }: Doors): readonly Column<OutcomeClaim>[] {
  const { t } = useTranslation();
  const term = useTerm();
  const say = useBilingual();
  const may = usePermissions();
  return useMemo<readonly Column<OutcomeClaim>[]>(
    () => [
      { id: 'number', header: t('royalty.claimNumber'), kind: 'text', value: ({ number }) => number },
      { id: 'ground', header: t('royalty.ground'), kind: 'text', text: 'wrap', value: ({ groundName, year, assetName }) => `${say(groundName)} ${year ?? assetName ?? ''}` },
      { id: 'debtor', header: t('royalty.debtor'), kind: 'text', text: 'wrap', value: ({ debtor, agreementNumber }) => `${debtor} (${agreementNumber})` },
      { id: 'state', header: t('royalty.state'), kind: 'text', value: ({ state }) => term('claimState', state), cell: ({ state }) => <Tag tone={state === 'OVERDUE' ? 'danger' : state === 'PAID' ? 'success' : 'information'}>{term('claimState', state)}</Tag> },
      { id: 'amount', header: t('royalty.claimed'), kind: 'won', value: ({ amountWon }) => BigInt(amountWon), total: true },
      { id: 'open', header: t('royalty.open'), kind: 'won', value: ({ openWon }) => BigInt(openWon), total: true },
      { id: 'notice', header: t('royalty.noticeOn'), kind: 'date', value: ({ noticeOn }) => noticeOn },
      { id: 'due', header: t('royalty.dueOn'), kind: 'date', value: ({ dueOn }) => dueOn },
      {
        id: 'deeds',
        header: t('grantOutcome.deeds'),
        kind: 'text',
        value: () => null,
        cell: (claim) => (
          <span className={styles['actions']}>
            {claim.openWon !== '0' && may('outcome-claim.receive') && (
              <Button small tone="quiet" onPress={() => onReceive(claim)}>
                {t('royalty.receive')}
              </Button>
            )}
            {claim.receipts.length > 0 && (
              <Button small tone="quiet" onPress={() => onReceipts(claim)}>
                {t('royalty.receipts')}
              </Button>
            )}
            <Button small tone="quiet" onPress={() => onNotice(claim.id)}>
              {t('royalty.notice')}
            </Button>
          </span>
        ),
      },
    ],
    [t, term, say, may, onReceive, onReceipts, onNotice],
  );
}
