import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../design/facts.js';
import { todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { DeedDialog } from '../grant-outcome/deed-dialog.js';
import type { DeedField } from '../grant-outcome/deed-fields.js';
import { useAgreementChoices } from '../grant-outcome/use-agreement-choices.js';
import { moveOrder, registerLab, requestOrder, useLabs, type OrderDeed, type ServiceOrder } from './service-order.requests.js';

interface Props {
  readonly callId: string;
  readonly onClose: () => void;
}

const KINDS = ['EQUIP_EVAL', 'TEST'] as const;
const RESULTS = ['MET', 'NOT_MET', 'MEASURED'] as const;

export function RequestDialog({ callId, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const labs = useLabs(callId).data ?? [];
  const agreements = useAgreementChoices(callId);
  const choices = [...new Map(labs.map(({ partyId, name }) => [partyId, name]))].map(([value, label]) => ({ value, label }));
  return (
    <DeedDialog
      {...{ callId, name: 'order', onClose, send: (body, header) => requestOrder(callId, body, header) }}
      title={t('serviceOrder.requestTitle')}
      action={t('serviceOrder.request')}
      {...(choices.length === 0 ? { lead: t('serviceOrder.noLabs') } : {})}
      fields={[
        { name: 'kind', kind: 'select', label: t('serviceOrder.kind'), initial: 'TEST', choices: KINDS.map((value) => ({ value, label: term('orderKind', value) })) },
        { name: 'labId', kind: 'select', label: t('serviceOrder.lab'), initial: choices[0]?.value ?? '', choices },
        { name: 'company.name', kind: 'text', label: t('serviceOrder.company') },
        { name: 'company.businessNumber', kind: 'text', label: t('grantOutcome.businessNumber'), maxLength: 20 },
        { name: 'agreementId', kind: 'select', label: t('grantOutcome.agreement'), optional: true, choices: [{ value: '', label: t('grantOutcome.noAgreement') }, ...agreements] },
        { name: 'subject', kind: 'text', label: t('serviceOrder.subject'), maxLength: 300 },
        { name: 'items', kind: 'list', label: t('serviceOrder.items'), hint: t('serviceOrder.itemsHint') },
        { name: 'feeWon', kind: 'won', label: t('serviceOrder.fee') },
        { name: 'requestedOn', kind: 'date', label: t('serviceOrder.requestedOn'), initial: todayInSeoul() },
      ]}
      preview={({ governmentWon, companyWon }) => (
        <Facts
          facts={[
            { label: t('serviceOrder.government'), value: formatWon(governmentWon) },
            { label: t('serviceOrder.companyPart'), value: formatWon(companyWon) },
          ]}
        />
      )}
    />
  );
}

export function LabDialog({ callId, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <DeedDialog
      {...{ callId, name: 'lab', onClose, send: registerLab }}
      title={t('serviceOrder.labTitle')}
      action={t('serviceOrder.registerLab')}
      lead={t('serviceOrder.labLead')}
      fields={[
        { name: 'lab.name', kind: 'text', label: t('serviceOrder.lab') },
        { name: 'lab.businessNumber', kind: 'text', label: t('grantOutcome.businessNumber'), maxLength: 20 },
        { name: 'kind', kind: 'select', label: t('serviceOrder.kind'), initial: 'TEST', choices: KINDS.map((value) => ({ value, label: term('orderKind', value) })) },
        { name: 'scheme', kind: 'text', label: t('serviceOrder.scheme'), initial: 'KOLAS', maxLength: 100 },
        { name: 'number', kind: 'text', label: t('serviceOrder.labNumber'), maxLength: 100 },
        { name: 'validFrom', kind: 'date', label: t('serviceOrder.validFrom') },
        { name: 'validThrough', kind: 'date', label: t('serviceOrder.validThrough'), optional: true },
      ]}
    />
  );
}

/** The next step of an order, with its budget and entries beforehand. */
export function MoveDialog({ callId, order, deed, onClose }: Props & { readonly order: ServiceOrder; readonly deed: OrderDeed }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const stateOf = (state: string): string => term('orderState', state);
  return (
    <DeedDialog
      {...{ callId, name: `${deed} ${order.id}`, onClose, send: (body, header) => moveOrder(deed, order.id, body, header) }}
      title={`${order.number} ${t(`serviceOrder.deeds.${deed}`)}`}
      action={t(`serviceOrder.deeds.${deed}`)}
      lead={t(`serviceOrder.leads.${deed}`)}
      fields={useStepFields(order, deed)}
      preview={({ before, after }) => <Facts facts={[{ label: t('serviceOrder.state'), value: `${stateOf(before)} → ${stateOf(after)}` }]} />}
    />
  );
}

/** Today, or the last day of the budget that bears the order. */
const latestPayDay = ({ fiscalYear, carriedTo }: ServiceOrder): string => [todayInSeoul(), `${carriedTo ?? fiscalYear}-12-31`].toSorted()[0] ?? '';

function useStepFields(order: ServiceOrder, deed: OrderDeed): readonly DeedField[] {
  const { t } = useTranslation();
  const term = useTerm();
  const on: DeedField = { name: 'on', kind: 'date', label: t('serviceOrder.on'), initial: todayInSeoul() };
  if (deed === 'accept') return [on];
  if (deed === 'decline' || deed === 'cancel') return [{ name: 'reason', kind: 'area', label: t('grantOutcome.reason') }, on];
  if (deed === 'approve') {
    return [
      { name: 'amountWon', kind: 'won', label: t('serviceOrder.government'), initial: formatWon(order.governmentWon) },
      { name: 'payOn', kind: 'date', label: t('serviceOrder.payOn'), initial: latestPayDay(order) },
    ];
  }
  return [
    { name: 'certificate', kind: 'text', label: t('serviceOrder.certificate'), maxLength: 100 },
    { name: 'result', kind: 'select', label: t('serviceOrder.result'), initial: 'MET', choices: RESULTS.map((value) => ({ value, label: term('orderResult', value) })) },
    { name: 'companyPaidOn', kind: 'date', label: t('serviceOrder.companyPaidOn'), optional: order.companyWon === '0' },
    on,
  ];
}
