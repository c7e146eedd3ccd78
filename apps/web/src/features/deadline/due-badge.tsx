import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { usePermissions } from '../session/use-session.js';
import { useDeadlines } from './deadline.requests.js';

/** For who keeps deadlines: how many are missed and how many come within the week; nothing where there are none. */
export function DueBadge(): ReactElement | null {
  const may = usePermissions();
  return may('grant-deadline.fulfil') ? <Badge /> : null;
}

function Badge(): ReactElement | null {
  const { t } = useTranslation();
  const { data } = useDeadlines({ withinDays: 7 });
  if (data === undefined || data.overdue + data.soon === 0) return null;
  return (
    <Callout tone={data.overdue > 0 ? 'warning' : 'information'} title={t('deadline.badge', { overdue: data.overdue, soon: data.soon })}>
      <LinkButton to="/grants/deadlines" small>
        {t('deadline.show')}
      </LinkButton>
    </Callout>
  );
}
