import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { Callout } from '../../design/callout.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { History } from '../history/history.js';
import { ImportOutcome } from './import-outcome.js';
import { useImport } from './register.requests.js';

/** One import as it was: anybody can see later what was taken in, what was refused and why. */
export function ImportPage(): ReactElement {
  const { t } = useTranslation();
  const { importId = '' } = useParams();
  const { state } = useLocation() as { state: { imported?: boolean } | null };
  const query = useImport(importId);
  return (
    <Page title={query.data?.fileName ?? t('register.title')} lead={<Link to="/imports">{t('register.title')}</Link>}>
      {state?.imported === true && <Callout tone="success" title={t('register.result')} />}
      <Loaded query={query}>{(result) => <ImportOutcome result={result} />}</Loaded>
      <History id={importId} />
    </Page>
  );
}
