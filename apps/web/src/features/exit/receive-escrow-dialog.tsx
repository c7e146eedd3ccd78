import type { FormEvent, ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { FormDialog } from '../rule/form-dialog.js';
import styles from '../valuation/valuation.module.css';
import { receiveEscrow, type FundExit, type ReceiveEscrow } from './exit.requests.js';

interface Props {
  readonly fundId: string;
  readonly exit: FundExit;
  readonly onClose: () => void;
}

/** Money that had been held back: what came, and what went back to the buyer. */
export function ReceiveEscrowDialog({ fundId, exit, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { settledOn: todayInSeoul(), receivedWon: formatWon(exit.escrowLeftWon), forfeitedWon: '0', note: '' } });
  const faults = useFaults(form);
  const intent = useIntent();
  const settle = useWrite({
    mutationFn: (body: ReceiveEscrow) => receiveEscrow(fundId, body, intent.headersFor(body)),
    onError: faults.refuse,
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshFund(fundId);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    faults.clear();
    const typed = form.getValues();
    const [received, forfeited, day] = [parseWonInput(typed.receivedWon), parseWonInput(typed.forfeitedWon), parseDateInput(typed.settledOn)];
    const found: Fault[] = [];
    if (!received.ok) found.push({ pointer: '/receivedWon', text: t('exitForm.missingAmount') });
    if (!forfeited.ok) found.push({ pointer: '/forfeitedWon', text: t('exitForm.missingAmount') });
    if (day === null) found.push({ pointer: '/settledOn', text: t('exitForm.missingDate') });
    if (!received.ok || !forfeited.ok || day === null) return faults.show(found);
    const note = typed.note.trim();
    settle.mutate({ exitId: exit.id, settledOn: day, receivedWon: received.amount.toString(), forfeitedWon: forfeited.amount.toString(), ...(note === '' ? {} : { note }) });
  };
  return (
    <FormDialog title={t('exitForm.receiveTitle', { company: exit.company })} action={t('exitForm.receive')} faults={faults} pending={settle.isPending} onSubmit={submit} onClose={onClose}>
      <p className={styles['note']}>{t('exitForm.receiveLead', { amount: formatWon(exit.escrowLeftWon) })}</p>
      <FormField form={form} name="settledOn">
        {(field) => <DateField {...field} label={t('exitForm.settledOn')} />}
      </FormField>
      <FormField form={form} name="receivedWon">
        {(field) => <WonField {...field} label={t('exitForm.received')} />}
      </FormField>
      <FormField form={form} name="forfeitedWon">
        {(field) => <WonField {...field} label={t('exitForm.forfeited')} />}
      </FormField>
      <FormField form={form} name="note">
        {(field) => <TextField {...field} label={t('exitForm.note')} optional maxLength={1000} />}
      </FormField>
    </FormDialog>
  );
}
