import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Words for codes with dots in them (terms, commands); a code this version does not know is shown as it is. */
export function useDottedNames(group: 'terms.keys' | 'voucherTerms.keys' | 'grantTerms.keys' | 'grantTerms.members' | 'fundApproval.sentences' | 'grantApproval.sentences' | 'paymentApproval.sentences' | 'reportIssue.sentences' | 'audit.kinds' | 'apiTokens.permissions' | 'provider.outcomes' | 'accessLog.deeds' | 'accessLog.subjectKinds'): (code: string) => string {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useCallback(
    (code) => {
      const names = i18n.getResource(language, 'translation', group) as Record<string, string> | undefined;
      return names?.[code] ?? code;
    },
    [i18n, language, group],
  );
}
