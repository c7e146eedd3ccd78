import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '../../design/card.js';
import { Page } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { useTerm } from '../../i18n/term.js';
import { useCurrentCall } from '../grant-call/grant-call-layout.js';
import styles from '../grant-expense/expenses.module.css';
import { RegisterImport } from './register-import.js';

const KINDS = ['PROTOTYPE', 'BRIDGE', 'BASIC_TIER', 'OSMU', 'TEST_BED'];
const PAUSE_MS = 300;

/** A register into a call that is there. */
export function CallRegisterPage(): ReactElement {
  const { t } = useTranslation();
  const call = useCurrentCall();
  return (
    <Page title={t('grantRegister.title')} lead={t('grantRegister.lead')}>
      <RegisterImport where={{ callId: call.id }} />
    </Page>
  );
}

/** A register of a call that is not in the program yet: it is opened in the same step. */
export function NewCallRegisterPage(): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const [kind, setKind] = useState('PROTOTYPE');
  const [agency, setAgency] = useState(t('grantRegister.agencyDefault'));
  const [name, setName] = useState('');
  const where = useDebounced({ kind, agency: agency.trim(), ...(name.trim() === '' ? {} : { name: name.trim() }) }, PAUSE_MS);
  return (
    <Page title={t('grantRegister.newCall')} lead={<Link to="/grants">{t('grantCall.title')}</Link>}>
      <Card note={t('grantRegister.newCallNote')} title={t('grantRegister.call')}>
        <div className={styles['tools']}>
          <SelectField label={t('grantRegister.kind')} value={kind} onChange={setKind} choices={KINDS.map((value) => ({ value, label: term('grantKind', value) }))} />
          <TextField label={t('grantRegister.agency')} value={agency} onChange={setAgency} maxLength={200} />
          <TextField label={t('grantRegister.name')} value={name} onChange={setName} maxLength={300} optional />
        </div>
      </Card>
      <RegisterImport where={where} />
    </Page>
  );
}
