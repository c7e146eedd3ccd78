import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../design/facts.js';
import { FormField } from '../../design/form/form-field.js';
import { PlainTable } from '../../design/plain-table.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { WonText } from '../../design/won-text.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { DeedPreview } from './deed-preview.js';
import { closeGrantYear, type ClosedGrantYear, type CloseGrantYear, type GrantYear } from './grant-agreement.requests.js';

type Kind = 'EXPLICIT' | 'ACCIDENT' | 'LAPSE';

/** The end of a fiscal year: what of each commitment is carried over, what is given up, and every entry before anybody signs. */
export function CloseYearDialog({ call, year, onClose }: { readonly call: GrantCall; readonly year: GrantYear; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const [kinds, setKinds] = useState<Readonly<Record<string, Kind>>>({});
  const keyOf = ({ agreementId, fiscalYear }: { agreementId: string; fiscalYear: number }): string => `${agreementId}/${fiscalYear}`;
  const kindOf = (open: GrantYear['open'][number]): Kind => kinds[keyOf(open)] ?? (open.carriedByAccident ? 'LAPSE' : 'ACCIDENT');
  const { form, preview, ...deed } = useGrantDeed<{ unagreed: string; reason: string; clause: string }, CloseGrantYear, ClosedGrantYear>({
    ...{ callId: call.id, name: `close ${year.fiscalYear}`, onClose, send: (body, header) => closeGrantYear(call.id, body, header) },
    read: ({ unagreed, reason, clause }) => {
      const carryOvers = year.open.flatMap((open) => {
        const kind = kindOf(open);
        return kind === 'LAPSE' ? [] : [{ agreementId: open.agreementId, fiscalYear: open.fiscalYear, kind, reason: reason.trim(), clause: clause.trim() }];
      });
      const found = [...(clause.trim() === '' ? [{ pointer: '/clause', text: t('terms.missing') }] : []), ...(carryOvers.length > 0 && reason.trim().length < 5 ? [{ pointer: '/reason', text: t('grantAgreement.missingReason') }] : [])];
      const body: CloseGrantYear = { fiscalYear: year.fiscalYear, unagreed: unagreed === 'FORWARD' ? 'FORWARD' : 'LAPSE', carryOvers, clause: clause.trim() };
      return { body, found, preview: found.length === 0 ? body : null };
    },
    defaults: { unagreed: 'LAPSE', reason: '', clause: t('grantYear.clauseDefault', { year: year.fiscalYear }) },
  });
  return (
    <FormDialog title={t('grantYear.closeTitle', { year: year.fiscalYear })} action={t('grantYear.close')} {...deed} onClose={onClose} wide>
      <p>{t('grantYear.lead')}</p>
      {year.open.length > 0 && (
        <PlainTable
          label={t('grantYear.open')}
          rows={year.open}
          rowKey={keyOf}
          columns={[
            { header: t('grantAgreement.number'), cell: ({ number, partyName }) => `${number} ${partyName}` },
            { header: t('grantAgreement.fiscalYear'), cell: ({ fiscalYear }) => fiscalYear },
            { header: t('grantYear.open'), align: 'right', cell: ({ openWon }) => formatWon(openWon) },
            { header: t('grantAgreement.decided'), align: 'right', cell: ({ decidedWon }) => formatWon(decidedWon) },
            {
              header: t('grantYear.kind'),
              cell: (open) => (
                <SelectField
                  label={`${open.number} ${t('grantYear.kind')}`}
                  value={kindOf(open)}
                  onChange={(kind) => setKinds({ ...kinds, [keyOf(open)]: kind as Kind })}
                  choices={(open.carriedByAccident ? (['LAPSE'] as const) : (['ACCIDENT', 'EXPLICIT', 'LAPSE'] as const)).map((value) => ({ value, label: term('carryKind', value) }))}
                />
              ),
            },
          ]}
        />
      )}
      <FormField form={form} name="unagreed">
        {(field) => <ChoiceField {...field} label={t('grantYear.unagreed')} choices={[{ value: 'LAPSE', label: t('grantYear.lapse') }, { value: 'FORWARD', label: t('grantYear.forward', { year: year.fiscalYear + 1 }) }]} />}
      </FormField>
      <FormField form={form} name="reason">
        {(field) => <TextField {...field} label={t('grantYear.reason')} maxLength={500} optional={year.open.length === 0} />}
      </FormField>
      <FormField form={form} name="clause">
        {(field) => <TextField {...field} label={t('terms.clause')} maxLength={300} />}
      </FormField>
      <DeedPreview preview={preview}>
        {({ lapsedWon, forwardedWon, carriedWon }) => (
          <Facts columns facts={[{ label: t('grantYear.lapsed'), value: <WonText amount={lapsedWon} /> }, { label: t('grantYear.forwarded'), value: <WonText amount={forwardedWon} /> }, { label: t('grantYear.carried'), value: <WonText amount={carriedWon} /> }]} />
        )}
      </DeedPreview>
    </FormDialog>
  );
}
