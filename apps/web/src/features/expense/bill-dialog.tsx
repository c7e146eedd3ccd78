import { useState, type FormEvent, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { FormDialog } from '../rule/form-dialog.js';
import { BillSum } from './bill-sum.js';
import { billFee, type PlannedFee } from './expense.requests.js';
import { PiecesTable } from './pieces-table.js';

interface Props {
  readonly fundId: string;
  readonly bill: PlannedFee;
  readonly onClose: () => void;
}

/** Bills the next period, as it is counted. */
export function BillDialog({ fundId, bill, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const [usual] = useState(() => (bill.periodTo < todayInSeoul() ? bill.periodTo : todayInSeoul()));
  const form = useForm({ defaultValues: { billedOn: usual } });
  const faults = useFaults(form);
  const intent = useIntent();
  const send = useWrite({
    mutationFn: (body: { periodTo: string; billedOn: string }) => billFee(fundId, body, intent.headersFor(body)),
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
    const billedOn = parseDateInput(form.getValues().billedOn);
    if (billedOn === null) return faults.show([{ pointer: '/billedOn', text: t('feeBook.missingDate') }]);
    send.mutate({ periodTo: bill.periodTo, billedOn });
  };
  return (
    <FormDialog title={t('feeBook.billTitle', { from: bill.periodFrom, to: bill.periodTo })} action={t('feeBook.confirmBill')} faults={faults} pending={send.isPending} onSubmit={submit} onClose={onClose} wide>
      <p>
        <BillSum bill={bill} />
      </p>
      <PiecesTable pieces={bill.pieces} />
      <FormField form={form} name="billedOn">
        {(field) => <DateField {...field} label={t('feeBook.billedOn')} />}
      </FormField>
    </FormDialog>
  );
}
