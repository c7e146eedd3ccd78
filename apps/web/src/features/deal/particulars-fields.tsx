import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { ChecksField } from '../../design/checks-field.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { useTerm } from '../../i18n/term.js';
import { FileField } from '../fund/file-field.js';
import type { FieldsProps } from '../investment/company-fields.js';
import styles from '../investment/record-page.module.css';
import { ANTI_DILUTIONS, DECLARATIONS, NATURES, STATUTORY_TARGETS, termsOf, type TermKind, type TermName } from './particulars.js';

/** Terms that decide what the fund holds are open at once; the rest waits behind a button. */
const ASKED_FIRST: Readonly<Record<string, readonly string[]>> = {
  SAFE: ['valuationCapWon', 'discountBasisPoints'],
  CONVERTIBLE_NOTE: ['valuationCapWon', 'discountBasisPoints', 'maturityOn', 'couponBasisPoints'],
  CB: ['maturityOn', 'couponBasisPoints', 'conversionPriceWon'],
  BW: ['maturityOn', 'couponBasisPoints', 'conversionPriceWon'],
  EB: ['maturityOn', 'couponBasisPoints', 'conversionPriceWon'],
};

/** What the company is worth and what the contract says; it grows only where the instrument asks. */
export function TermFields({ form, live }: FieldsProps): ReactElement {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const instrument = form.watch('instrument');
  const first = ASKED_FIRST[instrument] ?? [];
  const [terms, preMoney, postMoney, total] = form.watch(['terms', 'preMoneyWon', 'postMoneyWon', 'totalShares']);
  const used = [preMoney, postMoney, total].some((text) => text !== '') || termsOf(instrument).some(({ name }) => (terms[name] ?? '') !== '');
  const open = opened || used;
  const shown = termsOf(instrument).filter(({ name }) => open || first.includes(name));
  return (
    <Card title={t('deal.section')}>
      <p className={styles['note']}>{t('deal.sectionLead')}</p>
      <div className={styles['two']}>
        {instrument === 'PROJECT' && (
          <FormField form={form} name="project" liveError={live.get('/project')}>
            {(field) => <TextField {...field} label={t('deal.project')} maxLength={200} />}
          </FormField>
        )}
        {open && (
          <>
            <FormField form={form} name="preMoneyWon" liveError={live.get('/preMoneyWon')}>
              {(field) => <WonField {...field} label={t('deal.preMoneyWon')} optional />}
            </FormField>
            <FormField form={form} name="postMoneyWon" liveError={live.get('/postMoneyWon')}>
              {(field) => <WonField {...field} label={t('deal.postMoneyWon')} optional />}
            </FormField>
            <FormField form={form} name="totalShares" liveError={live.get('/totalShares')}>
              {(field) => <TextField {...field} label={t('deal.totalShares')} optional inputMode="numeric" alignRight />}
            </FormField>
          </>
        )}
        {shown.map(({ name, kind }) => (
          <TermField key={name} form={form} live={live} name={name} kind={kind} />
        ))}
        {!open && (
          <div className={styles['whole']}>
            <Button small tone="quiet" icon="plus" onPress={() => setOpened(true)}>
              {t('deal.open')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

function TermField({ form, live, name, kind }: FieldsProps & { readonly name: TermName; readonly kind: TermKind }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const label = t(`dealTerm.${name}`);
  return (
    <FormField form={form} name={`terms.${name}`} liveError={live.get(`/terms/${name}`)}>
      {(field) => {
        if (kind === 'won') return <WonField {...field} label={label} optional />;
        if (kind === 'date') return <DateField {...field} label={label} optional />;
        if (kind === 'percent') return <TextField {...field} label={label} optional inputMode="numeric" alignRight />;
        if (kind === 'text') return <TextAreaField {...field} label={label} optional maxLength={1000} />;
        const choices = kind === 'flag' ? [{ value: 'yes', label: t('relatedParties.yes') }] : ANTI_DILUTIONS.map((value) => ({ value, label: term('antiDilution', value) }));
        return <SelectField {...field} label={label} optional emptyLabel="–" choices={choices} />;
      }}
    </FormField>
  );
}

/** What kind of deal it is, whom it is made with, and what law or agreement restrict; nothing marked is the usual deal. */
export function NatureFields({ form, live }: FieldsProps): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const instrument = form.watch('instrument');
  const isOld = instrument === 'SECONDARY' || form.watch('newlyIssued') === 'no';
  const [opened, setOpened] = useState(false);
  const [nature, declared, region, zone, consent, disclosure] = form.watch(['nature', 'declared', 'region', 'zone', 'consentDocumentId', 'disclosure']);
  const open = opened || nature.length > 0 || declared.length > 0 || [region, zone, consent, ...Object.values(disclosure)].some((text) => text !== '');
  return (
    <Card title={t('deal.natureSection')}>
      <p className={styles['note']}>{t('deal.natureLead')}</p>
      <div className={styles['two']}>
        {instrument !== 'SECONDARY' && (
          <FormField form={form} name="newlyIssued" liveError={live.get('/newlyIssued')}>
            {(field) => (
              <ChoiceField
                {...field}
                value={field.value === '' ? 'yes' : field.value}
                label={t('deal.newlyIssued')}
                choices={[
                  { value: 'yes', label: t('deal.newShares') },
                  { value: 'no', label: t('deal.oldShares') },
                ]}
              />
            )}
          </FormField>
        )}
        <FormField form={form} name="statutoryTarget" liveError={live.get('/statutoryTarget')}>
          {(field) => <SelectField {...field} label={t('deal.statutoryTarget')} optional emptyLabel="–" choices={STATUTORY_TARGETS.map((value) => ({ value, label: term('statutoryTarget', value) }))} />}
        </FormField>
        {isOld && <SellerFields form={form} live={live} />}
        {open ? (
          <DisclosureFields form={form} live={live} />
        ) : (
          <div className={styles['whole']}>
            <Button small tone="quiet" icon="plus" onPress={() => setOpened(true)}>
              {t('deal.openNature')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

function DisclosureFields({ form, live }: FieldsProps): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <>
        <FormField form={form} name="region" liveError={live.get('/traits/0/value')}>
          {(field) => <TextField {...field} label={t('deal.region')} optional maxLength={100} />}
        </FormField>
        <FormField form={form} name="zone">
          {(field) => <TextField {...field} label={t('deal.zone')} optional maxLength={100} />}
        </FormField>
        <div className={styles['whole']}>
          <ChecksField label={t('deal.nature')} choices={NATURES.map((value) => ({ value, label: t(`deal.${value}`) }))} value={form.watch('nature')} onChange={(value) => form.setValue('nature', value)} />
        </div>
        <div className={styles['whole']}>
          <ChecksField label={t('deal.declared')} choices={DECLARATIONS.map((value) => ({ value, label: term('declaration', value) }))} value={form.watch('declared')} onChange={(value) => form.setValue('declared', value)} />
        </div>
        <FormField form={form} name="disclosure.prohibitedBusiness" liveError={live.get('/disclosure/prohibitedBusiness')}>
          {(field) => <TextField {...field} label={t('deal.prohibitedBusiness')} hint={t('deal.prohibitedBusinessHint')} optional maxLength={200} />}
        </FormField>
        <FormField form={form} name="disclosure.specialPurposeConsentBasisPoints" liveError={live.get('/disclosure/specialPurposeConsentBasisPoints')}>
          {(field) => <TextField {...field} label={t('deal.specialPurposeConsent')} optional inputMode="numeric" alignRight />}
        </FormField>
        <FormField form={form} name="disclosure.bridgeDueOn" liveError={live.get('/disclosure/bridgeDueOn')}>
          {(field) => <DateField {...field} label={t('deal.bridgeDueOn')} optional />}
        </FormField>
        <div className={styles['whole']}>
          <FormField form={form} name="consentDocumentId">{(field) => <FileField label={t('deal.consentDocument')} value={field.value} onChange={field.onChange} />}</FormField>
        </div>
    </>
  );
}

function SellerFields({ form, live }: FieldsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <FormField form={form} name="seller.name" liveError={live.get('/seller/name')}>
        {(field) => <TextField {...field} label={t('deal.seller')} optional maxLength={300} />}
      </FormField>
      <FormField form={form} name="seller.businessNumber" liveError={live.get('/seller/businessNumber')}>
        {(field) => <TextField {...field} label={t('deal.sellerNumber')} hint={t('deal.sellerHint')} optional inputMode="numeric" />}
      </FormField>
    </>
  );
}
