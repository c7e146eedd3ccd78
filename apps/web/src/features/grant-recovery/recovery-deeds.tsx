import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { FieldsDialog, type Asked, type Send } from '../grant-settlement/fields-dialog.js';
import styles from '../grant-settlement/settlement.module.css';
import { usePermissions } from '../session/use-session.js';
import { sendReceipt, sendReminder, sendRemittance, sendSetOff, sendSurcharge, sendWriteOff, useSetOffChoices, type Recovery } from './recovery.requests.js';

interface Props {
  readonly recovery: Recovery;
  readonly opened: string | null;
  readonly onOpen: (deed: string | null) => void;
}

interface Deed {
  readonly name: 'receive' | 'setOff' | 'surcharge' | 'remind' | 'remit' | 'writeOff';
  readonly command: string;
  readonly possible: boolean;
  readonly asked: readonly Asked[];
  /** The API can say beforehand what it would do. */
  readonly previewed?: true;
  readonly send: Send;
}

/** What can be done about a recovery as it stands. */
export function RecoveryDeeds({ recovery, opened, onOpen }: Props): ReactElement | null {
  const { t } = useTranslation();
  const may = usePermissions();
  const offered = useDeeds(recovery).filter(({ possible, command }) => possible && may(command as Parameters<typeof may>[0]));
  const deed = offered.find(({ name }) => name === opened);
  if (offered.length === 0) return null;
  return (
    <div className={styles['actions']}>
      {offered.map(({ name }) => (
        <Button key={name} small tone={name === 'receive' ? 'primary' : 'secondary'} onPress={() => onOpen(name)}>
          {t(`grantRecovery.deeds.${name}`)}
        </Button>
      ))}
      {deed !== undefined && (
        <FieldsDialog
          callId={recovery.callId}
          title={`${recovery.number} ${t(`grantRecovery.deeds.${deed.name}`)}`}
          action={t(`grantRecovery.deeds.${deed.name}`)}
          tone={deed.name === 'writeOff' ? 'danger' : 'primary'}
          asked={deed.asked}
          send={deed.send}
          previewed={deed.previewed === true}
          onClose={() => onOpen(null)}
        >
          <p className={styles['note']}>{t(`grantRecovery.leads.${deed.name}`, { open: formatWon(recovery.openWon), surcharge: formatWon(recovery.surchargeDueWon), held: formatWon(recovery.heldWon), overdue: formatWon(recovery.overdueWon) })}</p>
          {deed.name === 'receive' && recovery.surchargeDueWon !== '0' && <Callout tone="warning">{t('grantRecovery.surchargeFirst', { amount: formatWon(recovery.surchargeDueWon) })}</Callout>}
        </FieldsDialog>
      )}
    </div>
  );
}

function useDeeds(recovery: Recovery): readonly Deed[] {
  const { t } = useTranslation();
  const owed = BigInt(recovery.openWon) + BigInt(recovery.writtenOffWon);
  const choices = useSetOffChoices(recovery.callId, recovery.id);
  const today = todayInSeoul();
  return [
    {
      ...{ name: 'receive', command: 'grant-recovery.receive', possible: owed > 0n },
      asked: [
        { name: 'amountWon', kind: 'won', label: t('grantRecovery.amount'), value: formatWon(owed) },
        { name: 'valueOn', kind: 'date', label: t('grantRecovery.valueOn'), value: today },
        { name: 'bankReference', kind: 'text', label: t('grantRecovery.bankReference'), optional: true },
      ],
      previewed: true,
      send: ({ amountWon = '', valueOn = '', bankReference }, header, how) => sendReceipt(recovery.id, { ...how, amountWon, valueOn, ...(bankReference === undefined ? {} : { bankReference }) }, header),
    },
    setOffDeed(recovery, choices, { against: t('grantRecovery.setOffAgainst'), amount: t('grantRecovery.amount') }),
    { ...{ name: 'remind', command: 'grant-recovery.remind', possible: recovery.overdueWon !== '0' }, asked: [], send: (_told, header) => sendReminder(recovery.id, header) },
    { ...{ name: 'surcharge', command: 'grant-recovery.surcharge', possible: recovery.surchargeDueWon !== '0' }, asked: [], previewed: true, send: (_told, header, how) => sendSurcharge(recovery.id, how, header) },
    {
      ...{ name: 'remit', command: 'grant-recovery.remit', possible: recovery.heldWon !== '0' },
      asked: [
        { name: 'amountWon', kind: 'won', label: t('grantRecovery.amount'), value: formatWon(recovery.heldWon) },
        { name: 'remittedOn', kind: 'date', label: t('grantRecovery.remittedOn'), value: today },
        { name: 'noticeNumber', kind: 'text', label: t('grantRecovery.noticeNumber') },
      ],
      previewed: true,
      send: ({ amountWon = '', remittedOn = '', noticeNumber = '' }, header, how) => sendRemittance(recovery.id, { ...how, amountWon, remittedOn, noticeNumber }, header),
    },
    {
      ...{ name: 'writeOff', command: 'grant-recovery.write-off', possible: recovery.openWon !== '0' },
      asked: [{ name: 'reason', kind: 'area', label: t('grantSettlement.reason') }],
      previewed: true,
      send: ({ reason = '' }, header, how) => sendWriteOff(recovery.id, { ...how, reason }, header),
    },
  ];
}

/** Against one of the payments that the institution still waits for. */
function setOffDeed(recovery: Recovery, choices: ReturnType<typeof useSetOffChoices>, labels: Readonly<Record<'against' | 'amount', string>>): Deed {
  const [first] = choices;
  const open = BigInt(recovery.openWon);
  const most = first === undefined ? 0n : BigInt(first.owedWon) < open ? BigInt(first.owedWon) : open;
  return {
    ...{ name: 'setOff', command: 'grant-recovery.set-off', possible: open > 0n && choices.length > 0 },
    asked: [
      { name: 'trancheId', kind: 'choice', label: labels.against, value: first?.trancheId ?? '', choices: choices.map(({ trancheId, agreementNumber, label, owedWon }) => ({ value: trancheId, label: `${agreementNumber} ${label} ${formatWon(owedWon)}` })) },
      { name: 'amountWon', kind: 'won', label: labels.amount, value: formatWon(most) },
    ],
    send: ({ trancheId = '', amountWon = '' }, header) => sendSetOff(recovery.id, { trancheId, amountWon }, header),
  };
}
