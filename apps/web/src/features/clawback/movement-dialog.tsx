import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { Refusal } from '../rule/refusal.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { offsetClawback, receiveClawback, surchargeClawback, writeOffClawback, type Clawback, type MovedClawback } from './clawback.requests.js';
import styles from './clawback.module.css';

export type Movement = 'receive' | 'offset' | 'surcharge' | 'writeOff';

interface Props {
  readonly clawback: Clawback;
  readonly kind: Movement;
  readonly onClose: () => void;
}

interface Typed {
  readonly amount: string;
  readonly valueOn: string;
  readonly bankReference: string;
  readonly serviceId: string;
  readonly reason: string;
}

const LEAST_REASON = 5;

/** Records what happened to a claim; amounts start as what is open. */
export function MovementDialog({ clawback, kind, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const owed = BigInt(clawback.openWon) + BigInt(clawback.writtenOffWon);
  const [first] = clawback.offsets;
  const payable = BigInt(first?.payableWon ?? '0');
  const [typed, setTyped] = useState<Typed>({ amount: formatWon(kind === 'offset' && payable < owed ? payable : owed), valueOn: todayInSeoul(), bankReference: '', serviceId: first?.serviceId ?? '', reason: '' });
  const [tried, setTried] = useState(false);
  const set = (changes: Partial<Typed>): void => setTyped((before) => ({ ...before, ...changes }));
  const amount = parseWonInput(typed.amount);
  const day = parseDateInput(typed.valueOn);
  const amountFault = kind !== 'receive' && kind !== 'offset' ? undefined : !amount.ok || amount.amount === 0n ? t('clawback.missingAmount') : undefined;
  const dayFault = kind === 'receive' && day === null ? t('clawback.missingDate') : undefined;
  const reasonFault = kind === 'writeOff' && typed.reason.trim().length < LEAST_REASON ? t('clawback.missingReason') : undefined;
  const run = (): Promise<MovedClawback> => {
    const amountWon = amount.ok ? amount.amount.toString() : '';
    const header = intent.headersFor({ kind, amountWon, ...typed });
    if (kind === 'surcharge') return surchargeClawback(clawback.id, header);
    if (kind === 'writeOff') return writeOffClawback(clawback.id, typed.reason.trim(), header);
    if (kind === 'offset') return offsetClawback(clawback.id, { serviceId: typed.serviceId, amountWon }, header);
    return receiveClawback(clawback.id, { amountWon, valueOn: day ?? '', ...(typed.bankReference.trim() === '' ? {} : { bankReference: typed.bankReference.trim() }) }, header);
  };
  const move = useWrite({
    mutationFn: run,
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshYear(clawback.yearId);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (amountFault === undefined && dayFault === undefined && reasonFault === undefined) move.mutate(undefined);
  };
  const shown = (fault: string | undefined): string | undefined => (tried ? fault : undefined);
  return (
    <Dialog title={`${clawback.number} ${t(`clawback.${kind}`)}`} open onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <p className={styles['note']}>{t(`clawback.leads.${kind}`, { amount: formatWon(kind === 'surcharge' ? clawback.surchargeDueWon : clawback.openWon) })}</p>
          {kind === 'receive' && clawback.surchargeDueWon !== '0' && <Callout tone="warning">{t('clawback.surchargeFirst', { amount: formatWon(clawback.surchargeDueWon) })}</Callout>}
          {kind === 'offset' && (
            <SelectField
              label={t('clawback.offsetService')}
              value={typed.serviceId}
              onChange={(serviceId) => set({ serviceId })}
              choices={clawback.offsets.map(({ serviceId, number, payableWon }) => ({ value: serviceId, label: `${number} ${t('clawback.payable', { amount: formatWon(payableWon) })}` }))}
            />
          )}
          {(kind === 'receive' || kind === 'offset') && <WonField label={t('clawback.receivedAmount')} value={typed.amount} onChange={(value) => set({ amount: value })} error={shown(amountFault)} autoFocus />}
          {kind === 'receive' && (
            <>
              <DateField label={t('clawback.receivedOn')} value={typed.valueOn} onChange={(valueOn) => set({ valueOn })} error={shown(dayFault)} />
              <TextField label={t('clawback.bankReference')} value={typed.bankReference} onChange={(bankReference) => set({ bankReference })} maxLength={100} optional />
            </>
          )}
          {kind === 'writeOff' && <TextAreaField label={t('voucher.reason')} hint={t('voucher.reasonHint')} value={typed.reason} onChange={(reason) => set({ reason })} maxLength={1000} error={shown(reasonFault)} />}
          <Refusal error={move.error} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone={kind === 'writeOff' ? 'danger' : 'primary'} pending={move.isPending}>
              {t(`clawback.${kind}`)}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
