import { useState, type FormEvent, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import type { Fault } from '../../design/form/faults.js';
import { FormField } from '../../design/form/form-field.js';
import { useFaults } from '../../design/form/use-faults.js';
import { Loaded } from '../../design/loaded.js';
import { Stack } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useBanks } from '../bank-account/bank-account.requests.js';
import { refreshFund } from '../fund/refresh-fund.js';
import type { TimePoint } from '../fund/time-point.js';
import { Refusal } from '../rule/refusal.js';
import { registerAccount, useCustodianAccounts, type RegisterAccount } from './custodian.requests.js';
import styles from './custodian.module.css';

interface Props {
  readonly fundId: string;
  readonly point: TimePoint;
  readonly mayRegister: boolean;
}

/** Where partners pay in, and where they paid in before. */
export function AccountCard({ fundId, point, mayRegister }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const [registering, setRegistering] = useState(false);
  const accounts = useCustodianAccounts(fundId, point);
  const register = (
    <Button small icon="plus" onPress={() => setRegistering(true)}>
      {t('custodian.registerAccount')}
    </Button>
  );
  return (
    <Card title={t('custodian.account')} actions={mayRegister ? register : undefined}>
      <Loaded query={accounts}>
        {(found) =>
          found.length === 0 ? (
            <p className={styles['note']}>{t('custodian.accountNone')}</p>
          ) : (
            <Stack>
              {found.map(({ id, bank, accountNumber, holder, effectiveFrom }, index) => (
                <div key={id}>
                  <p className={styles[index === 0 ? 'account' : 'note']}>
                    {say(bank)} {accountNumber}
                  </p>
                  <p className={styles['note']}>
                    {holder} · {t('custodian.accountFrom', { on: effectiveFrom })}
                  </p>
                </div>
              ))}
            </Stack>
          )
        }
      </Loaded>
      {registering && <RegisterDialog fundId={fundId} onClose={() => setRegistering(false)} />}
    </Card>
  );
}

function RegisterDialog({ fundId, onClose }: { readonly fundId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const { data: banks = [] } = useBanks();
  const form = useForm({ defaultValues: { bankCode: '', accountNumber: '', holder: '', effectiveFrom: todayInSeoul() } });
  const faults = useFaults(form);
  const intent = useIntent();
  const register = useWrite({
    mutationFn: (body: RegisterAccount) => registerAccount(fundId, body, intent.headersFor(body)),
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
    const { bankCode, accountNumber, holder, effectiveFrom } = form.getValues();
    const from = parseDateInput(effectiveFrom);
    const found: Fault[] = [];
    if (bankCode === '') found.push({ pointer: '/bankCode', text: t('custodian.missingBank') });
    if (accountNumber.trim() === '') found.push({ pointer: '/accountNumber', text: t('custodian.missing') });
    if (holder.trim() === '') found.push({ pointer: '/holder', text: t('custodian.missing') });
    if (from === null) found.push({ pointer: '/effectiveFrom', text: t('capitalCall.missingDate') });
    if (found.length > 0 || from === null) return faults.show(found);
    register.mutate({ bankCode: bankCode as RegisterAccount['bankCode'], accountNumber: accountNumber.trim(), holder: holder.trim(), effectiveFrom: from });
  };
  return (
    <Dialog title={t('custodian.registerAccount')} open onClose={onClose}>
      <form ref={faults.formRef} onSubmit={submit} noValidate>
        <Stack>
          <p className={styles['note']}>{t('custodian.registerLead')}</p>
          <FormField form={form} name="bankCode">
            {(field) => <SelectField {...field} label={t('bankAccounts.bank')} emptyLabel={t('bankAccounts.chooseBank')} choices={banks.map(({ code, name }) => ({ value: code, label: `${code} ${say(name)}` }))} />}
          </FormField>
          <FormField form={form} name="accountNumber">
            {(field) => <TextField {...field} label={t('custodian.number')} hint={t('bankAccounts.numberHint')} inputMode="numeric" maxLength={40} />}
          </FormField>
          <FormField form={form} name="holder">
            {(field) => <TextField {...field} label={t('custodian.holder')} maxLength={100} />}
          </FormField>
          <FormField form={form} name="effectiveFrom">
            {(field) => <DateField {...field} label={t('custodian.effectiveFrom')} />}
          </FormField>
          <Refusal error={faults.refusal} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={register.isPending}>
              {t('custodian.registerAccount')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
