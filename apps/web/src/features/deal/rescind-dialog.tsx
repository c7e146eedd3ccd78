import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Investment } from '../../api/types.js';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import { useFundWrite } from '../fund/use-fund-write.js';
import { FormDialog } from '../rule/form-dialog.js';
import { rescindInvestment, type RescindInvestment } from './deal.requests.js';

/** The contract is undone: the deal counts as never invested. */
export function RescindDialog({ investment, onClose }: { readonly investment: Investment; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { rescindedOn: todayInSeoul(), returnedWon: '', reason: '' } });
  const deed = useFundWrite({
    fundId: investment.fundId,
    form,
    read: () => {
      const { rescindedOn, returnedWon, reason } = form.getValues();
      const [on, returned] = [parseDateInput(rescindedOn), parseWonInput(returnedWon)];
      const found: Fault[] = [];
      if (on === null) found.push({ pointer: '/rescindedOn', text: t('deal.missingDate') });
      if (returnedWon.trim() !== '' && !returned.ok) found.push({ pointer: '/returnedWon', text: t('deal.wrongWon') });
      if (reason.trim().length < 2) found.push({ pointer: '/reason', text: t('deal.missing') });
      if (found.length > 0 || on === null) return { body: null, found };
      return { body: { rescindedOn: on, ...(returned.ok && returnedWon.trim() !== '' ? { returnedWon: returned.amount.toString() } : {}), reason: reason.trim() }, found };
    },
    send: (body: RescindInvestment, header) => rescindInvestment(investment.id, body, header),
    onClose,
  });
  return (
    <FormDialog title={`${t('deal.rescindTitle')} · ${investment.number}`} action={t('deal.rescind')} {...deed} onClose={onClose}>
      <p>{t('deal.rescindLead')}</p>
      <FormField form={form} name="rescindedOn">
        {(field) => <DateField {...field} label={t('deal.rescindedOn')} />}
      </FormField>
      <FormField form={form} name="returnedWon">
        {(field) => <WonField {...field} label={t('deal.returnedWon')} hint={t('deal.returnedWonHint')} optional />}
      </FormField>
      <FormField form={form} name="reason">
        {(field) => <TextAreaField {...field} label={t('deal.reason')} maxLength={2000} />}
      </FormField>
    </FormDialog>
  );
}
