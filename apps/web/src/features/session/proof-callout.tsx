import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { PasskeyCancelled } from './passkey.js';

/** Why a proof did not work: the browser's own dialog was closed, or the server refused. */
export function ProofCallout({ error }: { readonly error: unknown }): ReactElement | null {
  const { t } = useTranslation();
  if (error instanceof PasskeyCancelled) return <Callout tone="warning" title={t(error.known ? 'identity.passkeyKnown' : 'identity.passkeyCancelled')} urgent />;
  return <ProblemCallout error={error} />;
}
