import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { ChoiceField } from '../../design/select-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { PartyField } from '../bank-account/party-field.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { recordBan, refreshBans, type RecordBan } from './grant-ban.requests.js';

interface BanForm {
  who: string;
  partyId: string;
  researcher: string;
  researcherNumber: string;
  fromOn: string;
  toOn: string;
  ground: string;
  source: string;
}

const EMPTY: BanForm = { who: 'INSTITUTION', partyId: '', researcher: '', researcherNumber: '', fromOn: todayInSeoul(), toOn: '', ground: '', source: '' };
/** As the API asks. */
const SHORTEST_GROUND = 5;

/** Who may not take part, from when until when, and where that was decided. */
export function RecordBanDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: EMPTY });
  const read = useBanReader();
  const deed = useDeed({
    ...{ form, read: () => read(form.getValues()), send: recordBan },
    onDone: async () => {
      await refreshBans();
      onClose();
    },
    onDrafted: onClose,
  });
  const ofInstitution = form.watch('who') === 'INSTITUTION';
  return (
    <FormDialog title={t('grantBan.record')} action={t('grantBan.record')} {...deed} onClose={onClose}>
      <FormField form={form} name="who">
        {(field) => <ChoiceField {...field} label={t('grantBan.who')} choices={['INSTITUTION', 'RESEARCHER'].map((value) => ({ value, label: t(value === 'INSTITUTION' ? 'grantBan.institution' : 'grantBan.researcher') }))} />}
      </FormField>
      {ofInstitution ? (
        <PartyField form={form} />
      ) : (
        <>
          <FormField form={form} name="researcher">
            {(field) => <TextField {...field} label={t('grantBan.researcherName')} maxLength={100} />}
          </FormField>
          <FormField form={form} name="researcherNumber">
            {(field) => <TextField {...field} label={t('grantBan.researcherNumber')} hint={t('grantBan.numberHint')} maxLength={20} inputMode="numeric" />}
          </FormField>
        </>
      )}
      <FormField form={form} name="fromOn">
        {(field) => <DateField {...field} label={t('grantBan.fromOn')} />}
      </FormField>
      <FormField form={form} name="toOn">
        {(field) => <DateField {...field} label={t('grantBan.toOn')} />}
      </FormField>
      <FormField form={form} name="ground">
        {(field) => <TextAreaField {...field} label={t('grantBan.ground')} maxLength={500} />}
      </FormField>
      <FormField form={form} name="source">
        {(field) => <TextField {...field} label={t('grantBan.source')} hint={t('grantBan.sourceHint')} maxLength={200} />}
      </FormField>
    </FormDialog>
  );
}

function useBanReader(): (values: BanForm) => { readonly body: RecordBan; readonly found: readonly Fault[] } {
  const { t } = useTranslation();
  return ({ who, partyId, researcher, researcherNumber, ...typed }) => {
    const [fromOn, toOn] = [parseDateInput(typed.fromOn), parseDateInput(typed.toOn)];
    const [ground, source] = [typed.ground.trim(), typed.source.trim()];
    const of = who === 'INSTITUTION' ? { partyId } : { researcher: researcher.trim(), researcherNumber: researcherNumber.trim() };
    const nobody = who === 'INSTITUTION' ? [{ is: partyId === '', pointer: '/partyId', text: t('bankAccounts.missingParty') }] : [{ is: researcher.trim() === '', pointer: '/researcher', text: t('grantBan.missingResearcher') }, { is: researcherNumber.trim() === '', pointer: '/researcherNumber', text: t('grantBan.numberHint') }];
    const faults = [
      ...nobody,
      { is: fromOn === null, pointer: '/fromOn', text: t('time.invalid') },
      { is: toOn === null, pointer: '/toOn', text: t('time.invalid') },
      { is: ground.length < SHORTEST_GROUND, pointer: '/ground', text: t('grantBan.shortGround') },
      { is: source === '', pointer: '/source', text: t('grantBan.sourceHint') },
    ];
    return { body: { ...of, fromOn: fromOn ?? '', toOn: toOn ?? '', ground, source }, found: faults.filter(({ is }) => is).map(({ pointer, text }) => ({ pointer, text })) };
  };
}
