import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { useDottedNames } from '../../i18n/dotted-names.js';

const GOOD = new Set(['linked', 'stepped-up']);

/** What came of a way to the identity provider: the server tells it in the address of the page to which it returns. */
export function ProviderOutcome(): ReactElement | null {
  const { t } = useTranslation();
  const words = useDottedNames('provider.outcomes');
  const [{ outcome, subject }] = useState(readOutcome);
  if (outcome === null) return null;
  return (
    <Callout tone={GOOD.has(outcome) ? 'success' : 'warning'} urgent>
      <p>{words(outcome)}</p>
      {subject !== null && (
        <p>
          {t('provider.tellSubject')}: <code>{subject}</code>
        </p>
      )}
    </Callout>
  );
}

/** The subject stands in the fragment, which no server and no log sees. */
function readOutcome(): { readonly outcome: string | null; readonly subject: string | null } {
  return { outcome: new URLSearchParams(location.search).get('provider'), subject: new URLSearchParams(location.hash.slice(1)).get('subject') };
}
