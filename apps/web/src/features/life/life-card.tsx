import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fund } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Tag } from '../../design/tag.js';
import { formatOfficialDate } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { DissolveDialog } from './dissolve-dialog.js';
import { ExtendDialog } from './extend-dialog.js';
import { useFundLife } from './life.requests.js';

/** How long the fund invests and lives, how that was extended, and how it ended. */
export function LifeCard({ fund }: { readonly fund: Fund }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  const { point, isNow } = useTimePoint();
  const query = useFundLife(fund.id, point);
  const [open, setOpen] = useState<'extend' | 'dissolve' | null>(null);
  const living = isNow && query.data?.dissolution === null;
  const actions = living && (
    <>
      {may('fund.extend') && (
        <Button small onPress={() => setOpen('extend')}>
          {t('fundLife.extend')}
        </Button>
      )}
      {may('fund.dissolve') && (
        <Button small tone="quiet" onPress={() => setOpen('dissolve')}>
          {t('fundLife.dissolve')}
        </Button>
      )}
    </>
  );
  return (
    <Card title={t('fundLife.title')} actions={actions}>
      <Loaded query={query}>
        {({ periods, extensions, dissolution }) => (
          <Facts
            columns
            facts={[
              { label: t('fundLife.investment'), value: periods.investmentTo },
              { label: t('fundLife.life'), value: periods.lifeTo },
              ...extensions.map(({ number, decidedOn, lifeTo, reason }) => ({ label: t('fundLife.extended', { number }), value: `${formatOfficialDate(decidedOn)} → ${formatOfficialDate(lifeTo)} (${reason})` })),
              ...(dissolution === null
                ? []
                : [
                    { label: t('fundLife.dissolvedOn'), value: <><Tag tone="danger">{t('fundLife.dissolved')}</Tag> {formatOfficialDate(dissolution.dissolvedOn)}</> },
                    { label: t('fundLife.cause'), value: `${term('dissolutionCause', dissolution.cause)} (${dissolution.reason})` },
                    { label: t('fundLife.liquidator'), value: dissolution.liquidator },
                    { label: t('fundLife.noticeDueOn'), value: dissolution.noticeDueOn },
                  ]),
            ]}
          />
        )}
      </Loaded>
      {open === 'extend' && <ExtendDialog fund={fund} onClose={() => setOpen(null)} />}
      {open === 'dissolve' && <DissolveDialog fund={fund} onClose={() => setOpen(null)} />}
    </Card>
  );
}
