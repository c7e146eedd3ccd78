import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { returnOwnMoney, type Application, type ReturnOwnMoney } from './application.requests.js';
import { DeedDialog, useDeed } from './deed-dialog.js';

interface Props {
  readonly yearId: string;
  readonly application: Application;
  readonly onClose: () => void;
}

/** Own money that the voucher does not need any more goes back to the company; how much may go, the server knows. */
export function ReturnDialog({ yearId, application: { voucherId, company, ownPaidWon }, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const [amountWon, setAmountWon] = useState(formatWon(ownPaidWon));
  const [valueOn, setValueOn] = useState(todayInSeoul());
  const [bankReference, setBankReference] = useState('');
  const give = useDeed(yearId, (body: ReturnOwnMoney, header) => returnOwnMoney(voucherId, body, header), onClose);
  const [amount, date] = [parseWonInput(amountWon), parseDateInput(valueOn)];
  const reference = bankReference.trim() === '' ? {} : { bankReference: bankReference.trim() };
  const run = amount.ok && amount.amount > 0n && date !== null ? (): void => give.mutate({ amountWon: amount.amount.toString(), valueOn: date, ...reference }) : null;
  return (
    <DeedDialog title={t('application.returnTitle', { company })} lead={t('application.returnLead')} action={t('application.return')} run={run} pending={give.isPending} error={give.error} narrow onClose={onClose}>
      <WonField label={t('application.amount')} value={amountWon} onChange={setAmountWon} autoFocus />
      <DateField label={t('application.valueOn')} value={valueOn} onChange={setValueOn} error={date === null ? t('application.missing.date') : undefined} />
      <TextField label={t('application.bankReference')} optional maxLength={100} value={bankReference} onChange={setBankReference} />
    </DeedDialog>
  );
}
