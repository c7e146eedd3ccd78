import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { usePermissions } from '../session/use-session.js';
import { useNewReports } from './schedule.requests.js';

/** For who receives reports: that new ones have come; nothing where there are none. */
export function NewReports(): ReactElement | null {
  const may = usePermissions();
  return may('report.read') ? <Arrived /> : null;
}

function Arrived(): ReactElement | null {
  const { t } = useTranslation();
  const count = useNewReports();
  if (count === 0) return null;
  return (
    <Callout tone="information" title={t('reportDelivery.arrived', { count })}>
      <LinkButton to="/reports/deliveries" small>
        {t('reportDelivery.show')}
      </LinkButton>
    </Callout>
  );
}
