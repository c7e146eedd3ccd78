import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { TextAreaField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { Refusal } from '../rule/refusal.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { ChangePreview } from './change-preview.js';
import { changeVoucher, type ChangeAction, type ChangeBody, type VoucherPageData } from './voucher.requests.js';
import styles from './voucher.module.css';

interface Props {
  readonly page: VoucherPageData;
  readonly action: ChangeAction;
  readonly onClose: () => void;
}

const PAUSE_MS = 350;
const DANGEROUS: readonly ChangeAction[] = ['withdraw', 'cancel', 'suspend'];
const LEAST_REASON = 2;

/** One change of one voucher: what it needs, why, and what it would do. */
export function ChangeDialog({ page, action, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const intent = useIntent();
  const { voucher, latestValidTo, actions } = page;
  const [typed, setTyped] = useState({ reason: '', to: action === 'extend' ? (latestValidTo ?? '') : '', amount: '' });
  const [tried, setTried] = useState(false);
  const { body, faults } = useBody(action, typed);
  const settled = useDebounced(faults.to === undefined && faults.amount === undefined ? JSON.stringify({ ...body, reason: '-'.repeat(LEAST_REASON) }) : null, PAUSE_MS);
  const change = useWrite({
    mutationFn: () => changeVoucher(action, voucher.id, body, intent.headersFor({ action, body })),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshYear(voucher.yearId);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.values(faults).every((fault) => fault === undefined)) change.mutate(undefined);
  };
  const name = actions.find((each) => each.action === action)?.name;
  const shown = (fault: string | undefined): string | undefined => (tried ? fault : undefined);
  return (
    <Dialog title={`${voucher.number ?? voucher.company} ${name === undefined ? '' : say(name)}`} open onClose={onClose} wide>
      <form onSubmit={submit} noValidate>
        <Stack>
          <p className={styles['note']}>{t(`voucher.leads.${action}`)}</p>
          {action === 'extend' && (
            <DateField
              label={t('voucher.to')}
              value={typed.to}
              onChange={(to) => setTyped({ ...typed, to })}
              error={shown(faults.to)}
              {...(latestValidTo === null ? {} : { hint: t('voucher.toHint', { latest: latestValidTo }) })}
            />
          )}
          {(action === 'topUp' || action === 'split') && (
            <WonField label={t(action === 'topUp' ? 'voucher.addedAmount' : 'voucher.partAmount')} value={typed.amount} onChange={(amount) => setTyped({ ...typed, amount })} error={shown(faults.amount)} autoFocus />
          )}
          <TextAreaField label={t('voucher.reason')} hint={t('voucher.reasonHint')} value={typed.reason} onChange={(reason) => setTyped({ ...typed, reason })} maxLength={500} error={shown(faults.reason)} />
          <ChangePreview voucherId={voucher.id} action={action} settled={settled} />
          <Refusal error={change.error} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone={DANGEROUS.includes(action) ? 'danger' : 'primary'} pending={change.isPending}>
              {name === undefined ? '' : say(name)}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}

interface Faults {
  readonly reason: string | undefined;
  readonly to: string | undefined;
  readonly amount: string | undefined;
}

function useBody(action: ChangeAction, typed: { readonly reason: string; readonly to: string; readonly amount: string }): { body: ChangeBody; faults: Faults } {
  const { t } = useTranslation();
  const amount = parseWonInput(typed.amount);
  const day = parseDateInput(typed.to);
  const [wantsAmount, wantsDay] = [action === 'topUp' || action === 'split', action === 'extend'];
  return {
    body: { reason: typed.reason.trim(), ...(wantsDay ? { to: day ?? '' } : {}), ...(wantsAmount ? { amountWon: amount.ok ? amount.amount.toString() : '' } : {}) },
    faults: {
      reason: typed.reason.trim().length < LEAST_REASON ? t('voucher.missingReason') : undefined,
      to: wantsDay && day === null ? t('voucher.missingDate') : undefined,
      amount: wantsAmount && (!amount.ok || amount.amount === 0n) ? t('voucher.missingAmount') : undefined,
    },
  };
}
