import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Fund } from '../../api/types.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { PlainTable } from '../../design/plain-table.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import styles from '../agreement/terms-page.module.css';
import { FileField } from '../fund/file-field.js';
import { PARTNER_KINDS } from '../fund/form-fund.js';
import { useFundDeed, type FundDeed } from '../fund/use-fund-deed.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import { transferCommitment, type Holding, type TransferCommitment, type TransferredCommitment } from './commitment.requests.js';
import { SOMEONE_NEW, useTransferReader, type TransferForm } from './transfer-form.js';

/** Units change hands: who to whom, how many; both sides before and after beside it. */
export function TransferDialog({ fund, onClose }: { readonly fund: Fund; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const read = useTransferReader();
  const deed = useFundDeed<TransferForm, TransferCommitment, TransferredCommitment>({
    fundId: fund.id,
    name: 'transfer',
    defaults: { fromPartnerId: '', toPartnerId: '', newPartner: { name: '', kind: 'LIMITED', businessNumber: '', professional: 'no' }, units: '', effectiveOn: todayInSeoul(), consent: '', documentId: '' },
    read,
    send: transferCommitment,
    onClose,
  });
  const { form } = deed;
  const [fromId, toId] = [form.watch('fromPartnerId'), form.watch('toPartnerId')];
  const from = fund.partners.find(({ id }) => id === fromId);
  const holders = fund.partners.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormDialog title={t('transfer.doTitle')} action={t('transfer.do')} {...deed} onClose={onClose} wide aside={<TransferPreview preview={deed.preview} />}>
      <p className={styles['note']}>{t('transfer.lead')}</p>
      <div className={styles['two']}>
        <FormField form={form} name="fromPartnerId">
          {(field) => <SelectField {...field} label={t('transfer.from')} choices={holders.filter(({ value }) => value !== toId)} emptyLabel={t('investment.choose')} hint={from === undefined ? undefined : t('transfer.held', { units: formatWon(from.units) })} />}
        </FormField>
        <FormField form={form} name="toPartnerId">
          {(field) => <SelectField {...field} label={t('transfer.to')} choices={[...holders.filter(({ value }) => value !== fromId), { value: SOMEONE_NEW, label: t('transfer.someoneNew') }]} emptyLabel={t('investment.choose')} />}
        </FormField>
      </div>
      {toId === SOMEONE_NEW && <NewPartnerFields form={form} />}
      <div className={styles['two']}>
        <FormField form={form} name="units">{(field) => <TextField {...field} label={t('transfer.units')} inputMode="numeric" alignRight />}</FormField>
        <FormField form={form} name="effectiveOn">{(field) => <DateField {...field} label={t('transfer.effectiveOn')} />}</FormField>
      </div>
      <FormField form={form} name="consent">{(field) => <TextField {...field} label={t('transfer.consent')} hint={t('transfer.consentHint')} maxLength={300} />}</FormField>
      <FormField form={form} name="documentId">{(field) => <FileField label={t('agreement.document')} value={field.value} onChange={field.onChange} />}</FormField>
    </FormDialog>
  );
}

function NewPartnerFields({ form }: { readonly form: UseFormReturn<TransferForm> }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <div className={styles['two']}>
      <FormField form={form} name="newPartner.name">{(field) => <TextField {...field} label={t('formFund.partnerName')} maxLength={300} />}</FormField>
      <FormField form={form} name="newPartner.businessNumber">{(field) => <TextField {...field} label={t('formFund.partnerNumber')} inputMode="numeric" />}</FormField>
      <FormField form={form} name="newPartner.kind">{(field) => <SelectField {...field} label={t('formFund.partnerKind')} choices={PARTNER_KINDS.map((value) => ({ value, label: term('partnerKind', value) }))} />}</FormField>
      <FormField form={form} name="newPartner.professional">
        {(field) => <ChoiceField {...field} label={t('transfer.professional')} choices={[{ value: 'no', label: t('transfer.counted') }, { value: 'yes', label: t('transfer.notCounted') }]} />}
      </FormField>
    </div>
  );
}

const FIGURES = ['commitment', 'paidIn', 'uncalled', 'distributed'] as const;

function figureOf(holding: Holding, figure: (typeof FIGURES)[number]): string {
  if (figure === 'uncalled') return (BigInt(holding.commitmentWon) - BigInt(holding.calledWon) + BigInt(holding.recalledWon)).toString();
  return holding[`${figure}Won`];
}

function TransferPreview({ preview }: Pick<FundDeed<TransferForm, TransferredCommitment>, 'preview'>): ReactElement {
  const { t } = useTranslation();
  if (!preview.asked) return <p className={styles['note']}>{t('transfer.waiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  const { from, to, verdicts } = preview.data;
  return (
    <section className={styles['preview']}>
      <VerdictList verdicts={verdicts} />
      {[from, to].map((side, index) => (
        <PlainTable
          key={index}
          label={side.name}
          rows={[{ label: t('transfer.units'), before: side.before.units, after: side.after.units }, ...FIGURES.map((figure) => ({ label: t(`transfer.${figure}`), before: figureOf(side.before, figure), after: figureOf(side.after, figure) }))]}
          rowKey={({ label }) => label}
          columns={[
            { header: `${t(index === 0 ? 'transfer.from' : 'transfer.to')} ${side.name}`, cell: ({ label }) => label, wrap: true },
            { header: t('agreement.before'), align: 'right', cell: ({ before }) => formatWon(before) },
            { header: t('agreement.after'), align: 'right', cell: ({ after }) => formatWon(after) },
          ]}
        />
      ))}
    </section>
  );
}
