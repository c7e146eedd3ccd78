import type { ReactElement } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../design/form/form-field.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useTerm } from '../../i18n/term.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { useAgreements } from './grant-agreement.requests.js';

/** What an institution does in a project, and what of the programme it belongs to. */
export interface RoleForm {
  role: string;
  leadId: string;
  umbrellaNumber: string;
  subProgramme: string;
}

export const NO_ROLE: RoleForm = { role: 'LEAD', leadId: '', umbrellaNumber: '', subProgramme: '' };

const ROLES = ['LEAD', 'JOINT', 'COMMISSIONED'] as const;
const TIERS = 'grant.tiers';

/** As the API takes it: nothing of what was left open. */
export function roleOf({ role, leadId, umbrellaNumber, subProgramme }: RoleForm): Partial<RoleForm> {
  const given = { umbrellaNumber: umbrellaNumber.trim(), subProgramme: subProgramme.trim(), ...(role === 'LEAD' ? {} : { role, leadId }) };
  return Object.fromEntries(Object.entries(given).filter(([, text]) => text !== ''));
}

/** The lead concludes first; those who work with it choose its agreement. */
export function RoleFields<Form extends FieldValues & RoleForm>({ call, form }: { readonly call: GrantCall; readonly form: UseFormReturn<Form> }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const leads = (useAgreements(call.id).data ?? []).filter(({ role }) => role === 'LEAD');
  const at = (name: keyof RoleForm): FieldPath<Form> => name as FieldPath<Form>;
  return (
    <>
      <FormField form={form} name={at('role')}>
        {(field) => <ChoiceField {...field} label={t('grantAgreement.role')} choices={ROLES.map((value) => ({ value, label: term('agreementRole', value) }))} />}
      </FormField>
      {form.watch(at('role')) !== 'LEAD' && (
        <FormField form={form} name={at('leadId')}>
          {(field) => <SelectField {...field} label={t('grantAgreement.lead')} emptyLabel={t('grantAgreement.chooseLead')} choices={leads.map(({ id, number, partyName }) => ({ value: id, label: `${number} ${partyName}` }))} />}
        </FormField>
      )}
      <FormField form={form} name={at('umbrellaNumber')}>
        {(field) => <TextField {...field} label={t('grantAgreement.umbrellaNumber')} hint={t('grantAgreement.umbrellaHint')} maxLength={60} optional />}
      </FormField>
      <TierField call={call} form={form} name={at('subProgramme')} />
    </>
  );
}

/** A call with tiers names them; otherwise it is a word of one's own. */
function TierField<Form extends FieldValues>({ call, form, name }: { readonly call: GrantCall; readonly form: UseFormReturn<Form>; readonly name: FieldPath<Form> }): ReactElement {
  const { t } = useTranslation();
  const tiers = call.terms.find(({ key }) => key === TIERS)?.value.split(' | ').filter((tier) => tier !== '') ?? [];
  return (
    <FormField form={form} name={name}>
      {(field) =>
        tiers.length === 0 ? (
          <TextField {...field} label={t('grantAgreement.subProgramme')} maxLength={200} optional />
        ) : (
          <SelectField {...field} label={t('grantAgreement.subProgramme')} emptyLabel={t('grantAgreement.noTier')} choices={tiers.map((value) => ({ value, label: value }))} />
        )
      }
    </FormField>
  );
}
