import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Callout } from '../../design/callout.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { orUnwritten, useFundDeed } from '../fund/use-fund-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { withdrawException, type RecognitionException, type WithdrawException, type WithdrawnException } from './evidence-desk.requests.js';

interface Props {
  readonly fundId: string;
  readonly exception: RecognitionException;
  readonly onClose: () => void;
}

interface WithdrawForm {
  withdrawnFrom: string;
  reason: string;
}

/** Takes an answer back from a day on; recognitions of later payments that cite it are named before anybody does. */
export function WithdrawDialog({ fundId, exception, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const { form, preview, ...deed } = useFundDeed<WithdrawForm, WithdrawException, WithdrawnException>({
    ...{ fundId, name: `exception-withdrawal-${exception.id}`, onClose },
    defaults: { withdrawnFrom: startOf(exception), reason: '' },
    read: ({ withdrawnFrom, reason }) => {
      const from = parseDateInput(withdrawnFrom);
      const body = { withdrawnFrom: from ?? '', reason: reason.trim() };
      const found = [...(from === null ? [{ pointer: '/withdrawnFrom', text: t('time.invalid') }] : []), ...(body.reason === '' ? [{ pointer: '/reason', text: t('exceptions.missing') }] : [])];
      return { body, found, preview: from === null ? null : { ...body, reason: orUnwritten(reason) } };
    },
    send: (id, body, header) => withdrawException(id, exception.id, body, header),
  });
  const covered = preview.data?.covered ?? [];
  return (
    <FormDialog title={`${t('exceptions.withdraw')}: ${exception.number}`} action={t('exceptions.withdraw')} {...deed} faults={{ ...deed.faults, refusal: deed.faults.refusal ?? preview.error }} onClose={onClose}>
      <p>{t('exceptions.withdrawLead')}</p>
      <FormField form={form} name="withdrawnFrom">
        {(field) => <DateField {...field} label={t('exceptions.withdrawnFrom')} hint={t('exceptions.withdrawnFromHint')} />}
      </FormField>
      <FormField form={form} name="reason">
        {(field) => <TextAreaField {...field} label={t('exceptions.reason')} maxLength={500} />}
      </FormField>
      {preview.data !== undefined && covered.length === 0 && <Callout tone="success" title={t('exceptions.coversNone')} />}
      {covered.length > 0 && (
        <Callout tone="warning" title={t('exceptions.covers', { count: covered.length })}>
          <p>{t('exceptions.coversLead')}</p>
          <ul>
            {covered.map(({ investmentId, number, company, paidOn }) => (
              <li key={investmentId}>
                <Link to={`/funds/${fundId}/investments/${investmentId}`}>
                  {number} {company} ({paidOn})
                </Link>
              </li>
            ))}
          </ul>
        </Callout>
      )}
    </FormDialog>
  );
}

/** Today, or the last day of an answer that has run out. */
function startOf({ validTo }: RecognitionException): string {
  const today = todayInSeoul();
  return validTo !== null && validTo < today ? validTo : today;
}
