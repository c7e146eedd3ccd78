import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../design/facts.js';
import { FormField } from '../../design/form/form-field.js';
import { PlainTable } from '../../design/plain-table.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { WonText } from '../../design/won-text.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { DeedPreview } from './deed-preview.js';
import { closeGrantYear, type ClosedGrantYear, type CloseGrantYear, type GrantYear } from './grant-agreement.requests.js';

type Kind = 'EXPLICIT' | 'ACCIDENT' | 'LAPSE';

/** A commitment that is open at the end of the year: of an agreement, or of an order of a laboratory. */
interface Open {
  readonly key: string;
  readonly what: string;
  readonly fiscalYear: number;
  readonly openWon: string;
  readonly note: string;
  readonly carriedByAccident: boolean;
}

const keyOf = ({ agreementId, fiscalYear }: { agreementId: string; fiscalYear: number }): string => `${agreementId}/${fiscalYear}`;

function useOpen({ open, openOrders }: GrantYear): readonly Open[] {
  const { t } = useTranslation();
  const say = useBilingual();
  return [
    ...open.map((each) => ({ ...each, key: keyOf(each), what: `${each.number} ${each.partyName}`, note: each.decidedWon === '0' ? t('grantYear.agreed') : t('grantYear.decidedPart', { amount: formatWon(each.decidedWon) }) })),
    ...openOrders.map((each) => ({ ...each, key: each.orderId, what: `${each.number} ${each.company}`, note: say(each.stateName) })),
  ];
}

/** The end of a fiscal year: what of each commitment is carried over, what is given up, and every entry before anybody signs. */
export function CloseYearDialog({ call, year, onClose }: { readonly call: GrantCall; readonly year: GrantYear; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [kinds, setKinds] = useState<Readonly<Record<string, Kind>>>({});
  const rows = useOpen(year);
  const kindOf = ({ key, carriedByAccident }: { key: string; carriedByAccident: boolean }): Kind => kinds[key] ?? (carriedByAccident ? 'LAPSE' : 'ACCIDENT');
  const { form, preview, ...deed } = useGrantDeed<{ unagreed: string; reason: string; clause: string }, CloseGrantYear, ClosedGrantYear>({
    ...{ callId: call.id, name: `close ${year.fiscalYear}`, onClose, send: (body, header) => closeGrantYear(call.id, body, header) },
    read: ({ unagreed, reason, clause }) => {
      const ground = { reason: reason.trim(), clause: clause.trim() };
      const carryOvers = year.open.flatMap((open) => carried(kindOf({ ...open, key: keyOf(open) }), (kind) => ({ agreementId: open.agreementId, fiscalYear: open.fiscalYear, kind, ...ground })));
      const orderCarryOvers = year.openOrders.flatMap((open) => carried(kindOf({ ...open, key: open.orderId }), (kind) => ({ orderId: open.orderId, kind, ...ground })));
      const reasonMissing = carryOvers.length + orderCarryOvers.length > 0 && ground.reason.length < 5;
      const found = [...(ground.clause === '' ? [{ pointer: '/clause', text: t('terms.missing') }] : []), ...(reasonMissing ? [{ pointer: '/reason', text: t('grantAgreement.missingReason') }] : [])];
      const body: CloseGrantYear = { fiscalYear: year.fiscalYear, unagreed: unagreed === 'FORWARD' ? 'FORWARD' : 'LAPSE', carryOvers, orderCarryOvers, clause: ground.clause };
      return { body, found, preview: found.length === 0 ? body : null };
    },
    defaults: { unagreed: 'LAPSE', reason: '', clause: t('grantYear.clauseDefault', { year: year.fiscalYear }) },
  });
  return (
    <FormDialog title={t('grantYear.closeTitle', { year: year.fiscalYear })} action={t('grantYear.close')} {...deed} onClose={onClose} wide>
      <p>{t('grantYear.lead')}</p>
      {rows.length > 0 && <OpenTable rows={rows} kindOf={kindOf} onChange={(key, kind) => setKinds({ ...kinds, [key]: kind })} />}
      <FormField form={form} name="unagreed">
        {(field) => <ChoiceField {...field} label={t('grantYear.unagreed')} choices={[{ value: 'LAPSE', label: t('grantYear.lapse') }, { value: 'FORWARD', label: t('grantYear.forward', { year: year.fiscalYear + 1 }) }]} />}
      </FormField>
      <FormField form={form} name="reason">
        {(field) => <TextField {...field} label={t('grantYear.reason')} maxLength={500} optional={rows.length === 0} />}
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

/** What is named to the server: nothing of what is given up. */
const carried = <Row,>(kind: Kind, row: (kind: Exclude<Kind, 'LAPSE'>) => Row): readonly Row[] => (kind === 'LAPSE' ? [] : [row(kind)]);

function OpenTable({ rows, kindOf, onChange }: { readonly rows: readonly Open[]; readonly kindOf: (row: Open) => Kind; readonly onChange: (key: string, kind: Kind) => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <PlainTable
      label={t('grantYear.open')}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { header: t('grantYear.what'), cell: ({ what }) => what },
        { header: t('grantAgreement.fiscalYear'), cell: ({ fiscalYear }) => fiscalYear },
        { header: t('grantYear.open'), align: 'right', cell: ({ openWon }) => formatWon(openWon) },
        { header: t('grantYear.stage'), cell: ({ note }) => note },
        {
          header: t('grantYear.kind'),
          cell: (row) => (
            <SelectField
              label={`${row.what} ${t('grantYear.kind')}`}
              value={kindOf(row)}
              onChange={(kind) => onChange(row.key, kind as Kind)}
              choices={(row.carriedByAccident ? (['LAPSE'] as const) : (['ACCIDENT', 'EXPLICIT', 'LAPSE'] as const)).map((value) => ({ value, label: term('carryKind', value) }))}
            />
          ),
        },
      ]}
    />
  );
}
