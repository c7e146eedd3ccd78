import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '../../design/card.js';
import { Page } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { useTerm } from '../../i18n/term.js';
import { RosterImport } from './roster-import.js';
import styles from './roster.module.css';

const KINDS = ['AS', 'KTTN'] as const;
const REGIMES = ['PUBLIC_FINANCE', 'SUBSIDY', 'RND'] as const;

/** A workbook that says itself of which year it is: the year is opened with its budget and terms where there is none yet. */
export function NewYearRosterPage(): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const [legalRegime, setLegalRegime] = useState<string>(REGIMES[0]);
  return (
    <Page title={t('roster.newYear')} lead={<Link to="/vouchers">{t('voucherYear.title')}</Link>}>
      <Card>
        <div className={styles['fields']}>
          <SelectField label={t('voucherYear.legalRegime')} value={legalRegime} onChange={setLegalRegime} choices={REGIMES.map((value) => ({ value, label: term('legalRegime', value) }))} />
          <p className={styles['quiet']}>{t('roster.newYearNote')}</p>
        </div>
      </Card>
      <RosterImport yearId={null} legalRegime={legalRegime} forms={KINDS.map((kind) => ({ path: `/api/voucher-rosters/form?kind=${kind}&overview=true`, label: t('blankForm.ofKind', { kind: term('voucherKind', kind) }) }))} />
    </Page>
  );
}
