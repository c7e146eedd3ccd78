import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { usePermissions } from '../session/use-session.js';

/** Says that no budget was decided; who may decide one is led to where it is done. */
export function NoBudget({ title, termsPath }: { readonly title: string; readonly termsPath: string }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  return (
    <Callout tone="information" title={title}>
      {may('grant-budget.decide') && (
        <LinkButton small tone="primary" to={termsPath}>
          {t('grantCall.decideBudget')}
        </LinkButton>
      )}
    </Callout>
  );
}
