import { useTranslation } from 'react-i18next';
import type { Fault } from '../../design/form/faults.js';
import { businessNumberDigits } from '../../format/business-number.js';
import { parseDateInput } from '../../format/date.js';
import { orUnwritten } from '../fund/use-fund-deed.js';
import type { TransferCommitment } from './commitment.requests.js';

/** In place of a partner: somebody who becomes one. */
export const SOMEONE_NEW = 'new';

export interface TransferForm {
  fromPartnerId: string;
  toPartnerId: string;
  newPartner: { name: string; kind: string; businessNumber: string; professional: string };
  units: string;
  effectiveOn: string;
  consent: string;
  documentId: string;
}

type NewPartner = NonNullable<TransferCommitment['newPartner']>;

/** A transfer as typed: what is sent, what is missing, and what can be previewed: all but the consent. */
export function useTransferReader(): (form: TransferForm) => { body: TransferCommitment; found: Fault[]; preview: TransferCommitment | null } {
  const { t } = useTranslation();
  return (form) => {
    const found: Fault[] = [];
    const missing = (pointer: string): void => void found.push({ pointer, text: t('transfer.missing') });
    const units = form.units.replaceAll(',', '').trim();
    const effectiveOn = parseDateInput(form.effectiveOn);
    const fresh = form.toPartnerId === SOMEONE_NEW;
    const { name, kind, businessNumber, professional } = form.newPartner;
    const digits = businessNumberDigits(businessNumber);
    if (form.fromPartnerId === '') missing('/fromPartnerId');
    if (form.toPartnerId === '') missing('/toPartnerId');
    if (fresh && name.trim() === '') missing('/newPartner/name');
    if (fresh && digits === null) missing('/newPartner/businessNumber');
    if (!/^[1-9][0-9]{0,15}$/.test(units)) found.push({ pointer: '/units', text: t('transfer.wrongUnits') });
    if (effectiveOn === null) found.push({ pointer: '/effectiveOn', text: t('time.invalid') });
    const complete = found.length === 0;
    if (form.consent.trim() === '') missing('/consent');
    const newPartner = { name: name.trim(), kind, businessNumber: digits ?? '', professional: professional === 'yes' } as NewPartner;
    const body: TransferCommitment = {
      fromPartnerId: form.fromPartnerId,
      ...(fresh ? { newPartner } : { toPartnerId: form.toPartnerId }),
      units,
      effectiveOn: effectiveOn ?? '',
      consent: form.consent.trim(),
      ...(form.documentId === '' ? {} : { documentId: form.documentId }),
    };
    return { body, found, preview: complete ? { ...body, consent: orUnwritten(body.consent) } : null };
  };
}
