import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.js';
import { formatInstant } from '../../format/date.js';

type Signed = Pick<components['schemas']['VerifiedReportDto'], 'signer' | 'signatureLevel' | 'stampedAt' | 'stampedBy' | 'stampProblem'>;

/** Who signed and at which level, and who attested the time of it or why nobody did; null for what is not signed. */
export function useSignatureText(): (signed: Signed) => string | null {
  const { t } = useTranslation();
  return ({ signer, signatureLevel, stampedAt, stampedBy, stampProblem }) => {
    if (signer === null) return null;
    const who = `${signer} (PAdES-${signatureLevel ?? ''})`;
    if (stampedAt !== null) return `${who} · ${t('verification.stamped', { at: formatInstant(stampedAt), authority: stampedBy ?? '' })}`;
    return `${who} · ${t('verification.unstamped')}${stampProblem === null ? '' : `: ${t(`verification.stampProblems.${stampProblem}`)}`}`;
  };
}
