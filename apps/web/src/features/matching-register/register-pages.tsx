import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '../../design/card.js';
import { Page } from '../../design/page.js';
import { TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import styles from '../matching-pool/matching.module.css';
import { useCurrentPool } from '../matching-pool/pool-layout.js';
import { RegisterImport } from './register-import.js';

const PAUSE_MS = 300;

/** A register into a pool that is there. */
export function PoolRegisterPage(): ReactElement {
  const { t } = useTranslation();
  const pool = useCurrentPool();
  return (
    <Page title={t('matchingRegister.title')} lead={t('matchingRegister.lead')}>
      <RegisterImport where={{ callId: pool.id }} />
    </Page>
  );
}

/** A register of a pool that is not in the program yet: it is opened in the same step, with what the overview of the workbook states. */
export function NewPoolRegisterPage(): ReactElement {
  const { t } = useTranslation();
  const [agency, setAgency] = useState(t('matchingRegister.agencyDefault'));
  const [name, setName] = useState('');
  const where = useDebounced({ agency: agency.trim(), ...(name.trim() === '' ? {} : { name: name.trim() }) }, PAUSE_MS);
  return (
    <Page title={t('matchingRegister.title')} lead={<Link to="/matching">{t('matching.title')}</Link>}>
      <Card note={t('matchingRegister.newPoolNote')} title={t('matchingRegister.pool')}>
        <div className={styles['two']}>
          <TextField label={t('grantCall.agency')} value={agency} onChange={setAgency} maxLength={200} />
          <TextField label={t('matching.name')} value={name} onChange={setName} maxLength={300} optional />
        </div>
      </Card>
      <RegisterImport where={where} />
    </Page>
  );
}
