import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import type { Redraft } from './redraft.js';

/** Says that a form corrects an earlier version, so that nobody takes it for a new matter. */
export function RedraftNotice({ redraft }: { readonly redraft: Redraft | null }): ReactElement | null {
  const { t } = useTranslation();
  if (redraft === null) return null;
  return <Callout tone="information" title={t('approval.redraftHere', { number: redraft.number, version: redraft.version })} />;
}
