import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { PlainTable } from '../../design/plain-table.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { WonText } from '../../design/won-text.js';
import { useIntent } from '../../api/intent.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import type { Agreement } from '../grant-agreement/grant-agreement.requests.js';
import { refreshGrants, type GrantCall } from '../grant-call/grant-call.queries.js';
import { usePermissions } from '../session/use-session.js';
import { reverseOwnShare, useOwnShares, type OwnShare } from './grant-tranche.requests.js';
import { ReceiveDialog } from './receive-dialog.js';

/** What the institution pays in itself: cash as it comes in, and what it promised in kind. */
export function OwnSharesCard({ call, agreement }: { readonly call: GrantCall; readonly agreement: Agreement }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  const intent = useIntent();
  const query = useOwnShares(call.id, agreement.id);
  const [receiving, setReceiving] = useState(false);
  const [reversing, setReversing] = useState<OwnShare | null>(null);
  const receive = agreement.state !== 'CLOSED' && may('grant-own-share.receive') && (
    <Button small icon="plus" onPress={() => setReceiving(true)}>
      {t('grantTranche.receive')}
    </Button>
  );
  const { money } = agreement;
  return (
    <Card title={t('grantTranche.ownShares')} actions={receive === false ? undefined : receive}>
      <Facts
        facts={[
          { label: t('grantTranche.ownCashPlanned'), value: <WonText bare amount={money.ownCashPlannedWon} /> },
          { label: t('grantAgreement.ownPaidIn'), value: <WonText bare amount={money.ownWon} /> },
          { label: t('grantTranche.inKindPlanned'), value: <WonText bare amount={money.inKindPlannedWon} /> },
          { label: t('grantTranche.inKindUsed'), value: <WonText bare amount={money.inKindUsedWon} /> },
        ]}
      />
      <Loaded query={query}>
        {(shares) =>
          shares.length === 0 ? null : (
            <PlainTable
              label={t('grantTranche.ownShares')}
              rows={shares}
              rowKey={({ id }) => id}
              columns={[
                { header: t('grantTranche.receivedOn'), cell: ({ receivedOn }) => receivedOn },
                { header: t('grantAgreement.source'), cell: ({ source }) => term('fundingSource', source) },
                { header: t('grantAgreement.amount'), align: 'right', cell: ({ amountWon, reversed }) => (reversed ? <s>{formatWon(amountWon)}</s> : formatWon(amountWon)) },
                { header: t('grantTranche.reference'), wrap: true, cell: ({ reference, reversedFor }) => (reversedFor === null ? reference : `${reference} · ${reversedFor}`) },
                {
                  header: '',
                  cell: (share) =>
                    !share.reversed && agreement.state !== 'CLOSED' && may('grant-own-share.reverse') ? (
                      <Button small tone="quiet" onPress={() => setReversing(share)}>
                        {t('grantTranche.reverse')}
                      </Button>
                    ) : null,
                },
              ]}
            />
          )
        }
      </Loaded>
      {receiving && <ReceiveDialog call={call} agreement={agreement} onClose={() => setReceiving(false)} />}
      {reversing !== null && (
        <ReasonDialog
          title={t('grantTranche.reverseTitle')}
          label={t('grantAgreement.reason')}
          missing={t('grantAgreement.missingReason')}
          action={t('grantTranche.reverse')}
          tone="danger"
          run={async (reason) => {
            await reverseOwnShare(reversing.id, reason, intent.headersFor({ id: reversing.id, reason }));
            intent.done();
            await refreshGrants(call.id);
          }}
          onClose={() => setReversing(null)}
        >
          <p>{t('grantTranche.reverseLead', { amount: formatWon(reversing.amountWon), date: reversing.receivedOn })}</p>
        </ReasonDialog>
      )}
    </Card>
  );
}
