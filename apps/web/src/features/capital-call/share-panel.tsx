import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { SidePanel } from '../../design/dialog.js';
import { Facts } from '../../design/facts.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { formatWon } from '../../format/won.js';
import { usePermissions } from '../session/use-session.js';
import type { CallRow } from './call-rows.js';
import { downloadNotices } from './capital-call.requests.js';
import styles from './capital-calls-page.module.css';
import { InterestDialog } from './interest-dialog.js';
import { ReceiveDialog } from './receive-dialog.js';
import { ReverseDialog, type Reversible } from './reverse-dialog.js';
import { StateTag } from './state-tag.js';

interface Props {
  readonly fundId: string;
  readonly row: CallRow;
  readonly isNow: boolean;
  readonly onClose: () => void;
}

type Deed = { readonly kind: 'receive' | 'interest' | 'waive' } | { readonly kind: 'reverse'; readonly what: Reversible };

/** One partner's share of one call: where it stands, what came, and all that can be done about it. */
export function SharePanel({ fundId, row, isNow, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const [deed, setDeed] = useState<Deed | null>(null);
  const notice = useWrite({ mutationFn: () => downloadNotices(row.call.id, 'PDF', [row.share.partnerId]) });
  const { call, share } = row;
  const done = (): void => setDeed(null);
  return (
    <SidePanel title={t('capital.shareTitle', { number: call.number, partner: share.partner })} open onClose={onClose}>
      <Stack>
        <div>
          <StateTag state={share.state} />
        </div>
        <ShareFacts row={row} />
        <div className={styles['deeds']}>
          <Button small icon="download" pending={notice.isPending} onPress={() => notice.mutate(undefined)}>
            {t('capital.noticeOne')}
          </Button>
          {isNow && may('capital-call.receive') && share.unpaidWon !== '0' && <DeedButton text={t('capitalCall.receive')} onPress={() => setDeed({ kind: 'receive' })} />}
          {isNow && may('overdue-interest.receive') && share.interest.dueWon !== '0' && <DeedButton text={t('capital.receiveInterest')} onPress={() => setDeed({ kind: 'interest' })} />}
          {isNow && may('overdue-interest.waive') && share.interest.dueWon !== '0' && <DeedButton text={t('capital.waiveInterest')} onPress={() => setDeed({ kind: 'waive' })} />}
        </div>
        <ProblemCallout error={notice.error} />
        <Received title={t('capital.receipts')} kind="capital" rows={share.receipts} onReverse={isNow && may('capital-receipt.reverse') ? (what) => setDeed({ kind: 'reverse', what }) : undefined} />
        <Received title={t('capital.interestReceipts')} kind="interest" rows={share.interest.receipts} onReverse={isNow && may('overdue-interest.reverse') ? (what) => setDeed({ kind: 'reverse', what }) : undefined} />
        {share.interest.waivers.length > 0 && (
          <section>
            <h3>{t('capital.waivers')}</h3>
            <ul>
              {share.interest.waivers.map(({ id, waivedOn, amountWon, reason }) => (
                <li key={id}>
                  {waivedOn} {formatWon(amountWon)} ({reason})
                </li>
              ))}
            </ul>
          </section>
        )}
      </Stack>
      {deed?.kind === 'receive' && <ReceiveDialog fundId={fundId} row={row} onClose={done} />}
      {(deed?.kind === 'interest' || deed?.kind === 'waive') && <InterestDialog fundId={fundId} row={row} kind={deed.kind} onClose={done} />}
      {deed?.kind === 'reverse' && <ReverseDialog fundId={fundId} what={deed.what} onClose={done} />}
    </SidePanel>
  );
}

const DeedButton = ({ text, onPress }: { readonly text: string; readonly onPress: () => void }): ReactElement => (
  <Button small tone="secondary" onPress={onPress}>
    {text}
  </Button>
);

function ShareFacts({ row: { call, share } }: { readonly row: CallRow }): ReactElement {
  const { t } = useTranslation();
  const { interest } = share;
  const late = share.state === 'IN_CURE' || share.state === 'IN_DEFAULT';
  return (
    <Facts
      facts={[
        call.kind === null ? null : { label: t('capital.kind'), value: t(`capital.kinds.${call.kind}`) },
        call.purposeCode === null ? null : { label: t('capital.purposeCode'), value: t(`capital.purposes.${call.purposeCode}`) },
        { label: t('capitalCall.purpose'), value: call.purpose },
        { label: t('capitalCall.dueOn'), value: call.dueOn },
        { label: t('capitalCall.called'), value: formatWon(share.calledWon) },
        { label: t('capitalCall.paid'), value: formatWon(share.paidWon) },
        { label: t('capitalCall.unpaid'), value: formatWon(share.unpaidWon) },
        late ? { label: t('capital.cureEnds'), value: share.cureEndsOn } : null,
        late ? { label: t('capital.remedies'), value: call.remedies } : null,
        interest.accruedWon === '0' ? null : { label: t('capital.rate'), value: `${interest.rateBasisPoints / 100}%` },
        interest.accruedWon === '0' ? null : { label: t('capital.accrued'), value: formatWon(interest.accruedWon) },
        interest.accruedWon === '0' ? null : { label: t('capital.due'), value: formatWon(interest.dueWon) },
      ]}
    />
  );
}

interface ReceivedProps {
  readonly title: string;
  readonly kind: Reversible['kind'];
  readonly rows: CallRow['share']['receipts'];
  readonly onReverse: ((what: Reversible) => void) | undefined;
}

function Received({ title, kind, rows, onReverse }: ReceivedProps): ReactElement | null {
  const { t } = useTranslation();
  if (rows.length === 0 && kind === 'interest') return null;
  return (
    <section>
      <h3>{title}</h3>
      {rows.length === 0 && <p className={styles['note']}>{t('capital.nothingYet')}</p>}
      {rows.map(({ id, valueOn, amountWon, bankReference, note }) => (
        <div key={id} className={styles['receipt']}>
          <span>
            {valueOn} <strong>{formatWon(amountWon)}</strong>
            <span className={styles['note']}> {[bankReference, note].filter((each) => each !== null).join(' · ')}</span>
          </span>
          {onReverse !== undefined && (
            <Button small tone="quiet" onPress={() => onReverse({ kind, id, amountWon })}>
              {t('capital.reverse')}
            </Button>
          )}
        </div>
      ))}
    </section>
  );
}
