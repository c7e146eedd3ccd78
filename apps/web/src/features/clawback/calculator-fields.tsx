import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import type { VoucherYear } from '../voucher-year/voucher-year.queries.js';
import { useVoucher, useVouchers } from '../voucher/voucher.requests.js';
import { GROUNDS, type CalculatorFaults, type CalculatorForm } from './calculator-form.js';
import type { Calculation, Ground } from './clawback.requests.js';
import styles from './clawback.module.css';

interface Props {
  readonly year: VoucherYear;
  readonly form: CalculatorForm;
  readonly set: (changes: Partial<CalculatorForm>) => void;
}

/** What is claimed back, from whom, and the days that decide about interest. */
export function ClaimFields({ year, form, set, faults, calculation }: Props & { readonly faults: CalculatorFaults | null; readonly calculation: Calculation | undefined }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const claimable = calculation?.claimableWon ?? null;
  return (
    <>
      <VoucherFields year={year} form={form} set={set} />
      <SelectField label={t('clawback.ground')} value={form.ground} onChange={(ground) => set({ ground: ground as Ground })} choices={(GROUNDS[year.legalRegime] ?? []).map((ground) => ({ value: ground, label: term('clawbackGround', ground) }))} />
      <WonField
        label={t('clawback.principal')}
        value={form.principal}
        onChange={(principal) => set({ principal })}
        error={faults?.principal}
        hint={claimable === null ? t('clawback.principalHint') : t('clawback.claimable', { amount: formatWon(claimable) })}
      />
      <div className={styles['two']}>
        <DateField label={t('clawback.improperOn')} value={form.improperOn} onChange={(improperOn) => set({ improperOn })} error={faults?.improperOn} />
        <DateField label={t('clawback.noticeOn')} value={form.noticeOn} onChange={(noticeOn) => set({ noticeOn })} error={faults?.noticeOn} />
        <DateField label={t('clawback.dueOn')} value={form.dueOn} onChange={(dueOn) => set({ dueOn })} optional {...(calculation === undefined ? {} : { hint: t('clawback.dueHint', { on: calculation.earliestDueOn }) })} />
        <WonField label={t('clawback.penaltyChoice')} value={form.penalty} onChange={(penalty) => set({ penalty })} optional hint={t('clawback.penaltyChoiceHint')} />
        {year.legalRegime !== 'PUBLIC_FINANCE' && <WonField label={t('clawback.fixedInterest')} value={form.fixedInterest} onChange={(fixedInterest) => set({ fixedInterest })} hint={t('clawback.fixedInterestHint')} />}
      </div>
    </>
  );
}

function VoucherFields({ year, form, set }: Props): ReactElement {
  const { t } = useTranslation();
  const vouchers = useVouchers(year.id, {}).data?.vouchers.filter(({ capturedWon, id }) => capturedWon !== '0' || id === form.voucherId) ?? [];
  const services = useVoucherServices(year.id, form.voucherId);
  return (
    <>
      <SelectField
        label={t('clawback.chooseVoucher')}
        value={form.voucherId}
        onChange={(voucherId) => set({ voucherId, serviceId: '', debtor: 'COMPANY' })}
        emptyLabel={t('clawback.noVoucher')}
        choices={vouchers.map(({ id, number, company }) => ({ value: id, label: `${number ?? ''} ${company}` }))}
      />
      {form.voucherId !== '' && (
        <div className={styles['two']}>
          <SelectField
            label={t('clawback.service')}
            value={form.serviceId}
            onChange={(serviceId) => set({ serviceId, ...(serviceId === '' ? { debtor: 'COMPANY' as const } : {}) })}
            emptyLabel={t('clawback.wholeVoucher')}
            choices={services.map(({ id, number, capturedWon }) => ({ value: id, label: `${number} ${formatWon(capturedWon)}${t('common.won')}` }))}
          />
          {form.serviceId !== '' && (
            <ChoiceField label={t('clawback.debtorIs')} value={form.debtor} onChange={(debtor) => set({ debtor: debtor as CalculatorForm['debtor'] })} choices={(['COMPANY', 'PROVIDER'] as const).map((debtor) => ({ value: debtor, label: t(`clawback.${debtor}`) }))} />
          )}
        </div>
      )}
    </>
  );
}

/** The services of the chosen voucher for which something was paid. */
function useVoucherServices(yearId: string, voucherId: string) {
  return useVoucher(yearId, voucherId, voucherId !== '').data?.services.filter(({ capturedWon }) => capturedWon !== '0') ?? [];
}

/** What mitigates a penalty, who was at fault, and into how many parts the payment falls; usual cases touch none of it. */
export function CircumstanceFields({ form, set }: Props): ReactElement {
  const { t } = useTranslation();
  const flags = ['atFault', 'fullyReturned', 'negligent', 'otherwiseFined'] as const;
  return (
    <details className={styles['details']}>
      <summary>{t('clawback.circumstances')}</summary>
      <div className={styles['two']}>
        <DateField label={t('clawback.reportedOn')} value={form.reportedOn} onChange={(reportedOn) => set({ reportedOn })} optional />
        <DateField label={t('clawback.advanceNoticeOn')} value={form.advanceNoticeOn} onChange={(advanceNoticeOn) => set({ advanceNoticeOn })} optional />
        <DateField label={t('clawback.returnedOn')} value={form.returnedOn} onChange={(returnedOn) => set({ returnedOn })} optional />
        <TextField label={t('clawback.instalments')} value={form.instalments} onChange={(instalments) => set({ instalments: instalments.replace(/\D/g, '') })} />
      </div>
      <div className={styles['checks']}>
        {flags.map((flag) => (
          <label key={flag} className={styles['check']}>
            <input type="checkbox" checked={form[flag]} onChange={(event) => set({ [flag]: event.target.checked })} />
            {t(`clawback.${flag}`)}
          </label>
        ))}
      </div>
    </details>
  );
}
